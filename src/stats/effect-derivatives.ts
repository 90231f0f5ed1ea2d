import { indexOfYear, valueAboveZero, valueInYear } from './event-series';
import { compoundFactor, linearLevel, slopeBefore, slopeWeights, type Trend } from './expected-rate';

/**
 * Derivative of a group's fall beyond the trend with respect to its rate in each event year.
 *
 * The fall beyond the trend is expected(k)/r(0) - r(k)/r(0); what differs between the trends is the first
 * part: (r(0)/r(p))^(k/-p), 1 + k·slope/r(0) or 1.
 *
 * @returns one number per event year, in the order given
 */
export function fallDerivatives(
  eventYears: readonly number[],
  rates: readonly number[],
  year: number,
  trend: Trend,
): number[] {
  const base = valueAboveZero(eventYears, rates, 0);
  const derivatives = eventYears.map(() => 0);
  const add = (eventYear: number, amount: number): void => {
    const index = indexOfYear(eventYears, eventYear, 'eventYears');
    derivatives[index] = derivatives[index]! + amount;
  };
  add(year, -1 / base);
  add(0, valueInYear(eventYears, rates, year) / base ** 2);
  if (trend === 'compound') {
    const first = Math.min(...eventYears);
    const change = (year / -first) * compoundFactor(eventYears, rates) ** year;
    add(0, change / base);
    add(first, -change / valueAboveZero(eventYears, rates, first));
  }
  // A line that has reached 0 stays there whatever the rates do a little differently.
  if (trend === 'linear' && linearLevel(eventYears, rates, year) > 0) {
    add(0, (-year * slopeBefore(eventYears, rates)) / base ** 2);
    slopeWeights(eventYears).forEach((weight, i) => {
      derivatives[i] = derivatives[i]! + (year * weight) / base;
    });
  }
  return derivatives;
}
