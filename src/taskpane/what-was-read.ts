import { includedProgrammes, type Study, type StudyTables } from '../study';
import { rememberLast } from './remember-last';
import type { TenanciesKind } from '../texts/en/pane';

/** What was read, as a person wants to see it before trusting a result. Pure. */
export interface WhatWasRead {
  /** Sheets, files or publications that something was read from, in the order of reading. */
  readonly sources: readonly string[];
  /** Those of them that hold counts. */
  readonly countSources: readonly string[];
  /** Tenancies of all areas together per event year, per area and year, one number per area, or both of these. */
  readonly tenancies: TenanciesKind;
  /** Weekly prevention hours of all included areas; null where one lacks them. */
  readonly weeklyHours: number | null;
  readonly costs: { readonly estimates: number; readonly mean: number } | null;
}

export interface AreaRow {
  readonly area: string;
  readonly years: string;
  readonly counts: number;
  readonly firstFullYear: number | null;
}

/** What is asked of the counts, of which there may be a hundred thousand: they are gone through once. */
interface CountsRead {
  readonly sources: readonly string[];
  /** How many have tenancies of their own. */
  readonly withTenancies: number;
  readonly areas: ReadonlyMap<
    string,
    { readonly counts: number; readonly first: number; readonly last: number }
  >;
}

const readOfCounts: (counts: StudyTables['counts']) => CountsRead = rememberLast(
  (counts) => [counts],
  (counts) => {
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
  },
);

export function whatWasRead(study: Study): WhatWasRead {
  const { counts, programmes, pooledTenancies, costs } = study.tables;
  const countSources = readOfCounts(counts).sources;
  const others = [...programmes, ...pooledTenancies, ...costs].map(({ place }) => place.source);
  const hours = includedProgrammes(study).map(({ weeklyHours }) => weeklyHours);
  return {
    sources: [...new Set([...countSources, ...others])],
    countSources,
    tenancies: tenanciesOf(study),
    weeklyHours:
      hours.length === 0 || hours.includes(null) ? null : hours.reduce<number>((sum, each) => sum + each!, 0),
    costs:
      costs.length === 0
        ? null
        : {
            estimates: costs.length,
            mean: costs.reduce((sum, { amount }) => sum + amount, 0) / costs.length,
          },
  };
}

function tenanciesOf({ tables }: Study): WhatWasRead['tenancies'] {
  if (tables.pooledTenancies.length > 0) return 'pooled';
  const yearly = readOfCounts(tables.counts).withTenancies;
  const isGivenOnce = tables.programmes.some(({ tenancies }) => tenancies !== null);
  if (yearly === 0) return isGivenOnce ? 'constant' : 'none';
  return yearly === tables.counts.length || !isGivenOnce ? 'yearly' : 'mixed';
}

/** One line per area, in the order of the programmes: which years have counts. */
export function areaRows({ tables: { programmes, counts } }: Study): AreaRow[] {
  const { areas } = readOfCounts(counts);
  const starts = new Map<string, number | null>();
  for (const { area, firstFullYear } of programmes) if (!starts.has(area)) starts.set(area, firstFullYear);
  for (const area of areas.keys()) if (!starts.has(area)) starts.set(area, null);
  return [...starts].map(([area, firstFullYear]) => {
    const read = areas.get(area);
    return {
      area,
      years: read ? `${read.first}–${read.last}` : '–',
      counts: read?.counts ?? 0,
      firstFullYear,
    };
  });
}
