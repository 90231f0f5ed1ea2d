import { checkPresent, checkShare } from './checks';
import { StatsError } from './error';
import type { Interval } from './interval';

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, R's default).
 *
 * @param sorted ascending; may end in Infinity, and a quantile that touches it is Infinity
 * @param probability from 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) throw new StatsError('empty', { argument: 'values' });
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const share = position - below;
  const low = sorted[below]!;
  const high = sorted[below + 1];
  // Also spares Infinity - Infinity.
  if (share === 0 || low === high) return low;
  return low + share * (high! - low);
}

/** What a simulated figure comes to. */
export interface DrawSummary extends Interval {
  readonly median: number;
}

/** Median and central interval of simulated values. */
export function summariseDraws(draws: Float64Array, confidence = 0.95): DrawSummary {
  checkShare(confidence, 'confidence');
  const sorted = draws.slice().sort();
  const tail = (1 - confidence) / 2;
  return {
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, tail),
    upper: quantile(sorted, 1 - tail),
  };
}

/** Share of simulated values above a threshold. */
export function shareAbove(draws: Float64Array, threshold = 0): number {
  checkPresent(threshold, 'threshold');
  let above = 0;
  for (let i = 0; i < draws.length; i++) if (draws[i]! > threshold) above++;
  return above / draws.length;
}
