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

/** Independent counts of each event year: an intervention area's count belongs to one event year only. */
function countsByYear({ eventYears }: StudyCounts, evictions: readonly number[]): SharedCount[] {
  return evictions.map((count, at) => ({ count, uses: eventYears.map((_, i) => Number(i === at)) }));
}

/** The control counts that vary by themselves: those listed, and for each event year what they leave over. */
function controlCounts(counts: StudyCounts): SharedCount[] {
  const listed = counts.sharedCounts ?? [];
  const rest = countsByYear(counts, unlistedCounts(counts)).filter(
    // Nothing left over from listed counts is no count; a pooled 0 is one, and so has its uncertainty.
    ({ count }, year) => count !== 0 || !listed.some((one) => one.uses[year]! > 0),
  );
  return [...listed, ...rest];
}

/**
 * The counts that are drawn, a blank left out. Counts that enter the same event years as often only ever matter by
 * their sum, and so are drawn as one: a 1/2 for each would pull the effect towards 0 where many counts are small.
 */
function drawnCounts(distinct: readonly SharedCount[]): SharedCount[] {
  const sums = new Map<string, { count: number; readonly uses: readonly number[] }>();
  for (const { count, uses } of distinct) {
    if (Number.isNaN(count) || uses.every((times) => times === 0)) continue;
    const key = uses.join();
    const sum = sums.get(key);
    if (sum) sum.count += count;
    else sums.set(key, { count, uses });
  }
  return [...sums.values()];
}

/** Draws a group's rates per 1,000 tenancies into `rates`. */
function rateDraws(
  distinct: readonly SharedCount[],
  tenancies: readonly number[],
  gamma: (shape: number) => () => number,
  rates: Float64Array,
): () => void {
  const drawn = drawnCounts(distinct).map(({ count, uses }) => ({
    draw: gamma(count + 0.5),
    // Each event year that the counts enter, as often as they do.
    enters: uses.flatMap((times, year) => Array<number>(times).fill(year)),
  }));
  const perCase = tenancies.map((living) => 1000 / living);
  return () => {
    rates.fill(0);
    for (const { draw, enters } of drawn) {
      const rate = draw();
      for (const year of enters) rates[year] = rates[year]! + rate;
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
 * Simulates a study's effects: every count (those that enter the same event years as one sum) is redrawn from
 * what it may have been by chance (Gamma with shape count + 1/2), and the effect reckoned anew from each draw. A generator, so that a page
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
  const evictions = countsByYear(counts, counts.intervention.evictions);
  const gamma = gammaDraws(seededRandom(seed));
  const intervention = new Float64Array(eventYears.length);
  const control = new Float64Array(eventYears.length);
  const drawIntervention = rateDraws(evictions, counts.intervention.tenancies, gamma, intervention);
  const drawControl = rateDraws(controlCounts(counts), counts.control.tenancies, gamma, control);
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
