import { defaultOptions, evaluateStudy, exampleStudy, type YearResult } from '../../src/study';
import { describeResult } from '../../src/taskpane/describe-result';
import { outcomeOf } from '../../src/taskpane/figure';

const example = outcomeOf(evaluateStudy(exampleStudy()));
const ofLastYear = (last: Partial<YearResult>) => ({
  ...example,
  years: [{ ...example.years.at(-1)!, ...last }],
});

test('the net result stands with its interval, in which the municipality’s saving counts as well', () => {
  const money = { prevented: 2, preventedLow: -1, preventedHigh: 5, savings: 100_000 };
  const outcome = {
    ...ofLastYear({ ...money, net: 10_000 }),
    costPerEviction: 50_000,
    programmeCost: 150_000,
  };
  const sentences = describeResult(outcome, { ...defaultOptions, municipalSaving: 30_000 });
  // -1 * (50,000 + 30,000) - 150,000 and 5 * (50,000 + 30,000) - 150,000.
  expect(sentences.join(' ')).toContain('et overskud på 10.000 kr. (nettoresultat: −230.000 til 250.000)');
});

test.each([
  [0.4, -0.2, 0.7, '40 % færre udsættelser', '(95 % interval: −20 til 70)'],
  [-0.4, -0.9, 0.1, '40 % flere udsættelser', '(95 % interval: −10 til 90)'],
])('where the effect cannot be reckoned, the Poisson estimate of %d is said with its interval', (...row) => {
  const [reduction, reductionLower, reductionUpper, said, interval] = row;
  const poisson = { ...example.poisson!, reduction, reductionLower, reductionUpper };
  const none = { effect: null, effectLow: null, effectHigh: null };
  const sentences = describeResult({ ...ofLastYear(none), poisson }, defaultOptions);
  expect(sentences[0]).toContain('kan ikke beregnes');
  expect(sentences[1]).toContain(said);
  expect(sentences[1]).toContain(interval);
  expect(sentences[2]).toContain('kan skyldes tilfældigheder');
});

test('an effect below 0 stands with its sign beside its interval', () => {
  const below = { effect: -0.032, effectLow: -0.213, effectHigh: 0.149 };
  expect(describeResult(ofLastYear(below), defaultOptions)[0]).toContain(
    '3,2 procentpoint mindre, end tendensen og kontrolområderne lader forvente (effekt: −3,2, 95 % interval: −21,3 til 14,9)',
  );
});
