import type { Page } from 'playwright-core';
import { reference } from '../stats/support';
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

test('axe finds nothing at any step, in light, dark and high contrast; all fits into 320 pixels; costs and changes are said in figures', async () => {
  const pane = await openBook(page);
  const expectNothing = async (step: string): Promise<void> =>
    expect([step, await violationsInEachLook(page, pane, step)]).toEqual([step, []]);
  const expectFitAt320 = async (step: string): Promise<void> => {
    const narrow = await page.addStyleTag({ content: '.pane { flex-basis: 320px !important; }' });
    await pane.waitForFunction(() => innerWidth <= 321);
    const tooWide = await pane.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([step, tooWide]).toEqual([step, 0]);
    await narrow.evaluate((element: HTMLElement) => element.remove());
  };
  // As the report and the sources that it cites have them.
  const expectFactsOfCosts = async (): Promise<void> => {
    const costs = await pane.locator('main').innerText();
    for (const facts of [
      '53.600 kr. · 2015 · betales af boligorganisationen · grad A',
      '63.451 kr. · 2015 · betales af boligorganisationen · grad B',
      '45.000 kr. · uden år · betales af boligorganisationen · grad D',
      'Gennemsnit af de 5 valgte: 54.156 kr. pr. udsættelse.',
    ])
      expect(costs).toContain(facts);
  };
  await expectNothing('source');
  await button(pane, t.source.example).click();
  const saving = pane.getByLabel('Kommunens besparelse', { exact: false });
  await walkTo(pane, 'write', 'da', async (step) => {
    if (step === 'costs') await pane.getByRole('radio', { name: 'Publicerede bud' }).check();
    // What is folded away is looked at too.
    for (const more of await pane.locator('main summary').all()) await more.click();
    await expectNothing(step);
    await expectFitAt320(step);
    if (step !== 'costs') return;
    await expectFactsOfCosts();
    await saving.fill('meget');
    await button(pane, t.next).click();
    await pane.getByRole('alert').and(pane.locator('.notice')).waitFor();
    await expectNothing('costs with an error');
    await saving.fill('');
  });
  await button(pane, t.write.button).click();
  await headingOf(pane, 'result').waitFor();
  await expectNothing('result');
  await expectFitAt320('result');
  // From R; the pane writes a true minus.
  const points = (share: number): string => (100 * share).toFixed(1).replace('.', ',').replace('-', '−');
  const { linear, none } = reference.effect;
  const changes = await pane.locator('main').innerText();
  expect(changes).toContain(`Med lineær tendens er effekten ${points(linear[1]!)} procentpoint (`);
  expect(changes).toContain(`Med ingen tendens er effekten ${points(none[1]!)} procentpoint (`);
  const placebo = points(reference.placebo.compound);
  expect(changes).toContain(`finder samme metode ${placebo} procentpoint (`);
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
