import { effectInterval, effectStandardError, overdispersion } from '../../src/stats';
import { expectClose, expectStatsError, reference, reportCounts, trends } from './support';

describe('delta-method standard error of the effect', () => {
  const independent = { ...reportCounts, sharedCounts: [] };

  it.each(trends)('counts a shared control once, as R’s numerical derivatives do (%s trend)', (trend) => {
    for (const year of [1, 2]) {
      expectClose(
        effectStandardError(reportCounts, year, trend),
        reference.standardErrorShared[trend][year - 1]!,
        1e-8,
      );
    }
  });

  it.each(trends)('takes every cell as independent without shared counts (%s trend)', (trend) => {
    for (const year of [1, 2]) {
      const expected = reference.standardErrorIndependent[trend][year - 1]!;
      expectClose(effectStandardError(independent, year, trend), expected, 1e-8);
    }
  });

  it('is the same when every control count is listed, used once or more', () => {
    const single = { count: 279, uses: [1, 0, 0, 0, 0] };
    const listed = { ...reportCounts, sharedCounts: [...reference.sharedCounts, single] };
    expectClose(effectStandardError(listed, 2), effectStandardError(reportCounts, 2), 1e-12);
  });

  it('grows with the root of the overdispersion', () => {
    const phi = overdispersion(reference.interventionMatrix);
    const counts = { ...reportCounts, overdispersion: phi };
    expectClose(effectStandardError(counts, 2), reference.standardErrorOverdispersed.compound[1]!, 1e-8);
    expectStatsError(
      () => effectStandardError({ ...reportCounts, overdispersion: 0.5 }, 2),
      'negative',
      'overdispersion',
    );
  });

  it('does not move with a straight line that has reached 0', () => {
    const counts = {
      eventYears: [-1, 0, 1],
      intervention: { evictions: [40, 10, 5], tenancies: [1000, 1000, 1000] },
      control: { evictions: [400, 400, 400], tenancies: [9000, 9000, 9000] },
    };
    // Effect = 0 - r1/r0 - (b's): the intervention part is y1/y0 alone, variance (y1/y0)² (1/y1 + 1/y0).
    const inIntervention = 0.5 ** 2 * (1 / 5 + 1 / 10);
    // The control line is 1 + (c0 - c-1)/c0 - c1/c0: derivatives 1/c0 · (-1, 2, -1) by hand at equal counts.
    const inControl = (1 + 4 + 1) / 400;
    expectClose(effectStandardError(counts, 1, 'linear'), Math.sqrt(inIntervention + inControl));
  });

  it('needs no tenancies of a year that it does not use', () => {
    const counts = {
      eventYears: [-2, -1, 0, 1],
      intervention: { evictions: [9, NaN, 8, 7], tenancies: [100, NaN, 100, 100] },
      control: { evictions: [90, NaN, 80, 70], tenancies: [900, NaN, 900, 900] },
    };
    expect(effectStandardError(counts, 1)).toBeGreaterThan(0);
    expectStatsError(() => effectStandardError(counts, 1, 'linear'), 'missing', 'interventionTenancies');
  });

  it('names the series and year of a blank', () => {
    const control = { ...reportCounts.control, tenancies: [48791, 49292, NaN, 51040, 51478] };
    const error = expectStatsError(
      () => effectStandardError({ ...reportCounts, control, sharedCounts: [] }, 1),
      'missing',
      'controlTenancies',
    );
    expect(error.detail.eventYear).toBe(0);
  });

  it('refuses shared counts that add up to more than the pooled count', () => {
    const sharedCounts = [{ count: 400, uses: [1, 0, 0, 0, 0] }];
    expectStatsError(
      () => effectStandardError({ ...reportCounts, sharedCounts }, 1),
      'shared-above-total',
      'sharedCounts',
    );
  });

  it('refuses what is not a count', () => {
    const control = { ...reportCounts.control, evictions: [309, 317.5, 273, 222, 188] };
    expectStatsError(
      () => effectStandardError({ ...reportCounts, control }, 1),
      'not-whole',
      'controlEvictions',
    );
  });
});

describe('confidence interval of the effect', () => {
  it('reaches 1.96 standard errors to each side of the effect', () => {
    const { effect, standardError, lower, upper } = effectInterval(reportCounts, 2);
    expectClose(effect, reference.effect.compound[1]!);
    expectClose(standardError, reference.standardErrorShared.compound[1]!, 1e-8);
    expectClose(upper - effect, 1.9599639845400536 * standardError);
    expectClose(effect - lower, 1.9599639845400536 * standardError);
  });
});
