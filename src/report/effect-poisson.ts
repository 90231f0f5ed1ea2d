import type { ReportContext } from './context';
import { guarded } from './guarded';
import type { Reference, StyleName } from './plan';
import { cellOf } from './references';
import type { SheetDraft } from './sheet-draft';
import type { YearTable } from './year-table';
import type { YearsReferences } from './years-sheet';

/** A year after the start, or null for all of them together. */
type Period = number | null;

/**
 * Poisson difference-in-differences: the log-linear model with group, period and their product, in closed form
 * for pooled counts; for every year after the start, and for all of them together.
 */
export function putPoisson(
  draft: SheetDraft,
  table: YearTable,
  source: YearsReferences,
  context: ReportContext,
  normalQuantile: string,
): void {
  const t = context.texts.effect;
  table.heading(t.poisson, t.poissonNote);
  const first = table.years[0]!;
  const before = (row: Reference): string => `SUM(${draft.at({ ...row, columns: 1 - first })})`;
  const allAfter = (row: Reference): string =>
    `SUM(${draft.at({ ...row, column: row.column + 1 - first, columns: table.after.length })})`;
  const after = (row: Reference, period: Period): string =>
    period === null ? allAfter(row) : table.at(row, period);
  const cellsOf = (period: Period) =>
    [source.intervention, source.control].flatMap(({ evictions, tenancies }) => [
      { count: after(evictions, period), tenancies: after(tenancies, period) },
      { count: before(evictions), tenancies: before(tenancies) },
    ]);

  const line = (
    label: string,
    unit: string,
    style: StyleName,
    formula: (period: Period, column: number) => string,
    rest: { readonly note?: string; readonly name?: string } = {},
  ): Reference => {
    const { row } = table;
    const columnOf = (period: Period): number => (period ?? table.years.at(-1)! + 1) - first;
    const content = (period: Period) => guarded(formula(period, columnOf(period)));
    const { note } = rest;
    const reference = table.line({ label, unit, style, content, ...(note === undefined ? {} : { note }) });
    const all = draft.cell(row, table.allColumn, content(null), style);
    if (rest.name !== undefined) context.name(rest.name, all);
    return reference;
  };
  const at = (row: Reference, column: number): string => draft.at(cellOf(row, 0, column));

  const smallest = (period: Period): string =>
    `MIN(${cellsOf(period)
      .map(({ count }) => count)
      .join(',')})`;
  const { intervention, control } = source;
  const missing = `SUMSQ(${draft.at(intervention.missing)},${draft.at(control.missing)})`;
  const correctionOf = (period: Period): string => `IF(${missing}=0,IF(${smallest(period)}=0,0.5,0),NA())`;
  const correction = line(t.correction, '', 'ratio', correctionOf, { note: t.correctionNote });
  const ratioOf = (period: Period, column: number): string => {
    const [a, b, c, d] = cellsOf(period).map(
      ({ count, tenancies }) => `((${count}+${at(correction, column)})/${tenancies})`,
    );
    return `(${a!}/${b!})/(${c!}/${d!})`;
  };
  const ratio = line(t.ratio, '', 'ratio', ratioOf, { note: t.ratioNote });
  const errorOf = (period: Period, column: number): string =>
    `SQRT(${cellsOf(period)
      .map(({ count }) => `1/(${count}+${at(correction, column)})`)
      .join('+')})`;
  const error = line(t.logError, '', 'ratio', errorOf, { note: t.logErrorNote });
  const reach = (column: number): string => `${normalQuantile}*${at(error, column)}`;
  const share = t.unitShare;
  line(t.reduction, share, 'strongShare', (_, i) => `1-${at(ratio, i)}`, {
    note: t.reductionNote,
    name: 'poisson_reduction',
  });
  line(t.low, share, 'share', (_, i) => `1-${at(ratio, i)}*EXP(${reach(i)})`, {
    name: 'poisson_low',
    ...(source.shared && { note: t.poissonShared }),
  });
  line(t.high, share, 'share', (_, i) => `1-${at(ratio, i)}*EXP(-1*${reach(i)})`, { name: 'poisson_high' });
  line(t.p, '', 'probability', (_, i) => `2*(1-NORM.S.DIST(ABS(LN(${at(ratio, i)}))/${at(error, i)},TRUE))`, {
    note: t.pNote,
  });
}
