import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exampleTables } from '../../src/study/example';
import { assembleFiles, evaluateStudy, hasErrors, readCsv, type SourceGrid } from '../../src/study';
import { readTables } from '../../src/study/read-tables';
import { alignStudy } from '../../src/study';

const folder = path.join(__dirname, '../fixtures/report');
const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) });
const sheet = (cells: SourceGrid['cells'], source = 'Ark1'): SourceGrid => ({
  source,
  kind: 'sheet',
  firstRow: 2,
  firstColumn: 1,
  cells,
});

describe('the report’s own tables', () => {
  const files = ['evictions.csv', 'tenancies.csv', 'programmes.csv', 'eviction-costs.csv'].map(file);

  test('are read from their .csv files without an error', () => {
    const { study, findings } = assembleFiles(files);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(study.tables.counts).toHaveLength(exampleTables.counts.length);
  });

  test('are the built-in example, but for the hours behind the printed 149,000 DKK', () => {
    const { study } = assembleFiles(files);
    const bare = <Item>(items: readonly Item[]) => {
      const withoutPlaces = JSON.stringify(items, (key, value: unknown) =>
        key === 'place' ? undefined : value,
      );
      return JSON.parse(withoutPlaces) as Omit<Item, 'place'>[];
    };
    expect(bare(study.tables.counts)).toEqual(bare(exampleTables.counts));
    // The file knows nothing of what the library knows of its estimates, and translates one name.
    expect(bare(study.tables.costs)).toEqual(
      bare(exampleTables.costs).map(({ source, amount }) => ({
        source: source.replace('internt notat', 'internal note'),
        amount,
      })),
    );
    expect([...bare(study.tables.pooledTenancies)].sort((a, b) => a.group.localeCompare(b.group))).toEqual(
      [...bare(exampleTables.pooledTenancies)].sort((a, b) => a.group.localeCompare(b.group)),
    );
    const hours = study.tables.programmes.map(({ weeklyHours }) => weeklyHours);
    expect(hours).toEqual([18.5, 10, 15, 5]);
    expect(exampleTables.programmes.map(({ weeklyHours }) => weeklyHours)).toEqual([15, 10, 15, 5]);
  });

  test('take options and weekly hours from study.json', () => {
    const json = {
      weekly_hours: { 'beboerprojekt puls': 15 },
      trend: 'linear',
      municipal_saving_per_eviction: 20000,
    };
    const withJson = [
      ...files,
      { name: 'study.json', bytes: new TextEncoder().encode(JSON.stringify(json)) },
    ];
    const { study, findings } = assembleFiles(withJson);
    expect(hasErrors(findings)).toBe(false);
    expect(study.options).toMatchObject({ trend: 'linear', municipalSaving: 20000 });
    // 660,000 · 45 / 5.386 / 37, printed as 149,000
    expect(Math.round(evaluateStudy(study).programmeCost! / 1000)).toBe(149);
  });

  test('stand on each other as pooled counts of the report', () => {
    const aligned = alignStudy(assembleFiles(files).study);
    expect(aligned.intervention.evictions).toEqual([62, 81, 56, 46, 29]);
    expect(aligned.control.evictions).toEqual([309, 317, 273, 222, 188]);
    const isTwice = ({ uses }: { uses: readonly number[] }) => uses.reduce((sum, use) => sum + use, 0) > 1;
    const twice = aligned.sharedCounts
      .filter(isTwice)
      .map(({ organisation, year, count, uses }) => [organisation, year, count, uses]);
    expect(twice).toEqual([
      ['AKB-København (KAB)', 2010, 30, [1, 0, 1, 0, 0]],
      ['AKB-København (KAB)', 2011, 38, [0, 1, 0, 1, 0]],
      ['AKB-København (KAB)', 2012, 38, [0, 0, 1, 0, 1]],
    ]);
  });
});

describe('the report layout', () => {
  const cells = [
    ['Lundtoftegade', null, null, null, null, 'Trigeparken', null, null],
    ['AKB-København (KAB)', 2008, '2009', 2010, null, 'Ringgården', 2008, 2009],
    ['Indsatsområde', 4, 1, 8, null, 'Indsatsområde', '7', 2],
    ['Kontrolområde', 22, '25', null, null, 'Kontrolområde', 8, 11],
    [null],
    ['Kilde: fogedretten', null],
    ['Antal lejemål', -2, -1, 0],
    ['Indsatsområde', '5.498', '5.443', '5.442'],
    ['Kontrolområde', '48.791', '49.292', '51.222'],
  ];
  const { tables, findings } = readTables([sheet(cells)]);

  test('gives blocks beside and under each other, each number with its cell', () => {
    expect(tables.counts).toHaveLength(9);
    expect(tables.counts[1]).toEqual({
      area: 'Lundtoftegade',
      group: 'intervention',
      organisation: 'Lundtoftegade',
      year: 2009,
      evictions: 1,
      tenancies: null,
      place: { source: 'Ark1', kind: 'sheet', row: 4, column: 3 },
    });
    const control = tables.counts.find(({ area, group }) => area === 'Trigeparken' && group === 'control');
    expect(control?.organisation).toBe('Ringgården');
  });
  test('leaves a blank out instead of taking it for 0', () => {
    const years = tables.counts
      .filter(({ area, group }) => area === 'Lundtoftegade' && group === 'control')
      .map(({ year }) => year);
    expect(years).toEqual([2008, 2009]);
  });
  test('reads tenancies per event year and says that 5.498 was read as 5,498', () => {
    expect(tables.pooledTenancies.map(({ tenancies }) => tenancies)).toEqual([
      5498, 5443, 5442, 48791, 49292, 51222,
    ]);
    const doubtful = findings.filter(({ code }) => code === 'number-doubtful');
    expect(doubtful).toHaveLength(6);
    expect(doubtful[0]).toMatchObject({ severity: 'note', details: { found: '5.498', read: 5498 } });
  });
});

describe('tables with headers', () => {
  test('are found in any order of columns, in Danish, among other text', () => {
    const grid = sheet([
      ['Udsættelser i vores afdelinger'],
      [null],
      ['År', 'Udsættelser', 'Gruppe', 'Område', 'Boligorganisation', 'Lejemål'],
      [2010, 5, 'Indsats', 'Nord', 'Nord', 900],
      ['2010', '7', 'kontrol', 'Nord', 'Bo Nord', '1.200'],
      [null, null],
      ['Område', 'Første hele år', 'Forebyggelsestimer pr. uge', 'Lejemål'],
      ['nord ', 2011, '12,5', 900],
    ]);
    const { tables } = readTables([grid]);
    expect(
      tables.counts.map(({ area, group, year, evictions, tenancies }) => [
        area,
        group,
        year,
        evictions,
        tenancies,
      ]),
    ).toEqual([
      ['Nord', 'intervention', 2010, 5, 900],
      ['Nord', 'control', 2010, 7, 1200],
    ]);
    expect(tables.programmes).toMatchObject([
      { area: 'Nord', firstFullYear: 2011, weeklyHours: 12.5, tenancies: 900 },
    ]);
  });

  test('of files in which nothing is recognised are named', () => {
    const { findings } = readTables([readCsv('id,figure\n1,2\n', 'other.csv')]);
    expect(findings).toEqual([
      { code: 'no-tables', severity: 'note', details: { source: 'other.csv', known: [] } },
    ]);
  });

  test.each([
    ['Boligafdeling', 'Boligselskab'],
    ['Afdelingsnavn', 'Boligforening'],
  ])('of which the area is called %s and the organisation %s are read', (area, organisation) => {
    const grid = sheet([
      [area, 'Gruppe', organisation, 'År', 'Udsættelser', 'Lejemål'],
      ['Nord', 'Indsats', 'Bo Nord', 2010, 5, 900],
    ]);
    expect(readTables([grid]).tables.counts[0]).toMatchObject({ area: 'Nord', organisation: 'Bo Nord' });
  });

  test('in which only some headers are known are named with these headers and their place', () => {
    const { findings } = readTables([
      sheet([
        ['Udtræk, marts 2016'],
        [],
        ['Afdeling', 'Type', 'År', 'Antal udsættelser'],
        ['A', 'B', 2010, 5],
      ]),
    ]);
    expect(findings).toMatchObject([
      { code: 'no-tables', details: { known: ['År', 'Antal udsættelser'] }, place: { row: 4, column: 3 } },
    ]);
  });

  test('whose years are headers, but that lack the group, are named with their headers', () => {
    const { findings } = readTables([
      sheet([
        ['Område', 2010, 2011],
        ['Nord', 5, 6],
      ]),
    ]);
    expect(findings).toMatchObject([{ code: 'no-tables', details: { known: ['Område', '2010', '2011'] } }]);
  });

  test('are not changed by reading', () => {
    const grid = sheet([
      ['area', 'group', 'year', 'evictions'],
      ['Nord', 'control', 2010, 3],
    ]);
    const before = JSON.stringify(grid);
    readTables([grid]);
    expect(JSON.stringify(grid)).toBe(before);
  });
});

describe('what a block of the report layout cannot hold', () => {
  const block = [
    ['Nord', null, null, null],
    ['Bo Nord', 2008, 2009, null],
    ['Indsatsområde', 4, 1, null],
    ['Kontrolområde', 22, 25, null],
  ];
  const placesOf = (cells: SourceGrid['cells']) =>
    readTables([sheet(cells)]).findings.flatMap(({ code, severity, place }) =>
      place ? [[code, severity, place.row, place.column]] : [],
    );
  const withHeader = (header: SourceGrid['cells'][number]) =>
    block.map((row, index) => (index === 1 ? header : row));

  test('is nothing at all where it is whole', () => {
    expect(placesOf(block)).toEqual([]);
  });
  test('is a further row of a group', () => {
    expect(placesOf([...block, ['Kontrolområde', 3, 4, null]])).toEqual([['row-left-out', 'error', 6, 1]]);
  });
  test('is a header after the last year that is no year, unless it is a total', () => {
    expect(placesOf(withHeader(['Bo Nord', 2008, 2009, '2010?']))).toEqual([['not-a-year', 'error', 3, 4]]);
    expect(placesOf(withHeader(['Bo Nord', 2008, '2009?', 2010]))).toEqual([['not-a-year', 'error', 3, 3]]);
    expect(placesOf(withHeader(['Bo Nord', 2008, 2009, 'I alt']))).toEqual([['row-left-out', 'note', 3, 4]]);
  });
  test('is the total of the other blocks', () => {
    const total = block.map((row, index) => (index === 0 ? ['I alt'] : row));
    expect(readTables([sheet(total)]).tables.counts).toEqual([]);
    expect(placesOf(total)).toContainEqual(['row-left-out', 'warning', 3, 1]);
  });
  test('are dates without a word: their years are read and said', () => {
    const { tables, findings } = readTables([sheet(withHeader(['Bo Nord', 39448, 39814, null]))]);
    expect(tables.counts.map(({ year }) => year)).toEqual([2008, 2009, 2008, 2009]);
    expect(findings.map(({ code, details }) => [code, details])).toEqual([
      ['date-as-year', { found: 39448, year: 2008 }],
      ['date-as-year', { found: 39814, year: 2009 }],
    ]);
  });
});

test('a date in the column of years is read as its year and said', () => {
  const { tables, findings } = readTables([
    sheet([
      ['area', 'group', 'year', 'evictions'],
      ['Nord', 'control', 40179, 3],
    ]),
  ]);
  expect(tables.counts[0]!.year).toBe(2010);
  expect(findings).toMatchObject([
    { code: 'date-as-year', severity: 'note', details: { found: 40179, year: 2010 } },
  ]);
});

test('more names than there are areas and organisations are said, and no further work is done for them', () => {
  const rows = (names: number) => [
    ['Område', 'Gruppe', 'År', 'Udsættelser'],
    ...Array.from({ length: names }, (_, row) => [`Sag nr. ${row}`, 'Indsats', 2010, 1]),
  ];
  const { tables } = readTables([sheet(rows(50_000))]);
  expect(tables.counts).toHaveLength(50_000);
  const beyond = readTables([sheet(rows(50_001))]);
  expect(beyond.tables.counts).toEqual([]);
  expect(beyond.findings).toMatchObject([
    { code: 'too-many-names', severity: 'error', place: { row: 50_003 } },
  ]);
});
