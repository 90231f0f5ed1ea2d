import { checkPresent, checkSameLength, checkWhole } from './checks';
import { StatsError } from './error';

/**
 * Guards for series by event year: `values[i]` belongs to `eventYears[i]`; the years are whole numbers
 * without a hole or repetition, in any order, and hold the year 0. NaN stands for a missing value.
 */
export function checkEventYears(eventYears: readonly number[]): void {
  const argument = 'eventYears';
  if (eventYears.length === 0) throw new StatsError('empty', { argument });
  checkPresent(eventYears, argument);
  checkWhole(eventYears, argument);
  const twice = eventYears.find((year, i) => eventYears.indexOf(year) !== i);
  if (twice !== undefined) throw new StatsError('year-twice', { argument, value: twice });
  if (!eventYears.includes(0)) throw new StatsError('no-year-zero', { argument });
  const first = Math.min(...eventYears);
  const last = Math.max(...eventYears);
  for (let year = first; year <= last; year++) {
    if (!eventYears.includes(year)) throw new StatsError('hole-in-years', { argument, value: year });
  }
}

/** The first event year, which must lie before 0 for a trend to be drawn. */
export function firstEventYear(eventYears: readonly number[]): number {
  const first = Math.min(...eventYears);
  if (first >= 0) throw new StatsError('no-year-before', { argument: 'eventYears' });
  return first;
}

/** Event years above 0, ascending. */
export function yearsAfterStart(eventYears: readonly number[]): number[] {
  return eventYears.filter((year) => year > 0).sort((a, b) => a - b);
}

/** A year that the programme is judged in: a whole number above 0. */
export function checkYearAfterStart(year: number): void {
  checkPresent(year, 'year');
  checkWhole(year, 'year');
  if (year <= 0) throw new StatsError('year-not-after-start', { argument: 'year', value: year });
}

/** Position of an event year; throws `missing` where the series does not hold it. */
export function indexOfYear(eventYears: readonly number[], year: number, argument: string): number {
  const index = eventYears.indexOf(year);
  if (index < 0) throw new StatsError('missing', { argument, eventYear: year });
  return index;
}

/** The value of an event year; throws `missing` where there is none, `negative` or `not-finite` where it cannot be. */
export function valueInYear(
  eventYears: readonly number[],
  values: readonly number[],
  year: number,
  argument = 'rates',
): number {
  checkSameLength(values, eventYears, argument);
  const index = indexOfYear(eventYears, year, argument);
  const value = values[index]!;
  if (Number.isNaN(value)) throw new StatsError('missing', { argument, eventYear: year, index });
  if (!Number.isFinite(value))
    throw new StatsError('not-finite', { argument, eventYear: year, index, value });
  if (value < 0) throw new StatsError('negative', { argument, eventYear: year, index, value });
  return value;
}

/** The value of an event year, which must not be 0 because a share of it is taken. */
export function valueAboveZero(
  eventYears: readonly number[],
  values: readonly number[],
  year: number,
  argument = 'rates',
): number {
  const value = valueInYear(eventYears, values, year, argument);
  if (value === 0) throw new StatsError('zero-rate', { argument, eventYear: year });
  return value;
}
