import { evictionRate } from '../../src/stats';
import { expectClose, expectStatsError, reference } from './support';

describe('eviction rate', () => {
  it('is the report’s in every event year', () => {
    reference.eventYears.forEach((_, i) => {
      const rate = evictionRate(reference.interventionEvictions[i]!, reference.interventionTenancies[i]!);
      expectClose(rate, reference.interventionRates[i]!);
    });
  });

  it('may be of an average count and per another number of tenancies', () => {
    expect(evictionRate(2.5, 500, 100)).toBe(0.5);
    expect(evictionRate(0, 500)).toBe(0);
  });

  it('refuses impossible numbers, naming the argument', () => {
    expectStatsError(() => evictionRate(-1, 10), 'negative', 'evictions');
    expectStatsError(() => evictionRate(1, 0), 'not-positive', 'tenancies');
    expectStatsError(() => evictionRate(1, 10, 0), 'not-positive', 'per');
    expectStatsError(() => evictionRate(NaN, 10), 'missing');
    expectStatsError(() => evictionRate(Infinity, 10), 'not-finite');
  });
});
