import { checkNotNegative, checkPositive, checkPresent } from './checks';

/**
 * Evictions per so many tenancies.
 *
 * @param evictions 0 or above; an average over years may be fractional
 * @param tenancies above 0
 * @param per tenancies that the rate is expressed per, 1,000 as in the report
 * @example evictionRate(56, 5442) // 10.2903
 */
export function evictionRate(evictions: number, tenancies: number, per = 1000): number {
  checkPresent([evictions, tenancies, per], 'evictions');
  checkNotNegative(evictions, 'evictions');
  checkPositive(tenancies, 'tenancies');
  checkPositive(per, 'per');
  return (per * evictions) / tenancies;
}
