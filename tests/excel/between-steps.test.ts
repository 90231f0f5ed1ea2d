import { ExcelProblem, writeReport } from '../../src/excel';
import { planReport } from '../../src/report';
import { checkStudy } from '../../src/study';
import type { BookSnapshot } from '../../src/workbench/book';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { bookOf, openWorkbook } from '../support/open-workbook';
import { smallStudy } from '../support/studies';

/** What happens to the workbook while a report of several requests is being written. */
const small = smallStudy([
  {
    area: 'Nord',
    firstFullYear: 2012,
    firstYear: 2009,
    intervention: [9, 8, 7, 5, 4],
    control: [30, 31, 29, 28, 27],
  },
]);
// Long sources of costs fill the requests; formulas would take their time.
const costs = Array.from({ length: 150 }, (_, index) => ({
  ...small.tables.costs[0]!,
  source: `${index} ${'"Æøå'.repeat(2500)}`,
}));
const study = { ...small, tables: { ...small.tables, costs } };
const plan = planReport(study, checkStudy(study), { suffix: '', date: '2026-11-25', version: '0.1.0' });
const mine = { Mine: [['Do not touch', 1, '=B1+1']] };

let workbench: HeadlessWorkbench;
const open = async (book: BookSnapshot = bookOf(mine)): Promise<void> => {
  workbench = await openWorkbook({ language: 'da-DK', book });
};
afterEach(() => workbench.close());

const visible = () => {
  const { sheets, names, customXml } = workbench.engine.snapshot();
  return { sheets, names, customXml: [...customXml] };
};
const sheetNamed = (wanted: string): string =>
  workbench.engine.sheets.list().find(({ name }) => name === wanted)!.id;

/** Writes, and does something to the workbook when the first part is written. */
async function writeWhile(act: () => void): Promise<unknown> {
  let isDone = false;
  const onProgress = (share: number): void => {
    if (share === 0 || isDone) return;
    isDone = true;
    act();
  };
  return writeReport(plan, { onProgress }).catch((error: unknown) => error);
}

test.each([
  ['deletes one of the new sheets', () => workbench.engine.sheets.remove(sheetNamed('Effekt'))],
  ['renames one of the new sheets', () => workbench.engine.sheets.rename(sheetNamed('Effekt'), 'Vores')],
])('a user who %s gets the workbook as it was, and the next run works', async (_, act) => {
  await open();
  const before = visible();
  const problem = await writeWhile(act);
  expect(problem).toBeInstanceOf(ExcelProblem);
  expect((problem as ExcelProblem).isUndone).toBe(true);
  expect(visible()).toEqual(before);
  await writeReport(plan);
  expect(workbench.engine.sheets.list().map(({ name }) => name)).toEqual([
    'Mine',
    ...plan.sheets.map(({ name }) => name),
  ]);
});

test('a host that is gone in the middle is said; restarted with what it saved, the next run clears it away', async () => {
  await open();
  const [own] = visible().sheets;
  const problem = await writeWhile(() => {
    for (let request = 1; request <= 10; request += 1)
      workbench.host.failRoundTrip(request, 'GeneralException');
  });
  expect(problem).toMatchObject({ isUndone: false });
  const saved = await writeXlsx(workbench.engine.snapshot());
  await workbench.close();

  await open(await readXlsx(saved));
  expect(workbench.engine.sheets.list().length).toBeGreaterThan(1);
  await writeReport(plan);
  expect(workbench.engine.sheets.list().map(({ name }) => name)).toEqual([
    'Mine',
    ...plan.sheets.map(({ name }) => name),
  ]);
  expect(workbench.engine.names.list().filter(({ name }) => name.startsWith('sv_writing'))).toEqual([]);
  expect(visible().sheets[0]!.cells).toEqual(own!.cells);
});
