import { checkNotNegative, checkPositive, checkPresent } from './checks';

/**
 * Evictions prevented in a year.
 *
 * @param effect share of the year-0 level; negative when there were more evictions than without
 * @param baseRate the intervention areas' rate per 1,000 tenancies in year 0
 * @param tenancies number of tenancies that the answer is for
 * @example prevented(0.2329, 10.2903) // 2.397 per 1,000 tenancies
 */
export function prevented(effect: number, baseRate: number, tenancies = 1000): number {
  checkPresent(effect, 'effect');
  checkPresent(baseRate, 'baseRate');
  checkPresent(tenancies, 'tenancies');
  checkNotNegative(baseRate, 'baseRate');
  checkPositive(tenancies, 'tenancies');
  return (effect * baseRate * tenancies) / 1000;
}
