import { ExcelProblem, listReports, shareReport } from '../../src/excel';
import { defaultOptions } from '../../src/study';
import { problemText } from '../../src/taskpane/problem-text';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { openWorkbook } from '../support/open-workbook';
import { openWithReport, writeStudyInto } from '../support/report-file';
import { smallStudy } from '../support/studies';

const study = smallStudy(
  [
    {
      area: 'Nord',
      firstFullYear: 2012,
      firstYear: 2009,
      intervention: [9, 8, 7, 3, 4],
      control: [30, 31, 29, 28, 27],
    },
    {
      area: 'Syd',
      firstFullYear: 2012,
      firstYear: 2009,
      intervention: [12, 9, 11, 9, 8],
      control: [30, 31, 29, 28, 27],
    },
  ],
  { ...defaultOptions, language: 'en' },
);
const request = { suffix: '', isMasked: false, date: '2026-11-25' };

describe('sharing a report', () => {
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    workbench = await openWithReport(study);
    await writeStudyInto(study, 'B');
  });
  afterAll(async () => {
    await workbench.close();
  });

  test('finds every report of the workbook', async () => {
    expect(await listReports()).toEqual(['', 'B']);
  });

  test('opens a copy of the chosen report as a new workbook, and leaves the open one as it was', async () => {
    const before = workbench.engine.snapshot();
    expect(await shareReport({ ...request, suffix: 'B' })).toBeNull();
    expect(workbench.engine.snapshot()).toEqual(before);
    const copy = await readXlsx(workbench.openedWorkbooks.at(-1)!);
    expect(copy.sheets.map(({ name }) => name)).toEqual([
      'About the copy',
      'Area data B',
      'Event years B',
      'Effect B',
      'Cost savings B',
      'Robustness B',
      'Method B',
    ]);
    expect(copy.names.every(({ name }) => name.endsWith('_B'))).toBe(true);
  });

  test('masks small counts and says how many', async () => {
    const masking = await shareReport({ ...request, isMasked: true });
    expect(masking?.counts.small).toBe(2);
    expect(masking?.isResultShown).toBe(true);
  });

  test('gives Excel its copies of the file back: it can be done over and over', async () => {
    const opened = workbench.openedWorkbooks.length;
    for (let time = 0; time < 3; time += 1) await shareReport(request);
    expect(workbench.openedWorkbooks).toHaveLength(opened + 3);
  });

  test('a report that is not there, and one without the names that masking needs, are said', async () => {
    await expect(shareReport({ ...request, suffix: 'C' })).rejects.toMatchObject({ code: 'no-report' });
    await workbench.Excel.run(async (context) => {
      context.workbook.names.getItem('sv_counts_evictions').delete();
      await context.sync();
    });
    const masked = shareReport({ ...request, isMasked: true });
    await expect(masked).rejects.toMatchObject({ code: 'report-too-old' });
    await expect(masked).rejects.toBeInstanceOf(ExcelProblem);
  });

  test('a copy that Excel does not take in one request is said with its size', async () => {
    const createWorkbook = jest
      .spyOn(workbench.Excel, 'createWorkbook')
      .mockRejectedValue(Object.assign(new Error('5 MB'), { code: 'RequestPayloadSizeLimitExceeded' }));
    const problem = await shareReport(request).catch((error: unknown) => error as ExcelProblem);
    createWorkbook.mockRestore();
    expect(problem).toMatchObject({ code: 'copy-too-large' });
    expect(problemText(problem as ExcelProblem, 'da')).toMatch(/^Kopien fylder \d+,\d MB/u);
  });

  test('an error of Excel’s is said as one', async () => {
    workbench.host.failRoundTrip(1, 'GeneralException');
    await expect(shareReport(request)).rejects.toMatchObject({ code: 'refused' });
    workbench.host.setCellEditing(true);
    await expect(shareReport(request)).rejects.toMatchObject({ code: 'cell-edit' });
    workbench.host.setCellEditing(false);
  });
});

test('a workbook without a report has none to share', async () => {
  const empty = await openWorkbook();
  expect(await listReports()).toEqual([]);
  await empty.close();
});
