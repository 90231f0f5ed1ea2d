import { checkEventYears, checkYearAfterStart, valueAboveZero, valueInYear } from './event-series';
import { expectedRate, type Trend } from './expected-rate';

/** Falls since year 0, as shares of the year-0 level; series as in `expectedRate`. Negative is a rise. */

/** The fall that the trend alone would have brought. */
export function expectedFall(
  eventYears: readonly number[],
  rates: readonly number[],
  year: number,
  trend: Trend = 'compound',
): number {
  const expected = expectedRate(eventYears, rates, year, trend);
  return 1 - expected / valueAboveZero(eventYears, rates, 0);
}

/** The fall that was seen. */
export function actualFall(eventYears: readonly number[], rates: readonly number[], year: number): number {
  checkEventYears(eventYears);
  checkYearAfterStart(year);
  return 1 - valueInYear(eventYears, rates, year) / valueAboveZero(eventYears, rates, 0);
}

/** The fall beyond the trend: the report's A in the intervention areas and B in the control areas. */
export function fallBeyondTrend(
  eventYears: readonly number[],
  rates: readonly number[],
  year: number,
  trend: Trend = 'compound',
): number {
  return actualFall(eventYears, rates, year) - expectedFall(eventYears, rates, year, trend);
}
