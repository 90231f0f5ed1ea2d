import { canLeaveAreasOut, includedProgrammes, trends, type Study } from '../study';
import type { Trend } from '../stats';
import type { ReportContext } from './context';
import type { DataReferences } from './data-sheet';
import { guarded, guardedFormula } from './guarded';
import type { ReportReferences } from './method-sheet';
import type { Content, Rect } from './plan';
import { cellOf, columnOf } from './references';
import type { EffectRows } from './robustness-sheet';
import { fixed, sentence, thousands } from './sentence';
import type { SheetDraft } from './sheet-draft';
import { colors } from './styles';
import type { YearTable } from './year-table';

type Item = 'chance' | 'trend' | 'area' | 'price' | 'cost' | 'municipal';

/** What can move the result of this study: money moves it only where there is money to reckon. */
export function tornadoItems(study: Study): readonly Item[] {
  const areas: readonly Item[] = canLeaveAreasOut(study) ? ['area'] : [];
  return ['chance', 'trend', ...areas, ...(isMoney(study) ? (['price', 'cost', 'municipal'] as const) : [])];
}

/** The net result where costs and hours are there, otherwise the evictions prevented. */
function isMoney(study: Study): boolean {
  return (
    study.tables.costs.length > 0 &&
    includedProgrammes(study).every(({ weeklyHours }) => weeklyHours !== null)
  );
}

/** Rows that the tornado's table takes, its heading and an empty row included. */
export function tornadoRows(study: Study): number {
  return tornadoItems(study).length + 3;
}

/**
 * What moves the result most: the last year's net result when one thing at a time is taken at its lowest and
 * at its highest, the widest first. The ranges stand among the workings, in the order of their names.
 */
export function putTornado(
  draft: SheetDraft,
  workings: YearTable,
  study: Study,
  data: DataReferences,
  references: ReportReferences,
  context: ReportContext,
  from: {
    readonly byTrend: Readonly<Record<Trend, EffectRows>>;
    readonly withoutArea: EffectRows | null;
    /** Where the sorted table begins. */
    readonly row: number;
    readonly chart: Rect;
  },
): void {
  const t = context.texts.robustness;
  const { effect, savings, years } = references;
  const year = workings.after.at(-1)!;
  const money = isMoney(study);
  const [price, cost] = [draft.at(savings.costPerEviction), draft.at(savings.programmeCost)];
  const municipal = draft.at(savings.municipalSaving);
  const range = draft.at(savings.programmeCostRange);
  const baseRate = workings.at(years.intervention.rates, 0);
  const prevented = workings.at(effect.prevented, year);
  const result = (number: string, each = price, yearly = cost, saving = `N(${municipal})`): string =>
    // Reckoned with, not only named: a dash must not be passed over.
    money ? `(${number})*(${each}+${saving})-${yearly}` : `1*(${number})`;
  const outermost = (rows: readonly string[]) =>
    (['MIN', 'MAX'] as const).map((pick) => result(`${pick}(${rows.join(',')})*${baseRate}`)) as [
      string,
      string,
    ];
  const byTrend = trends.map((trend) => workings.at(from.byTrend[trend].effect, year));
  const formulas: Readonly<Record<Item, () => readonly [string, string]>> = {
    chance: () => [
      result(workings.at(effect.preventedLow, year)),
      result(workings.at(effect.preventedHigh, year)),
    ],
    trend: () => outermost(byTrend),
    area: () => outermost([draft.at(from.withoutArea!.effect)]),
    price: () => {
      const amounts = draft.at(data.costs!.amount);
      return [result(prevented, `MIN(${amounts})`), result(prevented, `MAX(${amounts})`)];
    },
    cost: () => [
      result(prevented, price, `${cost}*(1+${range})`),
      result(prevented, price, `${cost}*(1-${range})`),
    ],
    municipal: () => [result(prevented, price, cost, '0'), result(prevented)],
  };

  workings.heading(t.tornado);
  draft.put(workings.row, 0, [[t.item, money ? t.unitMoney : t.unitPrevented]], 'headerLeft');
  draft.put(workings.row, workings.firstColumn, [[t.lowest, t.highest, t.now, t.sortKey]], 'header');
  workings.row += 1;
  const items = tornadoItems(study);
  const first = workings.row;
  const cell = (row: number, column: number): string =>
    draft.at({ sheet: 'robustness', row, column: workings.firstColumn + column, rows: 1, columns: 1 });
  const body = draft.put(
    first,
    0,
    items.map((item, index): Content[] => {
      const row = first + index;
      const ends = formulas[item]();
      const now = cell(row, 2);
      const end = (pick: 'MIN' | 'MAX'): Content => guarded(`${pick}(${now},${ends[0]},${ends[1]})`);
      const width = `${cell(row, 1)}-${cell(row, 0)}`;
      return [
        t.items[item],
        '',
        end('MIN'),
        end('MAX'),
        guarded(result(prevented)),
        // Bars of the same width keep their order.
        { formula: `=IFERROR(${width},0)-${index + 1}/1000000` },
      ];
    }),
  );
  draft.style({ ...body, column: workings.firstColumn, columns: 3 }, money ? 'money' : 'number');
  draft.style({ ...body, column: workings.firstColumn + 3, columns: 1 }, 'number');
  workings.row += items.length + 1;

  const column = (index: number): string =>
    draft.at(columnOf({ ...body, columns: 1 }, index === -1 ? 0 : workings.firstColumn + index));
  let { row } = from;
  draft.cell(row, 0, `${money ? t.tornadoNet : t.tornadoPrevented}, ${t.year} ${year}`, 'heading');
  draft.note(row, workings.noteColumn, t.tornadoNote);
  row += 1;
  draft.put(row, 0, [[t.item, money ? t.unitMoney : t.unitPrevented]], 'headerLeft');
  draft.put(row, workings.firstColumn, [[t.lowest, t.highest, t.changeLow, t.changeHigh]], 'header');
  row += 1;
  // Bars are drawn from below: the narrowest comes first.
  const sorted = draft.put(
    row,
    0,
    items.map((_, index): Content[] => {
      const place = `MATCH(SMALL(${column(3)},${index + 1}),${column(3)},0)`;
      const pick = (from: number): string => `INDEX(${column(from)},${place})`;
      return [
        { formula: `=${pick(-1)}` },
        '',
        { formula: `=${pick(0)}` },
        { formula: `=${pick(1)}` },
        { formula: `=${guardedFormula(`${pick(0)}-${pick(2)}`)}` },
        { formula: `=${guardedFormula(`${pick(1)}-${pick(2)}`)}` },
      ];
    }),
  );
  const numbers = { ...sorted, column: workings.firstColumn, columns: 4 };
  draft.style(numbers, money ? 'money' : 'number');

  const widest = (index: number): string => draft.at(cellOf(sorted, items.length - 1, index));
  const shown = (formula: string): string => (money ? thousands(formula) : fixed(formula, 1));
  const lowest = widest(workings.firstColumn);
  const values = {
    item: widest(0),
    low: shown(lowest),
    high: shown(widest(workings.firstColumn + 1)),
    year: String(year),
  };
  const title = `IF(ISNUMBER(${lowest}),${sentence(money ? t.tornadoTitleNet : t.tornadoTitlePrevented, values)},"${t.tornadoNone}")`;
  const titleCell = draft.cell(from.row, workings.firstColumn, { formula: `=${title}` }, 'caption');
  draft.chart({
    name: context.chartName('Tornado'),
    kind: 'stackedBar',
    title: titleCell,
    categories: columnOf(sorted, 0),
    series: [
      {
        name: t.changeLow,
        values: columnOf(sorted, workings.firstColumn + 2),
        color: colors.controlSoft,
        dash: 'solid',
        weight: 0,
        marker: 'none',
      },
      {
        name: t.changeHigh,
        values: columnOf(sorted, workings.firstColumn + 3),
        color: colors.intervention,
        dash: 'solid',
        weight: 0,
        marker: 'none',
      },
    ],
    categoryTitle: t.item,
    valueTitle: money ? t.tornadoAxisNet : t.tornadoAxisPrevented,
    valueFormat: money ? '#,##0' : '0.0',
    anchor: from.chart,
  });
}
