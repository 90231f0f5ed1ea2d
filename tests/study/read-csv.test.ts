import fc from 'fast-check';
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
    ['more columns than a sheet holds', 16_384, 16_385, (number: number) => 'År;'.repeat(number - 1)],
    ['more rows than a sheet holds', 1_048_576, 1_048_577, (number: number) => 'a\r\n'.repeat(number)],
  ])('%s are no table, and said to be none', (_, most, tooMany, textOf) => {
    const { cells, notRead } = readCsv(textOf(most), 'x.csv');
    expect([cells.length * cells[0]!.length >= most, notRead]).toEqual([true, undefined]);
    const grid = readCsv(textOf(tooMany), 'x.csv');
    expect(grid).toMatchObject({ cells: [], notRead: 'beyond-a-sheet' });
    expect(readTables([grid]).findings.map((each) => findingLine(each, 'da'))).toContainEqual(
      expect.stringMatching(/^x\.csv rækker ud over, hvad et ark i Excel rummer .*hent den igen\.$/u),
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
