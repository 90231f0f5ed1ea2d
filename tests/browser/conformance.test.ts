import { join } from 'node:path';
import { openExcelOnTheWeb, type ExcelOnTheWeb } from '../support/excel-on-the-web';
import { serveOverHttps, type StaticServer } from '../support/static-server';
import { paneOf } from '../support/workbench-page';

/** The conformance page as a consultant opens it in Excel, here in the workbench. */
let server: StaticServer | undefined;
let opened: ExcelOnTheWeb | undefined;
beforeAll(async () => {
  server = await serveOverHttps(join(__dirname, '..', '..', 'dist'), '/tools/');
  opened = await openExcelOnTheWeb(server.address);
  await paneOf(opened.page);
  await opened.page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#pane iframe')!;
    frame.src = frame.src.replace('taskpane.html', 'conformance.html');
  });
});
afterAll(async () => {
  await opened?.close();
  await server?.close();
});

test('it runs every check, lists them, and gives the result as text to send', async () => {
  const { page, violations, errors } = opened!;
  const pane = page.frameLocator('#pane iframe');
  await pane.getByRole('button', { name: 'Begynd' }).click();
  await pane.getByText(/\d+ passer, 0 afviger, 0 kunne ikke prøves\./).waitFor();
  const lines = (await pane.locator('textarea').inputValue()).split('\n');
  const listed = await pane.locator('li').allInnerTexts();
  expect(lines).toHaveLength(listed.length + 1);
  expect(lines[0]).toMatch(/^Excel 16\.0\S+, OfficeOnline, da-DK, /);
  for (const line of listed) expect(line).toMatch(/^passer · /);
  expect(await page.evaluate(() => window.workbench!.engine.sheets.list().map(({ name }) => name))).toEqual([
    'Ark1',
  ]);
  expect([violations, errors]).toEqual([[], []]);
}, 120000);
