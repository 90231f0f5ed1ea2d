import {
  breakEvenPerEviction,
  breakEvenTotal,
  effectInterval,
  expectedFall,
  actualFall,
  groupRates,
  hoursPer1000,
  netResult,
  poissonDid,
  prevented,
  preventedStandardError,
  programmeCost,
  savings,
  StatsError,
  twoSidedZ,
  yearsAfterStart,
  type EffectCounts,
  type GroupRates,
  type PoissonDid,
} from '../stats';
import { alignStudy, type AlignedStudy } from './align';
import { chosenOverdispersion } from './overdispersion-of';
import { includedProgrammes, type Study } from './study';

/** What one event year after the start shows. Shares of the year-0 level; per 1,000 tenancies; DKK. */
export interface YearResult {
  readonly year: number;
  readonly expectedFallIntervention: number | null;
  readonly expectedFallControl: number | null;
  readonly actualFallIntervention: number | null;
  readonly actualFallControl: number | null;
  readonly a: number | null;
  readonly b: number | null;
  readonly effect: number | null;
  readonly effectLow: number | null;
  readonly effectHigh: number | null;
  readonly prevented: number | null;
  readonly preventedLow: number | null;
  readonly preventedHigh: number | null;
  readonly savings: number | null;
  readonly net: number | null;
  readonly breakEvenTotal: number | null;
  readonly breakEvenPerEviction: number | null;
}

/** A study's figures. Null is "cannot be reckoned": a rate of 0 in year 0, no costs, no hours. */
export interface StudyResults {
  readonly aligned: AlignedStudy;
  readonly rates: GroupRates;
  readonly years: readonly YearResult[];
  readonly poisson: PoissonDid | null;
  readonly costPerEviction: number | null;
  readonly hoursPer1000: number | null;
  readonly programmeCost: number | null;
}

/** The figures that the workbook's formulas must show, for a study in which `checkStudy` found no error. */
export function evaluateStudy(study: Study): StudyResults {
  const aligned = alignStudy(study);
  const { eventYears, intervention, control, sharedCounts } = aligned;
  // The intervention areas' single counts make a difference to the simulation only, and are many.
  const overdispersion = chosenOverdispersion(study, aligned);
  const counts = { eventYears, intervention, control, sharedCounts, overdispersion };
  const rates = groupRates(aligned);
  const money = evaluateMoney(study);
  return {
    aligned,
    rates,
    years: yearsAfterStart(aligned.eventYears).map((year) => evaluateYear(study, counts, rates, money, year)),
    poisson: orNull(() => poissonDid(counts, undefined, study.options.confidence)),
    ...money,
  };
}

/** A result that the data do not allow is null; any other error is a mistake of ours and goes on. */
function orNull<Result>(compute: () => Result): Result | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatsError) return null;
    throw error;
  }
}

interface Money {
  readonly costPerEviction: number | null;
  readonly hoursPer1000: number | null;
  readonly programmeCost: number | null;
}

function evaluateMoney(study: Study): Money {
  const { costs } = study.tables;
  const programmes = includedProgrammes(study);
  const hours = programmes.map((programme) => programme.weeklyHours ?? NaN);
  const tenancies = programmes.map((programme) => programme.tenancies ?? NaN);
  const perThousand = orNull(() => hoursPer1000(hours, tenancies));
  const { annualCostPer1000, fullTimeHours } = study.options;
  return {
    costPerEviction:
      costs.length === 0 ? null : costs.reduce((sum, { amount }) => sum + amount, 0) / costs.length,
    hoursPer1000: perThousand,
    programmeCost: perThousand === null ? null : programmeCost(annualCostPer1000, perThousand, fullTimeHours),
  };
}

function evaluateYear(
  study: Study,
  counts: EffectCounts,
  rates: GroupRates,
  money: Money,
  year: number,
): YearResult {
  const { trend, confidence, municipalSaving } = study.options;
  const { eventYears, interventionRates, controlRates } = rates;
  const expected = (group: readonly number[]) => orNull(() => expectedFall(eventYears, group, year, trend));
  const actual = (group: readonly number[]) => orNull(() => actualFall(eventYears, group, year));
  const fallsIntervention = { expected: expected(interventionRates), actual: actual(interventionRates) };
  const fallsControl = { expected: expected(controlRates), actual: actual(controlRates) };
  const interval = orNull(() => effectInterval(counts, year, trend, confidence));
  const baseRate = interventionRates[eventYears.indexOf(0)]!;
  const number = interval && prevented(interval.effect, baseRate);
  const reach = interval && twoSidedZ(confidence) * preventedStandardError(counts, year, trend);
  const { costPerEviction, programmeCost: cost } = money;
  const chain = number !== null && costPerEviction !== null && cost !== null;
  return {
    year,
    expectedFallIntervention: fallsIntervention.expected,
    expectedFallControl: fallsControl.expected,
    actualFallIntervention: fallsIntervention.actual,
    actualFallControl: fallsControl.actual,
    a: difference(fallsIntervention),
    b: difference(fallsControl),
    effect: interval?.effect ?? null,
    effectLow: interval?.lower ?? null,
    effectHigh: interval?.upper ?? null,
    prevented: number,
    preventedLow: number === null || reach === null ? null : number - reach,
    preventedHigh: number === null || reach === null ? null : number + reach,
    savings: number === null || costPerEviction === null ? null : savings(number, costPerEviction),
    net: chain ? netResult(number, costPerEviction, cost, municipalSaving ?? 0) : null,
    breakEvenTotal: chain ? breakEvenTotal(cost, number, costPerEviction) : null,
    breakEvenPerEviction: chain ? orNull(() => breakEvenPerEviction(cost, number, costPerEviction)) : null,
  };
}

function difference(falls: { expected: number | null; actual: number | null }): number | null {
  return falls.expected === null || falls.actual === null ? null : falls.actual - falls.expected;
}
