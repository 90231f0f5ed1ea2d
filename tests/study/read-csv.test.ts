import fc from 'fast-check';
import Papa from 'papaparse';
import { assembleFiles } from '../../src/study';
import { decodeText, readCsv } from '../../src/study/read-csv';
import { readTables } from '../../src/study/read-tables';
import { findingLine } from '../../src/texts/describe-finding';

describe('decodeText', () => {
  test('reads UTF-8, with and without its mark', () => {
    const bytes = new TextEncoder().encode('område');
    expect(decodeText(bytes)).toBe('område');
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toBe('område');
  });
  test('reads Windows-1252 where the bytes are not UTF-8', () => {
    expect(decodeText(new Uint8Array([0x6f, 0x6d, 0x72, 0xe5, 0x64, 0x65]))).toBe('område');
  });
});

describe('readCsv', () => {
  test.each([',', ';', '\t'])('finds the separator %j', (separator) => {
    const text = [
      ['område', 'år'],
      ['A, B; C', '2010'],
    ]
      .map((row) => row.map((cell) => `"${cell}"`).join(separator))
      .join('\r\n');
    expect(readCsv(text, 'x.csv').cells).toEqual([
      ['område', 'år'],
      ['A, B; C', '2010'],
    ]);
  });
  test('keeps an empty cell apart from 0', () => {
    expect(readCsv('a,b\n0,\n', 'x.csv').cells.slice(1, 2)).toEqual([['0', null]]);
  });
  test.each([
    ['more cells in a line than a sheet holds', (most) => 'År;'.repeat(most - 1), 16_384],
    ['more lines than any study', (most) => 'a\r\n'.repeat(most), 250_000],
    ['more cells than any study', (most) => `${'5;'.repeat(9)}5\n`.repeat(most / 10), 1_000_000],
    ['more characters than any study', (most) => `${'a'.repeat(999)}\n`.repeat(most / 1000), 20_000_000],
    ['more characters in a cell than Excel holds', (most) => 'a'.repeat(most), 32_767],
  ] satisfies [string, (most: number) => string, number][])(
    '%s is no table, and said to be none',
    (_, textOf, most) => {
      const text = textOf(most);
      const read = readCsv(text, 'x.csv');
      expect([read.cells.length > 0, read.notRead]).toEqual([true, undefined]);
      for (const more of [`${text};a`, `${text}a`, `${text}\na`]) {
        const grid = readCsv(more, 'x.csv');
        if (grid.notRead === undefined) continue;
        expect(grid.cells).toEqual([]);
        const { findings } = readTables([grid]);
        expect(findings).toMatchObject([{ code: 'sheet-not-read', severity: 'error' }]);
        const number =
          most === 1_000_000 ? 'en million' : most.toLocaleString('da').replace('.000.000', ' millioner');
        expect(findingLine(findings[0]!, 'da')).toMatch(
          new RegExp(`^x\\.csv blev ikke læst: .* højst have ${number} .*: hent den igen\\.$`, 'u'),
        );
        return;
      }
      throw new Error('Nothing was too much.');
    },
  );
  test('what the files of a study hold counts together', () => {
    const bytes = new TextEncoder().encode('a;b\n'.repeat(130_000));
    const { reading } = assembleFiles(['1.csv', '2.csv'].map((name) => ({ name, bytes })));
    expect(reading.filter(({ code }) => code === 'sheet-not-read')).toMatchObject([
      { severity: 'error', details: { sheet: '2.csv', reason: 'too-many-lines' } },
    ]);
  });
  test('an honest table of the largest study is read to its end', () => {
    const text = Array.from(
      { length: 100_001 },
      (_, row) => `Område nr. ${row};Indsats;2010;5;"900";"${'x'.repeat(90)}"`,
    );
    expect(readCsv(text.join('\r\n'), 'x.csv').cells.at(-1)).toHaveLength(6);
  });
  test.each([
    ['nothing but marks', '"'.repeat(1_000_000), 0],
    ['a mark that nothing closes', `a;b\n"${'c;d\n'.repeat(10)}`, 1],
    ['a mark in the middle of a text in marks', 'a;"b"c"\n', 0],
    ['a mark in the middle of a text in marks, a million times', 'a;b\n"' + 'c"'.repeat(1_000_000), 1],
  ])('%s is said before the cells are parted', (_, text, row) => {
    const part = jest.spyOn(Papa, 'parse');
    expect(readCsv(text, 'x.csv')).toMatchObject({ cells: [], brokenQuotes: row });
    expect(part).not.toHaveBeenCalled();
    part.mockRestore();
  });
  test('marks that pair are parted as papaparse parts them, whatever stands around', () => {
    const piece = fc.constantFrom('"', '""', ';', '\n', '\r\n', ' ', '\t', 'a', '\u00a0');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const grid = readCsv(`sep=;\n${text}`, 'x.csv');
        const { data, errors } = Papa.parse<string[]>(`sep=;\n${text}`, { delimiter: ';' });
        const isBroken = errors.some(({ type }) => type === 'Quotes');
        expect([text, grid.brokenQuotes !== undefined]).toEqual([text, isBroken]);
        if (!isBroken)
          expect(grid.cells.slice(1)).toEqual(data.slice(1).map((row) => row.map((cell) => cell || null)));
      }),
      { numRuns: 3000, seed: 20261126 },
    );
  });
  test('reads any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(Array.isArray(readCsv(decodeText(bytes), 'x.csv').cells)).toBe(true);
      }),
    );
  });
});
