import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { StatsError, type StatsErrorCode, type StudyCounts, type Trend } from '../../src/stats';

type ByTrend = Readonly<Record<Trend, readonly number[]>>;

/** Values by R, from tests/fixtures/stats/reference.R; arrays of two belong to years 1 and 2. */
export interface Reference {
  readonly eventYears: readonly number[];
  readonly interventionEvictions: readonly number[];
  readonly interventionTenancies: readonly number[];
  readonly controlEvictions: readonly number[];
  readonly controlTenancies: readonly number[];
  readonly sharedCounts: readonly { readonly count: number; readonly uses: readonly number[] }[];
  readonly interventionRates: readonly number[];
  readonly controlRates: readonly number[];
  readonly poissonLimits: readonly {
    readonly count: number;
    readonly confidence: number;
    readonly limits: readonly [number, number];
  }[];
  readonly rateLimitsYear0: readonly [number, number];
  readonly normalQuantiles: { readonly p: readonly number[]; readonly q: readonly number[] };
  readonly expectedRateIntervention: ByTrend;
  readonly expectedFallIntervention: ByTrend;
  readonly expectedFallControl: ByTrend;
  readonly actualFallIntervention: readonly number[];
  readonly actualFallControl: readonly number[];
  readonly a: ByTrend;
  readonly b: ByTrend;
  readonly effect: ByTrend;
  readonly prevented: ByTrend;
  readonly standardErrorShared: ByTrend;
  readonly standardErrorIndependent: ByTrend;
  readonly standardErrorOverdispersed: ByTrend;
  readonly poisson: readonly { readonly after: readonly number[]; readonly result: PoissonReference }[];
  readonly poissonWithZero: PoissonReference;
  readonly interventionMatrix: readonly (readonly number[])[];
  readonly controlMatrix: readonly (readonly number[])[];
  readonly overdispersion: readonly [number, number];
  readonly placebo: Readonly<Record<Trend, number>>;
  readonly trendBend: readonly number[];
  readonly smallestDetectable: readonly {
    readonly design: readonly number[];
    readonly result: number | null;
  }[];
  readonly money: {
    readonly costPerEviction: number;
    readonly hoursPer1000: number;
    readonly programmeCost: number;
    readonly prevented: readonly number[];
    readonly savings: readonly number[];
    readonly net: readonly number[];
    readonly netWithMunicipality: readonly number[];
    readonly breakEvenTotal: readonly number[];
    readonly breakEvenPerEviction: readonly number[];
    readonly breakEvenEvictions: number;
    readonly breakEvenEvictionsWithMunicipality: number;
    readonly presentValue: number;
  };
  readonly payback: readonly {
    readonly costs: readonly number[];
    readonly savings: readonly number[];
    readonly years: number | null;
  }[];
}

export interface PoissonReference {
  readonly ratio: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
  readonly prevented: number;
}

export const fixtures = join(__dirname, '../fixtures');
export const reference = JSON.parse(
  readFileSync(join(fixtures, 'stats/reference.json'), 'utf8'),
) as Reference;
export const trends: readonly Trend[] = ['compound', 'linear', 'none'];

/** The report's pooled counts, with the control counts that two areas share. */
export const reportCounts: StudyCounts = {
  eventYears: reference.eventYears,
  intervention: { evictions: reference.interventionEvictions, tenancies: reference.interventionTenancies },
  control: { evictions: reference.controlEvictions, tenancies: reference.controlTenancies },
  sharedCounts: reference.sharedCounts,
};

/** The report's rates per 1,000 tenancies. */
export const reportRates = {
  eventYears: reference.eventYears,
  interventionRates: reference.interventionRates,
  controlRates: reference.controlRates,
};

/** Fails unless `actual` is within `tolerance` of `expected`, relative to it (absolute for an expected 0). */
export function expectClose(actual: number, expected: number, tolerance = 1e-9): void {
  const error = Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected));
  if (!(error <= tolerance))
    throw new Error(`${actual} is not ${expected}: off by ${error}, allowed ${tolerance}`);
}

/** Fails unless `compute` throws a StatsError of this code about this argument. */
export function expectStatsError(
  compute: () => unknown,
  code: StatsErrorCode,
  argument?: string,
): StatsError {
  try {
    compute();
  } catch (error) {
    if (!(error instanceof StatsError)) throw error;
    expect({
      code: error.code,
      argument: argument === undefined ? undefined : error.detail.argument,
    }).toEqual({
      code,
      argument,
    });
    return error;
  }
  throw new Error(`no error, expected ${code}`);
}
