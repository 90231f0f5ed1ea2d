import { ExcelProblem, writeReport } from '../../src/excel';
import { planReport, type WorkbookPlan } from '../../src/report';
import { checkStudy, evaluateStudy } from '../../src/study';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { openWorkbook } from '../support/open-workbook';
import { studyWithLongSources } from '../support/studies';

/** A report of more than one request: what the costs are said to come from is 16 MB. */
const study = studyWithLongSources(900);
const plan: WorkbookPlan = planReport(study, checkStudy(study), {
  suffix: '',
  date: '2026-11-25',
  version: '0.1.0',
});

let workbench: HeadlessWorkbench;
beforeAll(async () => {
  workbench = await openWorkbook({ language: 'da-DK' });
});
afterAll(() => workbench.close());

const sheets = (): string[] => workbench.engine.sheets.list().map(({ name }) => name);

test('a report of many requests is cancelled between two of them, and leaves the workbook as it was', async () => {
  const stop = new AbortController();
  const shares: number[] = [];
  const written = writeReport(plan, {
    signal: stop.signal,
    onProgress: (share) => {
      shares.push(share);
      if (share >= 0.5) stop.abort();
    },
  });
  await expect(written).rejects.toMatchObject({ code: 'cancelled', isUndone: true });
  await expect(written).rejects.toBeInstanceOf(ExcelProblem);
  expect(shares.length).toBeGreaterThan(3);
  expect(sheets()).toEqual(['Ark1']);
  expect(workbench.engine.names.list()).toEqual([]);
});

test('the next try writes it whole, and no request is above 0.33 MB', async () => {
  const { requestBytes } = workbench.host.counters;
  const before = requestBytes.length;
  await writeReport(plan);
  const bytes = requestBytes.slice(before);
  const total = bytes.reduce((sum, each) => sum + each, 0);
  expect(total).toBeGreaterThan(12_000_000);
  expect(Math.max(...bytes)).toBeLessThan(330_000);
  // Few and well filled: small are those that ask, among them for what Excel made of the cells, a piece for each.
  const filled = bytes.filter((each) => each > 100_000);
  expect(total / filled.length).toBeGreaterThan(195_000);
  expect(bytes.length).toBeLessThanOrEqual(2 * filled.length + 10);
  expect(sheets().slice(1)).toEqual(plan.sheets.map(({ name }) => name));
  const name = workbench.engine.names.list().find((each) => each.name === 'sv_effect_2')!;
  const [, row] = /\$(\d+)$/u.exec(name.reference)!;
  const effect = workbench.engine.sheets.list().find((sheet) => sheet.name === 'Effekt')!;
  const shown = workbench.engine.cells.values(effect.id, {
    row: Number(row) - 1,
    column: 6,
    rows: 1,
    columns: 1,
  });
  expect(shown[0]![0]).toBeCloseTo(evaluateStudy(study).years[1]!.effect!, 10);
});
