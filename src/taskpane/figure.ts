import { expectedRate, rateLimits, StatsError, type Interval } from '../stats';
import { groups, type Group, type Study, type StudyResults } from '../study';

/** What the live figure draws, per event year: the same as the second figure of the sheet Effect. */
export interface Figure {
  readonly years: readonly number[];
  /** Evictions per 1,000 tenancies. */
  readonly observed: Readonly<Record<Group, readonly number[]>>;
  /** From year 0 on; null before it, and where the trend cannot be reckoned. */
  readonly expected: Readonly<Record<Group, readonly (number | null)[]>>;
  /** Exact Poisson limits of the intervention areas' rates. */
  readonly limits: readonly Interval[];
}

/** What came out, without the counts that it came from. */
export type Outcome = Omit<StudyResults, 'aligned'>;

export function outcomeOf({
  rates,
  years,
  poisson,
  costPerEviction,
  hoursPer1000,
  programmeCost,
}: StudyResults): Outcome {
  return { rates, years, poisson, costPerEviction, hoursPer1000, programmeCost };
}

/** For a study in which `checkStudy` found no error. Pure. */
export function figureOf({ options }: Study, { aligned, rates }: StudyResults): Figure {
  const { trend, confidence } = options;
  const { eventYears: years, interventionRates, controlRates } = rates;
  const observed = { intervention: interventionRates, control: controlRates };
  const expectedOf = (group: Group): (number | null)[] =>
    years.map((year, index) => {
      if (year < 0) return null;
      if (year === 0) return observed[group][index]!;
      return expectedOrNull(() => expectedRate(years, observed[group], year, trend));
    });
  const [intervention, control] = groups.map(expectedOf) as [(number | null)[], (number | null)[]];
  const { evictions, tenancies } = aligned.intervention;
  return {
    years,
    observed,
    expected: { intervention, control },
    limits: evictions.map((count, index) => rateLimits(count, tenancies[index]!, confidence)),
  };
}

function expectedOrNull(compute: () => number): number | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatsError) return null;
    throw error;
  }
}

/** Round steps for an axis from 0: at most five, each 1, 2, 2.5 or 5 times a power of ten. */
export function axisSteps(highest: number): number[] {
  const rough = (highest > 0 ? highest : 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough - 1e-9)!;
  const last = Math.ceil(highest / step - 1e-9) || 1;
  return Array.from({ length: last + 1 }, (_, index) => index * step);
}
