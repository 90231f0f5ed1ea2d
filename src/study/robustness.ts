import {
  breakdownTrendBend,
  effectInterval,
  smallestDetectable,
  StatsError,
  yearsAfterStart,
  type EffectCounts,
  type Trend,
} from '../stats';
import { alignStudy, type AlignedStudy } from './align';
import { chosenOverdispersion, overdispersionOf } from './overdispersion-of';
import { includedProgrammes, type Study } from './study';

/** Beyond this number of areas none is left out in turn: a single one hardly moves the result then. */
export const mostAreasLeftOut = 30;

/** An effect with its interval, as shares of the year-0 level; null where it cannot be reckoned. */
export interface CheckedEffect {
  readonly effect: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How far the result of the last event year would stand with other choices, fewer areas, another year. */
export interface Robustness {
  /** One list per trend: each event year after the start. */
  readonly trends: Readonly<Record<Trend, readonly CheckedEffect[]>>;
  /** Per event year after the start: the yearly bend of the trend that would explain the effect away. */
  readonly breakdownBend: readonly (number | null)[];
  /** The effect found in year 0 when the programme is taken to begin a year earlier; null without two years before. */
  readonly placebo: CheckedEffect | null;
  /** The last year's effect with each area left out; null where tenancies are pooled or areas too few or many. */
  readonly withoutArea: readonly (CheckedEffect & { readonly area: string })[] | null;
  readonly overdispersion: number | null;
  /** The smallest reduction that would be told from chance with a power of 80 %; a share. */
  readonly smallestDetectable: number | null;
}

export const trends: readonly Trend[] = ['compound', 'linear', 'none'];
const nothing: CheckedEffect = { effect: null, low: null, high: null };

/**
 * Checks how much a study's result hangs on its choices; for a study in which `checkStudy` found no error.
 *
 * @param aligned the study's counts, where they are at hand: aligning a hundred thousand takes as long as the rest
 */
export function evaluateRobustness(study: Study, aligned: AlignedStudy = alignStudy(study)): Robustness {
  const { trend, confidence } = study.options;
  const counts: EffectCounts = { ...aligned, overdispersion: chosenOverdispersion(study, aligned) };
  const years = yearsAfterStart(aligned.eventYears);
  const inYear = (year: number, of: Trend): CheckedEffect => checkedEffect(counts, year, of, confidence);
  const byTrend = Object.fromEntries(
    trends.map((each) => [each, years.map((year) => inYear(year, each))]),
  ) as unknown as Record<Trend, CheckedEffect[]>;
  return {
    trends: byTrend,
    breakdownBend: years.map((year, index) => {
      const { effect } = byTrend[trend][index]!;
      return effect === null ? null : breakdownTrendBend(effect, year);
    }),
    placebo:
      study.options.from <= -2 ? checkedEffect(pretended(aligned, counts), 1, trend, confidence) : null,
    withoutArea: withoutEachArea(study, aligned),
    overdispersion: overdispersionOf(study, aligned),
    smallestDetectable: smallestDetectableOf(study, aligned),
  };
}

function checkedEffect(counts: EffectCounts, year: number, trend: Trend, confidence: number): CheckedEffect {
  try {
    const { effect, lower, upper } = effectInterval(counts, year, trend, confidence);
    return { effect, low: lower, high: upper };
  } catch (error) {
    if (error instanceof StatsError) return nothing;
    throw error;
  }
}

/** The years up to 0 as if the programme had begun a year earlier: year 0 becomes year 1. */
function pretended(aligned: AlignedStudy, counts: EffectCounts): EffectCounts {
  const length = aligned.eventYears.indexOf(0) + 1;
  const cut = (values: readonly number[]): number[] => values.slice(0, length);
  const series = (group: 'intervention' | 'control') => ({
    evictions: cut(aligned[group].evictions),
    tenancies: cut(aligned[group].tenancies),
  });
  return {
    eventYears: cut(aligned.eventYears).map((year) => year + 1),
    intervention: series('intervention'),
    control: series('control'),
    sharedCounts: aligned.sharedCounts.map(({ count, uses }) => ({ count, uses: cut(uses) })),
    overdispersion: counts.overdispersion ?? 1,
  };
}

/** Whether areas can be left out in turn: each needs tenancies of its own. */
export function canLeaveAreasOut(study: Study): boolean {
  const areas = includedProgrammes(study).length;
  return study.tables.pooledTenancies.length === 0 && areas >= 2 && areas <= mostAreasLeftOut;
}

function withoutEachArea(study: Study, aligned: AlignedStudy): Robustness['withoutArea'] {
  if (!canLeaveAreasOut(study)) return null;
  const { trend, confidence, to, exclude } = study.options;
  // The overdispersion is a property of all areas' counts, not of those that happen to be left.
  const overdispersion = chosenOverdispersion(study, aligned);
  return includedProgrammes(study).map(({ area }) => {
    const others = alignStudy({ ...study, options: { ...study.options, exclude: [...exclude, area] } });
    return { area, ...checkedEffect({ ...others, overdispersion }, to, trend, confidence) };
  });
}

/** From the counts up to year 0, for as many years after the start as the window has. */
function smallestDetectableOf(study: Study, aligned: AlignedStudy): number | null {
  const yearsBefore = aligned.eventYears.indexOf(0) + 1;
  const mean = (values: readonly number[]): number =>
    values.slice(0, yearsBefore).reduce((sum, value) => sum + value, 0) / yearsBefore;
  const before = (group: 'intervention' | 'control') => {
    const tenancies = mean(aligned[group].tenancies);
    return { tenancies, rate: (1000 * mean(aligned[group].evictions)) / tenancies };
  };
  const [intervention, control] = [before('intervention'), before('control')];
  try {
    return smallestDetectable({
      ...intervention,
      controlRate: control.rate,
      controlTenancies: control.tenancies,
      yearsBefore,
      yearsAfter: study.options.to,
      confidence: study.options.confidence,
    });
  } catch (error) {
    if (error instanceof StatsError) return null;
    throw error;
  }
}
