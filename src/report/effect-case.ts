import type { Group } from '../study';
import type { ReportContext } from './context';
import { derivativeFormulas, trendLevel, type GroupAddresses } from './effect-formulas';
import { guarded } from './guarded';
import type { Reference } from './plan';
import { cellOf } from './references';
import type { SheetDraft } from './sheet-draft';
import type { YearTable } from './year-table';
import type { YearsReferences } from './years-sheet';

/** One group's rows of a case: one cell per event year of the table. */
export interface CaseRows {
  readonly evictions: Reference;
  readonly tenancies: Reference;
  readonly rates: Reference;
}

/** Another way to look at the same study: another trend, another year, an area less. */
export interface EffectCase {
  readonly rows: Readonly<Record<Group, CaseRows>>;
  /** A cell that names the trend, or `fixedTrend`. */
  readonly trend: string;
  readonly yearRow: Reference;
  /** How often a shared count enters an event year, as a column of the shared counts; null where none is shared. */
  readonly sharedUses: ((year: number) => string) | null;
}

/** What stands in the cells of a case: formulas without their `=`. */
export interface CaseFormulas {
  readonly effect: string;
  readonly low: string;
  readonly high: string;
}

export function caseAddresses(
  draft: SheetDraft,
  table: YearTable,
  each: EffectCase,
  group: Group,
): GroupAddresses {
  const { rates, tenancies } = each.rows[group];
  const upTo0 = { columns: 1 - table.years[0]! };
  return {
    first: table.years[0]!,
    trend: each.trend,
    rate: (year) => table.at(rates, year),
    year: (year) => table.at(each.yearRow, year),
    tenancies: (year) => table.at(tenancies, year),
    ratesUpTo0: draft.at({ ...rates, ...upTo0 }),
    yearsUpTo0: draft.at({ ...each.yearRow, ...upTo0 }),
  };
}

/** How often shared counts enter each event year in the study as it stands. */
export function usesOf(draft: SheetDraft, shared: YearsReferences['shared'], firstYear: number) {
  if (!shared) return null;
  return (year: number): string =>
    draft.at({ ...shared.uses, column: shared.uses.column + year - firstYear, columns: 1 });
}

/** Fall beyond the trend: actual less expected, as a share of the level in year 0. */
function beyond(addresses: GroupAddresses, k: number): string {
  return `(${trendLevel(addresses, k)}-${addresses.rate(k)})/${addresses.rate(0)}`;
}

/**
 * The effect of a case in year `k` with its limits. The derivatives that the interval is reckoned from are put
 * as two rows where `workings` stands.
 */
export function caseFormulas(
  draft: SheetDraft,
  workings: YearTable,
  context: ReportContext,
  source: YearsReferences,
  each: EffectCase,
  k: number,
  label: string,
  scale: { readonly z: string; readonly overdispersion: string },
): CaseFormulas {
  const { texts } = context;
  const derivatives = (group: Group): Reference => {
    const formula = derivativeFormulas(caseAddresses(draft, workings, each, group), workings.years, k);
    return workings.line({
      label: `${label}: ${texts.groups[group]}`,
      unit: texts.effect.unitDerivative,
      content: (year) => guarded(formula(year)),
      style: 'derivative',
      years: workings.years,
    });
  };
  const rows = { intervention: derivatives('intervention'), control: derivatives('control') };
  const squares = (group: Group): string =>
    `SUMPRODUCT(${draft.at(rows[group])}^2,${draft.at(each.rows[group].evictions)})`;
  const variance = [squares('intervention'), squares('control')];
  if (each.sharedUses && source.shared) {
    // A shared count varies once: (sum over its uses)² in place of the sum of the squares.
    const terms = workings.years.map((year) => ({
      uses: each.sharedUses!(year),
      derivative: draft.at(cellOf(rows.control, 0, year - workings.years[0]!)),
    }));
    const once = terms.map(({ uses, derivative }) => `${uses}*${derivative}`).join('+');
    const apart = terms.map(({ uses, derivative }) => `${uses}*${derivative}^2`).join('+');
    variance.push(`SUMPRODUCT(((${once})^2-(${apart}))*${draft.at(source.shared.count)})`);
  }
  const effect = (['intervention', 'control'] as const)
    .map((group) => beyond(caseAddresses(draft, workings, each, group), k))
    .join('-');
  const reach = `${scale.z}*SQRT(${scale.overdispersion}*(${variance.join('+')}))`;
  return { effect, low: `(${effect})-${reach}`, high: `(${effect})+${reach}` };
}
