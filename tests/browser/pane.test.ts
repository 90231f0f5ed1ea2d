import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { takePicture } from '../support/screenshots';
import { openWorkbench, paneOf, untilKept, type OpenWorkbench } from '../support/workbench-page';
import { walkTo, writeExample } from '../support/wizard-walk';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let workbench: OpenWorkbench;
let page: Page;
beforeEach(async () => {
  workbench = await openWorkbench('da');
  page = workbench.page;
});
afterEach(() => workbench.close());

interface AxeWindow {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** What axe finds wrong with the pane as it stands. */
async function violations(pane: Frame): Promise<string[]> {
  // By the debugger, not as a script element: the pane's own policy forbids scripts from elsewhere.
  await pane.evaluate(axeSource);
  const { violations: found } = await pane.evaluate(() => (window as unknown as AxeWindow).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const button = (pane: Frame, name: string) => pane.getByRole('button', { name, exact: true });

test.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['high contrast', { forcedColors: 'active' }],
] as const)('axe finds nothing at any step, in %s', async (name, media) => {
  await page.emulateMedia(media);
  const pane = await paneOf(page);
  await button(pane, 'Brug eksemplet').waitFor();
  expect(await violations(pane)).toEqual([]);
  await button(pane, 'Brug eksemplet').click();
  const saving = pane.getByLabel('Kommunens besparelse', { exact: false });
  await walkTo(pane, 'write', 'da', async (step) => {
    if (step === 'costs') await pane.getByRole('radio', { name: 'Publicerede bud' }).check();
    // What is folded away is looked at too.
    for (const more of await pane.locator('main summary').all()) await more.click();
    await takePicture(page, pane, `${name} ${step}`);
    expect([step, await violations(pane)]).toEqual([step, []]);
    if (step !== 'costs') return;
    await saving.fill('meget');
    await button(pane, 'Fortsæt').click();
    await pane.getByRole('alert').and(pane.locator('.notice')).waitFor();
    expect(await violations(pane)).toEqual([]);
    await saving.fill('');
  });
  await button(pane, 'Skriv arkene').click();
  await pane.getByRole('heading', { name: 'Resultatet' }).waitFor();
  await takePicture(page, pane, `${name} result`);
  expect(await violations(pane)).toEqual([]);
});

test('an empty workbook is told what is missing and what to do, and nothing can be written', async () => {
  const pane = await paneOf(page);
  await button(pane, 'Brug tabellerne i denne projektmappe').click();
  const summary = pane.getByRole('alert');
  await summary.waitFor();
  expect(await summary.innerText()).toContain('Der blev ikke fundet nogen udsættelser.');
  expect(await pane.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await button(pane, 'Fortsæt').click();
  expect(await pane.getByRole('heading', { name: 'Hvad der blev genkendt' }).count()).toBe(1);
  expect(await violations(pane)).toEqual([]);
});

test('a finding leads to the cell that it speaks of', async () => {
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    engine.cells.write(engine.sheets.active(), { row: 0, column: 0, rows: 2, columns: 4 }, [
      ['Område', 'Gruppe', 'År', 'Udsættelser'],
      ['Nord', 'Indsats', 2010, -3],
    ]);
  });
  const pane = await paneOf(page);
  await button(pane, 'Brug tabellerne i denne projektmappe').click();
  await button(pane, 'Vis Ark1!D2').first().click();
  await page.waitForFunction(() => {
    const { rect } = window.workbench!.engine.selection();
    return rect.row === 1 && rect.column === 3;
  });
});

test('the language can be changed at any step without losing what was typed', async () => {
  const pane = await paneOf(page);
  await button(pane, 'Brug eksemplet').click();
  await walkTo(pane, 'method');
  await pane.getByText('Lineær: en ret linje').click();
  await button(pane, 'Fortsæt').click();
  await pane.getByLabel('Kommunens besparelse', { exact: false }).fill('20.000');
  await pane.getByLabel('Diskonteringsrente', { exact: false }).fill('3,x');
  await button(pane, 'English').click();
  await pane.getByRole('heading', { name: 'What does it cost, and what is saved?' }).waitFor();
  expect(await pane.getByLabel("Municipality's saving", { exact: false }).inputValue()).toBe('20.000');
  expect(await pane.getByLabel('Discount rate', { exact: false }).inputValue()).toBe('3,x');
  await button(pane, 'Back').click();
  expect(await pane.getByLabel('Linear: a straight line').isChecked()).toBe(true);
  expect(await pane.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('a report that is there already is not touched: a new one goes beside it when the user says so', async () => {
  const pane = await paneOf(page);
  await writeExample(pane);
  await button(pane, 'Tilbage').click();
  await button(pane, 'Skriv arkene').click();
  await pane.getByText('Der er allerede en rapport', { exact: false }).waitFor();
  await button(pane, 'Skriv en ny ved siden af, mærket B').click();
  await pane.getByRole('heading', { name: 'Resultatet' }).waitFor();
  const sheets = await page.evaluate(() => window.workbench!.engine.sheets.list().map(({ name }) => name));
  expect(sheets).toHaveLength(13);
  expect(sheets).toContain('Effekt B');
});

test('a write that fails says so in plain words, keeps everything and works the next time', async () => {
  const pane = await paneOf(page);
  await button(pane, 'Brug eksemplet').click();
  await walkTo(pane, 'write');
  // The next round trips are those of writing.
  await untilKept(page, '"step":"write"');
  await page.evaluate(() => window.workbench!.pane.host.failRoundTrip(2, 'GeneralException'));
  await button(pane, 'Skriv arkene').click();
  const problem = pane.getByRole('alert');
  await problem.waitFor();
  expect(await problem.innerText()).toContain('Projektmappen er, som den var.');
  expect(await page.evaluate(() => window.workbench!.engine.sheets.list().length)).toBe(1);
  await button(pane, 'Prøv igen').click();
  await pane.getByRole('heading', { name: 'Resultatet' }).waitFor();
});
