import { checkCounts, checkPositive, checkPresent, checkShare } from './checks';
import { gammaQuantile } from './gamma-distribution';
import type { Interval } from './interval';

/**
 * Exact limits for the mean of a Poisson count (Garwood 1936): the means at which the observed count or
 * one further out has exactly half the error probability on its side.
 *
 * @param count whole number from 0
 * @param confidence between 0 and 1
 * @example exactPoissonLimits(10) // lower 4.795, upper 18.390
 */
export function exactPoissonLimits(count: number, confidence = 0.95): Interval {
  checkPresent(count, 'evictions');
  checkCounts(count, 'evictions');
  checkShare(confidence, 'confidence');
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(tail, count + 1, true),
  };
}

/** Exact Poisson limits (Garwood) of an eviction rate; units as in `evictionRate`. */
export function rateLimits(evictions: number, tenancies: number, confidence = 0.95, per = 1000): Interval {
  checkPresent([tenancies, per], 'tenancies');
  checkPositive(tenancies, 'tenancies');
  checkPositive(per, 'per');
  const limits = exactPoissonLimits(evictions, confidence);
  return { lower: (per * limits.lower) / tenancies, upper: (per * limits.upper) / tenancies };
}
