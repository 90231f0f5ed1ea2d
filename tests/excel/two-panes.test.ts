import { writeReport } from '../../src/excel';
import { planReport } from '../../src/report';
import { checkStudy } from '../../src/study';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { bookOf, openWorkbook } from '../support/open-workbook';
import { inspectReport } from '../support/inspect-report';
import { studyWithLongSources } from '../support/studies';

/** Two panes on one workbook write at the same time, in whatever order their requests arrive: two for each report. */
const study = studyWithLongSources(45);
const plan = planReport(study, checkStudy(study), { suffix: '', date: '2026-11-25', version: '0.1.0' });

let workbench: HeadlessWorkbench;
afterEach(() => workbench.close());

const visible = () => {
  const { sheets, names } = workbench.engine.snapshot();
  return { sheets, names };
};

test.each([
  [false, 2],
  [true, 3],
] as const)(
  'an update (%s): the other begins at request %d; what is said is true, and nothing of the user’s is touched',
  async (isUpdate, at) => {
    workbench = await openWorkbook({
      language: 'da-DK',
      book: bookOf({ Mine: [['Do not touch', 1, '=B1+1']] }),
    });
    if (isUpdate) await writeReport(plan);
    const before = visible();
    let requests = 0;
    const others: Promise<unknown>[] = [];
    const onProgress = (): void => {
      requests += 1;
      if (requests === at) others.push(writeReport(plan, { isUpdate }).catch((error: unknown) => error));
    };
    const one = await writeReport(plan, { isUpdate, onProgress }).catch((error: unknown) => error);
    const ends = [one, ...(await Promise.all(others))];
    expect(ends).toHaveLength(2);
    const problems = ends.filter((end) => end instanceof Error);
    for (const problem of problems) expect(problem).toMatchObject({ name: 'ExcelProblem', isUndone: true });
    const { sheets, names } = visible();
    expect(sheets[0]).toEqual(before.sheets[0]);
    expect(names.filter(({ name, reference }) => /writing/.test(name) || reference.includes('#'))).toEqual(
      [],
    );
    // Whole, where one said that it is written or where it was there before; else nothing.
    const isWhole = isUpdate || problems.length < 2;
    expect(sheets.slice(1).map(({ name }) => name)).toEqual(
      isWhole ? plan.sheets.map(({ name }) => name) : [],
    );
    expect(names.length).toBe(isWhole ? plan.names.length : 0);
    if (isWhole)
      for (const [index, sheet] of sheets.slice(1).entries())
        expect([sheet.name, sheet.charts.length]).toEqual([sheet.name, plan.sheets[index]!.charts.length]);
    // The next run works.
    await writeReport(plan, { isUpdate: isWhole });
    expect(visible().sheets.length).toBe(1 + plan.sheets.length);
  },
);

/** Both have looked at the workbook; the other is done before this one's first request. */
test.each([false, true])(
  'an update (%s) that the other pane has done meanwhile is not undone',
  async (isUpdate) => {
    workbench = await openWorkbook({
      language: 'da-DK',
      book: bookOf({ Mine: [['Do not touch', 1, '=B1+1']] }),
    });
    if (isUpdate) await writeReport(plan);
    const before = visible();
    const { run } = Excel;
    let runs = 0;
    const others: Promise<unknown>[] = [];
    type Work = (context: Excel.RequestContext) => Promise<unknown>;
    Excel.run = (async (work: Work) => {
      runs += 1;
      if (runs === 2) {
        others.push(writeReport(plan, { isUpdate }));
        await others[0];
      }
      return run(work);
    }) as unknown as typeof run;
    const one = await writeReport(plan, { isUpdate })
      .catch((error: unknown) => error)
      .finally(() => {
        Excel.run = run;
      });
    expect(others).toHaveLength(1);
    if (!isUpdate) expect(one).toMatchObject({ name: 'ExcelProblem', isUndone: true });
    const { sheets, names } = visible();
    expect(sheets.map(({ name }) => name)).toEqual(['Mine', ...plan.sheets.map(({ name }) => name)]);
    expect(sheets[0]).toEqual(before.sheets[0]);
    expect(names.map(({ name }) => name).sort()).toEqual(plan.names.map(({ name }) => name).sort());
    expect(names.filter(({ reference }) => reference.includes('#'))).toEqual([]);
    for (const [index, sheet] of sheets.slice(1).entries())
      expect([sheet.name, sheet.charts.length]).toEqual([sheet.name, plan.sheets[index]!.charts.length]);
    // One record, which tells what was written.
    expect((await inspectReport('')).cells).toEqual([]);
  },
);
