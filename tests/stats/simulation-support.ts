import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type DrawSummary, type SharedCount, type StudyCounts, type Trend } from '../../src/stats';
import { fixtures, reportCounts } from './support';

type Bounds = readonly [number, number];
interface SummaryBounds {
  readonly lower: Bounds;
  readonly median: Bounds;
  readonly upper: Bounds;
}
interface Share {
  readonly value: number;
  readonly reach: number;
}

/** Bounds by R (tests/fixtures/stats/simulation.R) for figures from 200,000 draws. */
export interface SimulationReference {
  readonly interventionCounts: readonly SharedCount[];
  readonly controlCounts: readonly SharedCount[];
  readonly report: readonly {
    readonly trend: Trend;
    readonly effect: SummaryBounds;
    readonly above: Share;
    readonly prevented: SummaryBounds;
  }[];
  readonly pooled: { readonly effect: SummaryBounds; readonly above: Share; readonly aboveTenth: Share };
  readonly money: {
    readonly costEstimates: readonly number[];
    readonly low: number;
    readonly high: number;
    readonly municipalSavings: readonly number[];
    readonly savings: SummaryBounds;
    readonly net: SummaryBounds;
    readonly breakEvenTotal: SummaryBounds;
    readonly breakEvenPerEvictionLower: Bounds;
    readonly breakEvenPerEvictionMedian: Bounds;
    readonly pays: readonly Share[];
  };
  readonly others: readonly {
    readonly eventYears: readonly number[];
    readonly interventionEvictions: readonly number[];
    readonly interventionTenancies: readonly number[];
    readonly controlEvictions: readonly number[];
    readonly controlTenancies: readonly number[];
    readonly sharedCounts: readonly SharedCount[];
    readonly trend: Trend;
    readonly year: number;
    readonly effect: SummaryBounds;
    readonly above: Share;
  }[];
  /** Many areas with few evictions each; the control counts by event year. */
  readonly small: {
    readonly eventYears: readonly number[];
    readonly interventionEvictions: readonly number[];
    readonly controlEvictions: readonly number[];
    readonly tenancies: readonly number[];
    readonly controlCounts: readonly (readonly number[])[];
    readonly effect: SummaryBounds;
    readonly above: Share;
  };
}

export const simulated = JSON.parse(
  readFileSync(join(fixtures, 'stats/simulation.json'), 'utf8'),
) as SimulationReference;

/** The report's counts told apart by area, organisation and calendar year. */
export const distinctReportCounts: StudyCounts = {
  ...reportCounts,
  sharedCounts: simulated.controlCounts,
};

export function expectBetween(actual: number, [lower, upper]: Bounds): void {
  expect(actual).toBeGreaterThanOrEqual(lower);
  expect(actual).toBeLessThanOrEqual(upper);
}

export function expectSummary(actual: DrawSummary, bounds: SummaryBounds): void {
  expectBetween(actual.lower, bounds.lower);
  expectBetween(actual.median, bounds.median);
  expectBetween(actual.upper, bounds.upper);
}

export function expectShare(actual: number, { value, reach }: Share): void {
  expect(Math.abs(actual - value)).toBeLessThanOrEqual(reach);
}
