import { runToEnd, simulateStudy } from '../../src/stats';
import { distinctReportCounts, expectSummary, expectShare, simulated } from './simulation-support';

const { money } = simulated;

describe('simulated study', () => {
  const plan = {
    counts: distinctReportCounts,
    years: [1, 2],
    draws: 200_000,
    money: {
      costEstimates: money.costEstimates,
      programmeCost: (money.low + money.high) / 2,
      programmeCostRange: { lower: money.low, upper: money.high },
      municipalSavingPerEviction: 8000,
    },
    municipalSavings: money.municipalSavings,
  };

  it('carries the same draws from counts to money, as R does', () => {
    const result = runToEnd(simulateStudy(plan))[1]!;
    expect(result.year).toBe(2);
    expectSummary(result.effect, simulated.report[0]!.effect);
    expectShare(result.probabilityAboveZero, simulated.report[0]!.above);
    expectSummary(result.prevented, simulated.report[0]!.prevented);
    expectSummary(result.money!.net, money.net);
    expectShare(result.money!.paysAlone, money.pays[0]!);
    expectShare(result.money!.paysWithMunicipality!, money.pays[1]!);
    expect(result.money!.payingCurve).toHaveLength(money.municipalSavings.length);
    expect(result.money!.breakEvenPerEviction.upper).toBe(Infinity);
  });

  it('has the same effects with and without money', () => {
    const { counts, years } = plan;
    const [year] = runToEnd(simulateStudy({ counts, years, draws: 2000 }));
    expect(year!.money).toBeNull();
    expect(year!.effect).toEqual(runToEnd(simulateStudy({ ...plan, draws: 2000 }))[0]!.effect);
  });

  it('says nothing of a municipal saving that nobody gave', () => {
    const { costEstimates, programmeCost } = plan.money;
    const alone = { costEstimates, programmeCost };
    const [year] = runToEnd(simulateStudy({ ...plan, draws: 500, money: alone }));
    expect(year!.money!.paysWithMunicipality).toBeNull();
  });
});
