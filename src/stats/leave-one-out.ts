import { didEffect } from './did-effect';
import { StatsError } from './error';
import type { Trend } from './expected-rate';
import { type GroupSeries, groupRates } from './study-counts';

/** One area and its control, by event year. */
export interface AreaSeries {
  readonly intervention: GroupSeries;
  readonly control: GroupSeries;
}

function pool(areas: readonly AreaSeries[], group: keyof AreaSeries): GroupSeries {
  const sum = (field: keyof GroupSeries): number[] =>
    areas[0]![group][field].map((_, i) => areas.reduce((total, area) => total + area[group][field][i]!, 0));
  return { evictions: sum('evictions'), tenancies: sum('tenancies') };
}

/**
 * The effect when each area in turn is left out: one that hangs on a single area is no effect of a programme.
 *
 * @returns one effect per area, in the order given
 * @throws StatsError `too-few` with fewer than two areas
 */
export function leaveOneOut(
  eventYears: readonly number[],
  areas: readonly AreaSeries[],
  year: number,
  trend: Trend = 'compound',
): number[] {
  if (areas.length < 2)
    throw new StatsError('too-few', { argument: 'areas', value: areas.length, expected: 2 });
  return areas.map((left) => {
    const others = areas.filter((area) => area !== left);
    const counts = {
      eventYears,
      intervention: pool(others, 'intervention'),
      control: pool(others, 'control'),
    };
    return didEffect(groupRates(counts), year, trend);
  });
}
