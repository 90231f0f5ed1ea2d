import {
  ExcelProblem,
  listParts,
  onSelectionChanged,
  readSelected,
  readParts,
  readWorkbook,
  readWorkbookFile,
  selectedRange,
} from '../../src/excel';
import type { BookSnapshot, SheetSnapshot } from '../../src/workbench/book';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { startHeadless, type HeadlessOptions, type HeadlessWorkbench } from '../../src/workbench/headless';
import { bookOf, cellsOf, emptySheet } from '../workbench/files/example-book';

/** Genuine office.js between the add-in's reading and a workbook. */
let workbench: HeadlessWorkbench;
async function open(book: BookSnapshot, options: HeadlessOptions = {}): Promise<void> {
  workbench = await startHeadless({ ...options, book });
  Object.assign(globalThis, { Excel: workbench.Excel, Office: workbench.Office });
}
afterEach(() => workbench.close());

const counts = {
  ...emptySheet('Udsættelser'),
  cells: cellsOf([
    [null, 'Vores tal'],
    [],
    [null, 'Område', 'År', 'Antal'],
    [null, 'Nord', 2010, 5],
    [null, 'Syd', 2011, '=2+4'],
  ]),
  tables: [
    {
      name: 'Tal',
      range: { row: 2, column: 1, rows: 3, columns: 3 },
      columns: ['Område', 'År', 'Antal'],
      bandedRows: true,
      filterButtons: true,
    },
  ],
};
const hidden = { ...emptySheet('Kladde'), cells: cellsOf([['x']]), visibility: 'hidden' as const };
const tableCells = [
  ['Område', 'År', 'Antal'],
  ['Nord', 2010, 5],
  ['Syd', 2011, 6],
];

describe('the open workbook', () => {
  test('is read in three round trips, hidden sheets by name alone', async () => {
    await open(bookOf(counts, hidden, emptySheet('Tom')));
    expect(await readWorkbook()).toEqual([
      {
        ...{ source: 'Udsættelser', kind: 'sheet', firstRow: 0, firstColumn: 1 },
        cells: [['Vores tal', null, null], [null, null, null], ...tableCells],
      },
      { source: 'Kladde', kind: 'sheet', firstRow: 0, firstColumn: 0, cells: [], notRead: 'hidden' },
    ]);
    expect(workbench.host.counters.roundTrips).toBe(3);
  });

  test('lists its sheets and tables with their sizes', async () => {
    await open(bookOf(counts, hidden, emptySheet('Tom')));
    expect(await listParts()).toEqual([
      { kind: 'sheet', name: 'Udsættelser', sheet: 'Udsættelser', rows: 5, columns: 3 },
      { kind: 'table', name: 'Tal', sheet: 'Udsættelser', rows: 3, columns: 3 },
    ]);
    expect(workbench.host.counters.roundTrips).toBeLessThanOrEqual(3);
  });

  test('gives a chosen table, its cells named by the sheet', async () => {
    await open(bookOf(counts));
    expect(await readParts([{ kind: 'table', name: 'Tal', sheet: 'Udsættelser' }])).toEqual([
      { source: 'Udsættelser', kind: 'sheet', firstRow: 2, firstColumn: 1, cells: tableCells },
    ]);
  });

  test('gives the selection, as far as it holds something, and says when it changes', async () => {
    await open(bookOf(counts));
    const { engine } = workbench;
    let changes = 0;
    const stop = await onSelectionChanged(() => (changes += 1));
    const sheet = engine.sheets.active();
    engine.select(sheet, { row: 2, column: 0, rows: 900, columns: 9 });
    const selected = await selectedRange();
    expect(selected).toEqual({ address: 'Udsættelser!A3:I902', sheet: 'Udsættelser', isOneCell: false });
    expect(await readSelected(selected)).toEqual([
      { source: 'Udsættelser', kind: 'sheet', firstRow: 2, firstColumn: 1, cells: tableCells },
    ]);
    expect(changes).toBeGreaterThan(0);
    await stop();
    const before = changes;
    engine.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
    // One cell stands for the sheet.
    expect((await readSelected(await selectedRange()))[0]!.cells).toHaveLength(5);
    expect(changes).toBe(before);
  });

  test('that is too much for one answer is read piece by piece, the same', async () => {
    const rows = Array.from({ length: 15_000 }, (_, row) =>
      Array.from({ length: 20 }, (__, column) => `Række ${row}, ${column}`),
    );
    await open(bookOf({ ...emptySheet('Stor'), cells: cellsOf(rows) }, counts));
    const [large, small] = await readWorkbook();
    expect(large!.cells).toEqual(rows);
    expect(small!.cells.slice(2)).toEqual(tableCells);
  });

  test('with a sheet that reaches to the last cell says so and reads the others', async () => {
    const endless = {
      ...emptySheet('Endeløs'),
      cells: [
        { row: 0, column: 0, value: 1 },
        { row: 1_048_575, column: 16_383, value: 1 },
      ],
    };
    await open(bookOf(endless, counts));
    const grids = await readWorkbook();
    expect(grids.map(({ source, notRead }) => [source, notRead])).toEqual([
      ['Endeløs', 'too-large'],
      ['Udsættelser', undefined],
    ]);
  });
});

describe('another workbook', () => {
  const base64 = async (...sheets: SheetSnapshot[]): Promise<string> =>
    Buffer.from(
      await writeXlsx({
        ...bookOf(...sheets),
        names: [{ name: 'mit_navn', reference: "'Udsættelser'!$B$4" }],
      }),
    ).toString('base64');

  test('is inserted, read and taken out again; nothing is left behind', async () => {
    await open(bookOf({ ...emptySheet('Ark1'), cells: cellsOf([['mit eget', 1]]) }));
    const before = workbench.engine.snapshot();
    const grids = await readWorkbookFile(await base64(counts, hidden), 'tal.xlsx');
    expect(grids.map(({ source, kind, notRead }) => [source, kind, notRead])).toEqual([
      ['tal.xlsx: Udsættelser', 'file-sheet', undefined],
      ['tal.xlsx: Kladde', 'file-sheet', 'hidden'],
    ]);
    expect(grids[0]!.cells.slice(2)).toEqual(tableCells);
    expect(workbench.engine.snapshot()).toEqual(before);
  });

  test('may have sheets and tables of the same names', async () => {
    await open(bookOf(counts));
    const before = workbench.engine.snapshot();
    const grids = await readWorkbookFile(await base64(counts), 'tal.xlsx');
    expect(grids.map(({ source }) => source)).toEqual(['tal.xlsx: Udsættelser']);
    expect(workbench.engine.snapshot()).toEqual(before);
  });

  test.each([2, 3, 4])('is taken out again when round trip %d fails', async (trip) => {
    await open(bookOf(counts));
    const before = workbench.engine.snapshot();
    const file = await base64(counts);
    workbench.host.failRoundTrip(trip, 'GeneralException');
    await expect(readWorkbookFile(file, 'tal.xlsx')).rejects.toThrow(ExcelProblem);
    expect(workbench.engine.snapshot()).toEqual(before);
  });

  test('that is none is refused, and so is an Excel that is too old', async () => {
    await open(bookOf(counts));
    const none = Buffer.from('no workbook').toString('base64');
    await expect(readWorkbookFile(none, 'x.xlsx')).rejects.toMatchObject({
      ...{ code: 'file-refused', detail: 'x.xlsx', isUndone: true },
    });
    await workbench.close();
    await open(bookOf(counts), { requirements: { ExcelApi: '1.12' } });
    await expect(readWorkbookFile(none, 'x.xlsx')).rejects.toMatchObject({ code: 'file-too-old' });
  });
});
