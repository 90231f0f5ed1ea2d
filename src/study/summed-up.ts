import type { Assembled } from './assemble';
import type { EvictionCount, Group, Study } from './study';

/** What is shown of counts, of which there may be a hundred thousand. */
export interface CountsSummary {
  readonly number: number;
  readonly sources: readonly string[];
  /** How many have tenancies of their own. */
  readonly withTenancies: number;
  readonly areas: ReadonlyMap<string, AreaSummary>;
}

export interface AreaSummary {
  readonly counts: number;
  readonly first: number;
  readonly last: number;
  /** Of the groups in which a count has no tenancies of its own: how many organisations were counted. */
  readonly lacking: Readonly<Partial<Record<Group, number>>>;
}

/** A study as it is shown and answered: everything but the counts themselves. */
export type SummedStudy = Study<CountsSummary>;
export type Summed = Assembled<CountsSummary>;

/** The same study with its counts summed up. Pure; the counts are gone through once. */
export function summedUp({ tables, ...study }: Study): SummedStudy {
  return { ...study, tables: { ...tables, counts: summaryOf(tables.counts) } };
}

function summaryOf(counts: readonly EvictionCount[]): CountsSummary {
  const sources = new Set<string>();
  const areas = new Map<string, { counts: number; first: number; last: number }>();
  const groups = new Map<string, Map<Group, { organisations: Set<string>; isLacking: boolean }>>();
  let withTenancies = 0;
  for (const { area, group, organisation, year, tenancies, place } of counts) {
    sources.add(place.source);
    if (tenancies !== null) withTenancies += 1;
    const row = areas.get(area);
    if (row) {
      row.counts += 1;
      row.first = Math.min(row.first, year);
      row.last = Math.max(row.last, year);
    } else {
      areas.set(area, { counts: 1, first: year, last: year });
      groups.set(area, new Map());
    }
    const ofArea = groups.get(area)!;
    const known = ofArea.get(group) ?? { organisations: new Set(), isLacking: false };
    known.organisations.add(organisation);
    known.isLacking ||= tenancies === null;
    ofArea.set(group, known);
  }
  const lackingIn = (area: string): AreaSummary['lacking'] =>
    Object.fromEntries(
      [...groups.get(area)!]
        .filter(([, { isLacking }]) => isLacking)
        .map(([group, { organisations }]) => [group, organisations.size]),
    );
  const summed = [...areas].map(([area, row]) => [area, { ...row, lacking: lackingIn(area) }] as const);
  return { number: counts.length, sources: [...sources], withTenancies, areas: new Map(summed) };
}
