import type { ReportContext, Simulation } from './context';
import type { DataReferences } from './data-sheet';
import type { Content, Reference } from './plan';
import { cellOf } from './references';
import type { SheetDraft } from './sheet-draft';
import { differs, putStamp } from './simulated-effect';

/**
 * Simulated savings, net results and break-even, and the probability that the programme pays: values, with the
 * stamp of how they were made.
 *
 * @returns the row below
 */
export function putSimulatedMoney(
  draft: SheetDraft,
  context: ReportContext,
  simulation: Simulation,
  years: readonly number[],
  firstRow: number,
  column: number,
  noteColumn: number,
  from: {
    readonly changes: Reference;
    readonly costs: DataReferences['costs'];
    readonly costPerEviction: Reference;
    readonly programmeCost: Reference;
    readonly programmeCostRange: Reference;
    readonly municipal: Reference;
  },
): number {
  const t = context.texts.simulated;
  const { savings } = context.texts;
  const { figures } = simulation;
  const money = years.map((year) => figures.years.find((each) => each.year === year)?.money ?? null);
  if (money.some((each) => each === null)) return firstRow;
  const ofYear = money as NonNullable<(typeof money)[number]>[];
  let row = firstRow;
  draft.put(row, 0, [[t.heading, '']], 'headerLeft');
  draft.headerBar(row, column + years.length, noteColumn - column - years.length);
  draft.put(row, column, [years.map((year): Content => `${savings.year} ${year}`)], 'header');
  draft.cell(row, noteColumn, savings.how, 'headerCaption');
  draft.note(row + 1, noteColumn, t.moneyHow);
  type Summary = 'savings' | 'net' | 'breakEvenPerEviction';
  const line = (
    label: string,
    unit: string,
    style: 'money' | 'share',
    content: (index: number) => Content,
    name?: string,
  ): void => {
    row += 1;
    draft.put(row, 0, [[label, unit]]);
    const reference = draft.put(row, column, [years.map((_, index) => content(index))], style);
    if (name)
      for (const [index, year] of years.entries())
        context.name(`${name}_${year}`, cellOf(reference, 0, index));
  };
  const summary = (what: Summary, label: string, unit: string): void => {
    const value =
      (part: 'median' | 'lower' | 'upper') =>
      (index: number): Content => {
        const number = ofYear[index]![what][part];
        return Number.isFinite(number) ? number : savings.noLimit;
      };
    line(`${label}, ${t.median}`, unit, 'money', value('median'));
    line(t.low, unit, 'money', value('lower'));
    line(t.high, unit, 'money', value('upper'));
  };
  summary('savings', savings.savings, savings.unitMoneyPer1000);
  summary('net', savings.net, savings.unitMoneyPer1000);
  summary('breakEvenPerEviction', savings.breakEvenPerEviction, savings.unitMoneyPerEviction);
  const { unitShare } = savings;
  line(t.paysAlone, unitShare, 'share', (i) => ofYear[i]!.paysAlone, 'pays_alone');
  if (figures.inputs.municipalSaving !== null)
    line(t.paysWith, unitShare, 'share', (i) => ofYear[i]!.paysWithMunicipality, 'pays_with_municipality');
  const locale = context.language === 'da' ? 'da' : 'en';
  for (const [index, saving] of figures.municipalSavings.entries())
    if (saving > 0)
      line(
        t.paysIf(saving.toLocaleString(locale)),
        unitShare,
        'share',
        (i) => ofYear[i]!.payingCurve[index]!,
      );

  row += 1;
  const first = firstRow + 1;
  context.name('simulated_money', {
    sheet: 'savings',
    row: first,
    column,
    rows: row - first,
    columns: years.length,
  });
  const stampRow = row;
  row += 3;
  const changes = putMoneyInputs(draft, context, simulation, row, column, from);
  putStamp(draft, stampRow, context, simulation, draft.at(changes));
  return changes.row + 2;
}

/** What the money was simulated from, and how many inputs have changed since, those of the counts included. */
function putMoneyInputs(
  draft: SheetDraft,
  context: ReportContext,
  { figures }: Simulation,
  firstRow: number,
  column: number,
  from: Parameters<typeof putSimulatedMoney>[7],
): Reference {
  const t = context.texts.simulated;
  const { savings } = context.texts;
  const { inputs } = figures;
  let row = firstRow;
  draft.cell(row, 0, t.inputs, 'heading');
  const differences: string[] = [draft.at(from.changes)];
  const stamped = (label: string, value: number | null, style: 'money' | 'share', now: string): void => {
    row += 1;
    draft.put(row, 0, [[label, '']]);
    const cell = draft.cell(row, column, value ?? savings.unknown, style);
    differences.push(value === null ? `ISNUMBER(${now})*1` : differs(draft.at(cell), now));
  };
  stamped(savings.costPerEviction, inputs.costPerEviction, 'money', draft.at(from.costPerEviction));
  if (from.costs)
    stamped(t.costsSquared, inputs.costsSquared, 'money', `SUMSQ(${draft.at(from.costs.amount)})`);
  stamped(savings.programmeCost, inputs.programmeCost, 'money', draft.at(from.programmeCost));
  stamped(savings.programmeCostRange, inputs.programmeCostRange, 'share', draft.at(from.programmeCostRange));
  stamped(savings.municipalSaving, inputs.municipalSaving, 'money', draft.at(from.municipal));
  row += 1;
  draft.put(row, 0, [[t.changes, context.texts.years.unitCount]]);
  const changes = draft.cell(row, column, { formula: `=${differences.join('+')}` }, 'money');
  context.name('simulated_money_changes', changes);
  return changes;
}
