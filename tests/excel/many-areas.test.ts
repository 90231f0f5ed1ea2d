import { filesOf, largeStudy } from '../../scripts/bench/large-study';
import { ExcelProblem, writeReport } from '../../src/excel';
import { planReport } from '../../src/report';
import { assembleFiles, evaluateStudy, type Study } from '../../src/study';
import type { BookSnapshot, Scalar } from '../../src/workbench/book';
import { parseReference } from '../../src/workbench/files/ranges';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { recalculate } from '../support/libreoffice';
import { namedResults } from '../support/named-results';
import { bookOf, openWorkbook } from '../support/open-workbook';

/** More areas than are listed one by one: their formulas are others, and they take several requests. */
const areas = 240;

jest.setTimeout(180_000);

const { study, findings } = assembleFiles(filesOf(largeStudy(areas)));
const plan = planReport(study, findings, { suffix: '', date: '2026-11-23', version: '0.1.0' });

let workbench: HeadlessWorkbench;
beforeAll(async () => {
  const book = bookOf({ Mine: [['Do not touch', 1, '=B1+1']] });
  workbench = await openWorkbook({ language: 'da-DK', book });
});
afterAll(() => workbench.close());

const visible = ({ sheets, names, settings, customXml }: BookSnapshot) => ({
  ...{ sheets, names },
  settings: [...settings],
  customXml: [...customXml],
});
const now = () => visible(workbench.engine.snapshot());

test('cancelled or cut off in the middle, it leaves the workbook as it was', async () => {
  const before = now();
  const stop = new AbortController();
  const shares: number[] = [];
  const cancelled = writeReport(plan, {
    signal: stop.signal,
    onProgress(share) {
      shares.push(share);
      if (share > 0) stop.abort();
    },
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled', isUndone: true });
  // Cancelling had something to take away.
  expect([shares.length, shares.at(-1)! > 0 && shares.at(-1)! < 1]).toEqual([2, true]);
  expect(now()).toEqual(before);

  // The survey is the first, the sheets' first part the second; of the third only the beginning arrives.
  workbench.host.failRoundTrip(3, 'GeneralException', 10);
  const cut = await writeReport(plan).catch((error: unknown) => error);
  expect(cut).toBeInstanceOf(ExcelProblem);
  expect((cut as ExcelProblem).isUndone).toBe(true);
  expect(now()).toEqual(before);
});

test('the next run writes it, in requests that Excel on the web takes', async () => {
  const { requestBytes } = workbench.host.counters;
  const first = requestBytes.length;
  await writeReport(plan);
  const sent = requestBytes.slice(first);
  expect(sent.filter((bytes) => bytes > 200_000).length).toBeGreaterThan(1);
  expect(Math.max(...sent)).toBeLessThan(4_000_000);
  expect(now().sheets[0]).toMatchObject({ name: 'Mine', cells: [{ value: 'Do not touch' }, {}, {}] });
});

/** Where the core's figures and LibreOffice's cells differ. */
async function differences(of: Study): Promise<string[]> {
  const book = workbench.engine.snapshot();
  const grids = await recalculate(await writeXlsx(book));
  return [...namedResults(evaluateStudy(of))].flatMap(([name, expected]) => {
    const place = parseReference(book.names.find((each) => each.name === name)!.reference)!;
    const text = grids.get(place.sheet)?.[place.rect.row]?.[place.rect.column] ?? '';
    if (expected === null) return Number.isNaN(Number(text)) ? [] : [`${name}: ${text}`];
    const isSame = text !== '' && Math.abs(Number(text) - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    return isSame ? [] : [`${name}: ${text}, not ${expected}`];
  });
}

/** Types into a column of a table, `row` counted from its first. */
async function type(
  tableName: string,
  column: number,
  rows: readonly number[],
  value: Scalar,
): Promise<void> {
  const { engine, host } = workbench;
  const { sheet, range } = engine.tables.list().find(({ name }) => name === tableName)!;
  for (const row of rows) {
    const cell = { row: range.row + 1 + row, column: range.column + column, rows: 1, columns: 1 };
    engine.cells.write(sheet, cell, [[value]]);
  }
  await host.settle();
}

const sharedBy = (organisation: string): number[] => {
  const place = workbench.engine.tables.list().find(({ name }) => name === 'SVCounts')!;
  const rows = workbench.engine.cells.values(place.sheet, place.range);
  return rows.flatMap((row, index) => (row.includes(organisation) ? [index - 1] : []));
};

test('its formulas give the core’s figures in LibreOffice, and follow what is typed', async () => {
  expect(await differences(study)).toEqual([]);
  const left = [3, 150, 239];
  await type('SVProgrammes', 5, left, 'Nej');
  const rows = sharedBy('Bo 7').filter((_, index) => index % 10 === 2);
  await type('SVCounts', 3, rows, 1);
  const { tables, options } = study;
  const year = 2008;
  const typed: Study = {
    ...study,
    options: { ...options, exclude: left.map((index) => tables.programmes[index]!.area) },
    tables: {
      ...tables,
      counts: tables.counts.map((count) =>
        count.organisation === 'Bo 7' && count.year === year ? { ...count, evictions: 1 } : count,
      ),
    },
  };
  expect(await differences(typed)).toEqual([]);
});

test('a table that has been sorted leaves no interval and no effect of the wrong rows standing', async () => {
  const nameOf = (name: string): unknown => {
    const book = workbench.engine.snapshot();
    const { sheet, rect } = parseReference(book.names.find((each) => each.name === name)!.reference)!;
    const { id } = workbench.engine.sheets.list().find((each) => each.name === sheet)!;
    return workbench.engine.cells.values(id, rect)[0]![0];
  };
  expect([typeof nameOf('sv_effect_1'), typeof nameOf('sv_effect_low_1')]).toEqual(['number', 'number']);
  const organisationColumn = 6;
  const [row] = sharedBy('Bo 30');
  await type('SVCounts', organisationColumn, [row!], 'Bo 31');
  expect([typeof nameOf('sv_effect_1'), nameOf('sv_effect_low_1')]).toEqual(['number', '–']);
  await type('SVCounts', organisationColumn, [row!], 'Bo 30');
  expect(typeof nameOf('sv_effect_low_1')).toBe('number');
  // Two programmes have changed places.
  await type('SVProgrammes', 0, [0], study.tables.programmes[1]!.area);
  expect([nameOf('sv_effect_1'), nameOf('sv_effect_low_1')]).toEqual(['–', '–']);
});
