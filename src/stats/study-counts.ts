import { checkCounts, checkPositive, checkSameLength } from './checks';
import type { GroupRates } from './did-effect';
import { StatsError } from './error';
import { checkEventYears, valueInYear } from './event-series';

/** Evictions and tenancies of one group, one of each per event year; NaN where missing. */
export interface GroupSeries {
  readonly evictions: readonly number[];
  readonly tenancies: readonly number[];
}

/**
 * One distinct count: what one organisation or area counted in one calendar year. A control organisation
 * that serves areas with different start years enters the pooled series more than once with it.
 */
export interface SharedCount {
  readonly count: number;
  /** How many times this count is part of each event year's pooled count; aligned with the event years. */
  readonly uses: readonly number[];
}

/** The counts that a study's chance is reckoned on. */
export interface StudyCounts {
  readonly eventYears: readonly number[];
  readonly intervention: GroupSeries;
  readonly control: GroupSeries;
  /**
   * Control counts, those used more than once at least. What of a pooled control count is not covered here
   * counts as one independent count that is used once.
   */
  readonly sharedCounts?: readonly SharedCount[];
}

/** Counts in which nothing is wrong: a study's effects are reckoned a dozen times from the same ten thousand. */
const right = new WeakSet<StudyCounts>();

/** Throws a `StatsError` that names the series and the event year of the first thing that is wrong. */
export function checkStudyCounts(counts: StudyCounts): void {
  if (right.has(counts)) return;
  const { eventYears, intervention, control } = counts;
  checkEventYears(eventYears);
  const series = {
    interventionEvictions: intervention.evictions,
    interventionTenancies: intervention.tenancies,
    controlEvictions: control.evictions,
    controlTenancies: control.tenancies,
  };
  for (const [name, values] of Object.entries(series)) checkSameLength(values, eventYears, name);
  checkCounts(intervention.evictions, 'interventionEvictions');
  checkPositive(intervention.tenancies, 'interventionTenancies');
  checkCounts(control.evictions, 'controlEvictions');
  checkPositive(control.tenancies, 'controlTenancies');
  for (const { count, uses } of counts.sharedCounts ?? []) {
    checkCounts(count, 'sharedCounts');
    checkCounts(uses, 'sharedCounts');
    checkSameLength(uses, eventYears, 'sharedCounts');
  }
  right.add(counts);
}

/**
 * What of each event year's pooled control count is not made up of the counts listed for it.
 *
 * @throws StatsError `shared-above-total` when the listed counts add up to more than the pooled count
 */
export function unlistedCounts({ eventYears, control, sharedCounts = [] }: StudyCounts): number[] {
  const sums = control.evictions.map(() => 0);
  for (const { count, uses } of sharedCounts)
    for (let i = 0; i < sums.length; i += 1) sums[i]! += count * uses[i]!;
  return control.evictions.map((pooled, i) => {
    const listed = sums[i]!;
    if (listed <= pooled || Number.isNaN(pooled)) return pooled - listed;
    throw new StatsError('shared-above-total', {
      argument: 'sharedCounts',
      value: listed,
      expected: pooled,
      eventYear: eventYears[i]!,
    });
  });
}

function rates(series: GroupSeries): number[] {
  return series.evictions.map((evictions, i) => (1000 * evictions) / series.tenancies[i]!);
}

/** Evictions per 1,000 tenancies of both groups. */
export function groupRates(counts: StudyCounts): GroupRates {
  return {
    eventYears: counts.eventYears,
    interventionRates: rates(counts.intervention),
    controlRates: rates(counts.control),
  };
}

/**
 * Runs `compute` on the study's rates; an error about a group's rates is rethrown as one about the counts
 * or tenancies behind it.
 */
export function onGroupRates<Result>(counts: StudyCounts, compute: (rates: GroupRates) => Result): Result {
  try {
    return compute(groupRates(counts));
  } catch (error) {
    if (!(error instanceof StatsError)) throw error;
    const group = /^(intervention|control)Rates$/.exec(error.detail.argument)?.[1] as
      'intervention' | 'control' | undefined;
    if (group === undefined) throw error;
    const index = counts.eventYears.indexOf(error.detail.eventYear ?? NaN);
    const isTenancies = Number.isNaN(counts[group].tenancies[index] ?? 0);
    throw new StatsError(error.code, {
      ...error.detail,
      argument: group + (isTenancies ? 'Tenancies' : 'Evictions'),
    });
  }
}

/** Sum of a series over the given event years; throws `missing` where one has no value. */
export function sumOverYears(
  eventYears: readonly number[],
  values: readonly number[],
  years: readonly number[],
  argument: string,
): number {
  return years.reduce((sum, year) => sum + valueInYear(eventYears, values, year, argument), 0);
}
