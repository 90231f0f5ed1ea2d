import { join } from 'node:path';
import { isMicrosofts, openExcelOnTheWeb, type ExcelOnTheWeb } from '../support/excel-on-the-web';
import { serveOverHttps, type StaticServer } from '../support/static-server';
import { cellValue, paneOf, typeInto, untilCellHolds } from '../support/workbench-page';
import { writeExample } from '../support/wizard-walk';

/**
 * The built add-in as any HTTPS server delivers it, below a path of its own, in a workbench at Excel's address:
 * another origin, its own content security policy, Microsoft's hosted office.js.
 */
let server: StaticServer | undefined;
let opened: ExcelOnTheWeb | undefined;
let excel: ExcelOnTheWeb;
let address: string;
beforeAll(async () => {
  server = await serveOverHttps(join(__dirname, '..', '..', 'dist'), '/tools/sociale-vicevaerter/');
  ({ address } = server);
  opened = await openExcelOnTheWeb(address);
  excel = opened;
});
afterAll(async () => {
  await opened?.close();
  await server?.close();
});

test('the wizard writes the example', async () => {
  const pane = await paneOf(excel.page);
  expect(pane.url().startsWith(address)).toBe(true);
  await writeExample(pane);
  const sentences = await pane.locator('.result').innerText();
  expect(sentences).toContain('23,3 procentpoint mere');
  expect(sentences).toContain('−28,8 til 75,4');
  const sheets = await excel.page.evaluate(() =>
    window.workbench!.engine.sheets.list().map(({ name }) => name),
  );
  expect(sheets).toEqual(expect.arrayContaining(['Områdedata', 'Effekt', 'Metode']));
});

test('a typed function computes', async () => {
  await excel.page.evaluate(() => {
    const { engine } = window.workbench!;
    engine.sheets.activate(engine.sheets.list()[0]!.id);
  });
  await typeInto(excel.page, 0, 0, '=SV.EVICTION_RATE(12,3000)');
  await untilCellHolds(excel.page, 0, 0, 4);
  expect(await cellValue(excel.page, 0, 0)).toBe(4);
});

test.each(['share', 'help'])('the ribbon’s button “%s” is heard', async (button) => {
  const pane = await paneOf(excel.page);
  const known = await pane.evaluate(() => {
    const { actions } = Office as unknown as { actions: { _association: { mappings: object } } };
    return Object.keys(actions._association.mappings).map((name) => name.toLowerCase());
  });
  expect(known).toContain(button);
});

test('no policy was violated, nothing failed, and nobody was asked but the add-in’s own server and Microsoft', () => {
  expect(excel.violations).toEqual([]);
  expect(excel.errors).toEqual([]);
  expect(server?.missing).toEqual([]);
  const foreign = excel.requests.filter((url) => !url.startsWith(address) && !isMicrosofts(url));
  expect(foreign).toEqual([]);
  expect(excel.requests.filter(isMicrosofts).length).toBeGreaterThan(0);
});

test('a request elsewhere would have been seen, and forbidden', async () => {
  const pane = await paneOf(excel.page);
  const sent = await pane.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'sent',
      () => 'forbidden',
    ),
  );
  expect(sent).toBe('forbidden');
  // The report comes from the page a moment later.
  while (excel.violations.length === 0) await excel.page.evaluate(() => new Promise(requestAnimationFrame));
  expect(excel.violations.join()).toContain('connect-src');
});
