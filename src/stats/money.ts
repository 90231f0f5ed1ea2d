import { checkNotNegative, checkPositive, checkPresent, checkSameLength } from './checks';
import { StatsError } from './error';

/** From evictions to money; per 1,000 tenancies and year unless said, amounts in one currency. */

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Weekly prevention hours per 1,000 tenancies: total hours over total tenancies, not a mean of ratios.
 *
 * @param hoursPerWeek and `tenancies`: one of each per area
 */
export function hoursPer1000(hoursPerWeek: readonly number[], tenancies: readonly number[]): number {
  checkSameLength(tenancies, hoursPerWeek, 'tenancies');
  checkPresent(hoursPerWeek, 'hoursPerWeek');
  checkPresent(tenancies, 'tenancies');
  checkNotNegative(hoursPerWeek, 'hoursPerWeek');
  checkPositive(tenancies, 'tenancies');
  if (tenancies.length === 0) throw new StatsError('empty', { argument: 'tenancies' });
  return (1000 * total(hoursPerWeek)) / total(tenancies);
}

/**
 * The part of the yearly cost that belongs to prevention.
 *
 * @param annualCost of one full-time post, overhead included
 * @param hoursPerWeek spent on prevention
 * @param fullTimeHours per week, 37 in Denmark
 */
export function programmeCost(annualCost: number, hoursPerWeek: number, fullTimeHours = 37): number {
  checkPresent(annualCost, 'annualCost');
  checkPresent(hoursPerWeek, 'hoursPerWeek');
  checkPresent(fullTimeHours, 'fullTimeHours');
  checkNotNegative(annualCost, 'annualCost');
  checkNotNegative(hoursPerWeek, 'hoursPerWeek');
  checkPositive(fullTimeHours, 'fullTimeHours');
  return (annualCost * hoursPerWeek) / fullTimeHours;
}

/** What prevented evictions save the housing organisation; negative where there were more evictions. */
export function savings(prevented: number, costPerEviction: number): number {
  checkPresent(prevented, 'prevented');
  checkPresent(costPerEviction, 'costPerEviction');
  checkNotNegative(costPerEviction, 'costPerEviction');
  return prevented * costPerEviction;
}

/** Savings of the housing organisation and the municipality less the programme's cost. */
export function netResult(
  prevented: number,
  costPerEviction: number,
  cost: number,
  municipalSavingPerEviction = 0,
): number {
  checkPresent(cost, 'programmeCost');
  checkNotNegative(cost, 'programmeCost');
  checkPresent(municipalSavingPerEviction, 'municipalSavingPerEviction');
  return savings(prevented, costPerEviction) + prevented * municipalSavingPerEviction - cost;
}

/** What the municipality must save for the programme to pay; negative = the programme already pays. */
export function breakEvenTotal(cost: number, prevented: number, costPerEviction: number): number {
  return -netResult(prevented, costPerEviction, cost);
}

/**
 * The same per prevented eviction.
 *
 * @throws StatsError `nothing-prevented` when `prevented` is 0 or below: then no saving makes it pay
 */
export function breakEvenPerEviction(cost: number, prevented: number, costPerEviction: number): number {
  const needed = breakEvenTotal(cost, prevented, costPerEviction);
  if (prevented <= 0) throw new StatsError('nothing-prevented', { argument: 'prevented', value: prevented });
  return needed / prevented;
}

/**
 * How many evictions the programme must prevent to pay for itself.
 *
 * @throws StatsError `never-covered` when an eviction that is prevented saves nothing
 */
export function breakEvenEvictions(
  cost: number,
  costPerEviction: number,
  municipalSavingPerEviction = 0,
): number {
  checkPresent(cost, 'programmeCost');
  checkPresent(costPerEviction, 'costPerEviction');
  checkPresent(municipalSavingPerEviction, 'municipalSavingPerEviction');
  checkNotNegative(cost, 'programmeCost');
  checkNotNegative(costPerEviction, 'costPerEviction');
  const saved = costPerEviction + municipalSavingPerEviction;
  if (saved <= 0) throw new StatsError('never-covered', { argument: 'costPerEviction', value: saved });
  return cost / saved;
}

/** Amounts of successive years in today's money; the first year's amount is not discounted. */
export function discounted(amounts: readonly number[], rate: number): number[] {
  checkPresent(amounts, 'amounts');
  checkPresent(rate, 'rate');
  checkPositive(1 + rate, 'rate');
  return amounts.map((amount, year) => amount / (1 + rate) ** year);
}

/** Sum of `discounted`. */
export function presentValue(amounts: readonly number[], rate: number): number {
  return total(discounted(amounts, rate));
}

/**
 * Years until the cumulated savings cover the cumulated costs and do so from then on, by linear
 * interpolation within the year in which that happens; 0 when they always do.
 *
 * @param costs and `yearlySavings`: one of each per year, from the start
 * @throws StatsError `never-covered` when the costs are not covered by the end of the last year
 * @example paybackYears([100, 10, 10], [0, 60, 100]) // 2.556
 */
export function paybackYears(costs: readonly number[], yearlySavings: readonly number[]): number {
  checkSameLength(yearlySavings, costs, 'savings');
  checkPresent(costs, 'costs');
  checkPresent(yearlySavings, 'savings');
  if (costs.length === 0) throw new StatsError('empty', { argument: 'costs' });
  let cumulated = 0;
  let years = 0;
  costs.forEach((cost, year) => {
    const net = yearlySavings[year]! - cost;
    if (cumulated < 0 && cumulated + net >= 0) years = year - cumulated / net;
    cumulated += net;
  });
  if (cumulated < 0) throw new StatsError('never-covered', { argument: 'savings', value: cumulated });
  return years;
}
