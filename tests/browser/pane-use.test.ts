import type { Frame, Page } from 'playwright-core';
import { openWorkbench, paneOf, type OpenWorkbench } from '../support/workbench-page';

/** How the pane behaves under the hands of somebody who uses it: focus, mouse, widths. */
let workbench: OpenWorkbench;
let page: Page;
let pane: Frame;
async function start(language: 'da' | 'en' = 'da'): Promise<void> {
  workbench = await openWorkbench(language);
  page = workbench.page;
  pane = await paneOf(page);
}
afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const button = (name: string) => pane.getByRole('button', { name, exact: true });
const heading = (name: string) => pane.getByRole('heading', { name, exact: true });
const sheetNames = (): Promise<string[]> =>
  page.evaluate(() => window.workbench!.engine.sheets.list().map(({ name }) => name));
const untilFocused = (text: string): Promise<unknown> =>
  pane.waitForFunction((wanted) => document.activeElement?.textContent?.includes(wanted), text);

test('a press on Write with an amount that cannot be read leads to the field, and nothing is written', async () => {
  await start();
  await button('Brug eksemplet').click();
  const saving = pane.getByLabel('Kommunens besparelse', { exact: false });
  await saving.fill('meget');
  await button('Skriv arkene').click();
  expect(await saving.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await saving.getAttribute('aria-invalid')).toBe('true');
  expect(await sheetNames()).toEqual(['Ark1']);
});

test('a choice that cannot be evaluated stops the writing, but leaves the focus with the choice', async () => {
  await start();
  await button('Brug eksemplet').click();
  const from = pane.getByLabel('Fra', { exact: true });
  await from.focus();
  await from.selectOption('-3');
  const told = '2 ting står i vejen for evalueringen';
  await heading(told).waitFor();
  expect(await from.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await button('Skriv arkene').isDisabled()).toBe(true);
  // The button stands far below the list of errors: the line above it leads there.
  await button(told).click();
  await untilFocused('indsats, hændelsesår -3: Antallet af lejemål mangler.');
  await from.selectOption('-2');
  expect(await button('Skriv arkene').isEnabled()).toBe(true);
});

test('writing can be cancelled: the workbook is as it was, and the focus is on the news', async () => {
  await start();
  await button('Brug eksemplet').click();
  // Excel takes its time: the next request waits until the test lets it go.
  await pane.evaluate(() => {
    const { run } = Excel;
    const waiting = new Promise<void>((letGo) => Object.assign(window, { letGo }));
    const late = async (...request: unknown[]): Promise<unknown> => {
      await waiting;
      return (run as (...request: unknown[]) => Promise<unknown>)(...request);
    };
    Object.assign(Excel, { run: late });
  });
  await button('Skriv arkene').click();
  await untilFocused('Annullér');
  expect(await pane.getByRole('progressbar').count()).toBe(1);
  await page.keyboard.press('Enter');
  await pane.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await untilFocused('Annulleret. Projektmappen er, som den var.');
  expect(await sheetNames()).toEqual(['Ark1']);
  await button('Skriv arkene').click();
  await heading('Resultatet').waitFor();
});

test('an earlier report is asked about with the focus on the question, and No leaves it alone', async () => {
  await start();
  await button('Brug eksemplet').click();
  await button('Skriv arkene').click();
  await heading('Resultatet').waitFor();
  await button('Metode').click();
  await page.waitForFunction(() => {
    const { sheets } = window.workbench!.engine;
    return sheets.list().find(({ id }) => id === sheets.active())?.name === 'Metode';
  });
  await button('Tilbage').click();
  await untilFocused('Hvad der blev læst');
  await button('Skriv arkene').click();
  await untilFocused('Der er allerede en rapport');
  await button('Annullér').click();
  await button('Skriv arkene').waitFor();
  expect(await sheetNames()).toHaveLength(6);
  await button('Tilbage').click();
  await untilFocused('Forebygger de sociale viceværter');
});

test.each([320, 350, 500])(
  'at %i pixels everything fits, and the top right corner is free',
  async (width) => {
    await start('en');
    await page.addStyleTag({ content: `.pane { flex-basis: ${width}px !important; }` });
    await pane.waitForFunction((wanted) => Math.abs(innerWidth - wanted) <= 1, width);
    const isWithin = (): Promise<boolean> =>
      pane.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    // Excel's own button lies there: nothing but the empty end of the bar may be under it.
    const inCorner = (): Promise<string[]> =>
      pane.evaluate(() => {
        const points = [33, 17, 1].flatMap((left) => [1, 16, 31].map((y) => [innerWidth - left, y] as const));
        const found = points.map(([x, y]) => document.elementFromPoint(x, y)?.className ?? '');
        return [...new Set(found)];
      });
    expect([await isWithin(), await inCorner()]).toEqual([true, ['pane-top']]);
    // The whole card is the button, its description included.
    await pane.getByText('The four areas of a published evaluation.').click({ force: true });
    await heading('What was read').waitFor();
    expect([await isWithin(), await inCorner()]).toEqual([true, ['pane-top']]);
    await button('Write the sheets').click();
    await heading('The result').waitFor();
    expect([await isWithin(), await inCorner()]).toEqual([true, ['pane-top']]);
    await pane.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect(await inCorner()).toEqual(['pane-top']);
    expect(await pane.locator('.finding').innerText()).toContain('(95 % interval: -28.8 to 75.4)');
  },
);
