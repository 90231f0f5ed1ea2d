import { writeXlsx as writeWithHucre } from 'hucre';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';
import { changePart, pack, unpack } from '../../../src/workbench/files/parts';
import { UnreadableFile, type UnreadableReason } from '../../../src/workbench/files/unreadable-file';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { bookOf, cellsOf, emptySheet } from './example-book';

async function reasonOf(bytes: Uint8Array): Promise<UnreadableReason> {
  const error: unknown = await readXlsx(bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnreadableFile)) throw new Error(`Expected UnreadableFile, got ${String(error)}`);
  expect(error.message).toMatch(/^[A-Z].*\.$/u);
  return error.reason;
}

/** The same zip with another unpacked size in the directory entry of its first sheet. */
function declaring(bytes: Uint8Array, unpackedBytes: number): Uint8Array {
  const changed = Buffer.from(bytes);
  const name = changed.lastIndexOf('xl/worksheets/sheet1.xml');
  changed.writeUInt32LE(unpackedBytes, name - 46 + 24);
  return changed;
}

async function aWorkbook(): Promise<Uint8Array> {
  return writeXlsx(bookOf({ ...emptySheet('Data'), cells: cellsOf([['a', 1]]) }));
}

describe('bytes that are no workbook', () => {
  test('text, nothing and a zip of something else are not a workbook', async () => {
    expect(await reasonOf(new TextEncoder().encode('a;b\n1;2\n'))).toBe('notAWorkbook');
    expect(await reasonOf(new Uint8Array())).toBe('notAWorkbook');
    expect(await reasonOf(pack(new Map([['hello.txt', new Uint8Array([1])]])))).toBe('notAWorkbook');
  });

  test('a workbook cut off anywhere is damaged', async () => {
    const bytes = await aWorkbook();
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await reasonOf(bytes.slice(0, Math.floor(bytes.length * share)))).toBe('damaged');
    }
  });

  test('a workbook without its sheet, or with broken XML in it, is damaged', async () => {
    const withoutSheet = unpack(await aWorkbook());
    withoutSheet.delete('xl/worksheets/sheet1.xml');
    expect(await reasonOf(pack(withoutSheet))).toBe('damaged');
    const broken = unpack(await aWorkbook());
    changePart(broken, 'xl/workbook.xml', () => '<workbook><sheets');
    expect(await reasonOf(pack(broken))).toBe('damaged');
  });

  test('a workbook with a password says so', async () => {
    const bytes = await writeWithHucre({
      sheets: [{ name: 'Data', rows: [[1]] }],
      encryption: { password: 'secret', spinCount: 1000 },
    });
    expect(await reasonOf(bytes)).toBe('passwordProtected');
  });

  test('a workbook in which one bit has flipped is damaged', async () => {
    const bytes = pack(unpack(await aWorkbook()), 0);
    const at = Buffer.from(bytes).indexOf('<v>1</v>') + 3;
    expect(bytes[at]).toBe('1'.charCodeAt(0));
    bytes[at] = '3'.charCodeAt(0);
    expect(await reasonOf(bytes)).toBe('damaged');
  });

  test('a file that would unpack to more than memory is refused before it is unpacked', async () => {
    expect(await reasonOf(declaring(await aWorkbook(), 600e6))).toBe('tooLarge');
  });

  test('a small file that unpacks to very much is refused before it is unpacked', async () => {
    const parts = unpack(await aWorkbook());
    changePart(parts, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `${' '.repeat(2e7)}</sheetData>`),
    );
    const bytes = pack(parts);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await reasonOf(bytes)).toBe('tooLarge');
  });

  test('cells far out are read where their sheets can be held, and refused where all of them cannot', async () => {
    const farOut = async (sheets: number): Promise<Uint8Array> => {
      const parts = unpack(
        await writeXlsx(bookOf(...Array.from({ length: sheets }, (_, index) => emptySheet(`S${index}`)))),
      );
      const rows = Array.from(
        { length: 500 },
        (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>7</v></c></row>`,
      );
      for (let sheet = 1; sheet <= sheets; sheet += 1)
        changePart(parts, `xl/worksheets/sheet${sheet}.xml`, (xml) =>
          xml.replace(
            /<sheetData\s*\/>|<sheetData>.*<\/sheetData>/u,
            `<sheetData>${rows.join('')}</sheetData>`,
          ),
        );
      return pack(parts);
    };
    const { sheets } = await readXlsx(await farOut(1));
    expect(sheets[0]!.cells).toEqual(
      Array.from({ length: 500 }, (_, row) => ({ row, column: 16_383, value: 7 })),
    );
    expect(await reasonOf(await farOut(3))).toBe('tooWide');
  });

  test('a file that unpacks to more than it declares is damaged', async () => {
    const parts = unpack(await aWorkbook());
    parts.set('xl/worksheets/sheet1.xml', new Uint8Array(20e6).fill(32));
    expect(await reasonOf(declaring(pack(parts), 1000))).toBe('damaged');
  });
});

describe('what other programs write', () => {
  async function readSheet(sheetXml: string, workbookPr = ''): Promise<ReturnType<typeof readXlsx>> {
    const parts = unpack(
      await writeWithHucre({
        sheets: [{ name: 'Data', rows: [[new Date(Date.UTC(2013, 0, 1))], [0.5], ['x']] }],
      }),
    );
    changePart(parts, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<sheetData>.*<\/sheetData>/u, `<sheetData>${sheetXml}</sheetData>`),
    );
    changePart(parts, 'xl/workbook.xml', (xml) => xml.replace('<bookViews>', `${workbookPr}<bookViews>`));
    return readXlsx(pack(parts));
  }

  test('inline strings, formula texts, booleans and errors keep their kind', async () => {
    const book = await readSheet(`<row r="1">
      <c r="A1" t="inlineStr"><is><t>Øst &amp; Vest</t></is></c>
      <c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
      <c r="C1" t="b"><v>1</v></c>
      <c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
      <c r="E1" t="inlineStr"><is><r><t>to </t></r><r><rPr><b/></rPr><t>dele</t></r></is></c>
      <c r="F1"><f>1+1</f></c></row>`);
    expect(book.sheets[0]?.cells).toEqual([
      { row: 0, column: 0, value: 'Øst & Vest' },
      { row: 0, column: 1, value: 'ab', formula: '="a"&"b"' },
      { row: 0, column: 2, value: true },
      { row: 0, column: 3, value: { error: '#DIV/0!' }, formula: '=1/0' },
      { row: 0, column: 4, value: 'to dele' },
      { row: 0, column: 5, value: null, formula: '=1+1' },
    ]);
  });

  test('a filled block with one shared formula gets a formula in each cell', async () => {
    const book = await readSheet(`<row r="1"><c r="A1"><v>1</v></c>
      <c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A$1+SUM($A1:A1)</f><v>2</v></c>
      <c r="C1"><f t="shared" si="0"/><v>3</v></c></row>
      <row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f t="shared" si="0"/><v>5</v></c></row>`);
    expect(book.sheets[0]?.cells.map(({ formula }) => formula)).toEqual([
      undefined,
      '=A1*$A$1+SUM($A1:A1)',
      '=B1*$A$1+SUM($A1:B1)',
      '=A2*$A$1+SUM($A2:A2)',
      '=B2*$A$1+SUM($A2:B2)',
    ]);
  });

  test('a date is the number that Excel keeps for it', async () => {
    const book = await readSheet(
      '<row r="1"><c r="A1" s="1"><v>41275</v></c><c r="B1" s="1"><v>41275.75</v></c></row>',
    );
    expect(book.sheets[0]?.cells).toEqual([
      { row: 0, column: 0, value: 41275, style: 0 },
      { row: 0, column: 1, value: 41275.75, style: 0 },
    ]);
    expect(book.styles).toEqual([{ numberFormat: 'yyyy-mm-dd' }]);
  });

  test('a date in a book that counts from 1904 is the same day', async () => {
    const book = await readSheet(
      '<row r="1"><c r="A1" s="1"><v>39813</v></c><c r="B1"><v>39813</v></c></row>',
      '<workbookPr date1904="1"/>',
    );
    expect(book.sheets[0]?.cells.map(({ value }) => value)).toEqual([41275, 39813]);
  });
});
