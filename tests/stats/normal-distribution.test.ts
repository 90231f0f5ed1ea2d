import { normalCdf, normalQuantile, twoSidedZ } from '../../src/stats';
import { expectClose, expectStatsError, reference } from './support';

describe('normal distribution', () => {
  it('has R’s quantiles', () => {
    reference.normalQuantiles.p.forEach((p, i) =>
      expectClose(normalQuantile(p), reference.normalQuantiles.q[i]!),
    );
  });

  it('has probabilities that lead back to the quantile', () => {
    for (const p of [1e-12, 0.025, 0.5, 0.975]) expectClose(normalCdf(normalQuantile(p)), p, 1e-12);
  });

  it('reaches 1.96 standard errors to each side at a confidence of 0.95', () => {
    expectClose(twoSidedZ(0.95), 1.9599639845400536);
    expectStatsError(() => twoSidedZ(95), 'not-a-share', 'confidence');
  });
});
