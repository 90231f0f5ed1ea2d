import { freeSuffix, reportsThere, readWorkbook, writeReport } from '../../src/excel';
import { preparePlan } from '../../src/excel/prepare-plan';
import { excelCodes, type ExcelProblem } from '../../src/excel/problem';
import { planReport, type WorkbookPlan } from '../../src/report';
import { checkStudy, defaultOptions, exampleStudy, type Study } from '../../src/study';
import { problemText } from '../../src/taskpane/problem-text';
import { isUntouched } from '../../src/taskpane/write-study';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { bookOf, openWorkbook } from '../support/open-workbook';
import { inspectReport } from '../support/inspect-report';
import { smallPlan } from '../support/small-plan';
import { plainly, visible } from '../support/visible-book';

const planOf = (study: Study, suffix = ''): WorkbookPlan =>
  planReport(study, checkStudy(study), { suffix, date: '2026-11-23', version: '0.1.0' });
const example = exampleStudy(defaultOptions);

let workbench: HeadlessWorkbench;
beforeEach(async () => {
  workbench = await openWorkbook({
    language: 'da-DK',
    book: bookOf({
      Mine: [
        ['Do not touch', 1],
        [2, '=A2'],
        [null, 3],
      ],
    }),
  });
});
afterEach(() => workbench.close());

async function snapshot() {
  await workbench.host.settle();
  return visible(workbench.engine.snapshot());
}

const idOf = (name: string) => workbench.engine.sheets.list().find((sheet) => sheet.name === name)!.id;
const put = (sheet: string, row: number, column: number, content: string | number | null): void =>
  workbench.engine.cells.write(idOf(sheet), { row, column, rows: 1, columns: 1 }, [[content]]);
const cell = (sheet: string, row: number, column: number) => {
  const rect = { row, column, rows: 1, columns: 1 };
  const formula = workbench.engine.cells.formulas(idOf(sheet), rect)[0]![0];
  return formula ?? workbench.engine.cells.values(idOf(sheet), rect)[0]![0];
};

/** A sheet, names and formulas of the user's that hang on the report. */
function usersWork(): void {
  put('Mine', 4, 0, '=Effekt!$A$1*2');
  put('Mine', 5, 0, '=sv_total+SUM(SVSmall[Antal])');
  put('Mine', 6, 0, '="Effekt!A1 er tekst"');
  workbench.engine.names.put({ name: 'mit_tal', reference: 'Data!$B$2' });
}

test('what was typed into the example’s report is found, kept, and everything else is written anew', async () => {
  await writeReport(planOf(example));
  expect(await inspectReport('')).toEqual({
    typed: [],
    cells: [],
    moreCells: 0,
    charts: [],
    usersCharts: [],
    lostInputs: 0,
  });
  const before = planOf(example);
  const places = before.sheets.flatMap((sheet) => sheet.inputs.map((input) => ({ sheet, ...input })));
  const place = (key: string) => places.find(({ what }) => what === key)!;
  const trend = place('trend');
  const saving = place('municipalSaving');
  put('Effekt', trend.row, trend.column, 'lineær');
  put('Besparelse', saving.row, saving.column, 25000);
  put('Metode', 3, 9, 'min note');
  put('Besparelse', 0, 0, 'Min titel');
  const inspection = await inspectReport('');
  expect(inspection.typed).toMatchObject([
    { key: '["trend"]', sheet: 'Effekt', before: 'procentvis', now: 'lineær' },
    { key: '["municipalSaving"]', sheet: 'Besparelse', before: null, now: 25000 },
  ]);
  expect(inspection.cells).toEqual([
    { sheet: 'Besparelse', row: 0, column: 0 },
    { sheet: 'Metode', row: 3, column: 9 },
  ]);
  const wider = { ...example, options: { ...example.options, from: -1 }, published: [] };
  const typed = new Map(inspection.typed.map(({ key, now }) => [key, now]));
  const { sheets } = await writeReport(preparePlan(planOf(wider), typed), { isUpdate: true });
  expect(workbench.engine.sheets.list().map(({ name }) => name)).toEqual(['Mine', ...sheets]);
  const updated = await snapshot();
  // The same as if it had been written into a workbook without a report.
  await workbench.close();
  workbench = await openWorkbook({ language: 'da-DK', book: bookOf({ Mine: [] }) });
  await writeReport(preparePlan(planOf(wider), typed));
  const fresh = await snapshot();
  expect(updated.sheets.slice(1)).toEqual(fresh.sheets.slice(1));
  expect(updated.names).toEqual(fresh.names);
});

test('a report is updated in the saved file, when its sheets were renamed and moved and its tables sorted', async () => {
  await writeReport(smallPlan('', 5, 3));
  put('Data', 2, 1, 77);
  workbench.engine.sheets.rename(idOf('Effekt'), 'Vores effekt');
  workbench.engine.sheets.move(idOf('Vores effekt'), 0);
  const rect = { row: 1, column: 0, rows: 3, columns: 2 };
  const rows = workbench.engine.cells.values(idOf('Data'), rect);
  workbench.engine.cells.write(idOf('Data'), rect, [...rows].reverse() as never);
  const bytes = await writeXlsx(workbench.engine.snapshot());
  await workbench.close();
  workbench = await openWorkbook({ language: 'da-DK', book: await readXlsx(bytes) });
  const { typed, lostInputs } = await inspectReport('');
  expect([typed.map(({ key, now }) => [key, now]), lostInputs]).toEqual([
    [['["evictions","Nord 1"]', 77]],
    0,
  ]);
  const values = new Map(typed.map(({ key, now }) => [key, now]));
  const { sheets } = await writeReport(preparePlan(smallPlan('', 5, 3), values), { isUpdate: true });
  expect(sheets).toEqual(['Data', 'Vores effekt']);
  expect(workbench.engine.sheets.list().map(({ name }) => name)).toEqual(['Vores effekt', 'Mine', 'Data']);
  expect(cell('Data', 2, 1)).toBe(77);
  // It stays something that was typed: the next time it is shown and kept, too.
  expect((await inspectReport('')).typed).toMatchObject([
    { key: '["evictions","Nord 1"]', before: 6, now: 77 },
  ]);
  expect((await readWorkbook()).map(({ source }) => source)).toEqual(['Mine']);
});

test('formulas and names of the user’s that speak of the report go on doing so, and several reports stay apart', async () => {
  await writeReport(smallPlan('', 5));
  await writeReport(smallPlan('B', 50));
  usersWork();
  const other = (await snapshot()).sheets.filter(({ name }) => name.endsWith(' B'));
  await writeReport(smallPlan('', 7, 4), { isUpdate: true });
  await workbench.host.settle();
  expect([4, 5, 6].map((row) => cell('Mine', row, 0))).toEqual([
    '=Effekt!$A$1*2',
    '=sv_total+SUM(SVSmall[Antal])',
    '="Effekt!A1 er tekst"',
  ]);
  const values = workbench.engine.cells.values(idOf('Mine'), { row: 4, column: 0, rows: 2, columns: 1 });
  expect(values).toEqual([[68], [68]]);
  const { names, sheets } = await snapshot();
  expect(names.find(({ name }) => name === 'mit_tal')!.reference).toBe('Data!$B$2');
  expect(names.filter(({ reference }) => reference.includes('#REF!'))).toEqual([]);
  expect(sheets.filter(({ name }) => name.endsWith(' B'))).toEqual(other);
  expect((await reportsThere()).map(({ suffix }) => suffix)).toEqual(['', 'B']);
  // Names that only the earlier report needed are gone with it.
  await writeReport(smallPlan('', 7, 2), { isUpdate: true });
  expect((await snapshot()).names.some(({ name }) => name === 'sv_more')).toBe(false);
});

test('sheets of the user’s own with diagrams are told, those of other reports and of a write that was cut off are not', async () => {
  await writeReport(smallPlan('', 5));
  await writeReport(smallPlan('B', 50));
  expect((await inspectReport('')).usersCharts).toEqual([]);
  await Excel.run(async ({ workbook }) => {
    const { charts } = workbook.worksheets.getItem('Mine');
    charts.add('Line', workbook.worksheets.getItem('Data').getRange('B2:B3'), 'Columns');
    // What a write that was cut off leaves behind is the add-in's own.
    const leftOver = workbook.worksheets.add('sv1_new_effect');
    leftOver.charts.add('Line', leftOver.getRange('A1:A2'), 'Columns');
    workbook.names.add('sv_writing_1', leftOver.getRange('A1'));
    await workbook.context.sync();
  });
  const { usersCharts, charts } = await inspectReport('');
  expect([usersCharts, charts]).toEqual([['Mine'], []]);
});

test('sheets that the user has deleted come back, and a report that is gone says so', async () => {
  await writeReport(smallPlan('', 5));
  workbench.engine.sheets.remove(idOf('Data'));
  expect((await inspectReport('')).lostInputs).toBe(2);
  await writeReport(smallPlan('', 6), { isUpdate: true });
  await workbench.host.settle();
  expect(plainly(cell('Effekt', 0, 0))).toBe('=SUM(Data!$B$2:$B$3)');
  for (const name of ['Data', 'Effekt']) workbench.engine.sheets.remove(idOf(name));
  for (const look of [inspectReport(''), writeReport(smallPlan('', 6), { isUpdate: true })])
    await expect(look).rejects.toMatchObject({ code: 'report-gone' });
  // What is left of it are names that lead nowhere: none to be asked about, and none in the way of a new one.
  expect([await reportsThere(), await freeSuffix('da')]).toEqual([[], '']);
  const before = await snapshot();
  workbench.host.failRoundTrip(3, 'GeneralException');
  await expect(writeReport(smallPlan('', 6))).rejects.toMatchObject({ isUndone: true });
  expect(await snapshot()).toEqual(before);
  put('Mine', 4, 0, '=sv_total');
  await writeReport(smallPlan('', 6));
  await workbench.host.settle();
  expect(workbench.engine.sheets.list().map(({ name }) => name)).toEqual(['Mine', 'Data', 'Effekt']);
  const { names } = await snapshot();
  expect(names.filter(({ reference }) => reference.includes('#REF!'))).toEqual([]);
  const rect = { row: 4, column: 0, rows: 1, columns: 1 };
  expect(workbench.engine.cells.values(idOf('Mine'), rect)).toEqual([[13]]);
});

test('a first report that is cut off when its names are there is no report, and is gone after the next run', async () => {
  const before = (await snapshot()).sheets;
  for (const trip of [3, 4, 5, 6, 7]) workbench.host.failRoundTrip(trip, 'ConnectionFailure');
  await expect(writeReport(smallPlan('', 8))).rejects.toMatchObject({ isUndone: false });
  while (workbench.host.counters.roundTrips < 7) await reportsThere().catch(() => undefined);
  expect((await snapshot()).names.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['sv_sheet_data', 'sv_writing_0']),
  );
  // The user tidies up half of it.
  workbench.engine.sheets.remove(idOf('Data'));
  expect(await reportsThere()).toEqual([]);
  const { sheets } = await writeReport(smallPlan('', 5));
  const after = await snapshot();
  expect(after.sheets.map(({ name }) => name)).toEqual(['Mine', ...sheets]);
  expect(after.sheets[0]).toEqual(before[0]);
  expect(after.names.map(({ name }) => name)).toEqual(['sv_sheet_data', 'sv_sheet_effect', 'sv_total']);
});

/** What can be written, each with what the workbook holds before. */
const writes: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>, trips: number])[] =
  [
    ['a first report', () => Promise.resolve(), () => writeReport(smallPlan('', 5)), 3],
    [
      'an update',
      () => writeReport(smallPlan('', 5)).then(usersWork),
      () => writeReport(smallPlan('', 8, 4), { isUpdate: true }),
      7,
    ],
    [
      'a report beside another',
      () => writeReport(smallPlan('', 5)).then(usersWork),
      () => writeReport(smallPlan('B', 8, 4)),
      3,
    ],
  ];

describe.each(writes)('%s', (_, prepare, write, trips) => {
  /** The workbook is as it was; the next try, without the fault, ends with the whole report. */
  const failsWithoutTrace = async (what: string, code: string, before: unknown): Promise<void> => {
    const error = await write().then(
      () => null,
      (problem: unknown) => problem as ExcelProblem,
    );
    const after = await snapshot();
    expect([what, error?.code, error?.isUndone]).toEqual([what, excelCodes[code] ?? 'refused', true]);
    expect(problemText(error!, 'da')).toContain('Projektmappen er, som den var.');
    expect({ what, ...after }).toEqual({ what, ...(before as object) });
  };

  test('that fails at any round trip, with any of Excel’s codes, leaves the workbook as it was', async () => {
    await prepare();
    const before = await snapshot();
    for (let trip = 1; trip <= trips; trip += 1) {
      for (const code of [...Object.keys(excelCodes), 'SomethingNew']) {
        workbench.host.failRoundTrip(trip, code);
        await failsWithoutTrace(`trip ${trip}, ${code}`, code, before);
      }
    }
    const { sheets } = (await write()) as { sheets: readonly string[] };
    expect(workbench.engine.sheets.list().map(({ name }) => name)).toEqual(
      expect.arrayContaining([...sheets]),
    );
  });

  test('that fails in the middle of a request leaves the workbook as it was', async () => {
    await prepare();
    const before = await snapshot();
    const last = trips === 7 ? 6 : trips;
    for (let trip = 2; trip <= last; trip += 1) {
      for (const actions of [1, 5, 12, 25, 60, 110, 170]) {
        workbench.host.failRoundTrip(trip, 'GeneralException', actions);
        await failsWithoutTrace(`trip ${trip}, ${actions} actions`, 'GeneralException', before);
      }
    }
    await write();
  });

  test('that fails only at its print set-up or at what is kept for later is written all the same', async () => {
    await prepare();
    for (let trip = trips + 1; trip <= trips + 3; trip += 1) {
      if (trip > trips + 1) break;
      workbench.host.failRoundTrip(trip, 'GeneralException');
      await write();
    }
    expect((await reportsThere()).length).toBeGreaterThan(0);
  });
});

test('when only the answer is lost, the workbook is as it was, or the update is done', async () => {
  await writeReport(smallPlan('', 5));
  usersWork();
  const before = await snapshot();
  for (const trip of [2, 6]) {
    workbench.host.failRoundTrip(trip, 'ConnectionFailure', Infinity);
    await expect(writeReport(smallPlan('', 8), { isUpdate: true })).rejects.toMatchObject({
      code: 'connection',
      isUndone: true,
    });
    expect(await snapshot()).toEqual(before);
  }
  // Once a part of the earlier report is gone, the new one stays, and is whole.
  const ends = new Set<string>();
  for (const actions of [1, 2, 4, 6, 8, 12, Infinity]) {
    const start = await snapshot();
    workbench.host.failRoundTrip(7, 'ConnectionFailure', actions);
    const end = await writeReport(smallPlan('', 9), { isUpdate: true }).then(
      () => 'written',
      (error: unknown) => ((error as ExcelProblem).isUndone ? 'undone' : 'left over'),
    );
    ends.add(end);
    const { sheets, names } = await snapshot();
    expect(sheets.map(({ name }) => name)).toEqual(['Mine', 'Data', 'Effekt']);
    expect(names.filter(({ name, reference }) => /writing/.test(name) || reference.includes('#'))).toEqual(
      [],
    );
    if (end === 'undone') expect(await snapshot()).toEqual(start);
    else expect(cell('Data', 1, 1)).toBe(9);
  }
  expect([...ends].sort()).toEqual(['undone', 'written']);
});

test('what a connection that stays away leaves behind is said, is no source, and is gone after the next run', async () => {
  await writeReport(smallPlan('', 5));
  usersWork();
  const { sheets, names } = await snapshot();
  for (const trips of [
    [2, 3, 4],
    [3, 4, 5],
  ]) {
    workbench.host.failRoundTrip(trips[0]!, 'ConnectionFailure', Infinity);
    for (const trip of trips.slice(1)) workbench.host.failRoundTrip(trip, 'ConnectionFailure');
    await expect(writeReport(smallPlan('', 8), { isUpdate: true })).rejects.toMatchObject({
      isUndone: false,
    });
    expect((await readWorkbook()).map(({ source }) => source)).toEqual(['Mine']);
    await writeReport(smallPlan('', 5), { isUpdate: true });
    const after = await snapshot();
    expect(after.sheets).toEqual(sheets);
    expect(after.names).toEqual(names);
  }
});

test('cancelling at any time leaves the workbook as it was', async () => {
  await writeReport(smallPlan('', 5));
  usersWork();
  const before = await snapshot();
  for (const at of [0, 1, 2]) {
    const abort = new AbortController();
    let calls = 0;
    const onProgress = (): void => {
      if (calls === at) abort.abort();
      calls += 1;
    };
    const write = writeReport(smallPlan('', 8), { isUpdate: true, onProgress, signal: abort.signal });
    if (at < 2) {
      await expect(write).rejects.toMatchObject({ code: 'cancelled', isUndone: true });
      expect(await snapshot()).toEqual(before);
    } else await write;
  }
});

test.each(['report', 'marks'])(
  'a report whose %s a newer version of the add-in wrote is asked about, and can be written anew',
  async (what) => {
    await writeReport(smallPlan('', 7, 3));
    const { customXml } = workbench.engine;
    const [id, xml] = [...customXml].find(([, each]) => each.includes(`:${what}:`))!;
    customXml.set(id, xml.replace('version="1"', 'version="2"'));
    const before = await snapshot();
    const found = await inspectReport('');
    // Nothing is known of what was typed elsewhere: that is said before anything is replaced.
    expect(found.cells).toBeNull();
    expect(isUntouched({ ...found, suffix: '', notKept: [] })).toBe(false);
    expect(await snapshot()).toEqual(before);
    expect(customXml.get(id)).toContain('version="2"');
    await writeReport(smallPlan('', 7, 3), { isUpdate: true });
    expect((await inspectReport('')).cells).toEqual([]);
    expect([...customXml.values()].filter((each) => each.includes(`:${what}:`))).toEqual([xml]);
  },
);
