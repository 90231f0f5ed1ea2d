import { checkCounts, checkPresent, checkSameLength } from './checks';
import { StatsError } from './error';

/**
 * By how much counts vary more than Poisson counts would: Pearson's chi-square of areas × event years
 * under independence over its degrees of freedom, not below 1.
 *
 * @param counts one row per area, one column per event year; areas and years without any event are left out
 */
export function overdispersion(counts: readonly (readonly number[])[]): number {
  const argument = 'counts';
  for (const row of counts) {
    checkSameLength(row, counts[0]!, argument);
    checkPresent(row, argument);
    checkCounts(row, argument);
  }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const rows = counts.filter((row) => sum(row) > 0);
  const years = (rows[0] ?? [])
    .map((_, year) => year)
    .filter((year) => sum(rows.map((row) => row[year]!)) > 0);
  if (rows.length < 2 || years.length < 2) throw new StatsError('too-few', { argument, expected: 2 });
  const rowTotals = rows.map(sum);
  const yearTotals = years.map((year) => sum(rows.map((row) => row[year]!)));
  const total = sum(rowTotals);
  let chiSquare = 0;
  rows.forEach((row, r) => {
    years.forEach((year, c) => {
      const expected = (rowTotals[r]! * yearTotals[c]!) / total;
      chiSquare += (row[year]! - expected) ** 2 / expected;
    });
  });
  return Math.max(1, chiSquare / ((rows.length - 1) * (years.length - 1)));
}
