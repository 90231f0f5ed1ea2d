import {
  actualFall,
  checkDraws,
  didEffect,
  type DidRow,
  didRow,
  effectInterval,
  expectedFall,
  expectedRate,
  fallBeyondTrend,
  poissonDid,
  runToEnd,
  shareAbove,
  simulateEffects,
  smallestDetectable,
  StatsError,
  summariseDraws,
  type Trend,
  type StudyCounts,
  yearsAfterStart,
} from '../stats';
import { checkEventYears } from '../stats/event-series';
import { checkPositive, checkShare, checkWhole } from '../stats/checks';
import { describeError } from './argument-error';
import { choice, flag, number, optionalNumber, optionalSeries, series } from './argument';
import type { CellValue } from './cell';
import { confidence, eventYears, studySeries, trend, year } from './common-arguments';
import { methodNames } from './choices';
import { define } from './definition';

const oneGroup = [eventYears, series('rates'), year] as const;
const twoGroups = [eventYears, series('intervention_rates'), series('control_rates')] as const;

function tableRow(row: DidRow): number[] {
  const { intervention, control } = row;
  return [
    row.year,
    ...[intervention.expected, intervention.actual, intervention.beyondTrend],
    ...[control.expected, control.actual, control.beyondTrend],
    ...[row.effect, row.prevented],
  ];
}

/** A study's counts from the five series in their order. */
export function countsOf([years, ...series]: readonly (readonly number[])[]): StudyCounts {
  const [evictions, tenancies, controlEvictions, controlTenancies] = series;
  return {
    eventYears: years!,
    intervention: { evictions: evictions!, tenancies: tenancies! },
    control: { evictions: controlEvictions!, tenancies: controlTenancies! },
  };
}

function simulatedEffect(
  counts: StudyCounts,
  asked: number,
  how: Trend,
  count: number,
  start: number,
): Float64Array {
  const plan = { counts, years: [asked], trend: how, draws: count, seed: start };
  return runToEnd(simulateEffects(plan))[0]!.effect;
}

const draws = optionalNumber('draws', 10_000, checkDraws);
const seed = optionalNumber('seed', 1, checkWhole);

export const effectFunctions = [
  define('EXPECTED_RATE', 'scalar', [...oneGroup, trend], ([years, rates, asked, how]) =>
    expectedRate(years, rates, asked, how),
  ),
  define('EXPECTED_FALL', 'scalar', [...oneGroup, trend], ([years, rates, asked, how]) =>
    expectedFall(years, rates, asked, how),
  ),
  define('ACTUAL_FALL', 'scalar', oneGroup, ([years, rates, asked]) => actualFall(years, rates, asked)),
  define('FALL_BEYOND_TREND', 'scalar', [...oneGroup, trend], ([years, rates, asked, how]) =>
    fallBeyondTrend(years, rates, asked, how),
  ),
  define('DID_EFFECT', 'scalar', [...twoGroups, year, trend], ([years, intervention, control, asked, how]) =>
    didEffect({ eventYears: years, interventionRates: intervention, controlRates: control }, asked, how),
  ),
  define(
    'DID_TABLE',
    'matrix',
    [...twoGroups, trend, flag('headers', true)],
    ([years, intervention, control, how, headers], texts) => {
      checkEventYears(years);
      const after = yearsAfterStart(years);
      if (after.length === 0) throw new StatsError('no-year-after', { argument: 'eventYears' });
      const rates = { eventYears: years, interventionRates: intervention, controlRates: control };
      // One year that lacks a value must not hide the others.
      const rows = after.map((one): CellValue[] => {
        try {
          return tableRow(didRow(rates, one, how));
        } catch (error) {
          const shown = describeError(error, texts);
          if (shown.code === '#VALUE!') throw error;
          return [one, ...texts.tableHeaders.slice(1).map(() => shown)];
        }
      });
      return headers ? [[...texts.tableHeaders], ...rows] : rows;
    },
  ),
  define(
    'DID_CI',
    'matrix',
    [...studySeries, year, trend, confidence, choice('method', methodNames, 'delta'), draws, seed],
    ([
      years,
      evictions,
      tenancies,
      controlEvictions,
      controlTenancies,
      asked,
      how,
      level,
      method,
      count,
      start,
    ]) => {
      const counts = countsOf([years, evictions, tenancies, controlEvictions, controlTenancies]);
      if (method === 'delta') {
        const { lower, upper } = effectInterval(counts, asked, how, level);
        return [[lower, upper]];
      }
      const { lower, upper } = summariseDraws(simulatedEffect(counts, asked, how, count, start), level);
      return [[lower, upper]];
    },
  ),
  define(
    'DID_PROBABILITY',
    'scalar',
    [...studySeries, year, trend, optionalNumber('threshold', 0), draws, seed],
    ([
      years,
      evictions,
      tenancies,
      controlEvictions,
      controlTenancies,
      asked,
      how,
      threshold,
      count,
      start,
    ]) => {
      const counts = countsOf([years, evictions, tenancies, controlEvictions, controlTenancies]);
      return shareAbove(simulatedEffect(counts, asked, how, count, start), threshold);
    },
  ),
  define(
    'DID_POISSON',
    'matrix',
    [...studySeries, optionalSeries('year'), confidence],
    ([years, evictions, tenancies, controlEvictions, controlTenancies, asked, level]) => {
      const counts = countsOf([years, evictions, tenancies, controlEvictions, controlTenancies]);
      const { reduction, reductionLower, reductionUpper, p } = poissonDid(counts, asked, level);
      return [[reduction, reductionLower, reductionUpper, p]];
    },
  ),
  define(
    'MIN_DETECTABLE',
    'scalar',
    [
      number('rate', checkPositive),
      number('tenancies', checkPositive),
      number('control_rate', checkPositive),
      number('control_tenancies', checkPositive),
      optionalNumber('years_before', 3, checkPositive),
      optionalNumber('years_after', 2, checkPositive),
      confidence,
      optionalNumber('power', 0.8, checkShare),
    ],
    ([rate, tenancies, controlRate, controlTenancies, yearsBefore, yearsAfter, level, power]) =>
      smallestDetectable({
        ...{ rate, tenancies, controlRate, controlTenancies, yearsBefore, yearsAfter, power },
        confidence: level,
      }),
  ),
] as const;
