import { checkPositive, checkPresent, checkWhole } from './checks';
import { didEffect } from './did-effect';
import { StatsError } from './error';
import { slopeWeights, type Trend } from './expected-rate';
import { gammaDraws, seededRandom } from './random';
import {
  checkStudyCounts,
  onGroupRates,
  type SharedCount,
  type StudyCounts,
  unlistedCounts,
} from './study-counts';

/** What is simulated and how. */
export interface SimulationPlan {
  readonly counts: StudyCounts;
  /** Event years above 0. */
  readonly years: readonly number[];
  readonly trend?: Trend;
  readonly draws?: number;
  /** The same seed gives the same figures, whichever years and trend are asked for. */
  readonly seed?: number;
}

/** Simulated figures of one event year, one number per draw. */
export interface SimulatedYear {
  readonly year: number;
  /** Share of the year-0 level. */
  readonly effect: Float64Array;
  /** Per 1,000 tenancies and year. */
  readonly prevented: Float64Array;
}

/** Most draws that are made: beyond, the intervals do not change but the machine stalls. */
export const maximumDraws = 1_000_000;

/** A number of draws: whole, above 0 and not above `maximumDraws`. */
export function checkDraws(draws: number): void {
  checkPresent(draws, 'draws');
  checkWhole(draws, 'draws');
  checkPositive(draws, 'draws');
  if (draws <= maximumDraws) return;
  throw new StatsError('too-many', { argument: 'draws', value: draws, expected: maximumDraws });
}

/** How many draws are made between two pauses. */
const slice = 1000;

type Group = 'intervention' | 'control';

/** Every count that varies by itself: the listed ones, and for each event year what they leave over. */
function distinctCounts(counts: StudyCounts, group: Group): SharedCount[] {
  const listed = (group === 'control' ? counts.sharedCounts : counts.interventionCounts) ?? [];
  const rest = unlistedCounts(counts, group).flatMap((count, year) => {
    // Nothing left over from listed counts is no count; a pooled 0 is one, and so has its uncertainty.
    const isCovered = count === 0 && listed.some((one) => one.uses[year]! > 0);
    if (isCovered || Number.isNaN(count)) return [];
    return [{ count, uses: counts.eventYears.map((_, i) => Number(i === year)) }];
  });
  return [...listed, ...rest];
}

interface GammaSum {
  readonly shape: number;
  readonly uses: readonly number[];
}

/**
 * Each distinct count is drawn from Gamma(count + 1/2). Counts that enter the same event years as often only
 * ever matter by their sum, and a sum of gamma variables of one scale is gamma with the sum of their shapes: one
 * draw serves them all, so that five thousand areas take no longer than five.
 */
function gammaSums(distinct: readonly SharedCount[]): GammaSum[] {
  const sums = new Map<string, { shape: number; readonly uses: readonly number[] }>();
  for (const { count, uses } of distinct) {
    if (uses.every((times) => times === 0)) continue;
    const key = uses.join();
    const sum = sums.get(key);
    if (sum) sum.shape += count + 0.5;
    else sums.set(key, { shape: count + 0.5, uses });
  }
  return [...sums.values()];
}

/** Draws a group's rates per 1,000 tenancies into `rates`. */
function rateDraws(
  counts: StudyCounts,
  group: Group,
  gamma: (shape: number) => () => number,
  rates: Float64Array,
): () => void {
  const distinct = gammaSums(distinctCounts(counts, group)).map(({ shape, uses }) => ({
    draw: gamma(shape),
    // Each event year that the counts enter, as often as they do.
    enters: uses.flatMap((times, year) => Array<number>(times).fill(year)),
  }));
  const perCase = counts[group].tenancies.map((tenancies) => 1000 / tenancies);
  return () => {
    rates.fill(0);
    for (const { draw, enters } of distinct) {
      const drawn = draw();
      for (const year of enters) rates[year] = rates[year]! + drawn;
    }
    for (let i = 0; i < rates.length; i++) rates[i] = rates[i]! * perCase[i]!;
  };
}

/**
 * `fallBeyondTrend` without its checks, for a hundred thousand calls on the same years.
 *
 * @returns a function of a group's rates in the order of `eventYears`
 */
export function compileFallBeyondTrend(
  eventYears: readonly number[],
  year: number,
  trend: Trend,
): (rates: ArrayLike<number>) => number {
  const first = Math.min(...eventYears);
  const [firstAt, baseAt, yearAt] = [first, 0, year].map((one) => eventYears.indexOf(one)) as [
    number,
    number,
    number,
  ];
  if (trend === 'compound') {
    const exponent = year / -first;
    return (rates) => (rates[baseAt]! / rates[firstAt]!) ** exponent - rates[yearAt]! / rates[baseAt]!;
  }
  const weights = trend === 'linear' ? slopeWeights(eventYears) : eventYears.map(() => 0);
  const used = eventYears.map((_, i) => i).filter((i) => weights[i] !== 0);
  return (rates) => {
    const base = rates[baseAt]!;
    let level = base;
    for (const i of used) level += year * weights[i]! * rates[i]!;
    return ((level > 0 ? level : 0) - rates[yearAt]!) / base;
  };
}

/**
 * Simulates a study's effects: every distinct count is redrawn from what it may have been by chance
 * (Gamma with shape count + 1/2), and the effect reckoned anew from each draw. A generator, so that a page
 * can pause after each slice: it yields the number of draws made so far and returns one record per year.
 *
 * @throws StatsError as `didEffect`; `too-many` above `maximumDraws`
 */
export function* simulateEffects(plan: SimulationPlan): Generator<number, SimulatedYear[], void> {
  const { counts, years, trend = 'compound', draws = 10_000, seed = 1 } = plan;
  checkStudyCounts(counts);
  checkDraws(draws);
  onGroupRates(counts, (rates) => years.forEach((year) => didEffect(rates, year, trend)));

  const { eventYears } = counts;
  const gamma = gammaDraws(seededRandom(seed));
  const intervention = new Float64Array(eventYears.length);
  const control = new Float64Array(eventYears.length);
  const drawIntervention = rateDraws(counts, 'intervention', gamma, intervention);
  const drawControl = rateDraws(counts, 'control', gamma, control);
  const base = eventYears.indexOf(0);
  const results = years.map((year) => ({
    year,
    effect: new Float64Array(draws),
    prevented: new Float64Array(draws),
    fall: compileFallBeyondTrend(eventYears, year, trend),
  }));
  for (let draw = 0; draw < draws; draw++) {
    if (draw > 0 && draw % slice === 0) yield draw;
    drawIntervention();
    drawControl();
    for (const { effect, prevented, fall } of results) {
      const simulated = fall(intervention) - fall(control);
      effect[draw] = simulated;
      prevented[draw] = simulated * intervention[base]!;
    }
  }
  return results.map(({ year, effect, prevented }) => ({ year, effect, prevented }));
}

/** Runs a simulation without a pause. */
export function runToEnd<Result>(simulation: Generator<number, Result, void>): Result {
  for (;;) {
    const step = simulation.next();
    if (step.done) return step.value;
  }
}
