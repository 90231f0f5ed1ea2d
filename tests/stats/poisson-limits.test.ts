import { exactPoissonLimits, rateLimits } from '../../src/stats';
import { expectClose, expectStatsError, reference } from './support';

describe('exact Poisson limits (Garwood)', () => {
  it.each(reference.poissonLimits)(
    'agree with R for $count events at $confidence',
    ({ count, confidence, limits }) => {
      const { lower, upper } = exactPoissonLimits(count, confidence);
      expectClose(lower, limits[0]);
      expectClose(upper, limits[1]);
    },
  );

  it('give the limits of the report’s rate in year 0', () => {
    const { lower, upper } = rateLimits(56, 5442);
    expectClose(lower, reference.rateLimitsYear0[0]);
    expectClose(upper, reference.rateLimitsYear0[1]);
  });

  it('scale with the rate’s base', () => {
    expectClose(rateLimits(56, 5442, 0.95, 100).upper, rateLimits(56, 5442).upper / 10, 1e-14);
  });

  it('refuse what is not a count of events', () => {
    expectStatsError(() => exactPoissonLimits(-1), 'negative', 'evictions');
    expectStatsError(() => exactPoissonLimits(2.5), 'not-whole', 'evictions');
    expectStatsError(() => exactPoissonLimits(NaN), 'missing', 'evictions');
    expectStatsError(() => exactPoissonLimits(1, 1), 'not-a-share', 'confidence');
    expectStatsError(() => rateLimits(1, 0), 'not-positive', 'tenancies');
  });
});
