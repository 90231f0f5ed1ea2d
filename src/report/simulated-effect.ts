import type { Study } from '../study';
import type { DrawSummary, YearSimulation } from '../stats';
import type { ReportContext, Simulation } from './context';
import type { DataReferences } from './data-sheet';
import type { Content, Reference } from './plan';
import { fixed, sentence } from './sentence';
import type { SheetDraft } from './sheet-draft';
import type { YearTable } from './year-table';
import type { YearsReferences } from './years-sheet';

/** Rows that the simulated figures take on Effect, heading and empty row included. */
export const simulatedRows = 11;

/** Simulated effects and evictions prevented: values, with the stamp of how they were made. */
export function putSimulatedEffect(
  draft: SheetDraft,
  table: YearTable,
  context: ReportContext,
  simulation: Simulation,
  /** The cell that counts inputs changed since. */
  changes: Reference,
): void {
  const t = context.texts.simulated;
  const { years } = simulation.figures;
  table.heading(t.heading, t.how);
  const first = table.row;
  const line = (
    label: string,
    style: 'share' | 'number' | 'probability',
    unit: string,
    name: string,
    of: (year: YearSimulation) => number,
  ): Reference =>
    table.line({
      label,
      unit,
      style,
      name: `simulated_${name}`,
      content: (year) => of(years.find((each) => each.year === year)!),
    });
  const summary = (
    what: 'effect' | 'prevented',
    labels: readonly [string, string, string],
    unit: string,
    style: 'share' | 'number',
  ): void => {
    const parts: readonly (keyof DrawSummary)[] = ['median', 'lower', 'upper'];
    const names = [what, `${what}_low`, `${what}_high`];
    for (const [index, part] of parts.entries())
      line(labels[index]!, style, unit, names[index]!, (year) => year[what][part]);
  };
  const { effect } = context.texts;
  summary('effect', [t.effect, t.low, t.high], effect.unitPoints, 'share');
  line(t.probability, 'share', effect.unitShare, 'probability', (year) => year.probabilityAboveZero);
  summary('prevented', [t.prevented, t.low, t.high], effect.unitPrevented, 'number');
  context.name('simulated_figures', {
    sheet: 'effect',
    row: first,
    column: table.firstColumn,
    rows: table.row - first,
    columns: table.years.length,
  });
  putStamp(draft, table.row, context, simulation, draft.at(changes));
  table.row += 3;
}

/** How and when the figures were made, and whether the inputs are still those. */
export function putStamp(
  draft: SheetDraft,
  row: number,
  context: ReportContext,
  { figures, at }: Simulation,
  changes: string,
): void {
  const t = context.texts.simulated;
  const values = {
    draws: fixed(String(figures.draws), 0),
    seed: String(figures.seed),
    time: `"${at}"`,
  };
  const unchanged = `IF(${changes}=0,${sentence(t.unchanged, {})},"")`;
  draft.cell(row, 0, { formula: `=${sentence(t.stamp, values)}&${unchanged}` }, 'caption');
  const changed = sentence(t.changed, { number: fixed(changes, 0) });
  draft.cell(row + 1, 0, { formula: `=IF(${changes}=0,"",${changed})` }, 'warning');
}

/** What the figures were made from, row by row beside what stands now, and how many of these differ. */
export function putSimulatedInputs(
  draft: SheetDraft,
  table: YearTable,
  study: Study,
  data: DataReferences,
  source: YearsReferences,
  context: ReportContext,
  { figures }: Simulation,
  choices: { readonly trend: string; readonly confidence: string },
): Reference {
  const t = context.texts.simulated;
  const { inputs } = figures;
  table.heading(t.inputs, t.inputsNote);
  const differences: string[] = [];
  for (const group of ['intervention', 'control'] as const) {
    for (const what of ['evictions', 'tenancies'] as const) {
      const values = inputs[group][what];
      const row = table.line({
        label: `${context.texts.groupAreas[group]}: ${context.texts.years[what].toLocaleLowerCase()}`,
        unit: context.texts.years.unitCount,
        content: (year) => values[year - table.years[0]!]!,
        style: 'count',
        years: table.years,
      });
      if (what === 'evictions') context.name(`simulated_${group}_evictions`, row);
      const changed = `SUMPRODUCT((ABS(${draft.at(row)}-${draft.at(source[group][what])})>0.000001)*1)`;
      // Where a word has been typed, at least one has changed.
      differences.push(`IFERROR(${changed},1)`);
    }
  }
  const single = (
    label: string,
    value: Content,
    style: 'right' | 'share' | 'count',
    now: string,
  ): Reference => {
    draft.put(table.row, 0, [[label, '']]);
    const cell = draft.cell(table.row, table.firstColumn, value, style);
    differences.push(
      typeof value === 'number' ? differs(draft.at(cell), now) : `(${draft.at(cell)}<>${now})*1`,
    );
    table.row += 1;
    return cell;
  };
  single(t.trend, context.texts.trends[study.options.trend], 'right', choices.trend);
  single(t.confidence, inputs.confidence, 'share', choices.confidence);
  const squares = single(
    t.countsSquared,
    inputs.countsSquared,
    'count',
    `SUMSQ(${draft.at(data.evictions)})`,
  );
  context.name('simulated_squares', squares);
  draft.put(table.row, 0, [[t.changes, context.texts.years.unitCount]]);
  const changes = draft.cell(table.row, table.firstColumn, { formula: `=${differences.join('+')}` }, 'count');
  context.name('simulated_changes', changes);
  table.row += 2;
  return changes;
}

/** 1 where a number is no longer what it was, or no number any more; 0 where it is. */
export function differs(was: string, now: string): string {
  return `IF(ISNUMBER(${now}),(ABS(${was}-${now})>0.000000001*MAX(1,ABS(${was})))*1,1)`;
}
