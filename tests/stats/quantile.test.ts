import { quantile, shareAbove, summariseDraws } from '../../src/stats';
import { expectClose, expectStatsError } from './support';

describe('quantile (type 7)', () => {
  // R: quantile(c(1, 2, 4, 8), c(0, 0.1, 0.5, 0.9, 1))
  it('interpolates between order statistics as R does', () => {
    const expected = [1, 1.3, 3, 6.8, 8];
    [0, 0.1, 0.5, 0.9, 1].forEach((p, i) => expectClose(quantile([1, 2, 4, 8], p), expected[i]!, 1e-15));
  });

  it('has no finite value where it touches a value without limit', () => {
    expect(quantile([1, 2, Infinity, Infinity], 0.5)).toBe(Infinity);
    expect(quantile([1, 2, Infinity, Infinity], 0.8)).toBe(Infinity);
    expect(quantile([1, 2, Infinity, Infinity], 1 / 3)).toBe(2);
  });

  it('needs values', () => {
    expectStatsError(() => quantile([], 0.5), 'empty');
  });
});

describe('summary of draws', () => {
  const draws = Float64Array.from({ length: 101 }, (_, i) => 100 - i);

  it('has the median and the central interval, and leaves the draws as they were', () => {
    const { lower, median, upper } = summariseDraws(draws, 0.9);
    expectClose(lower, 5);
    expect(median).toBe(50);
    expectClose(upper, 95);
    expect(draws[0]).toBe(100);
  });

  it('counts what lies above a threshold, not what equals it', () => {
    expect(shareAbove(draws, 50)).toBe(50 / 101);
    expect(shareAbove(draws)).toBe(100 / 101);
  });
});
