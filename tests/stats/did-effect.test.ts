import { didEffect, preventedPerRateBase } from '../../src/stats';
import { expectClose, expectStatsError, reference, reportRates, trends } from './support';

describe('difference-in-differences effect', () => {
  it.each(trends)('is R’s with a %s trend', (trend) => {
    for (const year of [1, 2]) {
      expectClose(didEffect(reportRates, year, trend), reference.effect[trend][year - 1]!);
      expectClose(preventedPerRateBase(reportRates, year, trend), reference.prevented[trend][year - 1]!);
    }
  });

  it('says which group a missing value or a rate of 0 is in', () => {
    const rates = { eventYears: [-1, 0, 1], interventionRates: [1, 1, 1], controlRates: [1, 1, 1] };
    expectStatsError(() => didEffect({ ...rates, controlRates: [1, NaN, 1] }, 1), 'missing', 'controlRates');
    expectStatsError(
      () => didEffect({ ...rates, interventionRates: [1, 0, 1] }, 1),
      'zero-rate',
      'interventionRates',
    );
    expectStatsError(
      () => didEffect({ ...rates, controlRates: [1] }, 1),
      'different-lengths',
      'controlRates',
    );
  });

  it('does not change its input', () => {
    const rates = Object.freeze({
      eventYears: Object.freeze([-1, 0, 1]),
      interventionRates: Object.freeze([3, 2, 1]),
      controlRates: Object.freeze([3, 2, 2]),
    });
    expectClose(didEffect(rates, 1, 'linear'), 0.5);
  });
});
