import { type DrawSummary, shareAbove, summariseDraws } from './quantile';
import { simulateEffects, type SimulationPlan } from './simulate-effects';
import { type MoneyPlan, payingCurve, probabilityOfPaying, simulateMoney } from './simulate-money';

/** A study's simulation, from the counts to what the programme costs and saves. */
export interface StudySimulationPlan extends SimulationPlan {
  readonly confidence?: number;
  /** The money of one year per 1,000 tenancies; its seed is the simulation's. */
  readonly money?: Omit<MoneyPlan, 'seed'>;
  /** Municipal savings per eviction that the curve is reckoned for. */
  readonly municipalSavings?: readonly number[];
}

/** Simulated money in one event year, summarised; per 1,000 tenancies and year. */
export interface MoneySummary {
  readonly savings: DrawSummary;
  readonly net: DrawSummary;
  readonly breakEvenTotal: DrawSummary;
  /** An upper limit (or median) of Infinity means that there is no finite limit: say so in words. */
  readonly breakEvenPerEviction: DrawSummary;
  /** That the programme pays by the housing organisation's savings alone. */
  readonly paysAlone: number;
  /** The same with the municipal saving of the plan; null where none is given. */
  readonly paysWithMunicipality: number | null;
  /** The same for each of the plan's `municipalSavings`. */
  readonly payingCurve: readonly number[];
}

/** One event year's simulated figures. */
export interface YearSimulation {
  readonly year: number;
  readonly effect: DrawSummary;
  readonly probabilityAboveZero: number;
  readonly prevented: DrawSummary;
  readonly money: MoneySummary | null;
}

function summariseMoney(
  prevented: Float64Array,
  plan: StudySimulationPlan,
  money: Omit<MoneyPlan, 'seed'>,
): MoneySummary {
  const { confidence = 0.95, seed = 1, municipalSavings = [] } = plan;
  const draws = simulateMoney(prevented, { ...money, seed });
  const municipal = money.municipalSavingPerEviction;
  return {
    savings: summariseDraws(draws.savings, confidence),
    net: summariseDraws(draws.net, confidence),
    breakEvenTotal: summariseDraws(draws.breakEvenTotal, confidence),
    breakEvenPerEviction: summariseDraws(draws.breakEvenPerEviction, confidence),
    paysAlone: probabilityOfPaying(prevented, draws),
    paysWithMunicipality: municipal === undefined ? null : probabilityOfPaying(prevented, draws, municipal),
    payingCurve: payingCurve(prevented, draws, municipalSavings),
  };
}

/**
 * The whole simulated chain: effects, prevented evictions, savings, net result and break-even, from the same
 * draws. Yields the number of draws made so far; see `simulateEffects` for pausing and `runToEnd` for not.
 *
 * @example runToEnd(simulateStudy({ counts, years: [2], money: { costEstimates, programmeCost } }))
 */
export function* simulateStudy(plan: StudySimulationPlan): Generator<number, YearSimulation[], void> {
  const years = yield* simulateEffects(plan);
  const summarised: YearSimulation[] = [];
  for (const { year, effect, prevented } of years) {
    // Sorting every figure of a year takes as long as thousands of draws: a page can pause here too.
    yield effect.length;
    summarised.push({
      year,
      effect: summariseDraws(effect, plan.confidence),
      probabilityAboveZero: shareAbove(effect),
      prevented: summariseDraws(prevented, plan.confidence),
      money: plan.money ? summariseMoney(prevented, plan, plan.money) : null,
    });
  }
  return summarised;
}
