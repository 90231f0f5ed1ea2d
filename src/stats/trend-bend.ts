import { checkPresent } from './checks';
import { checkYearAfterStart } from './event-series';

/**
 * How much the trend (adjusted for the control) may bend each year before the effect could be 0: with a
 * bend of M per year the bias in year k is at most M·k(k+1)/2. Leaves chance out.
 *
 * @returns share of the year-0 level per year, per year
 */
export function breakdownTrendBend(effect: number, year: number): number {
  checkPresent(effect, 'effect');
  checkYearAfterStart(year);
  return Math.abs(effect) / ((year * (year + 1)) / 2);
}
