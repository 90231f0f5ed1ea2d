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
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = stream | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  // Similar seeds give similar states at first.
  for (let i = 0; i < 20; i++) next();
  return next;
}

/** Standard normal draws by Marsaglia's polar method. */
export function normalDraws(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (square >= 1) continue;
      const stretch = sqrt((-2 * log(square)) / square);
      spare = y * stretch;
      return x * stretch;
    }
  };
}

/**
 * Draws from gamma distributions of scale 1 (Marsaglia and Tsang 2000).
 *
 * @returns a function of the shape, which must be 1/2 or at least 1
 */
export function gammaDraws(random: Random): (shape: number) => number {
  const normal = normalDraws(random);
  return (shape) => {
    // Half the square of a standard normal variable has shape 1/2; the method below begins at 1.
    if (shape < 1) return normal() ** 2 / 2;
    const d = shape - 1 / 3;
    const c = 1 / sqrt(9 * d);
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
}
