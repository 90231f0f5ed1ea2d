import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  didTable,
  effectStandardError,
  exactPoissonLimits,
  groupRates,
  overdispersion,
  placeboEffect,
  poissonDid,
  smallestDetectable,
  StatsError,
  type Trend,
} from '../../src/stats';
import { expectClose, fixtures, type PoissonReference, trends } from './support';

type PerYear = Readonly<Record<Trend, readonly (number | null)[]>>;
interface RandomStudy {
  readonly eventYears: readonly number[];
  readonly interventionEvictions: readonly number[];
  readonly interventionTenancies: readonly number[];
  readonly controlEvictions: readonly number[];
  readonly controlTenancies: readonly number[];
  readonly sharedCounts: readonly { readonly count: number; readonly uses: readonly number[] }[];
  readonly confidence: number;
  readonly limits: readonly (readonly [number, number])[];
  readonly effect: PerYear;
  readonly prevented: PerYear;
  readonly standardError: PerYear;
  readonly poisson: PoissonReference;
  readonly placebo: Readonly<Record<Trend, number | null>> | null;
  readonly overdispersion: number | null;
  readonly smallestDetectable: number | null;
}

const studies = JSON.parse(
  readFileSync(join(fixtures, 'stats/random-studies.json'), 'utf8'),
) as readonly RandomStudy[];

/** The figure, or null where it is refused because a rate is 0 or nothing can be detected. */
function orNull(compute: () => number): number | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatsError && ['zero-rate', 'not-detectable'].includes(error.code)) return null;
    throw error;
  }
}

/** A difference of shares near 1 that nearly cancel is known to the digits of the shares, not of the rest. */
function expectSame(actual: number | null, expected: number | null, tolerance = 1e-9): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else if (Math.abs(expected) < 1) expect(Math.abs(actual - expected)).toBeLessThan(tolerance);
  else expectClose(actual, expected, tolerance);
}

describe.each(studies.map((study, i) => [i + 1, study] as const))(
  'random study %d agrees with R',
  (_, study) => {
    const counts = {
      eventYears: study.eventYears,
      intervention: { evictions: study.interventionEvictions, tenancies: study.interventionTenancies },
      control: { evictions: study.controlEvictions, tenancies: study.controlTenancies },
      sharedCounts: study.sharedCounts,
    };
    const rates = groupRates(counts);
    const last = Math.max(...study.eventYears);

    it('on exact Poisson limits', () => {
      study.interventionEvictions.forEach((count, i) => {
        const { lower, upper } = exactPoissonLimits(count, study.confidence);
        expectClose(lower, study.limits[i]![0]);
        expectClose(upper, study.limits[i]![1]);
      });
    });

    it.each(trends)('on effects, prevented evictions and standard errors (%s trend)', (trend) => {
      for (let year = 1; year <= last; year++) {
        const expected = study.effect[trend][year - 1]!;
        expectSame(
          orNull(() => didTable(rates, trend)[year - 1]!.effect),
          expected,
        );
        expectSame(
          orNull(() => didTable(rates, trend)[year - 1]!.prevented),
          study.prevented[trend][year - 1]!,
          1e-8,
        );
        expectSame(
          orNull(() => effectStandardError(counts, year, trend)),
          study.standardError[trend][year - 1]!,
          1e-6,
        );
      }
      if (study.placebo)
        expectSame(
          orNull(() => placeboEffect(rates, trend)),
          study.placebo[trend],
        );
    });

    it('on the Poisson estimate, overdispersion and what can be detected', () => {
      const did = poissonDid(counts, undefined, study.confidence);
      expectClose(did.ratio, study.poisson.ratio);
      expectClose(did.lower, study.poisson.lower);
      expectClose(did.upper, study.poisson.upper);
      expectSame(did.p, study.poisson.p);
      expectSame(did.preventedPer1000, study.poisson.prevented, 1e-8);
      if (study.overdispersion !== null) {
        expectClose(
          overdispersion([study.interventionEvictions, study.controlEvictions]),
          study.overdispersion,
        );
      }
      const at = study.eventYears.indexOf(0);
      const design = {
        rate: rates.interventionRates[at]!,
        tenancies: study.interventionTenancies[0]!,
        controlRate: rates.controlRates[at]!,
        controlTenancies: study.controlTenancies[0]!,
        yearsBefore: 1 - study.eventYears[0]!,
        yearsAfter: last,
        confidence: study.confidence,
      };
      if (design.rate > 0 && design.controlRate > 0) {
        expectSame(
          orNull(() => smallestDetectable(design)),
          study.smallestDetectable,
        );
      }
    });
  },
);
