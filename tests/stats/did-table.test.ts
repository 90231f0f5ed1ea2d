import { didTable } from '../../src/stats';
import { expectClose, reference, reportRates, trends } from './support';

describe('effect table', () => {
  it.each(trends)('has one row per year after the start with R’s figures (%s trend)', (trend) => {
    const rows = didTable(reportRates, trend);
    expect(rows.map((row) => row.year)).toEqual([1, 2]);
    rows.forEach((row, i) => {
      expectClose(row.intervention.expected, reference.expectedFallIntervention[trend][i]!);
      expectClose(row.intervention.actual, reference.actualFallIntervention[i]!);
      expectClose(row.intervention.beyondTrend, reference.a[trend][i]!);
      expectClose(row.control.expected, reference.expectedFallControl[trend][i]!);
      expectClose(row.control.actual, reference.actualFallControl[i]!);
      expectClose(row.control.beyondTrend, reference.b[trend][i]!);
      expectClose(row.effect, reference.effect[trend][i]!);
      expectClose(row.prevented, reference.prevented[trend][i]!);
    });
  });
});
