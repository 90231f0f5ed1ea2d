import fc from 'fast-check';
import type {
  BookSnapshot,
  BorderLine,
  CellSnapshot,
  CellStyle,
  ChartSnapshot,
  ConditionalFormatSnapshot,
  NameSnapshot,
  PageSnapshot,
  Rect,
  SheetSnapshot,
  TableSnapshot,
  ValidationSnapshot,
} from '../../../src/workbench/book';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';
import { withoutAbsent } from '../../../src/workbench/files/styles';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { bookOf, cellsOf, effectChart, emptySheet, rateSheet } from './example-book';

/** Text as people type it, with what breaks XML and .xlsx: marks, line breaks, escapes, emoji. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('æ', 'Ø', '<', '>', '&', '"', "'", '\n', ' ', '_x0041_', '_x', '=', '😀', '%', '#N/A '),
      fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme-ascii' }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))
  // Excel itself has no text that is an error's name: typing it makes the error.
  .filter((joined) => !/^#[A-Z/0!?]+$/u.test(joined));

const plainText = fc.constantFrom('Effekt', 'Områder & år', 'Besparelse (kr.)', "L'été", '100 % "sikker"');
const color = fc.constantFrom('#000000', '#FFFFFF', '#0F6CBD', '#A4262C', '#E1DFDD');
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const flag = optional(fc.constant(true as const));

const rect: fc.Arbitrary<Rect> = fc.record({
  row: fc.nat(20),
  column: fc.nat(30),
  rows: fc.integer({ min: 1, max: 5 }),
  columns: fc.integer({ min: 1, max: 4 }),
});

const line: fc.Arbitrary<BorderLine> = fc.record({
  style: fc.constantFrom('thin', 'medium', 'thick', 'dashed', 'dotted', 'double'),
  color,
});

const style: fc.Arbitrary<CellStyle> = fc
  .record({
    numberFormat: optional(fc.constantFrom('0.0', '#,##0 "kr."', '0.0 %', 'yyyy-mm-dd', '+0.0;-0.0;0', '@')),
    bold: flag,
    italic: flag,
    underline: flag,
    fontColor: optional(color),
    fontName: optional(fc.constantFrom('Arial', 'Segoe UI')),
    fontSize: optional(fc.constantFrom(8, 10.5, 16)),
    fill: optional(color),
    horizontal: optional(fc.constantFrom('left' as const, 'center' as const, 'right' as const)),
    vertical: optional(fc.constantFrom('top' as const, 'center' as const, 'bottom' as const)),
    wrap: flag,
    indent: optional(fc.integer({ min: 1, max: 5 })),
    unlocked: flag,
    borders: optional(
      fc
        .record({ top: optional(line), bottom: optional(line), left: optional(line), right: optional(line) })
        .map(withoutAbsent)
        .filter((borders) => Object.keys(borders).length > 0),
    ),
  })
  .map((all): CellStyle => withoutAbsent(all));

const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0);
const value = fc.oneof(
  number,
  text,
  fc.boolean(),
  fc.constantFrom('#N/A', '#DIV/0!', '#VALUE!').map((error) => ({ error })),
);
const formula = fc.constantFrom(
  '=A1+1',
  '=NORM.S.INV(0.975)',
  '=IF(A1>"<&>",1,2)',
  "='Områder & år'!B2",
  '=SV.RATE_CI(A1,B1)',
);

function cell(styles: number): fc.Arbitrary<Omit<CellSnapshot, 'row' | 'column'>> {
  const look = styles === 0 ? fc.constant(undefined) : optional(fc.nat(styles - 1));
  return fc
    .oneof(
      fc.record({ value, style: look }),
      fc.record({ value: fc.oneof(value, fc.constant(null)), formula, style: look }),
      fc.record({
        value: number,
        formula,
        style: look,
        spill: fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }),
      }),
      ...(styles === 0 ? [] : [fc.record({ value: fc.constant(null), style: fc.nat(styles - 1) })]),
    )
    .map((all) => withoutAbsent(all) as Omit<CellSnapshot, 'row' | 'column'>);
}

const validation: fc.Arbitrary<ValidationSnapshot> = fc.oneof(
  fc.record({
    range: rect,
    kind: fc.constant('list' as const),
    first: fc.constantFrom('compound,linear,none', '=$A$1:$A$3'),
    allowBlank: fc.boolean(),
  }),
  fc.record({
    range: rect,
    kind: fc.constantFrom('decimal' as const, 'whole' as const),
    operator: fc.constantFrom('between' as const, 'notBetween' as const),
    first: fc.constantFrom('0', '=A1'),
    second: fc.constantFrom('1', '=B1*2'),
    allowBlank: fc.boolean(),
    prompt: fc.record({ title: plainText, message: plainText }),
    alert: fc.record({ title: plainText, message: plainText }),
  }),
  fc.record({
    range: rect,
    kind: fc.constant('custom' as const),
    first: fc.constant('=ISNUMBER(A1)'),
    allowBlank: fc.boolean(),
  }),
);

const conditionalFormat: fc.Arbitrary<ConditionalFormatSnapshot> = fc.record({
  range: rect,
  formula: fc.constantFrom('=A1>0', '=ISNUMBER(NORM.S.INV(A1))'),
  style: fc
    .record({
      bold: flag,
      fontColor: optional(color),
      fill: optional(color),
      numberFormat: optional(fc.constant('0.0')),
    })
    .map(withoutAbsent)
    .filter((all) => Object.keys(all).length > 0),
});

const marginalia = fc
  .record({
    left: optional(fc.constantFrom('&F', 'Sociale viceværter', 'A && B')),
    center: optional(fc.constantFrom('&A', '&"Arial,Bold"&10Effekt')),
    right: optional(fc.constant('Side &P af &N')),
  })
  .map(withoutAbsent)
  .filter((all) => Object.keys(all).length > 0);

const page: fc.Arbitrary<PageSnapshot> = fc
  .record({
    orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
    paper: fc.constantFrom('a4' as const, 'letter' as const),
    fitToWidth: optional(fc.integer({ min: 1, max: 3 })),
    fitToHeight: optional(fc.integer({ min: 1, max: 3 })),
    titleRows: optional(
      fc.tuple(fc.nat(3), fc.nat(3)).map(([first, more]) => ({ first, last: first + more })),
    ),
    printArea: optional(rect),
    header: optional(marginalia),
    footer: optional(marginalia),
  })
  .map((all): PageSnapshot => withoutAbsent(all));

const reference = fc.constantFrom("'Effekt'!$C$5:$G$5", "'Områder & år'!$A$1:$A$5");

const chart: fc.Arbitrary<ChartSnapshot> = fc
  .record({
    name: fc.constantFrom('sv_effect', 'Diagram "1" & 2'),
    kind: fc.constantFrom('line', 'column', 'stackedColumn', 'bar', 'stackedBar', 'scatter', 'area'),
    title: plainText,
    titleReference: optional(fc.constant("'Effekt'!$A$1")),
    legend: fc.constantFrom('none', 'top', 'bottom', 'left', 'right'),
    anchor: rect,
    categoryAxis: fc.record({ title: optional(plainText) }).map(withoutAbsent),
    valueAxis: fc
      .record({
        title: optional(plainText),
        minimum: optional(fc.constantFrom(0, -0.5)),
        maximum: optional(fc.constantFrom(1, 100)),
        numberFormat: optional(fc.constant('0.0')),
        gridlines: flag,
      })
      .map(withoutAbsent),
    names: fc.array(fc.record({ name: plainText, nameReference: optional(fc.constant("'Effekt'!$B$4")) }), {
      minLength: 1,
      maxLength: 4,
    }),
    values: reference,
    color,
    lines: fc.record({
      dash: fc.constantFrom('solid' as const, 'dash' as const, 'dot' as const),
      weight: fc.constantFrom(1, 1.5, 2.25),
      marker: fc.constantFrom('none' as const, 'circle' as const, 'square' as const, 'diamond' as const),
    }),
  })
  .map(({ names, values, color: seriesColor, lines, ...all }) => ({
    ...withoutAbsent(all),
    series: names.map((named) => ({
      ...withoutAbsent(named),
      values,
      categories: values,
      color: seriesColor,
      ...(all.kind === 'line' || all.kind === 'scatter' ? lines : {}),
    })),
  }));

function sheet(name: string, styles: number): fc.Arbitrary<SheetSnapshot> {
  const cells = fc
    .uniqueArray(fc.tuple(fc.nat(12), fc.nat(40)), { selector: String, maxLength: 25 })
    .chain((places) => fc.tuple(...places.map((at) => cell(styles).map((content) => ({ at, content })))))
    .map((all) =>
      all
        .map(({ at: [row, column], content }) => ({ row, column, ...content }))
        .sort((one, other) => one.row - other.row || one.column - other.column),
    );
  return fc
    .record({
      name: fc.constant(name),
      visibility: fc.constantFrom('visible', 'hidden', 'veryHidden'),
      tabColor: optional(color),
      showGridlines: fc.boolean(),
      isProtected: fc.boolean(),
      cells,
      columnWidths: fc.uniqueArray(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 80 })), {
        selector: ([at]) => at,
      }),
      rowHeights: fc.uniqueArray(fc.tuple(fc.nat(20), fc.integer({ min: 5, max: 90 })), {
        selector: ([at]) => at,
      }),
      merges: fc.constantFrom([], [{ row: 30, column: 0, rows: 1, columns: 4 }]),
      frozen: fc.record({ rows: fc.nat(4), columns: fc.nat(3) }),
      charts: fc.array(chart, { maxLength: 3 }),
      validations: fc.array(validation, { maxLength: 3 }),
      conditionalFormats: fc.uniqueArray(conditionalFormat, {
        maxLength: 3,
        selector: ({ range }) => JSON.stringify(range),
      }),
      page: optional(page),
    })
    .map((all): SheetSnapshot => ({
      ...withoutAbsent(all),
      tables: [],
      columnWidths: new Map(all.columnWidths.sort(([one], [other]) => one - other)),
      rowHeights: new Map(all.rowHeights.sort(([one], [other]) => one - other)),
    }));
}

const names: fc.Arbitrary<readonly NameSnapshot[]> = fc.uniqueArray(
  fc
    .record({
      name: fc.constantFrom('sv_trend', 'sv_effect_2', 'område_1'),
      reference: fc.oneof(reference, fc.constant('NORM.S.INV(0.975)')),
      comment: optional(plainText),
      sheet: optional(fc.constant('Effekt')),
    })
    .map((all): NameSnapshot => withoutAbsent(all)),
  { selector: ({ name }) => name },
);

const book: fc.Arbitrary<BookSnapshot> = fc.array(style, { maxLength: 4 }).chain((styles) =>
  fc.record({
    sheets: fc.tuple(sheet('Effekt', styles.length), sheet('Områder & år', styles.length)),
    styles: fc.constant(styles),
    names,
    settings: fc
      .uniqueArray(fc.tuple(fc.constantFrom('study', 'Østerbro "A"', 'x'), text), {
        selector: ([key]) => key,
      })
      .map((entries) => new Map(entries)),
    customXml: fc
      .uniqueArray(fc.tuple(fc.uuid(), fc.constantFrom('Ø', '1', '"x"')), { selector: ([id]) => id })
      .map((entries) => new Map(entries.map(([id, word]) => [`{${id}}`, `<a xmlns="urn:a">${word}</a>`]))),
    activeSheet: fc.nat(1),
  }),
);

/** Styles numbered in the order in which cells use them, as a reader must find them. */
function normalised({ styles, sheets, ...rest }: BookSnapshot): BookSnapshot {
  const used: CellStyle[] = [];
  const known = new Map<string, number>();
  const renumber = ({ style: index, ...content }: CellSnapshot): CellSnapshot[] => {
    const look = index === undefined ? {} : styles[index]!;
    const key = JSON.stringify(Object.entries(look).sort());
    if (key === '[]') return content.value === null && !content.formula ? [] : [content];
    const number = known.get(key) ?? used.push(look) - 1;
    known.set(key, number);
    return [{ ...content, style: number }];
  };
  const renumbered = sheets.map((one) => ({ ...one, cells: one.cells.flatMap(renumber) }));
  return { ...rest, sheets: renumbered, styles: used };
}

describe('writing and reading', () => {
  test('every workbook comes back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (written) => {
        expect(await readXlsx(await writeXlsx(written))).toEqual(normalised(written));
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('a table comes back with its columns, and its header cells are the texts of its columns', async () => {
    const table: TableSnapshot = {
      name: 'sv_areas',
      range: { row: 0, column: 0, rows: 3, columns: 3 },
      columns: ['Område', '2013', 'Æ & "Ø"'],
      style: 'TableStyleLight1',
      bandedRows: true,
      filterButtons: false,
    };
    const cells = cellsOf([
      ['Område', 2013, 'Æ & "Ø"'],
      ['Øst', 5, 6],
      ['Vest', 7, 8],
    ]);
    const written = bookOf({ ...emptySheet('Data'), cells, tables: [table] });
    const [read] = (await readXlsx(await writeXlsx(written))).sheets;
    expect(read?.tables).toEqual([table]);
    expect(read?.cells.slice(0, 3).map(({ value: header }) => header)).toEqual(['Område', '2013', 'Æ & "Ø"']);
  });

  test('a pie keeps its title, series and colours of the theme', async () => {
    const { title, series, anchor, legend, name } = effectChart;
    const values = series[0]!.values;
    const pie: ChartSnapshot = {
      name,
      kind: 'pie',
      ...(title !== undefined && { title }),
      series: [{ name: 'Indsats', values, categories: values }],
      categoryAxis: {},
      valueAxis: {},
      legend,
      anchor,
    };
    const [read] = (await readXlsx(await writeXlsx(bookOf({ ...rateSheet, charts: [pie] })))).sheets;
    expect(read?.charts).toEqual([pie]);
  });
});
