import type { BookSnapshot } from '../../../src/workbench/book';
import { startNodeEngine } from '../../../src/workbench/engine/boot-node';
import type { Engine } from '../../../src/workbench/engine/engine';

const rect = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

/** One of everything that a workbook can hold. */
const book: BookSnapshot = {
  // In the order in which cells use them.
  styles: [
    { bold: true, fontColor: '#FFFFFF', fill: '#0F6CBD', horizontal: 'center', wrap: true },
    {
      unlocked: true,
      indent: 2,
      vertical: 'top',
      borders: {
        top: { style: 'thin', color: '#112233' },
        bottom: { style: 'double', color: '#000000' },
        left: { style: 'dashed', color: '#ABCDEF' },
        right: { style: 'thick', color: '#FF0000' },
      },
    },
    { numberFormat: '0.0%', italic: true, underline: true, fontName: 'Arial', fontSize: 9 },
  ],
  sheets: [
    {
      name: 'Områdedata',
      visibility: 'visible',
      tabColor: '#FF8800',
      showGridlines: false,
      isProtected: true,
      cells: [
        { row: 0, column: 0, value: 'area', style: 0 },
        { row: 0, column: 1, value: 'count', style: 0 },
        { row: 1, column: 0, value: 'Nord & "Syd"' },
        { row: 1, column: 1, value: 3.14159265358979 },
        { row: 2, column: 0, value: '0123' },
        { row: 2, column: 1, value: 4 },
        { row: 3, column: 3, value: null, style: 1 },
        { row: 4, column: 0, value: true },
        { row: 4, column: 1, value: { error: '#N/A' } },
        { row: 4, column: 2, value: '=not a formula' },
      ],
      columnWidths: new Map([
        [0, 20.7109375],
        [1, 9],
      ]),
      rowHeights: new Map([[0, 31.5]]),
      merges: [rect(6, 0, 1, 3)],
      frozen: { rows: 1, columns: 0 },
      tables: [
        {
          name: 'Data',
          range: rect(0, 0, 3, 2),
          columns: ['area', 'count'],
          style: 'TableStyleLight1',
          bandedRows: false,
          filterButtons: false,
        },
      ],
      charts: [],
      validations: [
        {
          range: rect(1, 1, 2, 1),
          kind: 'decimal',
          operator: 'between',
          first: '0',
          second: '=Effekt!$A$1',
          allowBlank: true,
          prompt: { title: 'Count', message: 'A number' },
          alert: { title: 'No', message: 'Not a number' },
        },
      ],
      conditionalFormats: [
        { range: rect(1, 1, 2, 1), formula: '=B2>3', style: { fill: '#FFEEDD', bold: true } },
      ],
      page: {
        orientation: 'landscape',
        paper: 'a4',
        fitToWidth: 1,
        titleRows: { first: 0, last: 1 },
        printArea: rect(0, 0, 8, 4),
        footer: { center: 'Page &P' },
      },
    },
    {
      name: 'Effekt',
      visibility: 'hidden',
      showGridlines: true,
      isProtected: false,
      cells: [
        { row: 0, column: 0, value: 7.14159265358979, formula: '=SUM(Data[count])', style: 2 },
        { row: 1, column: 0, value: 1, formula: '=SEQUENCE(2,2)', spill: { rows: 2, columns: 2 } },
        { row: 1, column: 1, value: 2 },
        { row: 2, column: 0, value: 3 },
        { row: 2, column: 1, value: 4 },
        { row: 3, column: 0, value: 14.28318530717958, formula: '=sv_total*2' },
        { row: 3, column: 1, value: { error: '#DIV/0!' }, formula: '=1/0' },
        { row: 4, column: 0, value: 'Sum 10', formula: '="Sum "&SUM(A2:B3)' },
      ],
      columnWidths: new Map(),
      rowHeights: new Map(),
      merges: [],
      frozen: { rows: 0, columns: 2 },
      tables: [],
      charts: [
        {
          name: 'Figure 10',
          kind: 'line',
          title: 'Sum 10',
          titleReference: 'Effekt!$A$5',
          titleFont: { size: 12 },
          series: [
            {
              name: 'area',
              nameReference: 'Områdedata!$A$1',
              values: 'Områdedata!$B$2:$B$3',
              categories: 'Områdedata!$A$2:$A$3',
              color: '#0F6CBD',
              dash: 'dash',
              weight: 1.5,
              marker: 'circle',
            },
          ],
          categoryAxis: { title: 'Year' },
          valueAxis: { title: 'Per 1,000', minimum: 0, maximum: 20, numberFormat: '0.0', gridlines: true },
          legend: 'bottom',
          anchor: rect(6, 1, 15, 8),
        },
      ],
      validations: [],
      conditionalFormats: [],
    },
    {
      name: 'Metode',
      visibility: 'veryHidden',
      showGridlines: true,
      isProtected: false,
      cells: [],
      columnWidths: new Map(),
      rowHeights: new Map(),
      merges: [],
      frozen: { rows: 0, columns: 0 },
      tables: [],
      charts: [],
      validations: [],
      conditionalFormats: [],
    },
  ],
  names: [
    { name: 'sv_total', reference: 'Effekt!$A$1', comment: 'the sum' },
    { name: 'local', reference: 'Effekt!$A$2', sheet: 'Effekt' },
  ],
  settings: new Map([['study', '{"from":-2}']]),
  customXml: new Map([['{1}', '<a xmlns="urn:a">1</a>']]),
  activeSheet: 0,
};

let engine: Engine;
beforeEach(() => {
  engine = startNodeEngine();
});
afterEach(() => engine.close());

it('gives back what was loaded, formulas computed anew', async () => {
  await engine.load(book);
  expect(engine.snapshot()).toEqual(book);
});

it('gives back the same after a second load, over another workbook', async () => {
  await engine.load(book);
  engine.cells.write(engine.sheets.active(), rect(20, 0), [['=1+1']]);
  engine.sheets.add('Rest');
  await engine.settle();
  const changed = engine.snapshot();
  await engine.load(changed);
  expect(engine.snapshot()).toEqual(changed);
  await engine.load(book);
  expect(engine.snapshot()).toEqual(book);
});

it('computes what it loads instead of trusting the values that came with it', async () => {
  const [first, second] = book.sheets;
  if (first === undefined || second === undefined) throw new Error('the example has two sheets');
  const stale = second.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: -1 }));
  await engine.load({ ...book, sheets: [first, { ...second, cells: stale }, ...book.sheets.slice(2)] });
  expect(engine.snapshot().sheets[1]?.cells).toEqual(second.cells);
});

it('does not change the workbook that it loads', async () => {
  const before = JSON.stringify(book);
  await engine.load(book);
  engine.cells.write(engine.sheets.active(), rect(0, 0), [['other']]);
  await engine.settle();
  expect(JSON.stringify(book)).toBe(before);
});
