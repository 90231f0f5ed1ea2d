import { gammaQuantile, gammaTails } from '../../src/stats/gamma-distribution';
import { expectClose } from './support';

describe('gamma distribution', () => {
  // The chi-square distribution with two degrees of freedom is exponential: both are known in closed form.
  it('is the exponential distribution at shape 1', () => {
    for (const x of [1e-9, 0.1, 1, 3, 50, 600]) {
      expectClose(gammaTails(1, x).upper, Math.exp(-x), 1e-13);
      expectClose(gammaTails(1, x).lower, -Math.expm1(-x), 1e-13);
    }
  });

  it('adds up Poisson probabilities at a whole shape', () => {
    let sum = 0;
    for (let k = 0, mass = Math.exp(-7); k < 12; mass *= 7 / ++k) sum += mass;
    expectClose(gammaTails(12, 7).upper, sum, 1e-13);
  });

  it('has quantiles that lead back to the probability, in both tails and for any size', () => {
    for (const shape of [0.5, 1, 1.5, 2, 20.5, 309, 1e4, 1e6]) {
      for (const probability of [1e-12, 0.025, 0.5, 0.975]) {
        expectClose(gammaTails(shape, gammaQuantile(probability, shape)).lower, probability, 1e-10);
        expectClose(gammaTails(shape, gammaQuantile(probability, shape, true)).upper, probability, 1e-10);
      }
    }
  });

  it('has nothing at or below 0', () => {
    expect(gammaTails(3, 0)).toEqual({ lower: 0, upper: 1 });
  });
});
