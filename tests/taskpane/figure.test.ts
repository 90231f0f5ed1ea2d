import fc from 'fast-check';
import { evaluateStudy, exampleStudy } from '../../src/study';
import { axisSteps, figureOf } from '../../src/taskpane/figure';
import { smallStudy } from '../support/studies';

const figure = (study = exampleStudy()) => figureOf(study, evaluateStudy(study));

test('draws the rates that the evaluation prints, and expected lines from year 0 on', () => {
  const { years, observed, expected } = figure();
  expect(years).toEqual([-2, -1, 0, 1, 2]);
  expect(observed.intervention.map((rate) => rate.toFixed(1))).toEqual([
    '11.3',
    '14.9',
    '10.3',
    '8.6',
    '5.4',
  ]);
  expect(observed.control.map((rate) => rate.toFixed(1))).toEqual(['6.3', '6.4', '5.3', '4.3', '3.7']);
  const [before, earlier, start, one, two] = expected.intervention;
  expect([before, earlier]).toEqual([null, null]);
  expect(start).toBe(observed.intervention[2]);
  // By hand: 10.2903 · (10.2903 / 11.2768) ^ (k / 2).
  expect(one).toBeCloseTo(10.2903 * Math.sqrt(10.2903 / 11.2768), 3);
  expect(two).toBeCloseTo(10.2903 * (10.2903 / 11.2768), 3);
});

test('the limits are the exact Poisson limits of the counts: wider with more confidence', () => {
  const study = exampleStudy();
  // R: poisson.test(29)$conf.int over 5,386 tenancies.
  const { lower, upper } = figure(study).limits.at(-1)!;
  expect([lower, upper].map((limit) => ((limit * 5386) / 1000).toFixed(2))).toEqual(['19.42', '41.65']);
  const surer = figure({ ...study, options: { ...study.options, confidence: 0.99 } }).limits.at(-1)!;
  expect([surer.lower < lower, surer.upper > upper]).toEqual([true, true]);
});

test('a trend that cannot be reckoned leaves its line out, not the rates', () => {
  const area = { area: 'Nord', firstFullYear: 2012, firstYear: 2009, control: [3, 3, 3, 3, 3] };
  const study = smallStudy([{ ...area, intervention: [0, 2, 2, 1, 1] }]);
  expect(figure(study).expected.intervention.slice(3)).toEqual([null, null]);
  expect(figure(study).observed.intervention[0]).toBe(0);
});

test('axis steps begin at 0, are even, few, and reach the highest value', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (highest) => {
      const steps = axisSteps(highest);
      expect(steps[0]).toBe(0);
      expect(steps.length).toBeGreaterThan(1);
      expect(steps.length).toBeLessThanOrEqual(6);
      expect(steps.at(-1)!).toBeGreaterThanOrEqual(highest * (1 - 1e-6));
      expect(steps.at(-2)!).toBeLessThan(highest);
    }),
  );
  expect(axisSteps(0)).toEqual([0, 1].map((times) => times * axisSteps(0)[1]!));
});
