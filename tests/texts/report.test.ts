import { reportTexts as danish } from '../../src/texts/da/report';
import { reportTexts as english } from '../../src/texts/en/report';
import { publishedFigures } from '../../src/study/example';

/** Every text of a tree, by its path. */
function leaves(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('both languages have the same texts with the same figures in them', () => {
  const other = new Map(leaves(danish));
  for (const [path, text] of leaves(english)) {
    expect([path, placeholders(other.get(path) ?? 'missing')]).toEqual([path, placeholders(text)]);
  }
  expect(other.size).toBe(leaves(english).length);
});

test('every printed figure has a name of its own in both languages', () => {
  for (const texts of [danish, english]) {
    const names = publishedFigures.map(({ id }) => texts.method.figureName(id));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).not.toMatch(/undefined|_/);
  }
});

test('help for input cells fits into Excel’s 255 characters', () => {
  for (const [path, text] of [...leaves(danish), ...leaves(english)]) {
    if (/Help$|annualCostNote|fullTimeHoursNote/.test(path)) expect(text.length).toBeLessThanOrEqual(255);
  }
});
