import { paybackYears, presentValue, StatsError } from '../stats';
import type { StudyResults } from './evaluate';
import type { StudyOptions } from './study';

/** Several years of the programme, per 1,000 tenancies, in DKK; null where it cannot be reckoned. */
export interface Horizon {
  /** Of the net results of all years, in today's money. */
  readonly presentValue: number | null;
  readonly presentValueLow: number | null;
  readonly presentValueHigh: number | null;
  /** Years until the programme has paid for itself; null where it does not within the horizon. */
  readonly paybackYears: number | null;
}

const unknown: Horizon = {
  presentValue: null,
  presentValueLow: null,
  presentValueHigh: null,
  paybackYears: null,
};

/**
 * What the programme comes to over several years: start-up years cost as the others and prevent nothing; every
 * year after them prevents what the last event year did.
 */
export function evaluateHorizon(results: StudyResults, options: StudyOptions): Horizon {
  const { costPerEviction, programmeCost } = results;
  const last = results.years.at(-1)!;
  if (costPerEviction === null || programmeCost === null || last.prevented === null) return unknown;
  const { horizonYears, startUpYears, discountRate, municipalSaving } = options;
  const perEviction = costPerEviction + (municipalSaving ?? 0);
  const costs = Array<number>(horizonYears).fill(programmeCost);
  const savingsOf = (prevented: number): number[] =>
    costs.map((_, year) => (year < startUpYears ? 0 : prevented * perEviction));
  const valueOf = (prevented: number | null): number | null =>
    prevented === null
      ? null
      : presentValue(
          savingsOf(prevented).map((saving, year) => saving - costs[year]!),
          discountRate,
        );
  return {
    presentValue: valueOf(last.prevented),
    presentValueLow: valueOf(last.preventedLow),
    presentValueHigh: valueOf(last.preventedHigh),
    paybackYears: paybackOf(costs, savingsOf(last.prevented)),
  };
}

function paybackOf(costs: readonly number[], savings: readonly number[]): number | null {
  try {
    return paybackYears(costs, savings);
  } catch (error) {
    if (error instanceof StatsError) return null;
    throw error;
  }
}
