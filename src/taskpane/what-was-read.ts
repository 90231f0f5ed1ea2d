import { includedProgrammes, type SummedStudy } from '../study';
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

export function whatWasRead(study: SummedStudy): WhatWasRead {
  const { counts, programmes, pooledTenancies, costs } = study.tables;
  const countSources = counts.sources;
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

function tenanciesOf({ tables }: SummedStudy): WhatWasRead['tenancies'] {
  if (tables.pooledTenancies.length > 0) return 'pooled';
  const yearly = tables.counts.withTenancies;
  const isGivenOnce = tables.programmes.some(({ tenancies }) => tenancies !== null);
  if (yearly === 0) return isGivenOnce ? 'constant' : 'none';
  return yearly === tables.counts.number || !isGivenOnce ? 'yearly' : 'mixed';
}

/** One line per area, in the order of the programmes: which years have counts. */
export function areaRows({ tables: { programmes, counts } }: SummedStudy): AreaRow[] {
  const { areas } = counts;
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
