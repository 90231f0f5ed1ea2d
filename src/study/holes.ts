import { eventYears, type EvictionCount, type Programme, type StudyOptions } from './study';

/**
 * The calendar years of the window in which a group of an area lacks a count: a year is complete only when every
 * organisation of the group was counted. Null where the group has no counts at all.
 */
export function missingYears(
  options: Pick<StudyOptions, 'from' | 'to'>,
  { firstFullYear }: Programme,
  counts: readonly EvictionCount[],
): readonly number[] | null {
  const yearsOf = new Map<string, Set<number>>();
  for (const { organisation, year } of counts) {
    yearsOf.set(organisation, (yearsOf.get(organisation) ?? new Set()).add(year));
  }
  if (yearsOf.size === 0) return null;
  return eventYears(options)
    .map((eventYear) => firstFullYear - 1 + eventYear)
    .filter((year) => [...yearsOf.values()].some((years) => !years.has(year)));
}
