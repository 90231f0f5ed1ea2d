import {
  payingCurve,
  probabilityOfPaying,
  runToEnd,
  simulateEffects,
  simulateMoney,
  summariseDraws,
} from '../../src/stats';
import {
  distinctReportCounts,
  expectBetween,
  expectShare,
  expectSummary,
  simulated,
} from './simulation-support';
import { expectClose, expectStatsError } from './support';

const { money } = simulated;

describe('simulated money', () => {
  const [year] = runToEnd(simulateEffects({ counts: distinctReportCounts, years: [2], draws: 200_000 }));
  const { prevented } = year!;
  const draws = simulateMoney(prevented, {
    costEstimates: money.costEstimates,
    programmeCost: (money.low + money.high) / 2,
    programmeCostRange: { lower: money.low, upper: money.high },
    municipalSavingPerEviction: 8000,
  });

  it('agrees with R within chance', () => {
    expectSummary(summariseDraws(draws.savings), money.savings);
    expectSummary(summariseDraws(draws.net), money.net);
    expectSummary(summariseDraws(draws.breakEvenTotal), money.breakEvenTotal);
    const perEviction = summariseDraws(draws.breakEvenPerEviction);
    expectBetween(perEviction.lower, money.breakEvenPerEvictionLower);
    expectBetween(perEviction.median, money.breakEvenPerEvictionMedian);
  });

  it('has no finite upper limit of the break-even where a fifth of the draws prevent nothing', () => {
    expect(summariseDraws(draws.breakEvenPerEviction).upper).toBe(Infinity);
  });

  it('pays the more often the more the municipality saves, as in R', () => {
    const curve = payingCurve(prevented, draws, money.municipalSavings);
    curve.forEach((probability, i) => expectShare(probability, money.pays[i]!));
    expect(probabilityOfPaying(prevented, draws)).toBe(curve[0]);
  });

  it('adds up draw by draw', () => {
    for (const i of [0, 1, 99_999]) {
      expectClose(draws.savings[i]!, prevented[i]! * draws.costPerEviction[i]!);
      expectClose(draws.breakEvenTotal[i]!, draws.programmeCost[i]! - draws.savings[i]!);
      expectClose(draws.net[i]!, draws.savings[i]! + 8000 * prevented[i]! - draws.programmeCost[i]!, 1e-7);
    }
  });

  it('keeps the cost within the published estimates and the programme within its range', () => {
    expect(Math.min(...draws.costPerEviction.slice(0, 50_000))).toBeGreaterThanOrEqual(45000);
    expect(Math.max(...draws.costPerEviction.slice(0, 50_000))).toBeLessThanOrEqual(63451);
    expect(Math.min(...draws.programmeCost.slice(0, 50_000))).toBeGreaterThanOrEqual(money.low);
    expect(Math.max(...draws.programmeCost.slice(0, 50_000))).toBeLessThanOrEqual(money.high);
  });

  it('is certain about what is given as certain', () => {
    const certain = simulateMoney(Float64Array.of(2, -1), { costEstimates: [50], programmeCost: 60 });
    expect([...certain.net]).toEqual([40, -110]);
    expect([...certain.breakEvenPerEviction]).toEqual([-20, Infinity]);
    expect(probabilityOfPaying(Float64Array.of(2, -1), certain)).toBe(0.5);
  });

  it('refuses impossible amounts, naming the argument', () => {
    const of = (plan: object): unknown =>
      simulateMoney(Float64Array.of(1), { costEstimates: [1], programmeCost: 1, ...plan });
    expectStatsError(() => of({ costEstimates: [] }), 'empty', 'costEstimates');
    expectStatsError(() => of({ costEstimates: [-1] }), 'negative', 'costEstimates');
    expectStatsError(() => of({ programmeCost: NaN }), 'missing', 'programmeCost');
    expectStatsError(() => of({ programmeCostRange: { lower: 2, upper: 1 } }), 'empty', 'programmeCostRange');
  });
});
