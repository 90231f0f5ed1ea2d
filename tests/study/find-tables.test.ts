import { assembleFiles, placeName, type Finding, type SourceGrid } from '../../src/study';
import { readTables } from '../../src/study/read-tables';
import { readCsv } from '../../src/study/read-csv';

const file = (text: string) => readTables([readCsv(text, 'x.csv')]);
const sheet = (cells: SourceGrid['cells']) =>
  readTables([{ source: 'Ark1', kind: 'sheet', firstRow: 0, firstColumn: 0, cells }]);
const said = (findings: readonly Finding[]) =>
  findings.map(({ code, severity, place }) => [code, severity, place && placeName(place)]);

describe('a row of a file that is longer than its header', () => {
  test('is an error at the first cell that no header stands above', () => {
    const { findings } = file('area,group,year,evictions,tenancies\nNord,control,2010,3,5,498\n');
    expect(said(findings)).toContainEqual(['row-too-long', 'error', 'x.csv!F2']);
    expect(findings[0]!.details).toEqual({ found: '498' });
  });
  test('is an error below a header that ends in a separator', () => {
    const { findings } = file('source,dkk_per_eviction,\nKAB,53,600\n');
    expect(said(findings)).toEqual([['row-too-long', 'error', 'x.csv!C2']]);
  });
  test('is none where only separators are surplus, or another table stands beside', () => {
    expect(said(file('source,amount\nKAB,53600,,\n').findings)).toEqual([]);
    const beside = file('source,amount,,area,first full year\nKAB,53600,,Nord,2012\n');
    expect(said(beside.findings)).toEqual([]);
    expect(beside.tables.programmes).toHaveLength(1);
  });
});

test('quotation marks that do not pair are one error with the line', () => {
  const text = 'area,group,year,evictions\nNord,control,2010,3\n"Syd,control,2010,3\nØst,control,2010,3\n';
  const { findings } = assembleFiles([{ name: 'x.csv', bytes: new TextEncoder().encode(text) }]);
  expect(findings).toMatchObject([{ code: 'quotes-broken', severity: 'error', details: { line: 3 } }]);
});

describe('blank lines in a file', () => {
  const header = 'area,group,year,evictions';
  test('do not end a table', () => {
    const { tables, findings } = file(`${header}\nNord,control,2010,3\n\n,,,\nSyd,control,2010,4\n\n`);
    expect(tables.counts.map(({ area }) => area)).toEqual(['Nord', 'Syd']);
    expect(findings).toEqual([]);
  });
  test('end it before titles, remarks, another header and a block', () => {
    const text = [
      header,
      'Nord,control,2010,3',
      '',
      'Programmes',
      'area,first_full_year',
      'Nord,2012',
      '',
      'Lundtoftegade',
      'AKB,2008,2009',
      'Indsatsområde,4,1',
      'Kontrolområde,22,25',
    ].join('\n');
    const { tables, findings } = file(text);
    expect(tables.counts).toHaveLength(5);
    expect(tables.programmes).toHaveLength(1);
    expect(findings).toEqual([]);
    expect(file(`${header}\nNord,control,2010,3\n\nKilde: fogedretten\n`).findings).toEqual([]);
  });
});

describe('rows below a blank row of a sheet', () => {
  const header = ['area', 'group', 'year', 'evictions'];
  const row = ['Nord', 'control', 2010, 3];
  test.each([1, 3])('are an error %d rows below', (blanks) => {
    const gap = Array.from({ length: blanks }, () => [null]);
    const { findings } = sheet([header, row, ...gap, ['Syd', 'control', 2010, '1.200']]);
    expect(said(findings)).toEqual([['rows-after-blank', 'error', `Ark1!D${3 + blanks}`]]);
  });
  test.each([
    ['a remark', ['Kilde: fogedretten']],
    ['a total', ['I alt', null, null, 3]],
    ['another table', ['source', 'amount', 'note', 'remarks']],
  ])('are none where they are %s', (_, other) => {
    expect(sheet([header, row, [null], other]).findings).toEqual([]);
  });
  test('are none where a block begins', () => {
    const block = [
      ['AKB', 2008, 2009, 2010],
      ['Indsatsområde', 4, 1, 8],
      ['Kontrolområde', 22, 25, 3],
    ];
    const codes = sheet([header, row, [null], ...block]).findings.map(({ code }) => code);
    expect(codes).not.toContain('rows-after-blank');
  });
});
