/**
 * The gamma distribution with scale 1, written by hand: @stdlib/stats-base-dists-gamma-quantile takes 26 KB
 * of the 30 KB (gzip) that the custom functions may weigh, and is off by 3e-6 at a shape of 50,000.
 */

/**
 * What Stirling's formula for log Gamma(shape + 1) is off by
 * (Loader 2000, "Fast and accurate computation of binomial probabilities").
 */
function stirlingError(shape: number): number {
  let correction = 0;
  let from = shape;
  // The series needs a large argument; each step up adds what the formula is off by between neighbours.
  for (; from < 16; from++) correction += (from + 0.5) * Math.log1p(1 / from) - 1;
  const square = from * from;
  const series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square;
  return correction + series / from;
}

/** x^shape exp(-x) / Gamma(shape + 1): the Poisson probability of `shape` events at mean x, without overflow. */
function poissonMass(shape: number, x: number): number {
  const distance = (x - shape) / shape;
  // log1p keeps the digits near the shape, the plain logarithm those of an x near 0.
  const logRatio = Math.abs(distance) < 0.1 ? Math.log1p(distance) : Math.log(x / shape);
  const deviance = x - shape - shape * logRatio;
  return Math.exp(-stirlingError(shape) - deviance) / Math.sqrt(2 * Math.PI * shape);
}

/** Lower tail by its power series; converges fast for x below shape. */
function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let divisor = shape + 1; term > sum * 1e-17; divisor++) {
    term *= x / divisor;
    sum += term;
  }
  return sum * poissonMass(shape, x);
}

/** Upper tail by Legendre's continued fraction (modified Lentz); converges fast for x above shape. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 100000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction * shape * poissonMass(shape, x);
}

/** Both tails of the gamma distribution at x, the smaller one to full relative precision. */
export function gammaTails(shape: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x < shape + 1) {
    const lower = lowerSeries(shape, x);
    return { lower, upper: 1 - lower };
  }
  const upper = upperFraction(shape, x);
  return { lower: 1 - upper, upper };
}

/**
 * The x below which (or, with `upperTail`, above which) a gamma variable of scale 1 falls with the given
 * probability, by Newton's method kept within bounds by bisection.
 *
 * @param probability above 0 and below 1
 * @param shape above 0
 * @param upperTail keeps tiny upper tails exact
 */
export function gammaQuantile(probability: number, shape: number, upperTail = false): number {
  // The smaller tail has the digits.
  if (probability > 0.5) return gammaQuantile(1 - probability, shape, !upperTail);
  let low = 0;
  let high = Infinity;
  let x = shape;
  for (let i = 0; i < 200; i++) {
    const { lower, upper } = gammaTails(shape, x);
    const tail = upperTail ? upper : lower;
    if (tail < probability === upperTail) high = x;
    else low = x;
    // How many logarithmic units the tail is off, over how fast it changes with log x.
    const step = (Math.log(tail / probability) * tail) / (shape * poissonMass(shape, x));
    // Tails are nearly straight lines on these scales: lower against log x, upper against x.
    let next = upperTail ? x + step * x : x * Math.exp(-step);
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}
