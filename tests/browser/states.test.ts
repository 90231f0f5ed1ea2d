import type { Frame, Page } from 'playwright-core';
import { walkTo, buttonOf, headingOf, wordsOf } from '../support/wizard-walk';
import { openWorkbench, paneOf, type OpenWorkbench } from '../support/workbench-page';

/** The states of Excel that users meet, provoked through the host: each a plain message with the next step. */
let workbench: OpenWorkbench;
let page: Page;
beforeAll(async () => {
  workbench = await openWorkbench('da');
  page = workbench.page;
});
afterAll(() => workbench.close());

type Restart = Parameters<NonNullable<Window['workbench']>['pane']['restart']>[0];

async function restart(options: Restart = {}): Promise<Frame> {
  await page.evaluate((chosen) => window.workbench!.pane.restart(chosen), options);
  return paneOf(page);
}

const sheetCount = (): Promise<number> => page.evaluate(() => window.workbench!.engine.sheets.list().length);

/** To the last step, with something typed on the way. */
async function readyToWrite(pane: Frame): Promise<void> {
  await buttonOf(pane, wordsOf.da.source.example).click();
  await walkTo(pane, 'costs');
  await pane.getByLabel('Kommunens besparelse', { exact: false }).fill('21.500');
  await buttonOf(pane, wordsOf.da.next).click();
  await headingOf(pane, 'write').waitFor();
}

/** Writing is refused with these words; the workbook and what was typed are as they were. */
async function expectRefused(pane: Frame, words: string): Promise<void> {
  await buttonOf(pane, wordsOf.da.write.button).click();
  const problem = pane.getByRole('alert');
  await problem.waitFor();
  const told = await problem.innerText();
  expect(told).toContain(words);
  expect(told).toContain(wordsOf.da.asItWas);
  expect(await pane.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(await sheetCount()).toBe(1);
  await buttonOf(pane, wordsOf.da.back).click();
  await headingOf(pane, 'costs').waitFor();
  expect(await pane.getByLabel('Kommunens besparelse', { exact: false }).inputValue()).toBe('21.500');
  await buttonOf(pane, wordsOf.da.next).click();
  await headingOf(pane, 'write').waitFor();
}

const { problems } = wordsOf.da;

test('a protected workbook: how to take the protection away', async () => {
  const pane = await restart();
  await readyToWrite(pane);
  await page.evaluate(() => window.workbench!.pane.host.setWorkbookProtected(true));
  await expectRefused(pane, problems.protected());
});

test('a file that is open for reading only: how to edit it, or a copy', async () => {
  const pane = await restart({ isReadOnly: true });
  await readyToWrite(pane);
  await expectRefused(pane, problems['read-only']());
});

test('a cell that is being edited: how to finish it, and then it goes on', async () => {
  const pane = await restart();
  await readyToWrite(pane);
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    Object.assign(window, { wasEditing: engine.isEditing.bind(engine) });
    engine.isEditing = () => true;
  });
  await expectRefused(pane, problems['cell-edit']());
  await page.evaluate(() => {
    window.workbench!.engine.isEditing = (window as unknown as { wasEditing: () => boolean }).wasEditing;
  });
  await page.evaluate(() => window.workbench!.pane.host.setCellEditing(false));
});

test.each([
  ['no permission to change the workbook', 'PermissionDenied', 'no-permission'],
  ['a lost connection', 'InvalidOrTimedOutSession', 'connection'],
] as const)('%s', async (_, excelsCode, code) => {
  const pane = await restart();
  await readyToWrite(pane);
  await page.evaluate((refusal) => window.workbench!.pane.host.failRoundTrip(2, refusal), excelsCode);
  await expectRefused(pane, problems[code]());
});

test('an Excel that is too old is told so, instead of a wizard that would fail at the end', async () => {
  const pane = await restart({ requirements: { ExcelApi: '1.9' } });
  const alert = pane.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toBe(problems['too-old']('ExcelApi 1.12'));
  expect(await pane.getByRole('heading').count()).toBe(0);
});

test('an empty workbook: what is missing and what to do, when its tables are asked for', async () => {
  const pane = await restart();
  await buttonOf(pane, wordsOf.da.source.workbook).click();
  const alert = pane.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('Der blev ikke fundet nogen udsættelser.');
});

test('a protected sheet of the user’s is no hindrance: nothing is written on it', async () => {
  const pane = await restart();
  await page.evaluate(() => {
    const { sheets } = window.workbench!.engine;
    sheets.setProtected(sheets.active(), true);
  });
  await readyToWrite(pane);
  await buttonOf(pane, wordsOf.da.write.button).click();
  await headingOf(pane, 'result').waitFor();
  expect(await sheetCount()).toBe(7);
});

test('Office’s theme is followed while the pane is open', async () => {
  const pane = await restart();
  const background = (): Promise<string> =>
    pane.evaluate(() => getComputedStyle(document.querySelector('.pane-top')!).backgroundColor);
  const light = await background();
  // As office.js gives it on Windows and on a Mac; in the browser there is none, and the system's counts.
  await pane.evaluate(() => {
    Object.defineProperty(Office.context, 'officeTheme', { value: { bodyBackgroundColor: '#262626' } });
    window.dispatchEvent(new Event('focus'));
  });
  await pane.waitForFunction(
    (before) => getComputedStyle(document.querySelector('.pane-top')!).backgroundColor !== before,
    light,
  );
});
