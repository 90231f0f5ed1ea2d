import { breakdownTrendBend } from '../../src/stats';
import { expectClose, expectStatsError, reference } from './support';

describe('trend bend that kills the result', () => {
  it('is the effect over k(k+1)/2, as in R', () => {
    for (const year of [1, 2]) {
      expectClose(
        breakdownTrendBend(reference.effect.compound[year - 1]!, year),
        reference.trendBend[year - 1]!,
      );
    }
  });

  it('has no sign', () => {
    expect(breakdownTrendBend(-0.6, 2)).toBeCloseTo(0.2, 15);
    expectStatsError(() => breakdownTrendBend(0.1, 0), 'year-not-after-start');
  });
});
