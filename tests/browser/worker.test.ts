import type { Frame, Page } from 'playwright-core';
import { filesOf, largeStudy } from '../../scripts/bench/large-study';
import { openWorkbench, paneOf, untilKept, type OpenWorkbench } from '../support/workbench-page';
import { buttonOf, headingOf, walkTo, wordsOf } from '../support/wizard-walk';

/** The pane's worker: what it does is followed, can be stopped, and is asked for again when it broke. */
let workbench: OpenWorkbench;
let page: Page;
beforeAll(async () => {
  workbench = await openWorkbench('da');
  page = workbench.page;
});
afterAll(() => workbench.close());

const script = '**/study-worker.js';
const words = wordsOf.da;

async function restart(): Promise<Frame> {
  await page.evaluate(() => window.workbench!.pane.restart());
  return paneOf(page);
}

async function chooseFiles(pane: Frame, areas: number): Promise<void> {
  const files = filesOf(largeStudy(areas)).map(({ name, bytes }) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(bytes),
  }));
  await pane.locator('input[type=file]').first().setInputFiles(files);
}

async function cancelReading(pane: Frame): Promise<void> {
  await chooseFiles(pane, 5000);
  await pane.getByRole('progressbar', { includeHidden: true }).waitFor({ state: 'attached' });
  // Shown only when reading takes longer than a glance; it can be pressed before.
  await pane.locator('.late button').dispatchEvent('click');
  await pane.getByText(words.problems.cancelled(), { exact: false }).waitFor();
}

test('many areas are read with progress, and cancelling leaves the pane ready for the next', async () => {
  const pane = await paneOf(page);
  await buttonOf(pane, words.source.example).waitFor();
  await cancelReading(pane);
  expect(await headingOf(pane, 'areas').count()).toBe(0);
  await chooseFiles(pane, 150);
  await headingOf(pane, 'areas').waitFor();
  expect(await pane.locator('table.areas caption').innerText()).toContain('150 områder');
});

test('of many areas the first are shown, more when asked for, and any is found by its name', async () => {
  const pane = await paneOf(page);
  const rows = pane.locator('table.areas tbody tr');
  expect(await rows.count()).toBe(100);
  await pane.getByText(words.areas.shown(100, 150)).waitFor();
  await buttonOf(pane, words.findings.moreFindings(50)).click();
  expect(await rows.count()).toBe(150);
  await pane.getByLabel(words.areas.search).fill('område 149');
  await pane.getByText(words.areas.shown(1, 150)).waitFor();
  expect(await rows.innerText()).toContain('Område 149');
});

test('a year that is wrong far down the list is linked to, though its row was not shown', async () => {
  const pane = await paneOf(page);
  await buttonOf(pane, words.next).click();
  await headingOf(pane, 'timing').waitFor();
  await pane.getByLabel(words.areas.search).fill('Område 149');
  const field = pane.getByLabel(words.timing.firstFullYearOf('Område 149'));
  await field.fill('20x');
  await pane.getByLabel(words.areas.search).fill('');
  await field.waitFor({ state: 'detached' });
  await buttonOf(pane, words.next).click();
  await buttonOf(pane, words.wrong.firstFullYear('Område 149')).click();
  expect(await field.inputValue()).toBe('20x');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill('2011');
  await buttonOf(pane, words.next).click();
  await headingOf(pane, 'method').waitFor();
});

test('simulating is stopped at once, and the workbook stays as it was', async () => {
  const pane = await paneOf(page);
  await walkFrom(pane);
  const before = await page.evaluate(() => window.workbench!.engine.sheets.list().length);
  await buttonOf(pane, words.write.button).click();
  await buttonOf(pane, words.cancel).click();
  await pane.getByText(words.problems.cancelled(), { exact: false }).waitFor();
  expect(await page.evaluate(() => window.workbench!.engine.sheets.list().length)).toBe(before);
  // What was answered is still there, and is kept in the workbook by the worker that came after.
  await buttonOf(pane, words.back).click();
  await headingOf(pane, 'costs').waitFor();
  await untilKept(page, '"Område 149":"2011"');
});

async function walkFrom(pane: Frame): Promise<void> {
  for (const step of ['costs', 'write'] as const) {
    await buttonOf(pane, words.next).click();
    await headingOf(pane, step).waitFor();
  }
}

test('a worker that cannot be loaded is said in plain words, and asked for again', async () => {
  const pane = await restart();
  await page.route(script, (route) => route.abort());
  await buttonOf(pane, words.source.example).waitFor();
  await chooseFiles(pane, 4);
  await pane.getByText(words.notLoaded).waitFor();
  await page.unroute(script);
  await buttonOf(pane, words.tryAgain).click();
  await headingOf(pane, 'areas').waitFor();
});

test('an error in the worker is said, and what was typed is still there', async () => {
  const pane = await restart();
  await buttonOf(pane, words.source.example).click();
  await walkTo(pane, 'areas');
  await buttonOf(pane, words.back).click();
  await page.route(script, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("it broke");' }),
  );
  // Cancelling ends the worker that has read the example; the next one breaks.
  await cancelReading(pane);
  await buttonOf(pane, words.source.resume).click();
  await buttonOf(pane, words.next).click();
  await headingOf(pane, 'timing').waitFor();
  const year = pane.locator('.short-input input').first();
  await year.fill('2013');
  await pane.getByRole('alert').filter({ hasText: 'it broke' }).waitFor();
  await page.unroute(script);
  // Going on asks again.
  await buttonOf(pane, words.next).click();
  await headingOf(pane, 'method').waitFor();
  await buttonOf(pane, words.back).click();
  expect(await year.inputValue()).toBe('2013');
});
