import fc from 'fast-check';

import {
  didEffect,
  fallBeyondTrend,
  groupRates,
  maximumDraws,
  runToEnd,
  shareAbove,
  simulateEffects,
  type StudyCounts,
  summariseDraws,
  type Trend,
} from '../../src/stats';
import { compileFallBeyondTrend } from '../../src/stats/simulate-effects';
import { distinctReportCounts, expectShare, expectSummary, simulated } from './simulation-support';
import { expectClose, expectStatsError, reportCounts, trends } from './support';

const draws = 200_000;
const effectOf = (counts: StudyCounts, year: number, trend: Trend, seed = 1): Float64Array =>
  runToEnd(simulateEffects({ counts, years: [year], trend, draws, seed }))[0]!.effect;

describe('simulated effects', () => {
  it.each(simulated.report)('of the report agree with R within chance ($trend trend)', (expected) => {
    const plan = { counts: distinctReportCounts, years: [2], trend: expected.trend, draws };
    const [year] = runToEnd(simulateEffects(plan));
    expectSummary(summariseDraws(year!.effect), expected.effect);
    expectSummary(summariseDraws(year!.prevented), expected.prevented);
    expectShare(shareAbove(year!.effect), expected.above);
  });

  it('of pooled counts taken as independent agree with R within chance', () => {
    const effect = effectOf({ ...reportCounts, sharedCounts: [] }, 2, 'compound');
    expectSummary(summariseDraws(effect), simulated.pooled.effect);
    expectShare(shareAbove(effect), simulated.pooled.above);
    expectShare(shareAbove(effect, 0.1), simulated.pooled.aboveTenth);
  });

  it.each(simulated.others.map((study, i) => [i + 1, study] as const))(
    'of random study %d agree with R within chance',
    (_, study) => {
      const counts = {
        eventYears: study.eventYears,
        intervention: { evictions: study.interventionEvictions, tenancies: study.interventionTenancies },
        control: { evictions: study.controlEvictions, tenancies: study.controlTenancies },
        sharedCounts: study.sharedCounts,
      };
      const effect = effectOf(counts, study.year, study.trend);
      expectSummary(summariseDraws(effect), study.effect);
      expectShare(shareAbove(effect), study.above);
    },
  );

  it('of many areas with few evictions each agree with R within chance and lie about the effect', () => {
    const { eventYears, interventionEvictions, controlEvictions, tenancies, controlCounts, ...expected } =
      simulated.small;
    const counts = {
      eventYears,
      intervention: { evictions: interventionEvictions, tenancies },
      control: { evictions: controlEvictions, tenancies },
      sharedCounts: controlCounts.flatMap((ofYear, at) =>
        ofYear.map((count) => ({ count, uses: eventYears.map((_, i) => Number(i === at)) })),
      ),
    };
    const effect = effectOf(counts, 2, 'compound');
    const summary = summariseDraws(effect);
    expectSummary(summary, expected.effect);
    expectShare(shareAbove(effect), expected.above);
    const estimate = didEffect(groupRates(counts), 2);
    expect(Math.abs(summary.median - estimate)).toBeLessThan(0.05 * (summary.upper - summary.lower));
  });

  it('are the same whether counts of the same event years are told apart or not', () => {
    const apart = reportCounts.control.evictions.flatMap((count, at) =>
      [1, count - 1].map((part) => ({
        count: part,
        uses: reportCounts.eventYears.map((_, i) => Number(i === at)),
      })),
    );
    const of = (sharedCounts: NonNullable<StudyCounts['sharedCounts']>): Float64Array =>
      runToEnd(simulateEffects({ counts: { ...reportCounts, sharedCounts }, years: [2], draws: 500 }))[0]!
        .effect;
    expect(of(apart)).toEqual(of([]));
  });

  it('are the same for the same seed and others for another', () => {
    const of = (seed: number): Float64Array =>
      runToEnd(simulateEffects({ counts: reportCounts, years: [2], draws: 500, seed }))[0]!.effect;
    expect(of(5)).toEqual(of(5));
    expect(of(5)).not.toEqual(of(6));
  });

  it('do not depend on which other years are asked for', () => {
    const both = runToEnd(simulateEffects({ counts: reportCounts, years: [1, 2], draws: 500 }));
    const one = runToEnd(simulateEffects({ counts: reportCounts, years: [2], draws: 500 }));
    expect(both[1]!.effect).toEqual(one[0]!.effect);
  });

  it('can be paused after every thousand draws and go on to the same end', () => {
    const simulation = simulateEffects({ counts: reportCounts, years: [2], draws: 2500 });
    expect([simulation.next().value, simulation.next().value]).toEqual([1000, 2000]);
    const whole = runToEnd(simulateEffects({ counts: reportCounts, years: [2], draws: 2500 }));
    expect(simulation.next()).toEqual({ done: true, value: whole });
  });

  it('refuse what has no effect, and a number of draws that makes no sense', () => {
    const run = (plan: object): unknown =>
      runToEnd(simulateEffects({ counts: reportCounts, years: [2], ...plan }));
    expectStatsError(() => run({ years: [3] }), 'missing', 'interventionEvictions');
    expectStatsError(() => run({ draws: 0 }), 'not-positive', 'draws');
    expectStatsError(() => run({ draws: 1.5 }), 'not-whole', 'draws');
    expectStatsError(() => run({ draws: maximumDraws + 1 }), 'too-many', 'draws');
    const intervention = { ...reportCounts.intervention, evictions: [62, 81, 0, 46, 29] };
    expectStatsError(
      () => run({ counts: { ...reportCounts, intervention } }),
      'zero-rate',
      'interventionEvictions',
    );
  });

  it('leave the counts as they were', () => {
    const before = structuredClone(distinctReportCounts);
    runToEnd(simulateEffects({ counts: distinctReportCounts, years: [1], draws: 10 }));
    expect(distinctReportCounts).toEqual(before);
  });
});

it('the fall beyond the trend is the same without its checks', () => {
  const study = fc.integer({ min: -4, max: -1 }).chain((first) =>
    fc.integer({ min: 1, max: 4 }).chain((last) => {
      const length = last - first + 1;
      return fc.record({
        eventYears: fc.constant(Array.from({ length }, (_, i) => first + i)),
        rates: fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
          minLength: length,
          maxLength: length,
        }),
        year: fc.integer({ min: 1, max: last }),
        trend: fc.constantFrom(...trends),
      });
    }),
  );
  fc.assert(
    fc.property(study, ({ eventYears, rates, year, trend }) => {
      const expected = fallBeyondTrend(eventYears, rates, year, trend);
      const actual = compileFallBeyondTrend(eventYears, year, trend)(rates);
      expectClose(actual, expected, 1e-9 * Math.max(1, 1 / Math.abs(expected)) * 1e3);
    }),
  );
});
