import { asArgument } from './error';
import { valueAboveZero } from './event-series';
import type { Trend } from './expected-rate';
import { fallBeyondTrend } from './falls';
import { prevented } from './prevented';

/** Both groups by event year; `interventionRates[i]` and `controlRates[i]` belong to `eventYears[i]`. */
export interface GroupRates {
  readonly eventYears: readonly number[];
  readonly interventionRates: readonly number[];
  readonly controlRates: readonly number[];
}

/**
 * The programme's effect: how much further evictions fell beyond their trend in the intervention areas
 * than in the control areas, as a share of the year-0 level (0.23 is 23 percentage points).
 *
 * @example didEffect({ eventYears, interventionRates, controlRates }, 2) // 0.2329 with the report's rates
 */
export function didEffect(rates: GroupRates, year: number, trend: Trend = 'compound'): number {
  const { eventYears, interventionRates, controlRates } = rates;
  const inIntervention = asArgument('interventionRates', () =>
    fallBeyondTrend(eventYears, interventionRates, year, trend),
  );
  return (
    inIntervention - asArgument('controlRates', () => fallBeyondTrend(eventYears, controlRates, year, trend))
  );
}

/** Evictions that the programme prevented in one year per so many tenancies as the rates are expressed per. */
export function preventedPerRateBase(rates: GroupRates, year: number, trend: Trend = 'compound'): number {
  const base = valueAboveZero(rates.eventYears, rates.interventionRates, 0, 'interventionRates');
  return prevented(didEffect(rates, year, trend), base);
}
