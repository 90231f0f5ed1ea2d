import { eventSeries, eventYear, eventYearsBetween } from '../../src/stats';
import { expectStatsError } from './support';

describe('event year', () => {
  it('is 0 in the year before the first full programme year', () => {
    expect([2012, 2013, 2014, 2015].map((year) => eventYear(year, 2014))).toEqual([-1, 0, 1, 2]);
  });

  it('refuses a year that is no whole number', () => {
    expectStatsError(() => eventYear(2013.5, 2014), 'not-whole', 'year');
    expectStatsError(() => eventYear(2013, NaN), 'missing', 'firstFullYear');
  });
});

describe('event series', () => {
  it('puts values in event-year order, whatever the order of the years', () => {
    expect(eventSeries([2015, 2011, 2012, 2013, 2014], [5, 1, 2, 3, 4], 2014)).toEqual([1, 2, 3, 4, 5]);
  });

  it('leaves a hole where a year is absent, and other years out', () => {
    expect(eventSeries([2009, 2010, 2012, NaN], [9, 1, 3, 7], 2012, -1, 1)).toEqual([1, NaN, 3]);
  });

  it('refuses a year that stands twice, and series of different lengths', () => {
    const error = expectStatsError(() => eventSeries([2013, 2013], [1, 2], 2014), 'year-twice', 'years');
    expect(error.detail.value).toBe(2013);
    expectStatsError(() => eventSeries([2013], [1, 2], 2014), 'different-lengths', 'values');
  });

  it('needs a window that does not end before it begins', () => {
    expect(eventYearsBetween(-2, 1)).toEqual([-2, -1, 0, 1]);
    expectStatsError(() => eventYearsBetween(2, -2), 'empty');
  });
});
