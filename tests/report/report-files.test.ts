import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { copyOfReport, planReport } from '../../src/report';
import { checkStudy, defaultOptions, exampleStudy, type Study } from '../../src/study';
import type { BookSnapshot } from '../../src/workbench/book';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { parseReference } from '../../src/workbench/files/ranges';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { holds } from '../../src/report/share/source-report';
import { excelProblems } from '../support/excel-rules';
import { recalculate, saveAgain } from '../support/libreoffice';
import { schemaProblems } from '../support/open-xml-sdk';
import { saveWithOpenpyxl } from '../support/openpyxl';
import { openWithReport } from '../support/report-file';
import { smallStudy } from '../support/studies';

/** The files that are handed over: valid for Microsoft's own validator, and whole after other programs had them. */

/** Twelve areas from event year -5 to 5, no costs, and one area without any evictions. */
const wide: Study = smallStudy(
  Array.from({ length: 12 }, (_, index) => {
    const years = Array.from({ length: 11 }, (_, year) => year);
    return {
      area: `Area ${index + 1} & "co" <${index}>`,
      firstFullYear: 2012 + (index % 3),
      firstYear: 2006 + (index % 3),
      intervention: years.map((year) => (index === 0 ? 0 : 4 + ((index * 3 + year * 5) % 9))),
      control: years.map((year) => 30 + ((index * 7 + year * 3) % 11)),
      ...(index < 4 && { organisation: 'Shared control' }),
    };
  }),
  { language: 'en', from: -5, to: 5, trend: 'linear' },
  [],
);

async function fileOf(study: Study): Promise<Uint8Array> {
  const workbench = await openWithReport(study);
  try {
    return await writeXlsx(workbench.engine.snapshot());
  } finally {
    await workbench.close();
  }
}

const exampleInDanish = exampleStudy({ ...defaultOptions, language: 'da' });
let example: Uint8Array;
let files: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  example = await fileOf(exampleInDanish);
  const wideFile = await fileOf(wide);
  const share = (file: Uint8Array, isMasked: boolean): Uint8Array =>
    copyOfReport(file, { suffix: '', date: '2026-11-25', isMasked }).bytes;
  files = {
    'the example': example,
    'twelve areas over eleven years': wideFile,
    'a copy with values only': share(example, false),
    'a copy with small counts masked': share(example, true),
    'a masked copy of many small counts': share(wideFile, true),
  };
});

/** How a sheet is set up to be read and printed. */
function setUp({ sheets }: BookSnapshot) {
  return sheets.map(({ name, frozen, page, columnWidths, showGridlines, tabColor, validations }) => ({
    ...{ name, frozen, showGridlines, tabColor: tabColor?.toUpperCase() },
    widths: [...columnWidths].map(([column, width]) => [column, Math.floor(width)]),
    orientation: page?.orientation,
    paper: page?.paper,
    pagesWide: page?.fitToWidth,
    pagesHigh: page?.fitToHeight,
    titleRows: page?.titleRows,
    footer: page?.footer?.center,
    rules: validations.length,
  }));
}

test('panes, widths, rules for what is typed and the set-up of pages stand in the file as they are planned', async () => {
  const settings = { suffix: '', date: '2026-11-23', version: '0.1.0' };
  const plan = planReport(exampleInDanish, checkStudy(exampleInDanish), settings);
  const file = setUp(await readXlsx(example)).filter(({ name }) =>
    plan.sheets.some((one) => one.name === name),
  );
  expect(file).toEqual(
    plan.sheets.map(({ name, frozenRows, page, columnWidths, tabColor, validations }) => ({
      ...{ name, frozen: { rows: frozenRows, columns: 0 }, showGridlines: false, tabColor },
      widths: columnWidths.map((width, column) => [column, width]),
      ...{ orientation: page.orientation, paper: 'a4', pagesWide: 1, pagesHigh: undefined },
      titleRows: { first: page.titleRows.row, last: page.titleRows.row + page.titleRows.rows - 1 },
      ...{ footer: page.footer, rules: validations.length },
    })),
  );
});

/** The file with one part changed. */
function broken(part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(example);
  const before = strFromU8(parts[part]!);
  const after = before.replace(from, to);
  expect([part, after === before]).toEqual([part, false]);
  return zipSync({ ...parts, [part]: strToU8(after) });
}
const [dataSheet, effectSheet] = ['xl/worksheets/sheet2.xml', 'xl/worksheets/sheet4.xml'];

test('Microsoft’s Open XML SDK finds nothing wrong with any of them, and does with broken ones', async () => {
  const found = await schemaProblems({
    ...files,
    'rules before merged cells': broken(
      effectSheet,
      /(<mergeCells.*<\/mergeCells>)(<dataValidations.*<\/dataValidations>)/u,
      '$2$1',
    ),
    'a look without a border': broken('xl/styles.xml', /borderId="\d+"/u, 'borderId="x"'),
  });
  for (const name of Object.keys(files)) expect([name, found[name]]).toEqual([name, []]);
  expect(found['rules before merged cells']!.join()).toContain('unexpected child element');
  expect(found['a look without a border']!.join()).toContain('borderId');
}, 180_000);

test('nothing is in them that Excel would repair or drop', () => {
  for (const [name, file] of Object.entries(files)) expect([name, excelProblems(file)]).toEqual([name, []]);
});

test('lines are drawn from cells that are numbers or gaps, also where a copy masks them', async () => {
  for (const [name, file] of Object.entries(files)) {
    const book = await readXlsx(file);
    const { sheet, rect } = parseReference(book.names.find((each) => each.name === 'sv_drawn')!.reference)!;
    const lines = book.sheets.flatMap(({ charts }) => charts.filter(({ kind }) => kind === 'line'));
    const drawn = lines.flatMap(({ series }) => series.map(({ values }) => parseReference(values)!));
    expect([name, drawn.length]).toEqual([name, 8]);
    for (const each of drawn) {
      expect([name, each.sheet, holds(rect, each.rect.row, each.rect.column)]).toEqual([name, sheet, true]);
      const cells = book.sheets
        .find((own) => own.name === sheet)!
        .cells.filter(({ row, column }) => holds(each.rect, row, column));
      const texts = cells.filter(({ value }) => typeof value === 'string' && value !== '');
      expect([name, texts]).toEqual([name, []]);
    }
  }
});

describe('what Excel would repair or drop is seen', () => {
  const table = 'xl/tables/table1.xml';
  test.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'a part without a type',
      '[Content_Types].xml',
      /<Default Extension="xml"[^>]*>/u,
      '',
      /no content type/u,
    ],
    [
      'a type without a part',
      '[Content_Types].xml',
      '/xl/charts/chart1.xml',
      '/xl/charts/chart9.xml',
      /is not there/u,
    ],
    [
      'a relation to nothing',
      'xl/worksheets/_rels/sheet4.xml.rels',
      'drawing4.xml',
      'drawing9.xml',
      /leads to/u,
    ],
    [
      'a relation that nobody has',
      effectSheet,
      '<drawing r:id="rId1"',
      '<drawing r:id="rId99"',
      /names rId99/u,
    ],
    ['a name to a lost sheet', 'xl/workbook.xml', '>Effekt!$C$6<', '>Effekten!$C$6<', /sv_trend leads to/u],
    ['a name twice', 'xl/workbook.xml', 'name="sv_effect_1"', 'name="SV_EFFECT_2"', /twice/u],
    ['a name that is an address', 'xl/workbook.xml', 'name="sv_effect_1"', 'name="sv1"', /is no name/u],
    ['two sheets of one name', 'xl/workbook.xml', 'sheet name="Effekt"', 'sheet name="METODE"', /twice/u],
    [
      'a sheet with a stroke',
      'xl/workbook.xml',
      'sheet name="Metode"',
      'sheet name="Metode/2"',
      /may not be called/u,
    ],
    ['rows out of order', dataSheet, /<row r="2"/u, '<row r="9999"', /stands after/u],
    ['a cell twice', effectSheet, / r="D31"/u, ' r="C31"', /stands in row 31/u],
    [
      'a look that is not there',
      effectSheet,
      /(<c r="C31"[^>]*) s="\d+"/u,
      '$1 s="999"',
      /has the look 999/u,
    ],
    [
      'a text that is not there',
      effectSheet,
      /(<c r="A1"[^>]*t="s"[^>]*><v>)\d+/u,
      '$199999',
      /has the text/u,
    ],
    ['a function without its prefix', effectSheet, '_xlfn.NORM.S.INV', 'NORM.S.INV', /is no function/u],
    ['a function of one’s own', effectSheet, /IFERROR\(/u, 'IFFERROR(', /is no function/u],
    ['an open bracket', effectSheet, /<f>IFERROR\(/u, '<f>IFERROR((', /open and not closed/u],
    ['a lost sheet in a formula', effectSheet, /Hændelsesår(?=[^<]*<\/f>)/u, 'Hændelse', /sheet Hændelse/u],
    ['a lost name in a formula', effectSheet, /<f>IFERROR\(/u, '<f>IFERROR(sv_lost+', /sv_lost/u],
    ['a formula too long', effectSheet, /<f>IFERROR\(/u, `<f>IFERROR(${'1+'.repeat(4100)}`, /8,192/u],
    [
      'functions too deep',
      effectSheet,
      /<f>[^<]*<\/f>/u,
      `<f>${'ABS('.repeat(65)}1${')'.repeat(65)}</f>`,
      /65 levels/u,
    ],
    [
      'too many arguments',
      effectSheet,
      /<f>[^<]*<\/f>/u,
      `<f>SUM(${'1,'.repeat(255)}1)</f>`,
      /256 arguments/u,
    ],
    [
      'a long text in a formula',
      effectSheet,
      /<f>[^<]*<\/f>/u,
      `<f>"${'x'.repeat(256)}"</f>`,
      /255 characters/u,
    ],
    ['merged cells that overlap', effectSheet, 'ref="A3:H3"', 'ref="A2:H3"', /overlap/u],
    ['a table’s column of another name', table, /name="Lejem[^"]*"/u, 'name="Lejere"', /under the cells/u],
    ['a table that overlaps another', table, /ref="A6:F\d+"/u, 'ref="A6:F40"', /overlaps/u],
    [
      'a wrong number of rules',
      effectSheet,
      '<dataValidations count="3"',
      '<dataValidations count="4"',
      /says 4 rules/u,
    ],
    ['a chart of a lost sheet', 'xl/charts/chart1.xml', /<c:f>Effekt!/u, '<c:f>Virkning!', /draws Virkning/u],
    ['a drawing without size', 'xl/drawings/drawing4.xml', /<xdr:row>28</u, '<xdr:row>10<', /without size/u],
    ['drawings of one id', 'xl/drawings/drawing4.xml', /cNvPr id="3"/u, 'cNvPr id="2"', /same id/u],
  ])('%s', (_, part, from, to, expected) => {
    expect(excelProblems(broken(part, from, to)).join('\n')).toMatch(expected);
  });
});

/** The cells that charts draw, values and categories, as the file names them. */
function drawnCells(file: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(file))
    .filter(([path]) => path.startsWith('xl/charts/chart'))
    .flatMap(([, part]) => [...strFromU8(part).matchAll(/<(?:c:)?(?:cat|val)>.*?<(?:c:)?f>([^<]*)</gu)])
    .map(([, cells]) => cells!.replaceAll("'", ''))
    .sort();
}

/** What must be the same before and after another program had the file. */
function kept(book: BookSnapshot) {
  const plain = (reference: string | undefined): string | undefined => reference?.replaceAll(/['$]/gu, '');
  return {
    names: new Map(book.names.map(({ name, reference }) => [name, plain(reference)])),
    sheets: book.sheets.map(({ name, tables, charts, validations, merges, cells }) => ({
      name,
      merges: merges.map(({ row, column, rows, columns }) => [row, column, rows, columns].join()).sort(),
      tables: tables
        .map(({ name: table, range, columns }) => ({ table, range, columns }))
        .sort((a, b) => a.range.row - b.range.row),
      charts: charts.map(({ kind, title, series, categoryAxis, valueAxis }) => ({
        kind,
        title,
        categoryAxis: categoryAxis.title,
        valueAxis: valueAxis.title,
        series: series.map(({ name: text, values, color, dash, marker }) => ({
          text,
          values: plain(values),
          color,
          dash: dash ?? 'solid',
          marker,
        })),
      })),
      validations: validations
        .map(({ range, kind, operator, first, second, prompt }) => ({
          range,
          kind,
          first,
          ...(kind !== 'list' && operator === 'between' && { second }),
          prompt: prompt?.message,
        }))
        .sort((a, b) => a.range.row - b.range.row),
      formulas: new Map(
        cells.flatMap(({ row, column, formula }) =>
          // Written as a function by LibreOffice, as a word by others.
          formula === undefined ? [] : [[`${row},${column}`, plain(formula)?.replaceAll('TRUE()', 'TRUE')]],
        ),
      ),
    })),
  };
}

describe.each<[string, (file: Uint8Array) => Promise<Uint8Array> | Uint8Array, boolean]>([
  // Its charts know no title that follows a cell, so they keep its text; and without a window it knows no panes.
  ['LibreOffice', saveAgain, true],
  // It writes anew what it knows; of documents that other programs keep in the file it knows nothing.
  ['openpyxl', saveWithOpenpyxl, false],
])('opened and saved again by %s', (program, save, keepsDocuments) => {
  let before: BookSnapshot;
  let saved: Uint8Array;
  let after: BookSnapshot;
  beforeAll(async () => {
    before = await readXlsx(example);
    saved = await save(example);
    after = await readXlsx(saved);
  });

  test('names, tables, charts, rules, merged cells and formulas are the same', () => {
    const [one, other] = [kept(before), kept(after)];
    expect([...other.names]).toEqual(expect.arrayContaining([...one.names]));
    for (const [index, each] of one.sheets.entries()) expect(other.sheets[index]).toEqual(each);
    expect(drawnCells(example).length).toBeGreaterThan(20);
    expect(drawnCells(saved)).toEqual(drawnCells(example));
  });

  test('so are widths, page set-up and, where the program knows them, panes', () => {
    // LibreOffice without a window knows no view of a sheet: neither frozen panes nor that gridlines are hidden.
    const known = ({ frozen, showGridlines, ...rest }: ReturnType<typeof setUp>[number]) => ({
      ...rest,
      ...(program === 'openpyxl' && { frozen, showGridlines }),
    });
    const ofReport = (book: BookSnapshot) => setUp(book).slice(1).map(known);
    expect(ofReport(after)).toEqual(ofReport(before));
  });

  test(`the kept evaluation ${keepsDocuments ? 'is still there' : 'is lost, as the README says'}`, () => {
    expect(before.customXml.size).toBeGreaterThan(0);
    // Quotes may be escaped or not.
    const documents = ({ customXml }: BookSnapshot): string[] =>
      [...customXml.values()].map((xml) => xml.replaceAll('&quot;', '"')).sort();
    expect(documents(after)).toEqual(keepsDocuments ? documents(before) : []);
  });

  test('every cell has the same value, reckoned from scratch', async () => {
    const [one, other] = await Promise.all([recalculate(example), recalculate(saved)]);
    expect([...other.keys()]).toEqual([...one.keys()]);
    // A constant may have lost its 16th digit on the way.
    const isSame = (a: string, b: string): boolean =>
      a === b || Math.abs(Number(a) - Number(b)) <= 1e-12 * Math.abs(Number(a));
    for (const [name, grid] of one) {
      const saidOtherwise = grid.flatMap((row, r) =>
        row.flatMap((text, c) => {
          const again = other.get(name)?.[r]?.[c] ?? '';
          return isSame(text, again) ? [] : [`${name} ${r + 1},${c + 1}: ${text}, then ${again}`];
        }),
      );
      expect(saidOtherwise).toEqual([]);
    }
  });

  test(`nothing that ${program} wrote makes Excel repair it`, () => {
    expect(excelProblems(saved)).toEqual([]);
  });
});
