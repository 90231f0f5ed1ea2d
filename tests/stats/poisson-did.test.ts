import { poissonDid, type PoissonDid } from '../../src/stats';
import { expectClose, expectStatsError, type PoissonReference, reference, reportCounts } from './support';

function expectSame(actual: PoissonDid, expected: PoissonReference): void {
  expectClose(actual.ratio, expected.ratio);
  expectClose(actual.standardError, expected.standardError);
  expectClose(actual.lower, expected.lower);
  expectClose(actual.upper, expected.upper);
  expectClose(actual.p, expected.p);
  expectClose(actual.preventedPer1000, expected.prevented);
}

describe('Poisson difference-in-differences', () => {
  it.each(reference.poisson)('is R’s glm for years $after', ({ after, result }) => {
    expectSame(poissonDid(reportCounts, after), result);
  });

  it('pools all years after the start unless told otherwise', () => {
    expect(poissonDid(reportCounts)).toEqual(poissonDid(reportCounts, [1, 2]));
  });

  it('adds 1/2 to all four counts when one is 0', () => {
    const counts = {
      eventYears: [0, 1],
      intervention: { evictions: [4, 0], tenancies: [500, 510] },
      control: { evictions: [30, 25], tenancies: [5000, 5100] },
    };
    expectSame(poissonDid(counts, [1], 0.9), reference.poissonWithZero);
  });

  it('turns the ratio and its limits into a reduction', () => {
    const did = poissonDid(reportCounts, [2]);
    expect(did.reduction).toBe(1 - did.ratio);
    expect(did.reductionLower).toBe(1 - did.upper);
    expect(did.reductionUpper).toBe(1 - did.lower);
  });

  it('needs counts and tenancies in every year that it pools', () => {
    const intervention = { ...reportCounts.intervention, tenancies: [5498, NaN, 5442, 5380, 5386] };
    const error = expectStatsError(
      () => poissonDid({ ...reportCounts, intervention }),
      'missing',
      'interventionTenancies',
    );
    expect(error.detail.eventYear).toBe(-1);
    expectStatsError(() => poissonDid(reportCounts, [0]), 'year-not-after-start');
    expectStatsError(() => poissonDid(reportCounts, []), 'no-year-after');
  });
});
