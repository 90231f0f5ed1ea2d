import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import Papa from 'papaparse';
import type { CellSnapshot } from '../../../src/workbench/book';
import { runReport } from '../../../src/workbench/commands/report';
import { changePart, pack, unpack, type Parts } from '../../../src/workbench/files/parts';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { processorSeconds, withoutHang } from '../../support/hang-guard';
import { recalculate } from '../../support/libreoffice';
import { bookOf, cellsOf, emptySheet } from '../files/example-book';

/** Names as nobody should give them: the report must hold them as the texts that they are, and count right. */
const names: readonly (readonly [string, string])[] = [
  ['a formula', '=1+1'],
  ['a formula that calls a program', "=cmd|' /C calc'!A0"],
  ['a plus', '+45 12 34 56'],
  ['an at sign', '@SUM(A1:A9)'],
  ['a minus', '-2+3'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['the end of a CDATA section', 'a]]>b&amp;c'],
  ["Excel's escape of a control character", '_x000D_ and _x0041_'],
  ['wildcards', 'A*r?a~1'],
  ['quotation marks', `"Nord" 'Syd' «Øst»`],
  ['control characters', 'Ve\u0001st\u0008\u001f'],
  ['a null character', 'Sy\u0000d'],
  ['characters that XML does not know', 'Øs\ufffe\ufffft'],
  ['right-to-left marks', '\u202eHtroN\u202c\u200f'],
  ['blanks of all kinds', 'No\u00a0rd\u2003\u200bx'],
  ['line ends', 'Nord\nSyd'],
  ['an apostrophe first', "'Nord"],
  ['what looks like a number', '1e5'],
  ['what looks like a date', '1-2'],
  ['what looks like a truth', 'SAND'],
  ['a name of the prototype', '__proto__'],
  // With the two characters that its control has more.
  ['as many characters as Excel looks up', 'N'.repeat(248)],
  ['pictures beyond the first plane', '🏠🏘️'],
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const lines = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.map((cell) => quoted(String(cell))).join(','))].join('\n');

/** A study whose areas, organisations and sources of costs have these names. */
function csv(areas: readonly string[]): Record<string, string> {
  const years = [2009, 2010, 2011, 2012, 2013];
  return {
    'evictions.csv': lines(
      'area,group,organisation,year,evictions,tenancies',
      areas.flatMap((area) =>
        years.flatMap((year) => [
          [area, 'intervention', area, year, 7, 900],
          [area, 'control', `${area} k`, year, 20, 5000],
        ]),
      ),
    ),
    'programmes.csv': lines(
      'area,first_full_year,tenancies,prevention_hours_per_week',
      areas.map((area) => [area, 2012, 900, 10]),
    ),
    'eviction-costs.csv': lines(
      'source,dkk_per_eviction',
      areas.map((area) => [area, 50000]),
    ),
  };
}

let folder: string;
function makeFolder(): void {
  folder = mkdtempSync(join(tmpdir(), 'sv-hostile-'));
}
function removeFolder(): void {
  rmSync(folder, { recursive: true });
}

async function run(files: Readonly<Record<string, string>>) {
  const input = join(folder, 'input');
  mkdirSync(input);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(input, name), content);
  return report(input);
}

/** What the command takes with a good workbook: hostile ones may take five seconds more. */
let usual = 0;

async function report(input: string): Promise<{ code: number; printed: string }> {
  const printed: string[] = [];
  const keep = (line: string): void => void printed.push(line);
  const asked = jest.spyOn(Socket.prototype, 'connect');
  const spies = [
    asked,
    jest.spyOn(console, 'log').mockImplementation(keep),
    jest.spyOn(console, 'error').mockImplementation(keep),
  ];
  const code = await withoutHang(input, () => runReport([input, '--language', 'en'], folder), usual);
  // Nobody is asked for anything, whatever the input names.
  expect(asked).not.toHaveBeenCalled();
  for (const spy of spies) spy.mockRestore();
  return { code, printed: printed.join('\n') };
}

/** What no cell of a workbook can hold is left out of a name. */
// eslint-disable-next-line no-control-regex -- these are what it looks for
const writable = (name: string): string => name.replace(/[\u0000-\u0008\u001f\ufffe\uffff]/gu, '');

describe('hostile names', () => {
  let judged: readonly string[];
  let cells: readonly CellSnapshot[];
  beforeAll(async () => {
    makeFolder();
    const { code, printed } = await run(csv(names.map(([, name]) => name)));
    expect([code, printed]).toEqual([0, expect.stringContaining('report.xlsx')]);
    const bytes = readFileSync(join(folder, 'report.xlsx'));
    const [book, grids] = await Promise.all([readXlsx(bytes), recalculate(bytes)]);
    cells = book.sheets.flatMap((sheet) => sheet.cells);
    judged = [...grids.values()].flat(2);
    removeFolder();
  });

  test.each(names)('%s is text wherever it stands', (_, name) => {
    const written = writable(name);
    expect(cells.filter(({ value, formula }) => value === written && formula !== undefined)).toEqual([]);
    // Five years in two groups, five times more as an organisation, once as a programme.
    expect(judged.filter((text) => text === written).length).toBeGreaterThanOrEqual(16);
  });

  test('no cell is an error, and the counts of all are counted', () => {
    expect(judged.filter((text) => /^(?:#[A-Z]|Err:)/u.test(text))).toEqual([]);
    expect(judged).toContain(String(7 * names.length));
    expect(judged).toContain(String(20 * names.length));
  });
});

beforeAll(async () => {
  makeFolder();
  const started = processorSeconds();
  expect(await run(csv(['Nord', 'Syd']))).toMatchObject({ code: 0 });
  usual = processorSeconds() - started;
  removeFolder();
});

test('a name of 10,000 characters is refused in words: no Excel could look it up', async () => {
  makeFolder();
  const { code, printed } = await run(csv(['N'.repeat(10_000)]));
  removeFolder();
  expect(code).toBe(1);
  expect(printed).toContain('has 10000 characters. Excel cannot look up names longer than 250 characters.');
  expect(printed.length).toBeLessThan(2000);
});

/** A workbook with a study in it, as its parts, to be made hostile. */
async function goodWorkbook(): Promise<Parts> {
  const table = (text: string): (string | number)[][] =>
    Papa.parse<string[]>(text).data.map((row) =>
      row.map((cell) => (/^\d+$/u.test(cell) ? Number(cell) : cell)),
    );
  const files = csv(['Nord', 'Syd']);
  const sheets = Object.entries(files).map(([name, text]) => ({
    ...emptySheet(name.replace('.csv', '')),
    cells: cellsOf(table(text)),
  }));
  return unpack(await writeXlsx(bookOf(...sheets)));
}

const inSheet = (parts: Parts, change: (xml: string) => string): void =>
  changePart(parts, 'xl/worksheets/sheet1.xml', change);
const addPart = (parts: Parts, path: string, content: string, type: string): void => {
  parts.set(path, strToU8(content));
  changePart(parts, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `<Override PartName="/${path}" ContentType="${type}"/></Types>`),
  );
};

const hostileWorkbooks: readonly (readonly [string, (parts: Parts) => void])[] = [
  [
    'linked to another workbook',
    (parts) => {
      addPart(
        parts,
        'xl/externalLinks/externalLink1.xml',
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><externalBook r:id="rId1"><sheetNames><sheetName val="S"/></sheetNames></externalBook></externalLink>',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml',
      );
      parts.set(
        'xl/externalLinks/_rels/externalLink1.xml.rels',
        strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="http://elsewhere.invalid/book.xlsx" TargetMode="External"/></Relationships>',
        ),
      );
      changePart(parts, 'xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>',
        ),
      );
      inSheet(parts, (xml) =>
        xml.replace('</sheetData>', '<row r="90"><c r="H90"><f>[1]S!$A$1</f><v>5</v></c></row></sheetData>'),
      );
    },
  ],
  [
    'carrying macros',
    (parts) =>
      addPart(parts, 'xl/vbaProject.bin', '\u00d0\u00cfmacro', 'application/vnd.ms-office.vbaProject'),
  ],
  [
    'with a formula of an external program',
    (parts) =>
      inSheet(parts, (xml) =>
        xml.replace(
          '</sheetData>',
          `<row r="90"><c r="H90"><f>cmd|'/C calc'!A0</f><v>1</v></c><c r="I90"><f>WEBSERVICE("http://elsewhere.invalid/")</f><v>1</v></c></row></sheetData>`,
        ),
      ),
  ],
  [
    'used to the last cell',
    (parts) =>
      inSheet(parts, (xml) =>
        xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      ),
  ],
  [
    'with a hidden sheet of other counts',
    (parts) => {
      parts.set('xl/worksheets/sheet9.xml', parts.get('xl/worksheets/sheet1.xml')!);
      changePart(parts, '[Content_Types].xml', (xml) =>
        xml.replace(
          '</Types>',
          '<Override PartName="/xl/worksheets/sheet9.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
      );
      changePart(parts, 'xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
        ),
      );
      changePart(parts, 'xl/workbook.xml', (xml) =>
        xml.replace('</sheets>', '<sheet name="Old" sheetId="9" state="veryHidden" r:id="rIdH"/></sheets>'),
      );
    },
  ],
  [
    'with circular formulas',
    (parts) =>
      inSheet(parts, (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="90"><c r="H90"><f>I90+1</f><v>0</v></c><c r="I90"><f>H90+1</f><v>0</v></c><c r="J90"><f>SUM(A:A,J90)</f><v>0</v></c></row></sheetData>',
        ),
      ),
  ],
  [
    'with formulas that nest or quote without end',
    (parts) => {
      const deep = '(';
      const quotes = "['";
      const formulas = [`${deep.repeat(4000)}1${')'.repeat(4000)}`, deep.repeat(8000), `${'-'.repeat(8000)}1`]
        .concat(`${'IF(1,'.repeat(1500)}1${')'.repeat(1500)}`, quotes.repeat(4000), `['${"'".repeat(8000)}`)
        .concat(`${'A1&'.repeat(2700)}A1`, `{${'1,'.repeat(4000)}1}`, `${"'x'!A1:".repeat(1000)}A1`);
      inSheet(parts, (xml) =>
        xml.replace(
          '</sheetData>',
          () =>
            `<row r="90">${formulas.map((formula, column) => `<c r="${'HIJKLMNOP'[column]!}90"><f>${formula.replaceAll('&', '&amp;')}</f><v>1</v></c>`).join('')}</row></sheetData>`,
        ),
      );
    },
  ],
  [
    'with markup in a sheet name and a comment',
    (parts) =>
      changePart(parts, 'xl/workbook.xml', (xml) =>
        xml.replace('name="eviction-costs"', 'name="&lt;b&gt;costs&amp;"'),
      ),
  ],
  [
    'with entities that expand without end',
    (parts) =>
      inSheet(parts, (xml) =>
        xml.replace(
          /<worksheet/u,
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet',
        ),
      ),
  ],
];

describe('a hostile workbook', () => {
  beforeEach(makeFolder);
  afterEach(removeFolder);

  test.each(hostileWorkbooks)(
    '%s is evaluated like the good one, or refused in words',
    async (kind, harm) => {
      const parts = await goodWorkbook();
      harm(parts);
      const input = join(folder, 'input.xlsx');
      writeFileSync(input, pack(parts));
      const { code, printed } = await report(input);
      if (code === 0) {
        const grids = await recalculate(readFileSync(join(folder, 'report.xlsx')));
        expect([...grids.values()].flat(2)).toContain('14');
      } else {
        expect(kind).toBe('used to the last cell');
        expect(printed).toMatch(/^[^\n]{20,300}$/u);
        expect(printed).not.toMatch(/\bat \/|TypeError|undefined/u);
      }
    },
  );
});
