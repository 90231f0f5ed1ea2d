import { eventYear, type SharedCount, type StudyCounts } from '../stats';
import { eventYears, groups, type EvictionCount, type Group, type Programme, type Study } from './study';

/** What one organisation counted in one calendar year; a control may enter several event years with it. */
export interface DistinctCount extends SharedCount {
  readonly organisation: string;
  readonly year: number;
}

export interface AlignedStudy extends StudyCounts {
  /** Every distinct count of the control areas, whether it is used once or more. */
  readonly sharedCounts: readonly DistinctCount[];
}

/**
 * Tenancies beside a count: its own row's, else the programme's one number for every year; null where none is
 * given. A pooled table, where there is one, takes their place.
 */
export function tenanciesOf(count: EvictionCount, programme: Programme): number | null {
  if (count.tenancies !== null) return count.tenancies;
  return count.group === 'intervention' ? programme.tenancies : programme.controlTenancies;
}

type UsedCount = DistinctCount & { readonly uses: number[] };

/** The distinct control counts: a control is the same organisation for every area that it serves. */
class DistinctCounts {
  readonly all: UsedCount[] = [];
  private readonly known = new Map<string, Map<number, UsedCount>>();

  constructor(private readonly zeros: () => number[]) {}

  of({ organisation, year, evictions }: EvictionCount): UsedCount {
    const ofOrganisation = within(this.known, organisation);
    const before = ofOrganisation.get(year);
    if (before) return before;
    const count = { organisation, year, count: evictions, uses: this.zeros() };
    ofOrganisation.set(year, count);
    this.all.push(count);
    return count;
  }
}

function within<Key, Inner>(map: Map<string, Map<Key, Inner>>, key: string): Map<Key, Inner> {
  const before = map.get(key);
  if (before) return before;
  const inner = new Map<Key, Inner>();
  map.set(key, inner);
  return inner;
}

/**
 * Programmes by area, made once for each table: a study is aligned many times, and making a map of more than 4,096
 * takes milliseconds, since JavaScript's engine fetches memory for it from the system each time.
 */
const indexes = new WeakMap<readonly Programme[], ReadonlyMap<string, Programme>>();

function byArea(programmes: readonly Programme[]): ReadonlyMap<string, Programme> {
  const before = indexes.get(programmes);
  if (before) return before;
  const index = new Map(programmes.map((programme) => [programme.area, programme]));
  indexes.set(programmes, index);
  return index;
}

/** Counts per group and event year over all included areas, for a study in which `checkStudy` found no error. */
export function alignStudy(study: Study): AlignedStudy {
  const years = eventYears(study.options);
  const programmes = byArea(study.tables.programmes);
  const left = new Set(study.options.exclude);
  const includedIn = (area: string): Programme | undefined =>
    left.has(area) ? undefined : programmes.get(area);
  const zeros = (): number[] => years.map(() => 0);
  const sums = {
    intervention: { evictions: zeros(), tenancies: zeros() },
    control: { evictions: zeros(), tenancies: zeros() },
  };
  const distinct = new DistinctCounts(zeros);

  let area: string | undefined;
  let programme: Programme | undefined;
  for (const count of study.tables.counts) {
    // Most tables name an area in one row after the other: it is looked up once for all of them.
    if (count.area !== area) {
      area = count.area;
      programme = includedIn(area);
    }
    if (!programme) continue;
    const index = eventYear(count.year, programme.firstFullYear) - study.options.from;
    if (index < 0 || index >= years.length) continue;
    const sum = sums[count.group];
    sum.evictions[index]! += count.evictions;
    sum.tenancies[index]! += tenanciesOf(count, programme) ?? 0;
    if (count.group === 'control') distinct.of(count).uses[index]! += 1;
  }
  takePooledTenancies(study, sums);
  return { eventYears: years, ...sums, sharedCounts: distinct.all };
}

function takePooledTenancies(study: Study, sums: Record<Group, { tenancies: number[] }>): void {
  if (study.tables.pooledTenancies.length === 0) return;
  for (const group of groups) sums[group].tenancies.fill(0);
  for (const { eventYear: pooledYear, group, tenancies } of study.tables.pooledTenancies) {
    const index = pooledYear - study.options.from;
    if (index >= 0 && index < sums[group].tenancies.length) sums[group].tenancies[index] = tenancies;
  }
}
