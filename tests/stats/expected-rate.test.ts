import { expectedRate, linearLevel, slopeBefore } from '../../src/stats';
import { expectClose, expectStatsError, reference, reportRates, trends } from './support';

const { eventYears, interventionRates: rates } = reportRates;

describe('expected rate', () => {
  it.each(trends)('is R’s with a %s trend', (trend) => {
    for (const year of [1, 2]) {
      const expected = reference.expectedRateIntervention[trend][year - 1]!;
      expectClose(expectedRate(eventYears, rates, year, trend), expected);
    }
  });

  it('takes event years in any order', () => {
    const reversed = [...eventYears].reverse();
    expectClose(
      expectedRate(reversed, [...rates].reverse(), 2, 'linear'),
      reference.expectedRateIntervention.linear[1]!,
    );
    expectClose(
      expectedRate(reversed, [...rates].reverse(), 2),
      reference.expectedRateIntervention.compound[1]!,
    );
  });

  it('reaches beyond the years that are there', () => {
    expectClose(expectedRate([-1, 0], [10, 8], 3, 'compound'), 8 * 0.8 ** 3);
    expectClose(expectedRate([-1, 0], [10, 8], 3, 'linear'), 2);
  });

  it('stops at 0 where a straight line leads below', () => {
    expect(expectedRate([-1, 0], [10, 4], 1, 'linear')).toBe(0);
    expectClose(linearLevel([-1, 0], [10, 4], 1), -2);
  });

  it('has the least-squares slope of the report', () => {
    expectClose(slopeBefore(eventYears, rates), (rates[2]! - rates[0]!) / 2);
  });

  it('needs only the values that its trend uses', () => {
    expectClose(expectedRate([-2, -1, 0, 1], [4, NaN, 1, NaN], 1), 0.5);
    expectStatsError(() => expectedRate([-2, -1, 0, 1], [4, NaN, 1, NaN], 1, 'linear'), 'missing', 'rates');
    expect(expectedRate([-2, -1, 0, 1], [NaN, NaN, 1, NaN], 1, 'none')).toBe(1);
    expect(expectedRate([0, 1], [3, 2], 1, 'none')).toBe(3);
  });

  it('names the event year of a missing value', () => {
    const error = expectStatsError(() => expectedRate([-1, 0], [NaN, 2], 1), 'missing', 'rates');
    expect(error.detail.eventYear).toBe(-1);
  });

  it.each([
    ['an empty series', [], [], 1, 'empty'],
    ['no year 0', [-2, -1], [1, 1], 1, 'no-year-zero'],
    ['no year before 0', [0, 1], [1, 1], 1, 'no-year-before'],
    ['a year twice', [-1, 0, 0], [1, 1, 1], 1, 'year-twice'],
    ['a hole', [-3, -1, 0], [1, 1, 1], 1, 'hole-in-years'],
    ['a broken year', [-0.5, 0], [1, 1], 1, 'not-whole'],
    ['a missing year', [-1, NaN, 0], [1, 1, 1], 1, 'missing'],
    ['different lengths', [-1, 0], [1], 1, 'different-lengths'],
    ['a negative rate', [-1, 0], [1, -1], 1, 'negative'],
    ['a first rate of 0', [-1, 0], [0, 1], 1, 'zero-rate'],
    ['a year before the start', [-1, 0], [1, 1], 0, 'year-not-after-start'],
    ['a broken year asked about', [-1, 0], [1, 1], 1.5, 'not-whole'],
  ] as const)('refuses %s', (_, years, values, year, code) => {
    expectStatsError(() => expectedRate(years, values, year), code);
  });
});
