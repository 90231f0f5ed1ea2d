import { violationsInEachLook } from '../support/axe';
import { openWorkbench, paneOf, type OpenWorkbench } from '../support/workbench-page';
import { buttonOf, wordsOf, writeExample } from '../support/wizard-walk';

let workbench: OpenWorkbench;
beforeEach(async () => {
  workbench = await openWorkbench('da');
});
afterEach(() => workbench.close());

test('a masked copy of the report opens in a window of its own, and the pane says what is masked', async () => {
  const { page } = workbench;
  const pane = await paneOf(page);
  const t = wordsOf.da.share;
  await writeExample(pane);
  await buttonOf(pane, t.open).click();
  await buttonOf(pane, t.button).waitFor();
  expect(await violationsInEachLook(page, pane, 'share')).toEqual([]);
  await buttonOf(pane, 'English').click();
  await buttonOf(pane, wordsOf.en.share.button).waitFor();
  expect(await violationsInEachLook(page, pane, 'share in English')).toEqual([]);
  await buttonOf(pane, 'Dansk').click();
  await pane.getByRole('radio', { name: t.masked }).check();
  const opened = page.context().waitForEvent('page');
  await buttonOf(pane, t.button).click();
  await pane.getByRole('alert').waitFor();
  expect(await pane.getByRole('alert').innerText()).toContain('Skjult: 13 antal på 1 til 4');
  const copy = await opened;
  await copy.waitForSelector('html[data-state="ready"]');
  const sheets = await copy.evaluate(() => window.workbench!.engine.sheets.list().map(({ name }) => name));
  expect(sheets[0]).toBe('Om kopien');
  expect(sheets).toHaveLength(7);
  // Behind the new window the colours of what was chosen stop halfway.
  await page.bringToFront();
  expect(await violationsInEachLook(page, pane, 'shared')).toEqual([]);
  await buttonOf(pane, wordsOf.da.back).click();
  await pane.getByRole('heading', { name: wordsOf.da.result.heading }).waitFor();
});
