import type { Place } from './grid';
import type { EvictionCount, Group } from './study';

/** A count that a table gives otherwise than before: null where it has none. */
export interface ChangedCount {
  readonly area: string;
  readonly group: Group;
  readonly organisation: string;
  readonly year: number;
  readonly what: 'evictions' | 'tenancies';
  readonly before: number | null;
  readonly now: number | null;
  /** Where it stands now, or stood. */
  readonly place: Place;
}

/** What has changed in the counts since they were read, in the order of the tables as they are now. */
export function changedCounts(
  before: readonly EvictionCount[],
  now: readonly EvictionCount[],
): readonly ChangedCount[] {
  const keyOf = ({ area, group, organisation, year }: EvictionCount): string =>
    JSON.stringify([area, group, organisation, year]);
  const known = new Map(before.map((count) => [keyOf(count), count]));
  const changes: ChangedCount[] = [];
  const compare = (old: EvictionCount | undefined, fresh: EvictionCount | undefined): void => {
    const { area, group, organisation, year, place, tenanciesPlace } = (fresh ?? old)!;
    for (const what of ['evictions', 'tenancies'] as const) {
      const [was, is] = [old?.[what] ?? null, fresh?.[what] ?? null];
      const where = what === 'tenancies' ? (tenanciesPlace ?? place) : place;
      if (was !== is)
        changes.push({ area, group, organisation, year, what, before: was, now: is, place: where });
    }
  };
  for (const count of now) {
    compare(known.get(keyOf(count)), count);
    known.delete(keyOf(count));
  }
  for (const count of known.values()) compare(count, undefined);
  return changes;
}
