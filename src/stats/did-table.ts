import { didEffect, type GroupRates, preventedPerRateBase } from './did-effect';
import { asArgument } from './error';
import { yearsAfterStart } from './event-series';
import type { Trend } from './expected-rate';
import { actualFall, expectedFall, fallBeyondTrend } from './falls';

/** The falls of one group, as shares of its year-0 level. */
export interface Falls {
  readonly expected: number;
  readonly actual: number;
  readonly beyondTrend: number;
}

/** One year of the report's effect table. */
export interface DidRow {
  readonly year: number;
  readonly intervention: Falls;
  readonly control: Falls;
  readonly effect: number;
  /** Per so many tenancies as the rates are expressed per. */
  readonly prevented: number;
}

function falls(eventYears: readonly number[], rates: readonly number[], year: number, trend: Trend): Falls {
  return {
    expected: expectedFall(eventYears, rates, year, trend),
    actual: actualFall(eventYears, rates, year),
    beyondTrend: fallBeyondTrend(eventYears, rates, year, trend),
  };
}

/** The report's effect table for one year after the start. */
export function didRow(rates: GroupRates, year: number, trend: Trend = 'compound'): DidRow {
  const { eventYears, interventionRates, controlRates } = rates;
  return {
    year,
    intervention: asArgument('interventionRates', () => falls(eventYears, interventionRates, year, trend)),
    control: asArgument('controlRates', () => falls(eventYears, controlRates, year, trend)),
    effect: didEffect(rates, year, trend),
    prevented: preventedPerRateBase(rates, year, trend),
  };
}

/** The report's effect table: one row for each event year above 0, ascending. */
export function didTable(rates: GroupRates, trend: Trend = 'compound'): DidRow[] {
  return yearsAfterStart(rates.eventYears).map((year) => didRow(rates, year, trend));
}
