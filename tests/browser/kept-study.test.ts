import type { Frame, Page } from 'playwright-core';
import {
  openBook,
  openWorkbench,
  reopenPane,
  sheetNames,
  untilKept,
  type OpenWorkbench,
} from '../support/workbench-page';
import { buttonOf, headingOf, walkTo, wordsOf, writeExample } from '../support/wizard-walk';

const t = wordsOf.da;
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

const rate = (pane: Frame) => pane.getByLabel('Diskonteringsrente', { exact: false });

/** Puts rows on the first sheet, from A1. */
const putRows = (rows: readonly (readonly (string | number)[])[]) =>
  page.evaluate((cells) => {
    const { engine } = window.workbench!;
    const [sheet] = engine.sheets.list();
    const rect = { row: 0, column: 0, rows: cells.length, columns: cells[0]!.length };
    engine.cells.write(sheet!.id, rect, cells);
  }, rows);

const table = (evictions: number) => [
  ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Udsættelser', 'Lejemål'],
  ...[2009, 2010, 2011, 2012, 2013].flatMap((year, index) => [
    ['Nord', 'Indsats', 'Nord', year, year === 2010 ? evictions : 9 - index, 900],
    ['Nord', 'Kontrol', 'Syd', year, 20, 5000],
  ]),
];

test('the pane reopens where it was, with everything as it was typed, and can start over instead', async () => {
  let pane = await openBook(page);
  await buttonOf(pane, t.source.example).click();
  await walkTo(pane, 'costs');
  await rate(pane).fill('3,x');
  await untilKept(page, '3,x');
  pane = await reopenPane(page);
  await pane.getByRole('heading', { name: t.saved.heading }).waitFor();
  // Nobody has moved yet: Excel keeps the focus.
  expect(await pane.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await pane.getByRole('button', { name: /^Fortsæt evalueringen af/ }).click();
  await headingOf(pane, 'costs').waitFor();
  expect(await rate(pane).inputValue()).toBe('3,x');
  // What was kept stays where it is when another study is begun.
  pane = await reopenPane(page);
  await pane.getByRole('heading', { name: t.saved.heading }).waitFor();
  await buttonOf(pane, t.source.workbook).click();
  await headingOf(pane, 'areas').waitFor();
  await untilKept(page, '"kind":"workbook"');
  await untilKept(page, '3,x');
});

test('what was typed last is there again although the pane is closed at once', async () => {
  let pane = await openBook(page);
  await buttonOf(pane, t.source.example).click();
  await walkTo(pane, 'costs');
  await untilKept(page, '"step":"costs"');
  // Excel takes nothing more from this pane.
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    Object.assign(window, { wasEditing: engine.isEditing.bind(engine) });
    engine.isEditing = () => true;
  });
  await rate(pane).fill('4,y');
  await page.evaluate(() => {
    const { engine, pane: open } = window.workbench!;
    open.close();
    engine.isEditing = (window as unknown as { wasEditing: () => boolean }).wasEditing;
  });
  pane = await reopenPane(page);
  expect(await page.evaluate(() => [...window.workbench!.engine.customXml.values()].join())).not.toContain(
    '4,y',
  );
  await pane.getByRole('button', { name: /^Fortsæt evalueringen af/ }).click();
  await headingOf(pane, 'costs').waitFor();
  expect(await rate(pane).inputValue()).toBe('4,y');
  // From now on the workbook has it, and the computer no copy of its own.
  await untilKept(page, '4,y');
  await pane.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes('unsaved')));
});

test('what is typed before the workbook has taken the study is put by at once, under the id that it gets there', async () => {
  const pane = await openBook(page);
  // Excel takes nothing from now on.
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    Object.assign(window, { wasEditing: engine.isEditing.bind(engine) });
    engine.isEditing = () => true;
  });
  await buttonOf(pane, t.source.example).click();
  await walkTo(pane, 'costs');
  await rate(pane).fill('5,z');
  const put = await pane.waitForFunction(
    () =>
      Object.entries(localStorage).flatMap(([key, value]) =>
        key.includes('unsaved:') && String(value).includes('5,z') ? [key.split('unsaved:')[1]!] : [],
      )[0],
  );
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    engine.isEditing = (window as unknown as { wasEditing: () => boolean }).wasEditing;
  });
  await untilKept(page, '5,z');
  await untilKept(page, (await put.jsonValue())!);
  await pane.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes('unsaved')));
});

test('counts that have changed since are said with what they were and are, and can be read again', async () => {
  let pane = await openBook(page, { Ark1: table(8) });
  await buttonOf(pane, t.source.workbook).click();
  await headingOf(pane, 'areas').waitFor();
  await buttonOf(pane, t.next).click();
  await headingOf(pane, 'timing').waitFor();
  await pane.getByLabel(t.timing.firstFullYearOf('Nord')).fill('2012');
  await untilKept(page, '2012');
  await putRows(table(6));
  pane = await reopenPane(page);
  await pane.getByRole('button', { name: /^Fortsæt evalueringen af/ }).click();
  await pane.getByText('1 optælling er ændret siden').waitFor();
  expect(await pane.getByText('Nord 2010, udsættelser: 8 → 6.').count()).toBe(1);
  await buttonOf(pane, 'Vis Ark1!E4').click();
  await page.waitForFunction(() => window.workbench!.engine.selection().rect.row === 3);
  await buttonOf(pane, t.changed.take).click();
  await pane.getByText('1 optælling er ændret siden').waitFor({ state: 'detached' });
  expect(await pane.getByLabel(t.timing.firstFullYearOf('Nord')).inputValue()).toBe('2012');
  // A report that is written hears of it, too: its tables are read again, and it is written anew.
  await walkTo(pane, 'write', 'da', undefined, 'timing');
  await buttonOf(pane, t.write.button).click();
  await headingOf(pane, 'result').waitFor();
  await untilKept(page, '"step":"result"');
  await putRows(table(7));
  pane = await reopenPane(page);
  await pane.getByRole('button', { name: /^Fortsæt evalueringen af/ }).click();
  await headingOf(pane, 'result').waitFor();
  await pane.getByText('Nord 2010, udsættelser: 6 → 7.').waitFor();
  await buttonOf(pane, t.changed.take).click();
  await headingOf(pane, 'write').waitFor();
  expect(await pane.getByText('Nord 2012', { exact: true }).count()).toBe(1);
});

test('writing again asks; what was typed is shown, kept and said; of a newer report’s cells nothing is known', async () => {
  const pane = await openBook(page);
  await writeExample(pane);
  const before = await sheetNames(page);
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    const [, , , effect] = engine.sheets.list();
    const { reference } = engine.names.list().find(({ name }) => name === 'sv_trend')!;
    const row = Number(/\d+$/.exec(reference)![0]) - 1;
    engine.cells.write(effect!.id, { row, column: 2, rows: 1, columns: 1 }, [['lineær']]);
  });
  await buttonOf(pane, t.back).click();
  await buttonOf(pane, t.write.button).click();
  await pane.getByText(t.write.exists(1)).waitFor();
  await buttonOf(pane, t.write.update('Områdedata')).click();
  await pane.getByText(t.update.heading).waitFor();
  expect(await pane.getByText('procentvis → lineær').count()).toBe(1);
  // Nothing has happened yet, and nothing need happen.
  await buttonOf(pane, t.cancel).click();
  expect(await sheetNames(page)).toEqual(before);
  await buttonOf(pane, t.write.button).click();
  await buttonOf(pane, t.write.update('Områdedata')).click();
  await buttonOf(pane, t.update.go).click();
  await headingOf(pane, 'result').waitFor();
  await pane.getByText(t.result.typed(1)).waitFor();
  expect(await sheetNames(page)).toEqual(before);
  // As if a newer version of the add-in had written it.
  await page.evaluate(() => {
    const { customXml } = window.workbench!.engine;
    for (const [id, xml] of customXml)
      if (xml.includes(':report:')) customXml.set(id, xml.replace('version="1"', 'version="2"'));
  });
  await buttonOf(pane, t.back).click();
  await buttonOf(pane, t.write.button).click();
  await buttonOf(pane, t.write.update('Områdedata')).click();
  await pane.getByText(t.update.unknown).waitFor();
  await buttonOf(pane, t.cancel).click();
  expect(await sheetNames(page)).toEqual(before);
});

test('a study of a newer version and a damaged one are said; the whole one beside them goes on', async () => {
  let pane = await openBook(page);
  await buttonOf(pane, t.source.example).click();
  await walkTo(pane, 'costs');
  await rate(pane).fill('4,x');
  await untilKept(page, '4,x');
  const others = await page.evaluate(() => {
    const { customXml } = window.workbench!.engine;
    const xml = [...customXml.values()].find((each) => each.includes(':study"'))!;
    customXml.set('{NEWER}', xml.replace('version="1"', 'version="2"'));
    customXml.set('{DAMAGED}', xml.replace('4,x', '5,x'));
    return [customXml.get('{NEWER}'), customXml.get('{DAMAGED}')];
  });
  pane = await reopenPane(page);
  await pane.getByText(t.saved.newer).waitFor();
  await pane.getByText(t.saved.damaged).waitFor();
  await pane.getByRole('button', { name: /^Fortsæt evalueringen af/ }).click();
  await headingOf(pane, 'costs').waitFor();
  expect(await rate(pane).inputValue()).toBe('4,x');
  await rate(pane).fill('6,x');
  await untilKept(page, '6,x');
  const left = await page.evaluate(() => {
    const { customXml } = window.workbench!.engine;
    return [customXml.get('{NEWER}'), customXml.get('{DAMAGED}')];
  });
  expect(left).toEqual(others);
});
