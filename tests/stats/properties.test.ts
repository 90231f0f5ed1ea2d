import fc from 'fast-check';

import {
  didEffect,
  effectStandardError,
  evictionRate,
  expectedRate,
  groupRates,
  leaveOneOut,
  overdispersion,
  poissonDid,
  type StudyCounts,
} from '../../src/stats';
import { expectClose, trends } from './support';

const evictions = fc.integer({ min: 1, max: 500 });
const tenancies = fc.integer({ min: 100, max: 50_000 });
const study: fc.Arbitrary<StudyCounts> = fc
  .record({ first: fc.integer({ min: -5, max: -1 }), last: fc.integer({ min: 1, max: 3 }) })
  .chain(({ first, last }) => {
    const length = last - first + 1;
    const series = fc.record({
      evictions: fc.array(evictions, { minLength: length, maxLength: length }),
      tenancies: fc.array(tenancies, { minLength: length, maxLength: length }),
    });
    return fc.record({
      eventYears: fc.constant(Array.from({ length }, (_, i) => first + i)),
      intervention: series,
      control: series,
    });
  });
const trend = fc.constantFrom(...trends);

/** Effects are differences of shares of about 1: compared in absolute terms, larger ones in relative terms. */
function expectSameEffect(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)) * 100);
}

describe('whatever the study', () => {
  it('counting tenancies in other units leaves the effect and its error as they are', () => {
    fc.assert(
      fc.property(study, trend, fc.double({ min: 0.01, max: 100, noNaN: true }), (counts, how, factor) => {
        const scale = (values: readonly number[]): number[] => values.map((value) => value * factor);
        const scaled = {
          ...counts,
          intervention: { ...counts.intervention, tenancies: scale(counts.intervention.tenancies) },
          control: { ...counts.control, tenancies: scale(counts.control.tenancies) },
        };
        expectSameEffect(didEffect(groupRates(scaled), 1, how), didEffect(groupRates(counts), 1, how));
        expectSameEffect(effectStandardError(scaled, 1, how), effectStandardError(counts, 1, how));
      }),
    );
  });

  it('swapping the groups flips the sign and keeps the error', () => {
    fc.assert(
      fc.property(study, trend, (counts, how) => {
        const swapped = { ...counts, intervention: counts.control, control: counts.intervention };
        expectSameEffect(didEffect(groupRates(swapped), 1, how), -didEffect(groupRates(counts), 1, how));
        expectSameEffect(effectStandardError(swapped, 1, how), effectStandardError(counts, 1, how));
        expectClose(poissonDid(swapped).ratio, 1 / poissonDid(counts).ratio);
      }),
    );
  });

  it('a trend continued exactly has no effect', () => {
    fc.assert(
      fc.property(study, trend, (counts, how) => {
        const rates = groupRates(counts);
        const follow = (values: readonly number[]): number[] =>
          values.map((value, i) => {
            const year = rates.eventYears[i]!;
            return year > 0 ? expectedRate(rates.eventYears, values, year, how) : value;
          });
        const followed = {
          ...rates,
          interventionRates: follow(rates.interventionRates),
          controlRates: follow(rates.controlRates),
        };
        expectSameEffect(didEffect(followed, 1, how), 0);
      }),
    );
  });

  it('the order of years and of areas changes nothing', () => {
    fc.assert(
      fc.property(study, trend, (counts, how) => {
        const back = (values: readonly number[]): number[] => [...values].reverse();
        const group = (of: 'intervention' | 'control') => ({
          evictions: back(counts[of].evictions),
          tenancies: back(counts[of].tenancies),
        });
        const reversed = {
          eventYears: back(counts.eventYears),
          intervention: group('intervention'),
          control: group('control'),
        };
        expectSameEffect(didEffect(groupRates(reversed), 1, how), didEffect(groupRates(counts), 1, how));
        expectSameEffect(effectStandardError(reversed, 1, how), effectStandardError(counts, 1, how));

        const areas = [counts.intervention, counts.control].map((one) => ({
          intervention: one,
          control: counts.control,
        }));
        const [first, second] = leaveOneOut(counts.eventYears, areas, 1, how);
        expect(leaveOneOut(counts.eventYears, [...areas].reverse(), 1, how)).toEqual([second, first]);
        const matrix = [counts.intervention.evictions, counts.control.evictions];
        expectClose(overdispersion(matrix), overdispersion([...matrix].reverse()));
      }),
    );
  });

  it('inputs stay as they were', () => {
    fc.assert(
      fc.property(study, trend, (counts, how) => {
        const before = structuredClone(counts);
        didEffect(groupRates(counts), 1, how);
        effectStandardError(counts, 1, how);
        poissonDid(counts);
        expect(counts).toEqual(before);
      }),
    );
  });

  it('a rate is per so many tenancies', () => {
    fc.assert(
      fc.property(evictions, tenancies, (count, homes) => {
        expectClose(evictionRate(count, homes, 100) * 10, evictionRate(count, homes));
      }),
    );
  });
});
