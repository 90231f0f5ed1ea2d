import { asText, checks, runChecks, type Finding } from '../../src/conformance/run-checks';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { RULES } from '../../src/workbench/host/rules';
import { bookOf, openWorkbook } from '../support/open-workbook';

/** What can be asked of real Excel, asked of the workbench: it must say the same as is taken for true of Excel. */
let workbench: HeadlessWorkbench;
let findings: readonly Finding[];
beforeAll(async () => {
  workbench = await openWorkbook({ language: 'da-DK', book: bookOf({ Tal: [['Område', 1]], Mere: [[2]] }) });
  Object.assign(globalThis, { Office: workbench.Office });
  findings = await runChecks();
}, 120000);
afterAll(() => workbench.close());

test.each(checks.map((check, index) => [`${check.rule}: ${check.what}`, index] as const))(
  '%s',
  (_, index) => {
    const { check, result } = findings[index]!;
    if (result.kind === 'differs') expect(result.observed).toEqual(check.expected);
    expect(result).toEqual({ kind: 'holds' });
  },
);

test('the workbook is as it was', () => {
  const { sheets, names, settings } = workbench.engine.snapshot();
  expect(sheets.map(({ name, cells }) => [name, cells])).toEqual([
    [
      'Tal',
      [
        { row: 0, column: 0, value: 'Område' },
        { row: 0, column: 1, value: 1 },
      ],
    ],
    ['Mere', [{ row: 0, column: 0, value: 2 }]],
  ]);
  expect([names, [...settings.keys()]]).toEqual([[], []]);
});

/** What an add-in cannot find out without touching the user's own sheets. */
const notToBeTried = {
  aVisibleSheetRemains: 'every sheet of the user’s would have to be hidden',
  workbookIsUnprotected: 'the user’s workbook would have to be protected',
  workbookIsWritable: 'the workbook would have to be opened for reading',
};

test('every rule of the workbench is tried, or it is said why it cannot be', () => {
  const tried = new Set(checks.map(({ rule }) => rule));
  const untried = Object.keys(RULES).filter((rule) => !tried.has(rule));
  expect(untried.sort()).toEqual(Object.keys(notToBeTried).sort());
});

test('what differs is told with what was expected and what came', () => {
  const check = checks[0]!;
  const text = asText([
    { check, result: { kind: 'differs', observed: 'other' } },
    { check, result: { kind: 'holds' } },
    { check, result: { kind: 'not-tried', why: 'No printer.' } },
  ]);
  const [head, ...lines] = text.split('\n');
  expect(head).toMatch(/^Excel 16\.0\.\S+, OfficeOnline, da-DK, \d{4}-/);
  expect(lines[0]).toBe(
    `DIFFERS    ${check.rule}: ${check.what}: expected ${JSON.stringify(check.expected)}, came "other"`,
  );
  expect(lines[1]).toMatch(/^holds {6}/);
  expect(lines[2]).toMatch(/^not tried .*\(No printer\.\)$/);
});
