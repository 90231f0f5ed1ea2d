import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allOfLibrary, costLibrary, exampleStudy, ofHousingOrganisation, readCsv } from '../../src/study';
import { costLibraryTexts as danish } from '../../src/texts/da/cost-library';
import { costLibraryTexts as english } from '../../src/texts/en/cost-library';

test('holds the amounts of the evaluation’s own table, and the example reckons with them', () => {
  const file = readFileSync(join(__dirname, '../fixtures/report/eviction-costs.csv'), 'utf8');
  const [, ...rows] = readCsv(file, 'eviction-costs.csv').cells;
  const printed = rows
    .filter((row) => row.some(Boolean))
    // The file translates one name, which the library has as it is printed.
    .map(([source, amount]) => [String(source).replace('internal note', 'internt notat'), Number(amount)]);
  expect(ofHousingOrganisation.map(({ source, amount }) => [source, amount])).toEqual(printed);
  const used = exampleStudy().tables.costs;
  expect(used.map(({ amount, published }) => [amount, published])).toEqual(
    ofHousingOrganisation.map(({ amount, published }) => [amount, published]),
  );
});

test.each([danish, english])('says of every estimate why it has its grade', ({ basis, grades }) => {
  expect(Object.keys(basis).sort()).toEqual(costLibrary.map(({ id }) => id).sort());
  for (const { published } of costLibrary) expect(grades[published.grade]).not.toBe('');
});

test('a year that an estimate gives is the one in its source', () => {
  for (const { source, published } of costLibrary) {
    const inSource = /\b(?:19|20)\d\d\b/.exec(source)?.[0];
    expect([source, published.year]).toEqual([source, inSource === undefined ? null : Number(inSource)]);
  }
  expect(new Set(allOfLibrary).size).toBe(5);
});
