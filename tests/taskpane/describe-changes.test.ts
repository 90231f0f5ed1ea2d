import { evaluateRobustness, evaluateStudy, exampleStudy, type Study } from '../../src/study';
import { describeChanges } from '../../src/taskpane/describe-changes';
import { reference } from '../stats/support';
import { smallStudy } from '../support/studies';

const changesOf = (study: Study): string =>
  describeChanges(study, evaluateStudy(study), evaluateRobustness(study)).join('\n');
const english = (study: Study): Study => ({ ...study, options: { ...study.options, language: 'en' } });
const points = (share: number): string => (100 * share).toFixed(1).replace('-', '−');

test('says the other trends with their intervals, as R reckons them', () => {
  const told = changesOf(english(exampleStudy()));
  for (const trend of ['linear', 'none'] as const) {
    const [effect, error] = [reference.effect[trend][1]!, reference.standardErrorShared[trend][1]!];
    const reach = 1.959963984540054 * error;
    expect(told).toContain(
      `${points(effect)} percentage points (${points(effect - reach)} to ${points(effect + reach)})`,
    );
  }
  expect(told).not.toContain('With a compound trend');
  expect(told).toContain(`bent by ${points(reference.trendBend[1]!)} percentage points a year`);
  expect(told).toContain(`finds ${points(reference.placebo.compound)} percentage points`);
});

test('says what an eviction must cost, and how many must be prevented, for the landlord to break even alone', () => {
  const { programmeCost, costPerEviction, prevented } = reference.money;
  const needed = Math.round(programmeCost / prevented[1]! / 1000) * 1000;
  const told = changesOf(english(exampleStudy()));
  expect(told).toContain(`at least ${needed.toLocaleString('en')} DKK; 54,000 DKK was reckoned with`);
  expect(told).toContain(`Or if ${(programmeCost / costPerEviction).toFixed(1)} evictions are prevented`);
  // The interval reaches below 0: the break-even does not stand alone.
  expect(told).toContain('At the lower end of the interval it does not pay');
});

test('names the area without which the sign turns, and otherwise the one that moves the result most', () => {
  const area = { firstFullYear: 2012, firstYear: 2009, control: [30, 30, 30, 30, 30] };
  const falls = { ...area, area: 'Nord', intervention: [40, 40, 40, 20, 10] };
  const rises = { ...area, area: 'Syd', intervention: [10, 10, 10, 11, 12] };
  const turned = changesOf(smallStudy([falls, rises]));
  expect(turned).toMatch(/Uden Nord er den −\d.*: Fortegnet vender\./);
  expect(turned).not.toContain('Intet enkelt område');
  const steady = changesOf(smallStudy([falls, { ...falls, area: 'Syd', intervention: [20, 20, 20, 12, 8] }]));
  expect(steady).toContain('Intet enkelt område vender fortegnet.');
  expect(steady).not.toContain('Fortegnet vender');
});

test('says that areas cannot be told apart where their tenancies are pooled', () => {
  expect(changesOf(exampleStudy())).toContain('Lejemålene er opgjort for alle områder under ét.');
});

test('a study without an effect is told what could have been seen, and nothing of an effect', () => {
  const area = { area: 'Nord', firstFullYear: 2012, firstYear: 2009, control: [3, 3, 3, 3, 3] };
  const told = changesOf(smallStudy([{ ...area, intervention: [0, 2, 0, 1, 1] }]));
  expect(told).toMatch(/^Med disse tal/);
  expect(told.split('\n')).toHaveLength(1);
});
