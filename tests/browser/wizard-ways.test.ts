import type { Page } from 'playwright-core';
import { groups } from '../../src/study';
import { reference } from '../stats/support';
import { keyboard, mouse, type Hands } from '../support/hands';
import { takePicture } from '../support/screenshots';
import { wizardInputs } from '../support/wizard-inputs';
import { buttonOf, headingOf, untilDrawn, walkTo, wordsOf } from '../support/wizard-walk';
import { openBook, openWorkbench, sheetNames, type OpenWorkbench } from '../support/workbench-page';

/**
 * The complete way from the first view to finished sheets: every input in both languages, with the mouse and with
 * the keyboard alone. SCREENSHOTS=1 leaves a picture of every step in screenshots/.
 */
let workbench: OpenWorkbench;
let page: Page;
beforeAll(async () => {
  workbench = await openWorkbench('da');
  page = workbench.page;
});
afterAll(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

/** A named cell of the finished sheets. */
const namedValue = (name: string): Promise<unknown> =>
  page.evaluate((wanted) => {
    const { engine } = window.workbench!;
    const { reference } = engine.names.list().find((each) => each.name === wanted)!;
    const [, sheetName, letters, row] = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)$/.exec(reference)!;
    const sheet = engine.sheets.list().find((each) => each.name === sheetName)!;
    const column = Array.from(letters!).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return engine.cells.values(sheet.id, { row: Number(row) - 1, column, rows: 1, columns: 1 })[0]![0];
  }, name);

const ways = wizardInputs.flatMap((input) =>
  (['da', 'en'] as const).flatMap((language) =>
    (['mouse', 'keyboard'] as const).map((hands) => ({ input, name: input.name, language, hands })),
  ),
);

test.each(ways)('$name, in $language, with the $hands', async ({ input, language, hands }) => {
  const words = wordsOf[language];
  const pane = await openBook(page, input.sheets ?? undefined);
  const by: Hands = hands === 'mouse' ? mouse(pane) : keyboard(page, pane);
  const picture = (step: string): Promise<void> =>
    hands === 'mouse' ? takePicture(page, pane, `${input.name} ${language} ${step}`) : Promise.resolve();
  // As F6 in Excel: the keyboard comes to the first thing in the pane.
  await pane.getByRole('button').first().focus();
  if (language === 'en') await by.press(wordsOf.da.otherLanguage);
  await headingOf(pane, 'source', language).waitFor();
  await picture('0 source');
  await by.press(input.sheets === null ? words.source.example : words.source.workbook);
  for (const [index, step] of (['areas', 'timing', 'method', 'costs'] as const).entries()) {
    await headingOf(pane, step, language).waitFor();
    // Where one has arrived is read out, and the keyboard goes on from there.
    await pane.waitForFunction(() => document.activeElement?.tagName === 'H1');
    if (step === 'timing')
      for (const [area, year] of Object.entries(input.firstFullYears ?? {}))
        await by.fill(words.timing.firstFullYearOf(area), year);
    if (step === 'timing')
      for (const [area, numbers] of Object.entries(input.tenancies ?? {}))
        for (const group of groups) await by.fill(words.timing.tenanciesOf[group](area), numbers[group]);
    if (step === 'method' && input.trend) await by.choose(words.method.trendNames[input.trend]);
    if (step === 'costs' && input.costs) await by.choose(words.costs.from[input.costs]);
    if (step === 'costs' && input.costs === 'own') await by.fill(words.costs.ownCost, '48000');
    await untilDrawn(pane);
    await picture(`${index + 1} ${step}`);
    await by.press(words.next);
  }
  await headingOf(pane, 'write', language).waitFor();
  await picture('5 write');
  await by.press(words.write.button);
  await headingOf(pane, 'result', language).waitFor();
  await pane.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await picture('6 result');

  const effect = (await namedValue('sv_effect_2')) as number;
  const points = Math.abs(100 * effect).toLocaleString(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  // What the pane says is what the finished sheets compute.
  expect(await pane.locator('.finding').innerText()).toContain(`${points} `);
  expect(await pane.locator('.finding').innerText()).toMatch(/95 ?% interval/u);
  const sheets = await sheetNames(page);
  const own = Object.keys(input.sheets ?? { Ark1: [] });
  expect(sheets.slice(0, own.length)).toEqual(own);
  expect(sheets).toHaveLength(own.length + 6);
  // What the last step had announced.
  for (const name of sheets.slice(own.length)) expect(words.write.whereText).toContain(name);
});

describe('the live figure', () => {
  test('follows trend and confidence at once, by the figures that R gives', async () => {
    const pane = await openBook(page);
    await buttonOf(pane, wordsOf.da.source.example).click();
    await walkTo(pane, 'method');
    await pane.getByText('Tallene bag figuren').click();
    const lastRow = pane.locator('.numbers').first().locator('tbody tr').last();
    const expectedLine = pane.locator('.effect-picture .intervention .expected-line');
    const drawn = new Set<string>();
    for (const trend of ['compound', 'linear', 'none'] as const) {
      await pane.getByRole('radio', { name: wordsOf.da.method.trendNames[trend] }).check();
      const expected = reference.expectedRateIntervention[trend][1]!.toFixed(1).replace('.', ',');
      await lastRow.getByRole('cell', { name: expected, exact: true }).waitFor();
      drawn.add((await expectedLine.getAttribute('points'))!);
    }
    expect(drawn.size).toBe(3);
    const limits = (): Promise<string> => lastRow.locator('td').last().innerText();
    // R: poisson.test(29)$conf.int / 5.386 = 3.606 … 7.733.
    expect(await limits()).toBe('3,6 – 7,7');
    await pane.getByLabel(wordsOf.da.method.confidence).selectOption('0.99');
    await pane.getByText('99 % interval for tilfældigheder').waitFor();
    // R: poisson.test(29, conf.level = 0.99)$conf.int / 5.386 = 3.157 … 8.536.
    await lastRow.getByRole('cell', { name: '3,2 – 8,5', exact: true }).waitFor();
  });

  test('is left out while something is wrong, and the numbers by event year show the hole', async () => {
    const sheets = wizardInputs[1]!.sheets!;
    const counts = sheets['Udsættelser']!.filter((row) => !(row[0] === 'Åparken' && row[3] === 2012));
    const pane = await openBook(page, { ...sheets, Udsættelser: counts });
    await buttonOf(pane, wordsOf.da.source.workbook).click();
    await walkTo(pane, 'timing');
    await pane.getByText('Figuren tegnes, så snart der ikke er fejl i områder og år.').waitFor();
    expect(await pane.getByText('Mangler: Åparken 2012').count()).toBe(2);
    // The narrowest pane has room for it.
    const narrow = await page.addStyleTag({ content: '.pane { flex-basis: 320px !important; }' });
    await pane.waitForFunction(() => innerWidth <= 321);
    expect(await pane.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await narrow.evaluate((element: HTMLElement) => element.remove());
    await pane.getByRole('checkbox', { name: wordsOf.da.timing.include('Åparken') }).uncheck();
    await pane.locator('.effect-picture').waitFor();
    expect(await pane.getByText('Mangler: Åparken 2012').count()).toBe(0);
  });
});
