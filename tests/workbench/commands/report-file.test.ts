import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { BookSnapshot } from '../../../src/workbench/book';
import { runReport } from '../../../src/workbench/commands/report';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { convertToPdf, recalculate } from '../../support/libreoffice';
import { pagesAsText } from '../../support/pdf';
import { bookOf, cellsOf, emptySheet } from '../files/example-book';

const fixtures = join(__dirname, '..', '..', 'fixtures', 'report');

/** The whole way: the built add-in in the workbench without a window, office.js between them, a file at the end. */
let folder: string;
let printed: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sv-report-'));
  printed = [];
  const spy = jest.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
  expect(await runReport(['--language', 'en'], folder)).toBe(0);
  spy.mockRestore();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const report = (name = 'report.xlsx'): Uint8Array => readFileSync(join(folder, name));

describe('the report on the built-in example', () => {
  test('is told in sentences and written under its own name, without a half file beside it', () => {
    expect(printed.join('\n')).toContain('23.3');
    expect(printed.join('\n')).toContain(join(folder, 'report.xlsx'));
    expect(existsSync(join(folder, 'report.xlsx.partial'))).toBe(false);
  });

  test('holds the last values that LibreOffice computes from scratch, and no error', async () => {
    const [book, grids] = await Promise.all([readXlsx(report()), recalculate(report())]);
    let formulas = 0;
    const differences = book.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, value, formula }) => {
        if (formula === undefined) return [];
        formulas += 1;
        const judged = grids.get(name)?.[row]?.[column] ?? '';
        const isSame =
          typeof value === 'number'
            ? Math.abs(Number(judged) - value) <= 1e-9 * Math.max(1, Math.abs(value))
            : typeof value !== 'object' && String(value) === judged;
        return isSame
          ? []
          : [`${name}!${row + 1},${column + 1} ${formula}: ${JSON.stringify(value)}, ${judged}`];
      }),
    );
    expect(differences).toEqual([]);
    expect(formulas).toBeGreaterThan(100);
  });

  test('prints its charts', async () => {
    const charts = (await readXlsx(report())).sheets.flatMap((sheet) => sheet.charts);
    const pages = (await pagesAsText(await convertToPdf(report()))).join('\n').replaceAll(/\s+/gu, ' ');
    expect(charts.length).toBeGreaterThanOrEqual(3);
    for (const { categoryAxis } of charts) expect(pages).toContain(categoryAxis.title ?? '?');
  });
});

describe('the report on a workbook', () => {
  test('has the same results as on a folder with the same tables, and none of its sheets', async () => {
    const tables = ['evictions', 'programmes', 'tenancies', 'eviction-costs'];
    const sheets = tables.map((name) => {
      const csv = readFileSync(join(fixtures, `${name}.csv`), 'utf8');
      const rows = Papa.parse<(string | number)[]>(csv, { dynamicTyping: true, skipEmptyLines: true }).data;
      copyFileSync(join(fixtures, `${name}.csv`), join(folder, `${name}.csv`));
      return { ...emptySheet(`Input ${name}`), cells: cellsOf(rows) };
    });
    writeFileSync(join(folder, 'input.xlsx'), await writeXlsx(bookOf(...sheets)));

    expect(await silently(() => runReport(['input.xlsx', '--out', 'one.xlsx'], folder))).toBe(0);
    expect(await silently(() => runReport(['.', '--out', 'other.xlsx'], folder))).toBe(0);
    const [one, other] = await Promise.all([readXlsx(report('one.xlsx')), readXlsx(report('other.xlsx'))]);
    expect(one.sheets.map(({ name }) => name)).toEqual(other.sheets.map(({ name }) => name));
    // Of the folder it is also said which files were left out.
    const namesOf = ({ names }: BookSnapshot) => names.filter(({ name }) => name !== 'sv_remarks');
    expect(namesOf(one)).toEqual(namesOf(other));
    // Nor is the second simulated in the same minute.
    const timeless = (value: unknown): unknown =>
      typeof value === 'string' ? value.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/u, 'then') : value;
    const results = ({ sheets: all }: BookSnapshot): unknown =>
      all
        .find(({ name }) => name === 'Effekt')
        ?.cells.map(({ row, column, value }) => [row, column, timeless(value)]);
    expect(results(one)).toEqual(results(other));
  });
});

async function silently<T>(work: () => Promise<T>): Promise<T> {
  const spy = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    return await work();
  } finally {
    spy.mockRestore();
  }
}
