import type { Trend } from '../stats';

/** The names that formulas may use, English first; in any case. They are the same whatever Excel's language. */
export const trendNames: Readonly<Record<Trend, readonly string[]>> = {
  compound: ['compound', 'procentvis'],
  linear: ['linear', 'lineær'],
  none: ['none', 'ingen'],
};

export const methodNames = {
  delta: ['delta'],
  simulated: ['simulated', 'simuleret'],
} as const;

export const basisNames = {
  eviction: ['eviction', 'udsættelse'],
  total: ['total', 'i alt'],
} as const;
