import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Trend } from '../../src/stats';
import { preventedStandardError } from '../../src/stats';
import { alignStudy, defaultOptions, evaluateStudy, exampleStudy } from '../../src/study';
import { smallStudy } from '../support/studies';

interface Reference {
  readonly trend: Trend;
  readonly year: number;
  readonly prevented: number;
  readonly standardError: number;
}
const file = path.join(__dirname, '../fixtures/study/prevented-interval.json');
const references = JSON.parse(readFileSync(file, 'utf8')) as Reference[];

test.each(references)(
  'evictions prevented and their standard error agree with R: $trend, year $year',
  (reference) => {
    const { trend, year } = reference;
    const study = exampleStudy({ ...defaultOptions, trend });
    const result = evaluateStudy(study).years.find((each) => each.year === year)!;
    expect(Math.abs(result.prevented! / reference.prevented - 1)).toBeLessThan(1e-9);
    const error = preventedStandardError(alignStudy(study), year, trend);
    expect(Math.abs(error / reference.standardError - 1)).toBeLessThan(1e-6);
  },
);

const nord = {
  area: 'Nord',
  firstFullYear: 2012,
  firstYear: 2009,
  intervention: [9, 8, 7, 5, 4],
  control: [30, 31, 29, 28, 27],
};

test('what the data do not allow is null, and nothing else', () => {
  const noCosts = evaluateStudy(smallStudy([nord], {}, []));
  expect(noCosts.years[0]).toMatchObject({ savings: null, net: null, breakEvenTotal: null });
  expect(noCosts.years[0]!.effect).not.toBeNull();
  const noHours = evaluateStudy(smallStudy([{ ...nord, weeklyHours: null }]));
  expect(noHours.programmeCost).toBeNull();
  expect(noHours.years[0]!.savings).not.toBeNull();
  const noEvents = evaluateStudy(smallStudy([{ ...nord, intervention: [9, 8, 0, 5, 4] }]));
  expect(noEvents.years.map(({ effect }) => effect)).toEqual([null, null]);
  expect(noEvents.poisson).not.toBeNull();
});

test('no break-even exists where nothing was prevented', () => {
  const worse = evaluateStudy(smallStudy([{ ...nord, intervention: [7, 7, 7, 12, 15] }])).years[1]!;
  expect(worse.prevented!).toBeLessThan(0);
  expect(worse.breakEvenPerEviction).toBeNull();
  expect(worse.breakEvenTotal).not.toBeNull();
});
