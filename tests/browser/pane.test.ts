import type { Page } from 'playwright-core';
import { violations, violationsInEachLook } from '../support/axe';
import {
  openBook,
  openWorkbench,
  sheetNames,
  untilKept,
  type OpenWorkbench,
} from '../support/workbench-page';
import { buttonOf, headingOf, walkTo, wordsOf } from '../support/wizard-walk';

/** What the pane shows and says at every step. */
let workbench: OpenWorkbench;
let page: Page;
beforeAll(async () => {
  workbench = await openWorkbench('da');
  page = workbench.page;
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

const t = wordsOf.da;
const button = buttonOf;

test('axe finds nothing at any step, in light, dark and high contrast', async () => {
  const pane = await openBook(page);
  const expectNothing = async (step: string): Promise<void> =>
    expect([step, await violationsInEachLook(page, pane, step)]).toEqual([step, []]);
  await expectNothing('source');
  await button(pane, t.source.example).click();
  const saving = pane.getByLabel('Kommunens besparelse', { exact: false });
  await walkTo(pane, 'write', 'da', async (step) => {
    if (step === 'costs') await pane.getByRole('radio', { name: 'Publicerede bud' }).check();
    // What is folded away is looked at too.
    for (const more of await pane.locator('main summary').all()) await more.click();
    await expectNothing(step);
    if (step !== 'costs') return;
    await saving.fill('meget');
    await button(pane, t.next).click();
    await pane.getByRole('alert').and(pane.locator('.notice')).waitFor();
    await expectNothing('costs with an error');
    await saving.fill('');
  });
  await button(pane, t.write.button).click();
  await headingOf(pane, 'result').waitFor();
  await expectNothing('result');
});

test('an empty workbook is told what is missing and what to do, and nothing can be written', async () => {
  const pane = await openBook(page);
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
  const pane = await openBook(page, {
    Ark1: [
      ['Område', 'Gruppe', 'År', 'Udsættelser'],
      ['Nord', 'Indsats', 2010, -3],
    ],
  });
  await button(pane, 'Brug tabellerne i denne projektmappe').click();
  await button(pane, 'Vis Ark1!D2').first().click();
  await page.waitForFunction(() => {
    const { rect } = window.workbench!.engine.selection();
    return rect.row === 1 && rect.column === 3;
  });
});

test('the language can be changed at any step without losing what was typed', async () => {
  const pane = await openBook(page);
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

test('a write that fails says so in plain words, keeps everything and works the next time', async () => {
  const pane = await openBook(page);
  await button(pane, 'Brug eksemplet').click();
  await walkTo(pane, 'write');
  // The next round trips are those of writing.
  await untilKept(page, '"step":"write"');
  await page.evaluate(() => window.workbench!.pane.host.failRoundTrip(2, 'GeneralException'));
  await button(pane, 'Skriv arkene').click();
  const problem = pane.getByRole('alert');
  await problem.waitFor();
  expect(await problem.innerText()).toContain('Projektmappen er, som den var.');
  expect(await sheetNames(page)).toEqual(['Ark1']);
  await button(pane, 'Prøv igen').click();
  await pane.getByRole('heading', { name: 'Resultatet' }).waitFor();
});
