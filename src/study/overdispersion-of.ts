import { overdispersion, StatsError } from '../stats';
import type { AlignedStudy } from './align';
import { eventYears, includedProgrammes, type Study } from './study';

/** Beyond this number of areas nothing is shown area by area: it would be longer than anybody reads. */
export const mostAreasInDetail = 200;

/**
 * By how much the intervention areas' counts vary more than Poisson counts would; null where that cannot be
 * told: a single area, no events, or more than `mostAreasInDetail` areas, which the workbook does not list.
 */
export function overdispersionOf(study: Study, aligned: AlignedStudy): number | null {
  const programmes = includedProgrammes(study);
  if (programmes.length > mostAreasInDetail) return null;
  const years = eventYears(study.options);
  const rows = new Map(programmes.map(({ area }) => [area, years.map(() => 0)]));
  const starts = new Map(programmes.map(({ area, firstFullYear }) => [area, firstFullYear]));
  for (const { area, group, year, evictions } of study.tables.counts) {
    const row = group === 'intervention' ? rows.get(area) : undefined;
    const index = row ? aligned.eventYears.indexOf(year - starts.get(area)! + 1) : -1;
    if (row && index >= 0) row[index]! += evictions;
  }
  try {
    return overdispersion([...rows.values()]);
  } catch (error) {
    if (error instanceof StatsError) return null;
    throw error;
  }
}

/** The factor that a study's intervals are widened by: 1 unless it was chosen and can be told. */
export function chosenOverdispersion(study: Study, aligned: AlignedStudy): number {
  return study.options.overdispersion ? (overdispersionOf(study, aligned) ?? 1) : 1;
}
