import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assembleFiles, assembleStudy, placeName, type Finding, type SourceGrid } from '../../src/study';
import type { StudyTables } from '../../src/study';
import { readCsv } from '../../src/study/read-csv';

/** Every layout under `tests/fixtures/tables`: its README says how they and what must be read stand there. */
const corpus = path.join(__dirname, '../fixtures/tables');
const layouts = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function sheetsOf(folder: string): SourceGrid[] {
  return readdirSync(folder).map((name) => {
    const { cells } = readCsv(`sep=;\n${readFileSync(path.join(folder, name), 'utf8')}`, name);
    return {
      ...{ source: path.basename(name, '.csv'), kind: 'sheet', firstRow: 0, firstColumn: 0 },
      cells: cells.slice(1).map((row) =>
        row.map((cell) => {
          const text = String(cell ?? '');
          if (text.startsWith("'")) return text.slice(1);
          return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : cell;
        }),
      ),
    };
  });
}

function read(layout: string): { tables: StudyTables; reading: readonly Finding[]; all: readonly Finding[] } {
  const folder = path.join(corpus, layout);
  const sheets = path.join(folder, 'sheets');
  const { study, reading, findings } = existsSync(sheets)
    ? assembleStudy(sheetsOf(sheets))
    : assembleFiles(
        readdirSync(folder)
          .filter((name) => name !== 'expected.txt')
          .map((name) => ({
            name: name,
            bytes: new Uint8Array(readFileSync(path.join(folder, name))),
          })),
      );
  return { tables: study.tables, reading, all: findings };
}

/** A row of numbers by year: `2010: 5 - 7`; a second number of a year begins another row. */
function series(numbers: readonly { readonly year: number; readonly text: string }[]): string[] {
  const first = new Map<number, string>();
  const others: { year: number; text: string }[] = [];
  for (const { year, text } of numbers) {
    if (first.has(year)) others.push({ year, text });
    else first.set(year, text);
  }
  const years = [...first.keys()];
  const from = Math.min(...years);
  const texts = Array.from(
    { length: Math.max(...years) - from + 1 },
    (_, index) => first.get(from + index) ?? '-',
  );
  return [`${from}: ${texts.join(' ')}`, ...(others.length > 0 ? series(others) : [])];
}

function grouped<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  numberOf: (item: Item) => { year: number; text: string },
): string[] {
  const groups = new Map<string, { year: number; text: string }[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), numberOf(item)]);
  }
  return [...groups].flatMap(([name, numbers]) => series(numbers).map((row) => `${name} | ${row}`));
}

/** What was read, in the words of `expected.txt`. */
function described({ counts, programmes, pooledTenancies, costs }: StudyTables): string[] {
  const orNone = (value: number | null): string => (value === null ? '-' : String(value));
  return [
    ...grouped(
      counts,
      ({ area, group, organisation }) => [area, group, organisation].join(' | '),
      ({ year, evictions, tenancies }) => ({
        year,
        text: tenancies === null ? String(evictions) : `${evictions}/${tenancies}`,
      }),
    ),
    ...programmes.map(({ area, firstFullYear, tenancies, controlTenancies, weeklyHours }) =>
      [
        ...['programme', area, firstFullYear, orNone(tenancies), orNone(controlTenancies)],
        orNone(weeklyHours),
      ].join(' | '),
    ),
    ...grouped(
      pooledTenancies,
      ({ group }) => `pooled | ${group}`,
      ({ eventYear, tenancies }) => ({ year: eventYear, text: String(tenancies) }),
    ),
    ...costs.map(({ source, amount }) => `cost | ${source} | ${amount}`),
  ];
}

const findingName = ({ severity, code, place }: Finding): string =>
  [severity, code, ...(place ? [placeName(place)] : [])].join(' ');

function findingNames(findings: readonly Finding[]): string[] {
  const notes = new Map<string, number>();
  for (const { severity, code } of findings) {
    if (severity === 'note') notes.set(code, (notes.get(code) ?? 0) + 1);
  }
  return [
    ...findings.filter(({ severity }) => severity !== 'note').map(findingName),
    ...[...notes].map(([code, count]) => `note ${code} × ${count}`),
  ];
}

test('the corpus holds at least 40 layouts', () => {
  expect(layouts.length).toBeGreaterThanOrEqual(40);
});

test.each(layouts)('%s', (layout) => {
  const lines = readFileSync(path.join(corpus, layout, 'expected.txt'), 'utf8')
    .trim()
    .split('\n');
  const ofStudy = lines.filter((line) => line.startsWith('study: '));
  const ofReading = lines.filter((line) => !line.startsWith('study: '));
  const { tables, reading, all } = read(layout);
  expect([...described(tables), ...findingNames(reading)].sort()).toEqual(ofReading.sort());
  const checked = all.filter((each) => !reading.includes(each)).map((each) => `study: ${findingName(each)}`);
  expect(checked).toEqual(expect.arrayContaining(ofStudy));
});
