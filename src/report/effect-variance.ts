import type { Group } from '../study';
import type { ReportContext } from './context';
import { derivativeFormulas, type GroupAddresses } from './effect-formulas';
import { guarded } from './guarded';
import type { Reference } from './plan';
import { cellOf } from './references';
import type { SheetDraft } from './sheet-draft';
import type { Line, YearTable } from './year-table';
import type { YearsReferences } from './years-sheet';

export interface EffectVariance {
  /** Variance of the effect in each year after the start, before overdispersion. */
  readonly total: Reference;
  /** Derivatives of the effect in a year with respect to the intervention areas' counts, one row per year. */
  readonly inIntervention: ReadonlyMap<number, Reference>;
}

/**
 * The delta method in the open: derivatives by count, and each part of the variance. A control count that
 * enters several event years varies once, so its derivative is the sum over its uses.
 */
export function putVariance(
  draft: SheetDraft,
  table: YearTable,
  source: YearsReferences,
  context: ReportContext,
  addresses: Readonly<Record<Group, GroupAddresses>>,
): EffectVariance {
  const t = context.texts.effect;
  table.heading(t.interval, t.intervalHow);
  const derivatives = (group: Group, label: string): Map<number, Reference> =>
    new Map(
      table.after.map((k) => {
        const formula = derivativeFormulas(addresses[group], table.years, k);
        const line: Line = {
          label: `${label} ${k}`,
          unit: t.unitDerivative,
          content: (year) => guarded(formula(year)),
          style: 'derivative',
          years: table.years,
        };
        const isFirst = group === 'intervention' && k === table.after[0];
        return [k, table.line(isFirst ? { ...line, note: t.derivativeNote } : line)];
      }),
    );
  const inIntervention = derivatives('intervention', t.derivativeIntervention);
  const inControl = derivatives('control', t.derivativeControl);

  const { shared } = source;
  const sharedTotals = shared && putSharedTotals(draft, table, shared, context);
  const squares = (row: Reference, counts: string): string => `SUMPRODUCT(${draft.at(row)}^2,${counts})`;
  const controlCounts = draft.at(source.control.evictions);
  const enteringOnce = sharedTotals ? `${controlCounts}-${draft.at(sharedTotals)}` : controlCounts;
  const part = (label: string, formula: (k: number) => string, note?: string): Reference =>
    table.line({
      label,
      unit: t.unitVariance,
      content: (k) => guarded(formula(k)),
      style: 'variance',
      ...(note === undefined ? {} : { note }),
    });
  const parts = [
    part(
      t.partIntervention,
      (k) => squares(inIntervention.get(k)!, draft.at(source.intervention.evictions)),
      t.partNote,
    ),
    part(t.partControl, (k) => squares(inControl.get(k)!, enteringOnce)),
    ...(shared
      ? [part(t.partShared, (k) => sharedVariance(draft, table, shared, inControl.get(k)!), t.partSharedNote)]
      : []),
  ];
  const total = part(t.variance, (k) => parts.map((each) => table.at(each, k)).join('+'));
  return { total, inIntervention };
}

type Shared = NonNullable<YearsReferences['shared']>;

function usesIn(draft: SheetDraft, shared: Shared, index: number): string {
  return draft.at({ ...shared.uses, column: shared.uses.column + index, columns: 1 });
}

function putSharedTotals(
  draft: SheetDraft,
  table: YearTable,
  shared: Shared,
  context: ReportContext,
): Reference {
  const t = context.texts.effect;
  return table.line({
    label: t.ofWhichShared,
    unit: t.unitCount,
    content: (year) =>
      guarded(`SUMPRODUCT(${usesIn(draft, shared, year - table.years[0]!)}*${draft.at(shared.count)})`),
    style: 'count',
    note: t.ofWhichSharedNote,
    years: table.years,
  });
}

/** Over the shared counts: (sum of derivatives over its uses)² · count. */
function sharedVariance(draft: SheetDraft, table: YearTable, shared: Shared, derivatives: Reference): string {
  const sum = table.years
    .map((_, index) => `${usesIn(draft, shared, index)}*${draft.at(cellOf(derivatives, 0, index))}`)
    .join('+');
  // Multiplied, not listed: a count that is no number must not pass for 0.
  return `SUMPRODUCT((${sum})^2*${draft.at(shared.count)})`;
}
