import { checkNotNegative, checkPresent } from './checks';
import { StatsError } from './error';
import type { Interval } from './interval';
import { seededRandom } from './random';

const { floor } = Math;

/** What prevented evictions cost and save; per 1,000 tenancies and year, in one currency. */
export interface MoneyPlan {
  /** Published estimates of what one eviction costs the housing organisation. */
  readonly costEstimates: readonly number[];
  readonly programmeCost: number;
  /** Between which the programme cost lies, each value as likely as the other; the cost alone if left out. */
  readonly programmeCostRange?: Interval;
  readonly municipalSavingPerEviction?: number;
  readonly seed?: number;
}

/** Simulated money of one event year, one number per draw. */
export interface SimulatedMoney {
  readonly costPerEviction: Float64Array;
  readonly programmeCost: Float64Array;
  readonly savings: Float64Array;
  /** Municipal saving included. */
  readonly net: Float64Array;
  /** Least municipal saving, in total. */
  readonly breakEvenTotal: Float64Array;
  /** The same per prevented eviction; Infinity, no finite limit, where nothing was prevented. */
  readonly breakEvenPerEviction: Float64Array;
}

/**
 * Carries simulated prevented evictions on into money: the cost per eviction is the mean of estimates drawn
 * with replacement from the published ones (bootstrap), the programme cost is drawn from its range.
 *
 * @param prevented per 1,000 tenancies and year, one number per draw; from `simulateEffects`
 */
export function simulateMoney(prevented: Float64Array, plan: MoneyPlan): SimulatedMoney {
  const { costEstimates, programmeCost, municipalSavingPerEviction = 0, seed = 1 } = plan;
  const { lower, upper } = plan.programmeCostRange ?? { lower: programmeCost, upper: programmeCost };
  if (costEstimates.length === 0) throw new StatsError('empty', { argument: 'costEstimates' });
  checkPresent(costEstimates, 'costEstimates');
  checkNotNegative(costEstimates, 'costEstimates');
  for (const [argument, value] of Object.entries({ programmeCost, lower, upper })) {
    checkPresent(value, argument);
    checkNotNegative(value, argument);
  }
  if (lower > upper)
    throw new StatsError('empty', { argument: 'programmeCostRange', value: upper, expected: lower });
  checkPresent(municipalSavingPerEviction, 'municipalSavingPerEviction');

  // A stream of its own, so that the effects of a seed are the same with and without money.
  const random = seededRandom(seed, 1);
  const column = (): Float64Array => new Float64Array(prevented.length);
  const [costPerEviction, programmeCosts, savings] = [column(), column(), column()];
  const [net, breakEvenTotal, breakEvenPerEviction] = [column(), column(), column()];
  for (let draw = 0; draw < prevented.length; draw++) {
    const count = prevented[draw]!;
    let sum = 0;
    for (let i = 0; i < costEstimates.length; i++)
      sum += costEstimates[floor(random() * costEstimates.length)]!;
    const each = sum / costEstimates.length;
    const cost = lower + (upper - lower) * random();
    const needed = cost - count * each;
    costPerEviction[draw] = each;
    programmeCosts[draw] = cost;
    savings[draw] = count * each;
    net[draw] = count * municipalSavingPerEviction - needed;
    breakEvenTotal[draw] = needed;
    breakEvenPerEviction[draw] = count > 0 ? needed / count : Infinity;
  }
  return {
    costPerEviction,
    programmeCost: programmeCosts,
    savings,
    net,
    breakEvenTotal,
    breakEvenPerEviction,
  };
}

/** Share of draws in which the programme pays for itself: its net result is 0 or above. */
export function probabilityOfPaying(
  prevented: Float64Array,
  money: SimulatedMoney,
  municipalSavingPerEviction = 0,
): number {
  checkPresent(municipalSavingPerEviction, 'municipalSavingPerEviction');
  const needed = money.breakEvenTotal;
  let paying = 0;
  for (let draw = 0; draw < prevented.length; draw++) {
    if (prevented[draw]! * municipalSavingPerEviction >= needed[draw]!) paying++;
  }
  return paying / prevented.length;
}

/** `probabilityOfPaying` as a curve over municipal savings per eviction. */
export function payingCurve(
  prevented: Float64Array,
  money: SimulatedMoney,
  municipalSavings: readonly number[],
): number[] {
  return municipalSavings.map((saving) => probabilityOfPaying(prevented, money, saving));
}
