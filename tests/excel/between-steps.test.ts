import { ExcelProblem, writeReport } from '../../src/excel';
import type { WriteOptions } from '../../src/excel/write-report';
import { planReport, quotedSheet } from '../../src/report';
import { checkStudy } from '../../src/study';
import type { BookSnapshot } from '../../src/workbench/book';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { bookOf, openWorkbook } from '../support/open-workbook';
import { studyWithLongSources } from '../support/studies';

/** What happens to the workbook while a report of several requests is being written. */
const study = studyWithLongSources(150);
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
async function writeWhile(
  act: () => void,
  options: Pick<WriteOptions, 'isUpdate' | 'signal'> = {},
): Promise<unknown> {
  let isDone = false;
  const onProgress = (share: number): void => {
    if (share === 0 || isDone) return;
    isDone = true;
    act();
  };
  return writeReport(plan, { ...options, onProgress }).catch((error: unknown) => error);
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

describe('while a report is updated', () => {
  const report = plan.sheets.map(({ name }) => name);
  const formula = `=${quotedSheet('Effekt')}!A1`;
  const cell = { row: 2, column: 0, rows: 1, columns: 1 };
  const mineIs = () =>
    workbench.engine.cells.formulas(sheetNamed('Mine'), cell)[0]![0] ??
    workbench.engine.cells.values(sheetNamed('Mine'), cell)[0]![0];
  const names = () => workbench.engine.sheets.list().map(({ name }) => name);

  beforeEach(async () => {
    await open();
    await writeReport(plan);
    workbench.engine.cells.write(sheetNamed('Mine'), cell, [[formula]]);
    await workbench.host.settle();
  });

  test('a user deletes one of its sheets and cancels: the others stay, and nothing else has come', async () => {
    const cancel = new AbortController();
    const problem = await writeWhile(
      () => {
        workbench.engine.sheets.remove(sheetNamed('Metode'));
        cancel.abort();
      },
      { isUpdate: true, signal: cancel.signal },
    );
    expect(problem).toMatchObject({ code: 'cancelled', isUndone: true });
    expect(names()).toEqual(['Mine', ...report.filter((name) => name !== 'Metode')]);
    expect(mineIs()).toBe(formula);
  });

  test('a user deletes one of its sheets and waits: it is whole again', async () => {
    const end = await writeWhile(() => workbench.engine.sheets.remove(sheetNamed('Metode')), {
      isUpdate: true,
    });
    expect(end).toMatchObject({ sheets: report });
    expect([...names()].sort()).toEqual(['Mine', ...report].sort());
    expect(mineIs()).toBe(formula);
    const { names: named } = visible();
    expect(named.filter(({ name, reference }) => /writing/.test(name) || reference.includes('#'))).toEqual(
      [],
    );
  });

  test('a user renames one of its sheets: it keeps that name, and that is what is said', async () => {
    const end = await writeWhile(() => workbench.engine.sheets.rename(sheetNamed('Metode'), 'Vores'), {
      isUpdate: true,
    });
    const renamed = report.map((name) => (name === 'Metode' ? 'Vores' : name));
    expect(end).toEqual({ sheets: renamed });
    expect(names()).toEqual(['Mine', ...renamed]);
  });

  test.each([true, false])(
    'what a user types in place of a formula that shows it stays (cancelled: %s)',
    async (isCancelled) => {
      const cancel = new AbortController();
      await writeWhile(
        () => {
          workbench.engine.cells.write(sheetNamed('Mine'), cell, [['typed']]);
          if (isCancelled) cancel.abort();
        },
        { isUpdate: true, signal: cancel.signal },
      );
      expect(names()).toEqual(['Mine', ...report]);
      expect(mineIs()).toBe('typed');
    },
  );
});
