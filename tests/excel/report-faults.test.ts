import { writeReport } from '../../src/excel';
import { excelCodes, type ExcelProblem } from '../../src/excel/problem';
import { planReport, type WorkbookPlan } from '../../src/report';
import { runToEnd } from '../../src/stats';
import { checkStudy, defaultOptions, exampleStudy, simulateFigures } from '../../src/study';
import { problemText } from '../../src/taskpane/problem-text';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { smallStudy } from '../support/studies';
import { bookOf, openWorkbook } from '../support/open-workbook';
import { visible } from '../support/visible-book';

/**
 * The whole report on the example, with every sheet, table, name, chart and simulated figure: the host fails at each
 * round trip in turn, with every code of Excel's. What else may go wrong is tried on a small report, which can be
 * written hundreds of times (rewrite-report.test.ts).
 */
const study = exampleStudy(defaultOptions);
const figures = runToEnd(simulateFigures(study));
const simulation = figures && { figures, at: '2026-11-23 14:05' };
const plan: WorkbookPlan = planReport(study, checkStudy(study), {
  ...{ suffix: '', date: '2026-11-23', version: '0.1.0', simulation },
});
const codes = [...Object.keys(excelCodes), 'SomethingNew'];

/** A real report that is as small as they come: one area over three years, no costs, no simulated figures. */
const smallPlan: WorkbookPlan = planReport(
  smallStudy(
    [
      {
        ...{ area: 'Nord', firstFullYear: 2012, firstYear: 2010 },
        ...{ intervention: [8, 7, 5], control: [30, 29, 28] },
      },
    ],
    { from: -1, to: 1 },
    [],
  ),
  [],
  { suffix: 'lille', date: '2026-11-23', version: '0.1.0' },
);

let workbench: HeadlessWorkbench;
beforeAll(async () => {
  const book = bookOf({ Mine: [['Do not touch', 1], [2, '=A2'], ['=B1*2']] });
  workbench = await openWorkbook({ language: 'da-DK', book });
});
afterAll(() => workbench.close());

async function snapshot() {
  await workbench.host.settle();
  return visible(workbench.engine.snapshot());
}

async function fails(
  write: () => Promise<unknown>,
  trip: number,
  code: string,
  actions?: number,
): Promise<void> {
  workbench.host.failRoundTrip(trip, code, actions);
  const error = await write().then(
    () => null,
    (problem: unknown) => problem as ExcelProblem,
  );
  const what = `trip ${trip}, ${code}, ${actions ?? 0} actions`;
  expect([what, error?.code, error?.isUndone]).toEqual([what, excelCodes[code] ?? 'refused', true]);
  const text = problemText(error!, 'da');
  expect([what, text]).toEqual([what, expect.stringContaining('Projektmappen er, som den var.')]);
}

test('a first report that fails late, or in the middle of a request, leaves the workbook as it was', async () => {
  const write = () => writeReport(plan);
  const before = await snapshot();
  for (const [trip, code] of [
    [3, 'AccessDenied'],
    [3, 'ConnectionFailure'],
    [4, 'GeneralException'],
    [4, 'SomethingNew'],
  ] as const) {
    await fails(write, trip, code);
    expect(await snapshot()).toEqual(before);
  }
  // In the middle of a request: after the sheets, among the contents, the looks, the names, the charts.
  for (const [trip, actions] of [
    [2, 3],
    [2, 40],
    [2, 400],
    [3, 400],
    [4, 40],
  ] as const) {
    await fails(write, trip, 'GeneralException', actions);
    expect(await snapshot()).toEqual(before);
  }
}, 240_000);

test('an update that fails at any round trip leaves the report, what was typed and the user’s cells as they were', async () => {
  await writeReport(plan);
  const effect = workbench.engine.sheets.list().find(({ name }) => name === 'Effekt')!;
  workbench.engine.cells.write(effect.id, { row: 6, column: 2, rows: 1, columns: 1 }, [[0.9]]);
  const write = () => writeReport(plan, { isUpdate: true });
  const before = await snapshot();
  // Up to the second nothing of the new report is there yet; to go further costs a whole report each time.
  for (const trip of [1, 2]) {
    for (const code of codes) await fails(write, trip, code);
    expect(await snapshot()).toEqual(before);
  }
  for (const [trip, code] of [
    [3, 'GeneralException'],
    [4, 'ConnectionFailure'],
    [5, 'AccessDenied'],
    [6, 'ItemNotFound'],
    [7, 'SomethingNew'],
    [8, 'ConnectionFailure'],
    [9, 'GeneralException'],
  ] as const) {
    await fails(write, trip, code);
    expect(await snapshot()).toEqual(before);
  }
}, 240_000);

describe('in a workbook that calculates when it is told', () => {
  // Computing is most of what a write costs, and no part of taking it back.
  beforeEach(async () => {
    await workbench.close();
    const book = bookOf({ Mine: [['Do not touch', 1], [2, '=A2'], ['=B1*2']] });
    workbench = await openWorkbook({ language: 'da-DK', book });
    await Excel.run(async (context) => {
      context.application.calculationMode = 'Manual';
      await context.sync();
    });
  });

  /** Fails at each round trip in turn with every code, until nothing fails any more; says how many there were. */
  async function failsEverywhere(write: () => Promise<unknown>): Promise<number> {
    const before = await snapshot();
    for (let trip = 1; ; trip += 1) {
      workbench.host.failRoundTrip(trip, 'GeneralException');
      const isWritten = await write().then(
        () => true,
        () => false,
      );
      // What comes last only makes a whole report the better, and fails without harm.
      if (isWritten) return trip - 1;
      for (const code of codes) await fails(write, trip, code);
      expect({ trip, ...(await snapshot()) }).toEqual({ trip, ...before });
    }
  }

  test('the example’s first report is taken back whatever fails at any round trip, with any code', async () => {
    expect(await failsEverywhere(() => writeReport(plan))).toBeGreaterThanOrEqual(4);
  }, 240_000);

  test('an update of a small report is taken back whatever fails at any round trip, with any code', async () => {
    await writeReport(smallPlan);
    const write = () => writeReport(smallPlan, { isUpdate: true });
    expect(await failsEverywhere(write)).toBeGreaterThanOrEqual(6);
  }, 400_000);
});
