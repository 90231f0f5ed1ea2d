import { includedProgrammes, type Study } from '../study';
import type { TenanciesKind } from '../texts/en/pane';

/** What was read, as a person wants to see it before trusting a result. Pure. */
export interface WhatWasRead {
  /** Sheets, files or publications that something was read from, in the order of reading. */
  readonly sources: readonly string[];
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

export function whatWasRead(study: Study): WhatWasRead {
  const { counts, programmes, pooledTenancies, costs } = study.tables;
  const places = [...counts, ...programmes, ...pooledTenancies, ...costs].map(({ place }) => place.source);
  const hours = includedProgrammes(study).map(({ weeklyHours }) => weeklyHours);
  return {
    sources: [...new Set(places)],
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
  const yearly = tables.counts.filter(({ tenancies }) => tenancies !== null).length;
  const isGivenOnce = tables.programmes.some(({ tenancies }) => tenancies !== null);
  if (yearly === 0) return isGivenOnce ? 'constant' : 'none';
  return yearly === tables.counts.length || !isGivenOnce ? 'yearly' : 'mixed';
}

/** One line per area, in the order of the programmes: which years have counts. One pass, however many areas. */
export function areaRows({ tables: { programmes, counts } }: Study): AreaRow[] {
  const rows = new Map<string, { counts: number; first: number; last: number; start: number | null }>();
  const rowOf = (area: string, start: number | null) => {
    const known = rows.get(area);
    if (known) return known;
    const row = { counts: 0, first: Infinity, last: -Infinity, start };
    rows.set(area, row);
    return row;
  };
  for (const { area, firstFullYear } of programmes) rowOf(area, firstFullYear);
  for (const { area, year } of counts) {
    const row = rowOf(area, null);
    row.counts += 1;
    row.first = Math.min(row.first, year);
    row.last = Math.max(row.last, year);
  }
  return [...rows].map(([area, row]) => ({
    area,
    years: row.counts === 0 ? '–' : `${row.first}–${row.last}`,
    counts: row.counts,
    firstFullYear: row.start,
  }));
}
