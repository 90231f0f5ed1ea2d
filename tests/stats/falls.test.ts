import { actualFall, expectedFall, fallBeyondTrend } from '../../src/stats';
import { expectClose, expectStatsError, reference, reportRates, trends } from './support';

const { eventYears, interventionRates, controlRates } = reportRates;

describe('falls since year 0', () => {
  it.each(trends)('are R’s in both groups with a %s trend', (trend) => {
    for (const year of [1, 2]) {
      const i = year - 1;
      expectClose(
        expectedFall(eventYears, interventionRates, year, trend),
        reference.expectedFallIntervention[trend][i]!,
      );
      expectClose(
        expectedFall(eventYears, controlRates, year, trend),
        reference.expectedFallControl[trend][i]!,
      );
      expectClose(actualFall(eventYears, interventionRates, year), reference.actualFallIntervention[i]!);
      expectClose(actualFall(eventYears, controlRates, year), reference.actualFallControl[i]!);
      expectClose(fallBeyondTrend(eventYears, interventionRates, year, trend), reference.a[trend][i]!);
      expectClose(fallBeyondTrend(eventYears, controlRates, year, trend), reference.b[trend][i]!);
    }
  });

  it('have no share of a rate of 0', () => {
    expectStatsError(() => actualFall([0, 1], [0, 1], 1), 'zero-rate', 'rates');
    expectStatsError(() => expectedFall([-1, 0], [1, 0], 1), 'zero-rate', 'rates');
  });

  it('need the year that is asked about', () => {
    const error = expectStatsError(() => actualFall([0, 1], [1, 1], 2), 'missing');
    expect(error.detail.eventYear).toBe(2);
    expectStatsError(() => actualFall([0, 1], [1, NaN], 1), 'missing');
  });
});
