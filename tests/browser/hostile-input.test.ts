import type { Frame } from 'playwright-core';
import { openWorkbench, paneOf, type OpenWorkbench } from '../support/workbench-page';
import { buttonOf, headingOf, walkTo, wordsOf } from '../support/wizard-walk';

/** Names that want to be run, in a browser that would run them: they stay text in the pane and in the cells. */
const names = [
  '<img src=x onerror="top.wasRun=1">',
  '"><script>top.wasRun=1</script>',
  '</td></table><svg onload=top.wasRun=1>',
  '{{constructor.constructor("top.wasRun=1")()}}',
  'javascript:top.wasRun=1',
  '=HYPERLINK("http://elsewhere.invalid/","Nord")',
  '=WEBSERVICE("http://elsewhere.invalid/")',
  '@SUM(A1)',
  '\u202eHtroN\u202c\u200f',
  '__proto__',
];

const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';');
const file = (name: string, rows: readonly (readonly (string | number)[])[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.map(line).join('\r\n')),
});
const files = [
  file('<b>evictions</b>.csv', [
    ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Udsættelser', 'Lejemål'],
    ...names.flatMap((name) =>
      [2009, 2010, 2011, 2012, 2013].flatMap((year) => [
        [name, 'Indsats', name, year, 7, 900],
        [name, 'Kontrol', `${name} k`, year, 20, 5000],
      ]),
    ),
  ]),
  file('programmes.csv', [
    ['Område', 'Første hele år', 'Lejemål', 'Forebyggelsestimer pr. uge'],
    ...names.map((name) => [name, 2012, 900, 10]),
  ]),
  file('costs.csv', [['Kilde', 'Kr. pr. udsættelse'], ...names.map((name) => [name, 50000])]),
];

let workbench: OpenWorkbench;
let pane: Frame;
/** How often the pane shows each name where it shows the areas. */
const shown = new Map<string, number>();
/** Reads the files, goes through every step and writes the report: each test looks at what came of it. */
beforeAll(async () => {
  workbench = await openWorkbench('da');
  pane = await paneOf(workbench.page);
  await buttonOf(pane, wordsOf.da.source.example).waitFor();
  await pane.locator('input[type=file]').first().setInputFiles(files);
  await headingOf(pane, 'areas').waitFor();
  for (const name of names) shown.set(name, await pane.getByText(name, { exact: true }).count());
  await walkTo(pane, 'write');
  await buttonOf(pane, wordsOf.da.write.button).click();
  await headingOf(pane, 'result').waitFor();
});
afterAll(() => workbench.close());

test('the pane shows them as they are written', () => {
  expect([...shown].filter(([, count]) => count === 0)).toEqual([]);
  expect(shown.size).toBe(names.length);
});

test('the sheets hold them as text', async () => {
  const book = await workbench.page.evaluate(() =>
    window
      .workbench!.engine.snapshot()
      .sheets.flatMap(({ cells }) =>
        cells.map(({ value, formula }) => ({ value, isFormula: formula !== undefined })),
      ),
  );
  for (const name of names) {
    const own = book.filter(({ value }) => value === name);
    expect([name, own.length >= 11, own.some(({ isFormula }) => isFormula)]).toEqual([name, true, false]);
  }
});

test('nothing was run, and nobody was asked', async () => {
  expect(await workbench.page.evaluate(() => 'wasRun' in window)).toBe(false);
  expect(await pane.locator('img:not([src="assets/icon.svg"]), svg[onload]').count()).toBe(0);
  const foreign = workbench.requests.filter(
    (address) => !/^(data:|blob:)/u.test(address) && !address.startsWith(workbench.server.address),
  );
  expect(foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
