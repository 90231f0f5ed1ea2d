import type { Trend } from '../../stats';

/** An effect under another choice, in the reader's own figures. */
export interface OtherEffect {
  readonly points: string;
  readonly low: string;
  readonly high: string;
  /** The effect has the other sign than the one found. */
  readonly isTurned: boolean;
}

const other = (e: OtherEffect): string =>
  `${e.points} percentage points (${e.low} to ${e.high})${e.isTurned ? ': the sign turns' : ''}`;

/** What would change the result: sentences for the pane. */
export const changeTexts = {
  trendNames: {
    compound: 'a compound trend',
    linear: 'a linear trend',
    none: 'no trend',
  } satisfies Record<Trend, string>,
  trend: (name: string, effect: OtherEffect) => `With ${name} the effect is ${other(effect)}.`,
  withoutArea: (area: string, effect: OtherEffect) => `Without ${area} it is ${other(effect)}.`,
  noAreaTurns: 'No single area turns the sign.',
  pooled:
    'Whether a single area carries the result cannot be seen: the tenancies are those of all areas together.',
  placebo: (effect: OtherEffect, isChance: boolean) =>
    `A year earlier, before the programme, the same method finds ${other({ ...effect, isTurned: false })}, ${
      isChance ? 'which may be chance, as it should be.' : 'although there was nothing to find: be careful.'
    }`,
  bend: (points: string) =>
    `Had the trend bent by ${points} percentage points a year, every year, for other reasons, nothing of the effect would be left.`,
  detectable: (percent: string) =>
    `With these counts, only a reduction of ${percent}% or more can be told from chance (in 80 of 100 studies).`,
  notDetectable: 'With these counts no reduction can safely be told from chance.',
  price: (needed: string, used: string) =>
    `The housing organisation breaks even alone if an eviction costs it at least ${needed} DKK; ${used} DKK was reckoned with.`,
  number: (needed: string, found: string) =>
    `Or if ${needed} evictions are prevented per 1,000 tenancies and year; ${found} is the best estimate.`,
  neverAtLow: 'At the lower end of the interval it does not pay, whatever an eviction costs.',
};

export type ChangeTexts = typeof changeTexts;
