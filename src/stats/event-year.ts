import { checkPresent, checkSameLength, checkWhole } from './checks';
import { StatsError } from './error';

/**
 * Years since the last year before the programme: 0 is that year, 1 the first full programme year.
 *
 * @example eventYear(2014, 2014) // 1
 */
export function eventYear(year: number, firstFullYear: number): number {
  checkPresent(year, 'year');
  checkPresent(firstFullYear, 'firstFullYear');
  checkWhole(year, 'year');
  checkWhole(firstFullYear, 'firstFullYear');
  return year - firstFullYear + 1;
}

/** Whole numbers from `from` to `to`, both included. */
export function eventYearsBetween(from: number, to: number): number[] {
  checkWhole(from, 'from');
  checkWhole(to, 'to');
  if (from > to) throw new StatsError('empty', { argument: 'to', value: to, expected: from });
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/**
 * Values of calendar years put in event-year order.
 *
 * @param years calendar years in any order, one per value; missing years are skipped
 * @returns one value per event year from `from` to `to`; NaN where the year or its value is missing
 * @throws StatsError `year-twice` when a year that is asked for stands twice
 */
export function eventSeries(
  years: readonly number[],
  values: readonly number[],
  firstFullYear: number,
  from = -2,
  to = 2,
): number[] {
  checkSameLength(values, years, 'values');
  checkWhole(years, 'years');
  return eventYearsBetween(from, to).map((wanted) => {
    const year = wanted + firstFullYear - 1;
    const index = years.indexOf(year);
    if (index < 0) return NaN;
    if (years.lastIndexOf(year) !== index)
      throw new StatsError('year-twice', { argument: 'years', value: year });
    return values[index]!;
  });
}
