import fc from 'fast-check';
import {
  changedCounts,
  checkStudy,
  exampleStudy,
  packStudy,
  unpackStudy,
  type Assembled,
} from '../../src/study';
import { smallStudy } from '../support/studies';

const assembled = (study = exampleStudy()): Assembled => ({
  study,
  reading: [{ code: 'file-ignored', severity: 'note', details: { file: 'æ<&>"\ud83d\ude00\uffff.txt' } }],
  findings: [],
});

test('a study comes back as it was packed, with what is found in it', () => {
  const before = assembled();
  const after = unpackStudy(packStudy(before))!;
  expect(after.study).toEqual(before.study);
  expect(after.reading).toEqual(before.reading);
  expect(after.findings).toEqual([...before.reading, ...checkStudy(before.study)]);
});

test('a hundred thousand counts take a few megabytes', () => {
  const [one] = exampleStudy().tables.counts;
  const counts = Array.from({ length: 100_000 }, (_, index) => ({
    ...one!,
    area: `Boligområdet ${index % 5000}`,
    year: 2000 + (index % 20),
    evictions: index % 97,
    place: { ...one!.place, row: index },
  }));
  const study = { ...exampleStudy(), tables: { ...exampleStudy().tables, counts } };
  const text = packStudy(assembled(study));
  expect(text.length).toBeLessThan(6_000_000);
  expect(unpackStudy(text)!.study.tables.counts).toEqual(counts);
});

test('what was cut, changed or never a study is none, and nothing is thrown', () => {
  const text = packStudy(assembled());
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(200), fc.string(), (at, length, other) => {
      const changed = text.slice(0, at) + other + text.slice(at + length);
      const read = unpackStudy(changed);
      // Whatever still reads as a study can be checked like any other.
      if (read) expect(Array.isArray(checkStudy(read.study))).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpackStudy(JSON.stringify(value))).toBeNull();
    }),
    { seed: 1 },
  );
  expect(unpackStudy(text.replace('"confidence":0.95', '"confidence":95'))).toBeNull();
});

test('changed counts are named with what they were, are, and where they stand', () => {
  const area = {
    area: 'Nord',
    firstFullYear: 2012,
    firstYear: 2010,
    intervention: [5, 4, 3],
    control: [9, 9, 9],
  };
  const before = smallStudy([area]).tables.counts;
  expect(changedCounts(before, before)).toEqual([]);
  const now = before
    .map((count) => (count.year === 2011 && count.group === 'control' ? { ...count, evictions: 8 } : count))
    .filter(({ year, group }) => year !== 2012 || group === 'control');
  expect(changedCounts(before, now)).toMatchObject([
    { area: 'Nord', group: 'control', year: 2011, what: 'evictions', before: 9, now: 8 },
    { area: 'Nord', group: 'intervention', year: 2012, what: 'evictions', before: 3, now: null },
  ]);
});
