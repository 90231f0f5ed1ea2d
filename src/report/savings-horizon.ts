import type { Study } from '../study';
import type { ReportContext } from './context';
import { guarded } from './guarded';
import type { Content, Reference } from './plan';
import { columnOf } from './references';
import type { SheetDraft } from './sheet-draft';

/** Columns of numbers that the table of years takes. */
export const horizonColumns = 6;

/**
 * Several years: start-up years cost and prevent nothing, every later year prevents what the last event year
 * did. Net results, the same in today's money, and when the programme has paid for itself.
 *
 * @param from addresses of single cells
 * @returns the row below the table
 */
export function putHorizon(
  draft: SheetDraft,
  study: Study,
  context: ReportContext,
  firstRow: number,
  column: number,
  noteColumn: number,
  from: {
    readonly prevented: string;
    readonly preventedLow: string;
    readonly preventedHigh: string;
    readonly price: string;
    readonly municipal: string;
    readonly cost: string;
  },
): number {
  const t = context.texts.horizon;
  const { horizonYears, startUpYears, discountRate } = study.options;
  let row = firstRow;
  draft.cell(row, 0, t.heading, 'heading');
  draft.note(row, noteColumn, t.note);
  const input = (
    label: string,
    unit: string,
    value: number,
    style: 'inputCount' | 'inputShare',
    note: string,
  ) => {
    row += 1;
    draft.put(row, 0, [[label, unit]]);
    draft.note(row, noteColumn, note);
    return draft.cell(row, column, value, style);
  };
  const startUp = input(t.startUp, t.unitYears, startUpYears, 'inputCount', t.startUpNote);
  const rate = input(
    t.discountRate,
    context.texts.savings.unitShare,
    discountRate,
    'inputShare',
    t.discountRateNote,
  );
  draft.input(startUp, 'startUp');
  draft.input(rate, 'discountRate');
  draft.validation({ range: startUp, rule: { kind: 'whole', from: 0, to: 30 }, message: t.startUpNote });
  draft.validation({ range: rate, rule: { kind: 'decimal', from: 0, to: 0.2 }, message: t.discountRateNote });
  // The results stand above the table that they come from.
  const results = row + 1;
  row += 6;

  draft.put(row, 0, [[t.year, t.number]], 'headerLeft');
  draft.put(row, column, [[t.cost, t.saving, t.net, t.cumulated, t.presentValue, t.payback]], 'header');
  row += 1;
  const cell = (index: number, of: number): string =>
    draft.at({ sheet: 'savings', row: row + index, column: of, rows: 1, columns: 1 });
  const perEviction = `(${from.price}+N(${from.municipal}))`;
  const body = draft.put(
    row,
    0,
    Array.from({ length: horizonYears }, (_, index): Content[] => {
      const number = cell(index, 1);
      const net = cell(index, column + 2);
      const before = index === 0 ? '0' : cell(index - 1, column + 3);
      const after = cell(index, column + 3);
      return [
        { formula: `=IF(${number}<=${draft.at(startUp)},"${t.startUpYear}","${t.operatingYear}")` },
        index + 1,
        { formula: `=${from.cost}` },
        guarded(`IF(${number}<=${draft.at(startUp)},0*${from.cost},${from.prevented}*${perEviction})`),
        guarded(`${cell(index, column + 1)}-${cell(index, column)}`),
        guarded(`${before}+${net}`),
        guarded(`${net}/(1+${draft.at(rate)})^(${number}-1)`),
        guarded(`IF((${before}<0)*(${after}>=0)=1,${number}-1-${before}/${net},"")`),
      ];
    }),
  );
  const numbers = columnOf(body, 1);
  draft.style(numbers, 'year');
  draft.style({ ...body, column, columns: 5 }, 'money');
  draft.style(columnOf(body, column + 5), 'hours');
  row += horizonYears;

  const factors = `/(1+${draft.at(rate)})^(${draft.at(numbers)}-1)`;
  const operating = `(${draft.at(numbers)}>${draft.at(startUp)})`;
  const valueOf = (prevented: string): Content =>
    guarded(
      `${prevented}*${perEviction}*SUMPRODUCT(${operating}${factors})-${from.cost}*SUMPRODUCT((${draft.at(numbers)}>0)${factors})`,
    );
  const total = (
    offset: number,
    label: string,
    unit: string,
    content: Content,
    name: string,
    note: string,
  ): void => {
    draft.put(results + offset, 0, [[label, unit]]);
    const style = offset === 0 ? 'strongMoney' : offset === 3 ? 'hours' : 'money';
    context.name(name, draft.cell(results + offset, column, content, style));
    if (note !== '') draft.note(results + offset, noteColumn, note);
  };
  const { savings } = context.texts;
  const money = savings.unitMoneyPer1000;
  total(0, t.total, money, valueOf(from.prevented), 'present_value', t.totalNote);
  total(1, savings.low, money, valueOf(from.preventedLow), 'present_value_low', savings.intervalNote);
  total(2, savings.high, money, valueOf(from.preventedHigh), 'present_value_high', '');
  const [cumulated, crossings] = [draft.at(columnOf(body, column + 3)), draft.at(columnOf(body, column + 5))];
  const lastCumulated = cell(-1, column + 3);
  const payback: Reference = columnOf(body, column + 5);
  const never = `"${t.never}"`;
  total(
    3,
    t.paybackTotal,
    t.unitYears,
    guarded(
      `IF(COUNT(${cumulated})=${payback.rows},IF(${lastCumulated}<0,${never},MAX(0,${crossings})),NA())`,
    ),
    'payback_years',
    t.paybackNote,
  );
  return row + 2;
}
