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
  unlistedCounts,
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

/** Derivatives of a result with respect to the counts of both groups, one per event year. */
interface CountDerivatives {
  readonly intervention: readonly number[];
  readonly control: readonly number[];
}

/** The effect in a year and its derivatives; throws what `effectStandardError` throws. */
function effectDerivatives(counts: EffectCounts, year: number, trend: Trend) {
  checkStudyCounts(counts);
  const { eventYears, intervention, control } = counts;
  return onGroupRates(counts, (rates) => {
    // Called first because it names the group and year of a missing value or a rate of 0.
    const effect = didEffect(rates, year, trend);
    const derivatives: CountDerivatives = {
      intervention: byCount(fallDerivatives(eventYears, rates.interventionRates, year, trend), intervention),
      control: byCount(fallDerivatives(eventYears, rates.controlRates, year, trend), control),
    };
    return { effect, derivatives };
  });
}

/**
 * The derivative with respect to a count that enters several event years. A loop in a function of its own: JavaScript's
 * engine is quick to compile that, and there may be ten thousand such counts.
 */
function overUses(uses: readonly number[], derivatives: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < uses.length; i += 1) sum += uses[i]! * derivatives[i]!;
  return sum;
}

/** Sum over the distinct counts of derivative² · count, times the overdispersion. */
function deltaVariance(counts: EffectCounts, derivatives: CountDerivatives): number {
  const overdispersion = counts.overdispersion ?? 1;
  if (!(overdispersion >= 1)) {
    throw new StatsError('negative', { argument: 'overdispersion', value: overdispersion, expected: 1 });
  }
  const variance = (each: readonly number[], evictions: readonly number[]): number =>
    each.reduce((sum, one, i) => (one === 0 ? sum : sum + one ** 2 * evictions[i]!), 0);
  let shared = 0;
  for (const { count, uses } of counts.sharedCounts ?? [])
    shared += overUses(uses, derivatives.control) ** 2 * count;
  const independent =
    variance(derivatives.intervention, counts.intervention.evictions) +
    variance(derivatives.control, unlistedCounts(counts));
  return (independent + shared) * overdispersion;
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
  return Math.sqrt(deltaVariance(counts, effectDerivatives(counts, year, trend).derivatives));
}

/**
 * Standard error of the evictions prevented per 1,000 tenancies, effect · rate(0): the count of year 0 enters
 * both factors, so this is more than the effect's standard error times the rate.
 *
 * @throws StatsError as `effectStandardError`
 */
export function preventedStandardError(
  counts: EffectCounts,
  year: number,
  trend: Trend = 'compound',
): number {
  const { effect, derivatives } = effectDerivatives(counts, year, trend);
  const zero = counts.eventYears.indexOf(0);
  const base = groupRates(counts).interventionRates[zero]!;
  const ofRate = (effect * 1000) / counts.intervention.tenancies[zero]!;
  return Math.sqrt(
    deltaVariance(counts, {
      intervention: derivatives.intervention.map((each, i) => each * base + (i === zero ? ofRate : 0)),
      control: derivatives.control.map((each) => each * base),
    }),
  );
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
