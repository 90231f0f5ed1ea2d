import { didEffect, type GroupRates } from './did-effect';
import { StatsError } from './error';
import { checkEventYears } from './event-series';
import type { Trend } from './expected-rate';

/**
 * The effect that the method finds in year 0 when it pretends that the programme began a year earlier:
 * far from 0, it says that the method sees effects where there can be none.
 *
 * @throws StatsError `no-year-before` with fewer than two years before year 0
 */
export function placeboEffect(rates: GroupRates, trend: Trend = 'compound'): number {
  checkEventYears(rates.eventYears);
  if (Math.min(...rates.eventYears) > -2)
    throw new StatsError('no-year-before', { argument: 'eventYears', expected: -2 });
  const shifted = rates.eventYears.map((year) => year + 1);
  return didEffect({ ...rates, eventYears: shifted }, 1, trend);
}
