import { readTables } from '../../src/study/read-tables';
import type { CellContent, SourceGrid } from '../../src/study/grid';

const sheet = (cells: readonly (readonly CellContent[])[], source = 'Ark1'): SourceGrid => ({
  source,
  kind: 'sheet',
  firstRow: 0,
  firstColumn: 0,
  cells,
});
const countsOf = (...grids: SourceGrid[]) => {
  const { tables, findings } = readTables(grids);
  return {
    counts: tables.counts.map((each) => [
      ...[each.area, each.group, each.organisation, each.year, each.evictions, each.tenancies],
    ]),
    findings: findings.map(({ code, severity }) => `${severity} ${code}`),
  };
};

describe('a wide table', () => {
  test('has a row per area and group and a column per year; a blank is a hole', () => {
    expect(
      countsOf(
        sheet([
          ['Fogedudsættelser 2010-2012'],
          ['Område', 'Gruppe', 'Boligorganisation', 2010, '2011', 'År 2012*', 'I alt'],
          ['Nord', 'Indsats', 'AAB', 5, '6', null, 11],
          ['Nord', 'Kontrol', 'KAB', '1.200', 21, 0, 1221],
          ['I alt', null, null, 1205, 27, 0, 1232],
          ['* Foreløbige tal'],
        ]),
      ),
    ).toEqual({
      counts: [
        ['Nord', 'intervention', 'AAB', 2010, 5, null],
        ['Nord', 'intervention', 'AAB', 2011, 6, null],
        ['Nord', 'control', 'KAB', 2010, 1200, null],
        ['Nord', 'control', 'KAB', 2011, 21, null],
        ['Nord', 'control', 'KAB', 2012, 0, null],
      ],
      findings: ['note row-left-out', 'note row-left-out', 'note number-doubtful', 'warning row-left-out'],
    });
  });

  test('says an area once where its cells are merged over both groups', () => {
    const { counts, findings } = countsOf(
      sheet([
        ['Område', 'Gruppe', 2010, 2011],
        ['Nord', 'Indsats', 5, 6],
        [null, 'Kontrol', 20, 22],
      ]),
    );
    expect(counts.map(([area, group]) => [area, group])).toEqual([
      ['Nord', 'intervention'],
      ['Nord', 'intervention'],
      ['Nord', 'control'],
      ['Nord', 'control'],
    ]);
    expect(findings).toEqual(['note name-from-above']);
  });

  test.each([
    ['the line above it', [['Antal lejemål']], 'Ark2'],
    ['the name of its sheet', [], 'Lejemål'],
  ])('of tenancies, as %s says, stands beside the counts of the same year', (_, title, name) => {
    const counts = sheet([
      ['Område', 'Gruppe', 2010, 2011],
      ['Nord', 'Indsats', 5, 6],
      ['Nord', 'Kontrol', 20, 22],
    ]);
    const tenancies = sheet(
      [
        ...title,
        ['Område', 'Gruppe', 2010, 2011],
        ['Nord', 'Indsats', 900, 910],
        ['Nord', 'Kontrol', 4000, 4010],
        ['Syd', 'Indsats', 800, 800],
      ],
      name,
    );
    expect(countsOf(counts, tenancies)).toEqual({
      counts: [
        ['Nord', 'intervention', 'Nord', 2010, 5, 900],
        ['Nord', 'intervention', 'Nord', 2011, 6, 910],
        ['Nord', 'control', 'Nord', 2010, 20, 4000],
        ['Nord', 'control', 'Nord', 2011, 22, 4010],
      ],
      findings: ['note tenancies-without-counts', 'note tenancies-without-counts'],
    });
  });

  test('may hold both, by column or by header', () => {
    const expected = [
      ['Nord', 'control', 'Nord', 2010, 20, 4000],
      ['Nord', 'control', 'Nord', 2011, 22, 4010],
    ];
    const byColumn = sheet([
      ['area', 'group', 'measure', 2010, 2011],
      ['Nord', 'control', 'evictions', 20, 22],
      ['Nord', 'control', 'tenancies', 4000, 4010],
    ]);
    const byHeader = sheet([
      ['Område', 'Gruppe', 'Udsættelser 2010', 'Udsættelser 2011', 'Lejemål 2010', 'Lejemål 2011'],
      ['Nord', 'Kontrol', 20, 22, 4000, 4010],
    ]);
    for (const grid of [byColumn, byHeader]) {
      expect(countsOf(grid)).toEqual({ counts: expected, findings: [] });
    }
  });

  test.each([
    ['a number that is none', ['Nord', 'Indsats', 'fem', 6], 'error not-a-number'],
    ['a group that is not known', ['Nord', 'Andet', 5, 6], 'error unknown-group'],
    ['no area', [null, 'Indsats', 5, 6], 'error blank-cell'],
  ])('with %s says so', (_, row, expected) => {
    expect(countsOf(sheet([['Område', 'Gruppe', 2010, 2011], row])).findings).toEqual([expected]);
  });

  test('with a year twice says so and reads the first', () => {
    const { counts, findings } = countsOf(
      sheet([
        ['Område', 'Gruppe', 2010, 2010, 2011],
        ['Nord', 'Indsats', 5, 6, 7],
      ]),
    );
    expect(counts.map((count) => count[4])).toEqual([5, 7]);
    expect(findings).toEqual(['error column-twice']);
  });
});

describe('names that are written almost alike', () => {
  const grid = sheet([
    ['Område', 'Gruppe', 'År', 'Udsættelser'],
    ['Sammen om Sydhav- nen', 'Indsats', 2010, 5],
    ['sammen om  Sydhavnen', 'Indsats', 2011, 6],
    ['Blok 1-2', 'Indsats', 2010, 1],
    ['Blok 12', 'Indsats', 2010, 2],
  ]);

  test('are read as one, with a warning', () => {
    const { tables, findings } = readTables([grid]);
    expect(tables.counts.map(({ area }) => area)).toEqual([
      'sammen om  Sydhavnen',
      'sammen om  Sydhavnen',
      'Blok 1-2',
      'Blok 12',
    ]);
    expect(findings).toMatchObject([
      {
        code: 'names-alike',
        severity: 'warning',
        details: { names: ['Sammen om Sydhav- nen', 'sammen om  Sydhavnen'], read: 'sammen om  Sydhavnen' },
        place: { row: 1 },
      },
    ]);
  });

  test('stay two where that was asked for', () => {
    const { tables, findings } = readTables([grid], ['Sammen om Sydhav- nen']);
    expect(new Set(tables.counts.map(({ area }) => area)).size).toBe(4);
    expect(findings).toMatchObject([{ code: 'names-kept-apart', severity: 'note' }]);
  });
});

test('a line between an area’s name and its block is left out, and that is said', () => {
  const block = [
    ['AKB', 2010, 2011],
    ['Indsatsområde', 5, 6],
    ['Kontrolområde', 20, 22],
  ];
  const captioned = sheet([['Lundtoftegade'], ['Fogedudsættelser'], ...block]);
  expect(countsOf(captioned).findings).toEqual(['note subtitle-left-out']);
  expect(countsOf(captioned).counts[0]![0]).toBe('Lundtoftegade');
  // No word gives it away, but the programmes know the area.
  const known = sheet([
    ...[['Lundtoftegade'], ['Midtby'], ...block, []],
    ...[
      ['Område', 'Første hele år'],
      ['Lundtoftegade', 2013],
    ],
  ]);
  expect(countsOf(known).counts[0]![0]).toBe('Lundtoftegade');
});

test('a formula without a result is no name', () => {
  const { findings } = countsOf(
    sheet([
      ['Område', 'Gruppe', 'År', 'Udsættelser'],
      ['#N/A', 'Indsats', 2010, 5],
    ]),
  );
  expect(findings).toEqual(['error cell-error']);
});
