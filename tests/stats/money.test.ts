import {
  breakEvenEvictions,
  breakEvenPerEviction,
  breakEvenTotal,
  discounted,
  hoursPer1000,
  netResult,
  paybackYears,
  presentValue,
  programmeCost,
  savings,
} from '../../src/stats';
import { expectClose, expectStatsError, reference } from './support';

const { money } = reference;

describe('money chain', () => {
  it('is R’s from hours to break-even', () => {
    expectClose(hoursPer1000([15, 10, 15, 5], [1578, 699, 2638, 471]), money.hoursPer1000);
    expectClose(programmeCost(660000, money.hoursPer1000), money.programmeCost);
    money.prevented.forEach((prevented, i) => {
      expectClose(savings(prevented, money.costPerEviction), money.savings[i]!);
      expectClose(netResult(prevented, money.costPerEviction, money.programmeCost), money.net[i]!);
      expectClose(
        netResult(prevented, money.costPerEviction, money.programmeCost, 10000),
        money.netWithMunicipality[i]!,
      );
      expectClose(
        breakEvenTotal(money.programmeCost, prevented, money.costPerEviction),
        money.breakEvenTotal[i]!,
      );
      expectClose(
        breakEvenPerEviction(money.programmeCost, prevented, money.costPerEviction),
        money.breakEvenPerEviction[i]!,
      );
    });
    expectClose(breakEvenEvictions(money.programmeCost, money.costPerEviction), money.breakEvenEvictions);
    expectClose(
      breakEvenEvictions(money.programmeCost, money.costPerEviction, 10000),
      money.breakEvenEvictionsWithMunicipality,
    );
  });

  it('has a negative break-even where the programme already pays', () => {
    expect(breakEvenPerEviction(100, 5, 30)).toBe(-10);
  });

  it('has no break-even per eviction where nothing was prevented', () => {
    expectStatsError(() => breakEvenPerEviction(100, 0, 30), 'nothing-prevented', 'prevented');
    expectStatsError(() => breakEvenPerEviction(100, -1, 30), 'nothing-prevented', 'prevented');
    expect(breakEvenTotal(100, -1, 30)).toBe(130);
  });

  it('cannot pay with evictions that save nothing', () => {
    expectStatsError(() => breakEvenEvictions(100, 0), 'never-covered');
  });

  it('refuses impossible amounts, naming the argument', () => {
    expectStatsError(() => hoursPer1000([1], [0]), 'not-positive', 'tenancies');
    expectStatsError(() => hoursPer1000([1, 2], [5]), 'different-lengths', 'tenancies');
    expectStatsError(() => hoursPer1000([], []), 'empty');
    expectStatsError(() => programmeCost(-1, 8), 'negative', 'annualCost');
    expectStatsError(() => programmeCost(1, 8, 0), 'not-positive', 'fullTimeHours');
    expectStatsError(() => savings(1, -1), 'negative', 'costPerEviction');
    expectStatsError(() => netResult(1, 1, NaN), 'missing', 'programmeCost');
  });
});

describe('several years', () => {
  it('are discounted from the second year on, as in R', () => {
    expectClose(presentValue([-200000, 50000, 60000, 70000], 0.035), money.presentValue);
    expect(discounted([7, 7], 0)).toEqual([7, 7]);
    expectStatsError(() => discounted([1], -1), 'not-positive', 'rate');
  });

  it.each(reference.payback)('pay back after $years years: costs $costs, savings $savings', (flow) => {
    const compute = (): number => paybackYears(flow.costs, flow.savings);
    if (flow.years === null) expectStatsError(compute, 'never-covered');
    else expectClose(compute(), flow.years);
  });

  it('need a cost and a saving for each year', () => {
    expectStatsError(() => paybackYears([1], [1, 2]), 'different-lengths', 'savings');
    expectStatsError(() => paybackYears([], []), 'empty');
    expectStatsError(() => paybackYears([1, NaN], [1, 1]), 'missing', 'costs');
  });
});
