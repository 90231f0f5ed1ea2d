import { StatsError } from './error';
import { checkYearAfterStart, yearsAfterStart } from './event-series';
import type { Interval } from './interval';
import { normalCdf, twoSidedZ } from './normal-distribution';
import { checkStudyCounts, type GroupSeries, type StudyCounts, sumOverYears } from './study-counts';

/** Poisson difference-in-differences: ratio of rate ratios, with its limits. */
export interface PoissonDid extends Interval {
  /** (rate after / rate before in the intervention areas) / (the same in the control areas) */
  readonly ratio: number;
  /** Share by which evictions fell more than in the control areas: 1 - ratio. */
  readonly reduction: number;
  readonly reductionLower: number;
  readonly reductionUpper: number;
  /** Of the ratio's natural logarithm. */
  readonly standardError: number;
  /** Two-sided, of the hypothesis that the ratio is 1. */
  readonly p: number;
  /** Evictions prevented per 1,000 tenancies and year. */
  readonly preventedPer1000: number;
}

/**
 * Log-linear Poisson model with group, period and their product, offset log tenancies: closed form for
 * pooled counts. It uses every year before the programme, where the report's effect uses two.
 * When one of the four counts is 0, 1/2 is added to all of them.
 *
 * @param yearsAfter the event years above 0 that are pooled; all of them unless said otherwise
 * @example poissonDid(counts, [1, 2]).ratio // 0.8635 with the report's counts
 */
export function poissonDid(
  counts: StudyCounts,
  yearsAfter?: readonly number[],
  confidence = 0.95,
): PoissonDid {
  checkStudyCounts(counts);
  const z = twoSidedZ(confidence);
  const { eventYears } = counts;
  const after = yearsAfter ?? yearsAfterStart(eventYears);
  if (after.length === 0) throw new StatsError('no-year-after', { argument: 'eventYears' });
  after.forEach(checkYearAfterStart);
  const before = eventYears.filter((year) => year <= 0);
  const pool = (series: GroupSeries, years: readonly number[], group: string) => ({
    evictions: sumOverYears(eventYears, series.evictions, years, `${group}Evictions`),
    tenancies: sumOverYears(eventYears, series.tenancies, years, `${group}Tenancies`),
  });
  const cells = [
    pool(counts.intervention, after, 'intervention'),
    pool(counts.intervention, before, 'intervention'),
    pool(counts.control, after, 'control'),
    pool(counts.control, before, 'control'),
  ] as const;
  const correction = cells.some((cell) => cell.evictions === 0) ? 0.5 : 0;
  const rate = (cell: (typeof cells)[number]): number => (cell.evictions + correction) / cell.tenancies;
  const [interventionAfter, interventionBefore, controlAfter, controlBefore] = cells;

  const ratio =
    rate(interventionAfter) / rate(interventionBefore) / (rate(controlAfter) / rate(controlBefore));
  const standardError = Math.sqrt(cells.reduce((sum, cell) => sum + 1 / (cell.evictions + correction), 0));
  const lower = ratio * Math.exp(-z * standardError);
  const upper = ratio * Math.exp(z * standardError);
  return {
    ratio,
    lower,
    upper,
    reduction: 1 - ratio,
    reductionLower: 1 - upper,
    reductionUpper: 1 - lower,
    standardError,
    p: 2 * normalCdf(-Math.abs(Math.log(ratio)) / standardError),
    preventedPer1000: 1000 * rate(interventionAfter) * (1 / ratio - 1),
  };
}
