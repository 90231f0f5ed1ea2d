import { eventYear, type SharedCount, type StudyCounts } from '../stats';
import {
  eventYears,
  groups,
  includedProgrammes,
  type EvictionCount,
  type Group,
  type Programme,
  type Study,
} from './study';

/** One control organisation's count in one calendar year that enters the pooled series more than once. */
export interface SharedControlCount extends SharedCount {
  readonly organisation: string;
  readonly year: number;
}

export interface AlignedStudy extends StudyCounts {
  readonly sharedCounts: readonly SharedControlCount[];
}

/**
 * Where tenancies come from: the pooled table if there is one, else the count's own row, else the programme's
 * one number for every year. Null where none is given.
 */
export function tenanciesOf(count: EvictionCount, programme: Programme): number | null {
  if (count.tenancies !== null) return count.tenancies;
  return count.group === 'intervention' ? programme.tenancies : programme.controlTenancies;
}

/** Counts per group and event year over all included areas, for a study in which `checkStudy` found no error. */
export function alignStudy(study: Study): AlignedStudy {
  const years = eventYears(study.options);
  const programmes = new Map(includedProgrammes(study).map((programme) => [programme.area, programme]));
  const zeros = (): number[] => years.map(() => 0);
  const sums = {
    intervention: { evictions: zeros(), tenancies: zeros() },
    control: { evictions: zeros(), tenancies: zeros() },
  };
  const controls = new Map<string, { organisation: string; year: number; count: number; uses: number[] }>();

  for (const count of study.tables.counts) {
    const programme = programmes.get(count.area);
    if (!programme) continue;
    const index = eventYear(count.year, programme.firstFullYear) - study.options.from;
    if (index < 0 || index >= years.length) continue;
    const sum = sums[count.group];
    sum.evictions[index]! += count.evictions;
    sum.tenancies[index]! += tenanciesOf(count, programme) ?? 0;
    if (count.group === 'control') {
      const key = `${count.year} ${count.organisation}`;
      const { organisation, year, evictions } = count;
      const distinct = controls.get(key) ?? { organisation, year, count: evictions, uses: zeros() };
      distinct.uses[index]! += 1;
      controls.set(key, distinct);
    }
  }
  takePooledTenancies(study, sums);
  const isShared = (uses: readonly number[]): boolean => uses.reduce((total, use) => total + use, 0) > 1;
  return {
    eventYears: years,
    ...sums,
    sharedCounts: [...controls.values()].filter(({ uses }) => isShared(uses)),
  };
}

function takePooledTenancies(study: Study, sums: Record<Group, { tenancies: number[] }>): void {
  if (study.tables.pooledTenancies.length === 0) return;
  for (const group of groups) sums[group].tenancies.fill(0);
  for (const { eventYear: pooledYear, group, tenancies } of study.tables.pooledTenancies) {
    const index = pooledYear - study.options.from;
    if (index >= 0 && index < sums[group].tenancies.length) sums[group].tenancies[index] = tenancies;
  }
}
