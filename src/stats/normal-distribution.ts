import { checkShare } from './checks';
import { gammaQuantile, gammaTails } from './gamma-distribution';

/**
 * The standard normal distribution by way of its square, half of which has a gamma distribution of shape
 * 1/2: two lines where the normal-cdf and normal-quantile packages of stdlib take 8.7 KB (gzip) of the 30 KB
 * that the custom functions may weigh.
 */

/** The probability that a standard normal value is below `z`. */
export function normalCdf(z: number): number {
  const half = gammaTails(0.5, (z * z) / 2).upper / 2;
  return z < 0 ? half : 1 - half;
}

/** The standard normal value below which the given probability (above 0, below 1) lies. */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  return probability === 0.5 ? 0 : -Math.sqrt(2 * gammaQuantile(2 * probability, 0.5, true));
}

/** How many standard errors a two-sided interval reaches to each side: 1.96 for a confidence of 0.95. */
export function twoSidedZ(confidence: number): number {
  checkShare(confidence, 'confidence');
  return -normalQuantile((1 - confidence) / 2);
}
