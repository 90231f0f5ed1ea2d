import { checkPresent, checkWhole } from './checks';

// Looked up once: in a sandbox (a test, a worker of some hosts) every look-up of a global is slow.
const { log, sqrt } = Math;

/** The next random number, above 0 and below 1. */
export type Random = () => number;

/**
 * Seeded random numbers: sfc32 (Chris Doty-Humphrey, PractRand), whole-number arithmetic only, so that a seed
 * gives the same numbers on every machine. Written by hand, as are the draws from distributions, because
 * @stdlib/random-base-gamma with its generator takes 24 KB (gzip) and five times as long as R.
 *
 * @param seed whole number
 * @param stream tells apart several sequences of one seed
 */
export function seededRandom(seed: number, stream = 0): Random {
  checkPresent(seed, 'seed');
  checkWhole(seed, 'seed');
  // Typed arrays keep the numbers out of the garbage collector's way.
  const state = Int32Array.of(seed % 2 ** 32, Math.floor(seed / 2 ** 32), stream, 1);
  const next = (): number => {
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const sum = (state[0]! + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  // Similar seeds give similar states at first.
  for (let i = 0; i < 20; i++) next();
  return next;
}

/** Standard normal draws by Marsaglia's polar method. */
export function normalDraws(random: Random): () => number {
  // Each turn of the method gives two; the second is kept for the next call.
  const spare = Float64Array.of(NaN);
  return () => {
    const kept = spare[0]!;
    // Only NaN, nothing kept, differs from itself.
    if (kept === kept) {
      spare[0] = NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (square >= 1) continue;
      const stretch = sqrt((-2 * log(square)) / square);
      spare[0] = y * stretch;
      return x * stretch;
    }
  };
}

/**
 * Draws from gamma distributions of scale 1 (Marsaglia and Tsang 2000).
 *
 * @returns a function that prepares draws of a shape, which must be 1/2 or at least 1
 */
export function gammaDraws(random: Random): (shape: number) => () => number {
  const normal = normalDraws(random);
  return (shape) => {
    // Half the square of a standard normal variable has shape 1/2; the method below begins at 1.
    if (shape < 1) return () => normal() ** 2 / 2;
    const d = shape - 1 / 3;
    const c = 1 / sqrt(9 * d);
    return () => {
      for (;;) {
        const x = normal();
        const root = 1 + c * x;
        if (root <= 0) continue;
        const v = root * root * root;
        const u = random();
        const square = x * x;
        if (u < 1 - 0.0331 * square * square) return d * v;
        if (log(u) < square / 2 + d * (1 - v + log(v))) return d * v;
      }
    };
  };
}
