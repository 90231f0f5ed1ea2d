import { didEffect } from './did-effect';
import { fallDerivatives } from './effect-derivatives';
import { StatsError } from './error';
import type { Trend } from './expected-rate';
import type { Interval } from './interval';
import { twoSidedZ } from './normal-distribution';
import {
  checkStudyCounts,
  type GroupSeries,
  groupRates,
  onGroupRates,
  type StudyCounts,
  unsharedControl,
} from './study-counts';

/** A study's counts and by how much they vary more than Poisson counts would (1 = no more). */
export interface EffectCounts extends StudyCounts {
  readonly overdispersion?: number;
}

/** Derivatives with respect to the counts; a count's rate is 1,000 counts over its tenancies. */
function byCount(derivatives: readonly number[], series: GroupSeries): number[] {
  // An unneeded year has derivative 0, also where its tenancies are missing.
  return derivatives.map((derivative, i) =>
    derivative === 0 ? 0 : (1000 * derivative) / series.tenancies[i]!,
  );
}

/**
 * Standard error of `didEffect` by the delta method on the distinct counts: a control count that enters
 * several event years varies once, so its derivative is the sum over its uses.
 *
 * A count of 0 contributes nothing here, as in every first-order method: the simulation does better then.
 *
 * @returns in the effect's unit, a share of the year-0 level
 * @throws StatsError as `didEffect`, and for counts that are not whole numbers from 0
 */
export function effectStandardError(counts: EffectCounts, year: number, trend: Trend = 'compound'): number {
  checkStudyCounts(counts);
  const overdispersion = counts.overdispersion ?? 1;
  if (!(overdispersion >= 1)) {
    throw new StatsError('negative', { argument: 'overdispersion', value: overdispersion, expected: 1 });
  }
  const { eventYears, intervention, control } = counts;
  const [inIntervention, inControl] = onGroupRates(counts, (rates) => {
    // Called first because it names the group and year of a missing value or a rate of 0.
    didEffect(rates, year, trend);
    return [
      byCount(fallDerivatives(eventYears, rates.interventionRates, year, trend), intervention),
      byCount(fallDerivatives(eventYears, rates.controlRates, year, trend), control),
    ] as const;
  });
  const variance = (derivatives: readonly number[], evictions: readonly number[]): number =>
    derivatives.reduce((sum, one, i) => (one === 0 ? sum : sum + one ** 2 * evictions[i]!), 0);
  const shared = (counts.sharedCounts ?? []).reduce((sum, { count, uses }) => {
    const derivative = uses.reduce((total, times, i) => total + times * inControl[i]!, 0);
    return sum + derivative ** 2 * count;
  }, 0);
  const independent =
    variance(inIntervention, intervention.evictions) + variance(inControl, unsharedControl(counts));
  return Math.sqrt((independent + shared) * overdispersion);
}

/** The effect with its standard error and limits, all as shares of the year-0 level. */
export interface EffectInterval extends Interval {
  readonly effect: number;
  readonly standardError: number;
}

/** The effect with its delta-method confidence interval. */
export function effectInterval(
  counts: EffectCounts,
  year: number,
  trend: Trend = 'compound',
  confidence = 0.95,
): EffectInterval {
  const standardError = effectStandardError(counts, year, trend);
  const reach = twoSidedZ(confidence) * standardError;
  const effect = didEffect(groupRates(counts), year, trend);
  return { effect, standardError, lower: effect - reach, upper: effect + reach };
}
