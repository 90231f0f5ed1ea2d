import {
  checkEventYears,
  checkYearAfterStart,
  firstEventYear,
  valueAboveZero,
  valueInYear,
} from './event-series';

/**
 * How a rate would have gone on without the programme: `compound`, by the constant yearly percentage
 * between the first event year and year 0 (the report's method); `linear`, from year 0 by the
 * least-squares slope over all years up to 0; `none`, staying at its year-0 level.
 */
export type Trend = 'compound' | 'linear' | 'none';

/**
 * Weights w such that the least-squares slope over the years up to 0 is the sum of w times the rates.
 *
 * @returns one weight per event year, in the order given; 0 for the years after 0
 */
export function slopeWeights(eventYears: readonly number[]): number[] {
  const before = eventYears.filter((year) => year <= 0);
  const mean = before.reduce((sum, year) => sum + year, 0) / before.length;
  const spread = before.reduce((sum, year) => sum + (year - mean) ** 2, 0);
  return eventYears.map((year) => (year <= 0 ? (year - mean) / spread : 0));
}

/** Least-squares change per year over the years up to 0, in the unit of the rates. */
export function slopeBefore(eventYears: readonly number[], rates: readonly number[]): number {
  checkEventYears(eventYears);
  firstEventYear(eventYears);
  const weights = slopeWeights(eventYears);
  return eventYears.reduce((sum, year, i) => {
    return year > 0 ? sum : sum + weights[i]! * valueInYear(eventYears, rates, year);
  }, 0);
}

/** The straight line's level in a year after the start; below 0 where the line leads there. */
export function linearLevel(eventYears: readonly number[], rates: readonly number[], year: number): number {
  checkYearAfterStart(year);
  return valueInYear(eventYears, rates, 0) + year * slopeBefore(eventYears, rates);
}

/** Constant yearly factor from the first event year to year 0. */
export function compoundFactor(eventYears: readonly number[], rates: readonly number[]): number {
  checkEventYears(eventYears);
  const first = firstEventYear(eventYears);
  const ratio = valueInYear(eventYears, rates, 0) / valueAboveZero(eventYears, rates, first);
  return ratio ** (1 / -first);
}

/**
 * The level that a group's rate was heading for in a year after the start.
 *
 * @param eventYears contiguous whole numbers with 0 and, for a trend, a year before it
 * @param rates one per event year; NaN where missing, which is an error only where the value is needed
 * @param year whole number above 0; may lie beyond the series
 * @returns in the unit of the rates, never below 0 (a straight line may lead there: see `linearLevel`)
 * @throws StatsError `zero-rate` when the compound trend would start from a rate of 0
 * @example expectedRate([-2, -1, 0], [11.2768, 14.8815, 10.2903], 2, 'compound') // 9.3901
 */
export function expectedRate(
  eventYears: readonly number[],
  rates: readonly number[],
  year: number,
  trend: Trend = 'compound',
): number {
  checkEventYears(eventYears);
  checkYearAfterStart(year);
  const base = valueInYear(eventYears, rates, 0);
  if (trend === 'none') return base;
  if (trend === 'linear') return Math.max(0, linearLevel(eventYears, rates, year));
  return base * compoundFactor(eventYears, rates) ** year;
}
