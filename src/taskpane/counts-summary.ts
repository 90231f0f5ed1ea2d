import type { EvictionCount } from '../study';

/** What the pane shows of the counts, of which there may be a hundred thousand. */
export interface CountsSummary {
  readonly sources: readonly string[];
  /** How many have tenancies of their own. */
  readonly withTenancies: number;
  readonly areas: ReadonlyMap<
    string,
    { readonly counts: number; readonly first: number; readonly last: number }
  >;
}

const known = new WeakMap<readonly EvictionCount[], CountsSummary>();

/** The summary of counts, which are gone through once. */
export function summaryOf(counts: readonly EvictionCount[]): CountsSummary {
  const before = known.get(counts);
  if (before) return before;
  const summary = summarise(counts);
  known.set(counts, summary);
  return summary;
}

/** Takes over what was summed up elsewhere. */
export function rememberSummary(counts: readonly EvictionCount[], summary: CountsSummary): void {
  known.set(counts, summary);
}

function summarise(counts: readonly EvictionCount[]): CountsSummary {
  const sources = new Set<string>();
  const areas = new Map<string, { counts: number; first: number; last: number }>();
  let withTenancies = 0;
  for (const { area, year, tenancies, place } of counts) {
    sources.add(place.source);
    if (tenancies !== null) withTenancies += 1;
    const row = areas.get(area);
    if (!row) {
      areas.set(area, { counts: 1, first: year, last: year });
      continue;
    }
    row.counts += 1;
    row.first = Math.min(row.first, year);
    row.last = Math.max(row.last, year);
  }
  return { sources: [...sources], withTenancies, areas };
}
