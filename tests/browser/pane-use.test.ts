import type { Frame, Page } from 'playwright-core';
import { violations } from '../support/axe';
import {
  openBook,
  openWorkbench,
  sheetNames,
  typeInto,
  untilCellHolds,
  type OpenWorkbench,
} from '../support/workbench-page';
import { headingOf, walkTo, writeExample } from '../support/wizard-walk';

/** How the pane behaves under the hands of somebody who uses it: focus, mouse, widths. */
let workbench: OpenWorkbench;
let page: Page;
let pane: Frame;
beforeAll(async () => {
  workbench = await openWorkbench('da');
  page = workbench.page;
});
beforeEach(async () => {
  pane = await openBook(page);
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

const button = (name: string) => pane.getByRole('button', { name, exact: true });
const heading = (name: string) => pane.getByRole('heading', { name, exact: true });
const untilFocused = (text: string): Promise<unknown> =>
  pane.waitForFunction((wanted) => document.activeElement?.textContent?.includes(wanted), text);

test('an amount that cannot be read is said in a summary that leads to the field, and the step stays', async () => {
  await button('Brug eksemplet').click();
  await walkTo(pane, 'costs');
  const saving = pane.getByLabel('Kommunens besparelse', { exact: false });
  await saving.fill('meget');
  await button('Fortsæt').click();
  await untilFocused('Én ting står i vejen for evalueringen');
  const told = 'Kommunens besparelse: Skriv et beløb fra 0, fx 20.000, eller lad feltet være tomt.';
  await button(told).click();
  expect(await saving.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await saving.getAttribute('aria-invalid')).toBe('true');
  expect(await saving.inputValue()).toBe('meget');
  // The same words beside the field.
  expect(await pane.getByText(told).count()).toBe(2);
  await saving.fill('20.000');
  await button('Fortsæt').click();
  await headingOf(pane, 'write').waitFor();
});

test('a window without tenancies stops the step, but leaves the focus with the choice until then', async () => {
  await button('Brug eksemplet').click();
  await walkTo(pane, 'timing');
  const from = pane.getByLabel('Fra', { exact: true });
  await from.focus();
  await from.selectOption('-3');
  await pane.getByText('indsats, hændelsesår -3: Antallet af lejemål mangler.').waitFor();
  expect(await from.evaluate((field) => field === document.activeElement)).toBe(true);
  await button('Fortsæt').click();
  await untilFocused('2 ting står i vejen for evalueringen');
  await from.selectOption('-2');
  await button('Fortsæt').click();
  await headingOf(pane, 'method').waitFor();
});

test('tenancies that the tables lack are asked for, typed where the summary leads, and said to be typed', async () => {
  pane = await openBook(page, {
    Tal: [
      ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Udsættelser'],
      ...[2010, 2011, 2012, 2013, 2014].flatMap((year, index) => [
        ['Nord', 'Indsats', 'Nord', year, 9 - index],
        ['Nord', 'Kontrol', 'Syd', year, 20],
      ]),
    ],
    Indsatser: [
      ['Område', 'Første hele år', 'Timer pr. uge'],
      ['Nord', 2013, 10],
    ],
  });
  await button('Brug tabellerne i denne projektmappe').click();
  await walkTo(pane, 'timing');
  await button('Fortsæt').click();
  await untilFocused('2 ting står i vejen for evalueringen');
  await button('Nord, indsats: Skriv antallet af lejemål, fx 1.200.').click();
  const own = pane.getByLabel('Nord, indsats', { exact: true });
  expect(await own.evaluate((field) => field === document.activeElement)).toBe(true);
  await own.fill('1.200');
  await pane.getByLabel('Nord, kontrol', { exact: true }).fill('mange');
  await button('Fortsæt').click();
  await untilFocused('Én ting står i vejen for evalueringen');
  await pane.getByLabel('Nord, kontrol', { exact: true }).fill('9.800');
  await button('Fortsæt').click();
  await walkTo(pane, 'write', 'da', undefined, 'method');
  // What a warning is about can be put right from here.
  await button('Ret det under Omkostninger').click();
  await headingOf(pane, 'costs').waitFor();
  await button('Fortsæt').click();
  await button('Skriv arkene').click();
  await heading('Resultatet').waitFor();
  await pane.getByText('Prisen pr. udsættelse mangler.', { exact: false }).waitFor();
  const programme = await page.evaluate(() => {
    const { engine } = window.workbench!;
    const sheet = engine.sheets.list().find(({ name }) => name === 'Områdedata')!;
    const { range } = engine.tables.list().find(({ name }) => name === 'SVProgrammes')!;
    return engine.cells.values(sheet.id, { ...range, row: range.row + 1, rows: 1 })[0];
  });
  expect(programme).toEqual(['Nord', 2013, 1200, 9800, 10, 'ja', 'Indsatser!A2; skrevet i ruden']);
});

test('an answer can be changed from the page that gathers them, and leads back there', async () => {
  await button('Brug eksemplet').click();
  await walkTo(pane, 'write');
  await button('Ret Metode').click();
  await headingOf(pane, 'method').waitFor();
  await pane.getByText('Lineær: en ret linje').click();
  await button('Fortsæt').click();
  await headingOf(pane, 'write').waitFor();
  await pane.getByText('lineær tendens').waitFor();
});

test('writing can be cancelled: the workbook is as it was, and the focus is on the news', async () => {
  await button('Brug eksemplet').click();
  await walkTo(pane, 'write');
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
  expect(await sheetNames(page)).toEqual(['Ark1']);
  await button('Skriv arkene').click();
  await heading('Resultatet').waitFor();
});

test('an earlier report is asked about with the focus on the question; No leaves it alone, Yes puts a new one beside it', async () => {
  await writeExample(pane);
  await button('Metode').click();
  await page.waitForFunction(() => {
    const { sheets } = window.workbench!.engine;
    return sheets.list().find(({ id }) => id === sheets.active())?.name === 'Metode';
  });
  await button('Tilbage').click();
  await untilFocused('Gennemse svarene');
  await button('Skriv arkene').click();
  await untilFocused('Der er allerede en rapport');
  await button('Annullér').click();
  await button('Skriv arkene').click();
  expect(await sheetNames(page)).toHaveLength(7);
  await button('Skriv en ny ved siden af, mærket B').click();
  await heading('Resultatet').waitFor();
  const sheets = await sheetNames(page);
  expect(sheets).toHaveLength(13);
  expect(sheets).toContain('Effekt B');
  await button('Tilbage').click();
  await headingOf(pane, 'write').waitFor();
  for (const step of ['costs', 'method', 'timing', 'areas', 'source'] as const) {
    await button('Tilbage').click();
    await headingOf(pane, step).waitFor();
  }
  await untilFocused('Forebygger de sociale viceværter');
});

test('at 320, 350 and 500 pixels everything fits, and the top right corner is free', async () => {
  const isWithin = (): Promise<boolean> =>
    pane.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  // Excel's own button lies there: nothing but the empty end of the bar may be under it.
  const inCorner = (): Promise<string[]> =>
    pane.evaluate(() => {
      const points = [33, 17, 1].flatMap((left) => [1, 16, 31].map((y) => [innerWidth - left, y] as const));
      const found = points.map(([x, y]) => document.elementFromPoint(x, y)?.className ?? '');
      return [...new Set(found)];
    });
  const expectFit = async (step: string): Promise<void> => {
    for (const width of [320, 350, 500]) {
      const style = await page.addStyleTag({
        content: `.pane { flex-basis: ${width}px !important; }`,
      });
      await pane.waitForFunction((wanted) => Math.abs(innerWidth - wanted) <= 1, width);
      expect([step, width, await isWithin(), await inCorner()]).toEqual([step, width, true, ['pane-top']]);
      await style.evaluate((element: HTMLElement) => element.remove());
    }
    // In Danish each step is looked at elsewhere, in every look.
    expect([step, await violations(pane)]).toEqual([step, []]);
  };
  await button('English').click();
  await headingOf(pane, 'source', 'en').waitFor();
  await expectFit('source');
  // The whole card is the button, its description included.
  await pane.getByText('The four areas of a published evaluation.').click({ force: true });
  await walkTo(pane, 'write', 'en', expectFit);
  await button('Write the sheets').click();
  await heading('The result').waitFor();
  await expectFit('result');
  await pane.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  expect(await inCorner()).toEqual(['pane-top']);
  expect(await pane.locator('.finding').innerText()).toContain('(95% interval: −28.8 to 75.4)');
});

test('what the user typed before a report can be undone and redone after it has come and gone', async () => {
  await typeInto(page, 0, 0, 'mine');
  await untilCellHolds(page, 0, 0, 'mine', 'Ark1');
  await writeExample(pane);
  await page.evaluate(() => {
    const { sheets } = window.workbench!.engine;
    const [own, ...report] = sheets.list();
    sheets.activate(own!.id);
    for (const { id } of report) sheets.remove(id);
  });
  await page.click('canvas[id^="univer-sheet-main-canvas"]', { position: { x: 120, y: 60 } });
  await page.keyboard.press('Control+z');
  await untilCellHolds(page, 0, 0, null, 'Ark1');
  await page.keyboard.press('Control+y');
  await untilCellHolds(page, 0, 0, 'mine', 'Ark1');
});
