import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Frame, Page } from 'playwright-core';
import type { Scalar } from '../../src/workbench/book';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { violations } from '../support/axe';
import { bookOf } from '../support/open-workbook';
import { openWorkbench, paneOf, sheetNames, type OpenWorkbench } from '../support/workbench-page';
import { headingOf } from '../support/wizard-walk';

/** Where the tables may come from, and what is done about what was read: as a person meets it in the pane. */
let workbench: OpenWorkbench;
let page: Page;
let pane: Frame;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sv-sources-'));
  workbench = await openWorkbench('da');
  page = workbench.page;
});
afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true });
  expect(workbench.errors).toEqual([]);
});

type Rows = readonly (readonly Scalar[])[];
const years = [2009, 2010, 2011, 2012, 2013];
const evictions = (area: string, control = `Bo ${area}`): Rows => [
  ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Udsættelser', 'Lejemål'],
  ...years.flatMap((year) => [
    [area, 'Indsats', area, year, 7, 900],
    [area, 'Kontrol', control, year, 20, 5000],
  ]),
];
const programmes = (...areas: string[]): Rows => [
  ['Område', 'Første hele år', 'Lejemål', 'Timer pr. uge'],
  ...areas.map((area) => [area, 2012, 900, 10]),
];
const csv = (rows: Rows): string => rows.map((row) => row.join(';')).join('\n');
const xlsx = (sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> => writeXlsx(bookOf(sheets));

/** Opens a workbook in the workbench, as a person does: the pane starts anew beside it. */
async function open(sheets: Readonly<Record<string, Rows>>): Promise<void> {
  const old = await page.$('#pane iframe');
  await page.setInputFiles('#file-input', {
    ...{ name: 'min.xlsx', mimeType: 'application/octet-stream' },
    buffer: Buffer.from(await xlsx(sheets)),
  });
  await page.waitForFunction((before) => !before?.isConnected, old);
  pane = await paneOf(page);
  await headingOf(pane, 'source').waitFor();
}
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const choose = (...paths: string[]): Promise<void> => pane.setInputFiles('input[type=file]', paths);

const button = (name: string) => pane.getByRole('button', { name, exact: true });
const areas = async (): Promise<string[]> => {
  await headingOf(pane, 'areas').waitFor();
  return pane.locator('table.areas tbody td:first-child').allInnerTexts();
};
const select = (sheet: string, row: number, column: number, rows: number, columns: number): Promise<void> =>
  page.evaluate(
    ([name, rect]) => {
      const { engine } = window.workbench!;
      engine.select(engine.sheets.list().find((one) => one.name === name)!.id, rect);
    },
    [sheet, { row, column, rows, columns }] as const,
  );

describe('parts of the workbook', () => {
  const chooseParts = 'Vælg ark, tabeller eller det markerede';
  const sheets = {
    Nord: evictions('Nord'),
    Syd: evictions('Syd'),
    Indsatser: programmes('Nord', 'Syd'),
  };

  test('single sheets can be chosen, and nothing else is read', async () => {
    await open(sheets);
    await button(chooseParts).click();
    await pane.getByLabel('Nord', { exact: false }).waitFor();
    expect(await button(chooseParts).getAttribute('aria-expanded')).toBe('true');
    expect(await violations(pane)).toEqual([]);
    await button('Læs de valgte').click();
    await pane.getByText('Vælg mindst ét ark eller én tabel.').waitFor();
    expect(await violations(pane)).toEqual([]);
    await pane.getByLabel('Nord', { exact: false }).check();
    await pane.getByLabel('Indsatser', { exact: false }).check();
    await button('Læs de valgte').click();
    expect(await areas()).toEqual(['Nord', 'Syd']);
    expect(await pane.locator('table.areas').innerText()).toMatch(/Nord\s+2009–2013\s+10\s+Syd\s+–\s+0/u);
    // The same sheets again, as they are now.
    await button('Læs tabellerne igen').click();
    expect(await areas()).toEqual(['Nord', 'Syd']);
  });

  test('the selection is shown as it moves, and read', async () => {
    await open({ Alt: [...evictions('Nord'), [], ...evictions('Syd')] });
    await select('Alt', 0, 0, 11, 6);
    await button(chooseParts).click();
    const address = pane.locator('.selected-address');
    await address.getByText('Alt!A1:F11').waitFor();
    await select('Alt', 3, 3, 1, 1);
    await address.getByText('Hele arket Alt').waitFor();
    await select('Alt', 12, 0, 11, 6);
    await address.getByText('Alt!A13:F23').waitFor();
    await button('Læs det markerede').click();
    expect(await areas()).toEqual(['Syd']);
    // Something else is selected: the same cells are read again.
    await select('Alt', 0, 0, 1, 1);
    await button('Læs tabellerne igen').click();
    expect(await areas()).toEqual(['Syd']);
  });

  test('a sheet that is gone is said, with what to do', async () => {
    await open(sheets);
    await button(chooseParts).click();
    await pane.getByLabel('Syd', { exact: false }).check();
    await page.evaluate(() => {
      const { engine } = window.workbench!;
      engine.sheets.remove(engine.sheets.list().find(({ name }) => name === 'Syd')!.id);
    });
    await button('Læs de valgte').click();
    await pane.getByText('Arket eller tabellen findes ikke længere.', { exact: false }).waitFor();
  });
});

describe('files from the computer', () => {
  test('another workbook is read by way of the open one, which stays as it was', async () => {
    await open({ Mit: [['eget']] });
    const other = await xlsx({ Tal: evictions('Nord'), Indsatser: programmes('Nord') });
    await choose(file('tal.xlsx', other));
    expect(await areas()).toEqual(['Nord']);
    await pane.getByText('tal.xlsx: Tal; tal.xlsx: Indsatser').waitFor();
    expect(await sheetNames(page)).toEqual(['Mit']);
  });

  test('workbooks and text files are read together', async () => {
    await open({ Mit: [['eget']] });
    await choose(
      file('tal.xlsx', await xlsx({ Tal: evictions('Nord') })),
      file('syd.csv', csv(evictions('Syd'))),
      file('indsatser.csv', csv(programmes('Nord', 'Syd'))),
    );
    expect(await areas()).toEqual(['Nord', 'Syd']);
    await button('Fortsæt').click();
    await headingOf(pane, 'timing').waitFor();
  });

  test('files can be dropped on the pane', async () => {
    await open({ Mit: [['eget']] });
    const dropped = await pane.evaluateHandle(
      (texts) => {
        const data = new DataTransfer();
        for (const [name, text] of texts) data.items.add(new File([text], name));
        return data;
      },
      [
        ['tal.csv', csv(evictions('Nord'))],
        ['indsatser.csv', csv(programmes('Nord'))],
      ] as const,
    );
    await pane.dispatchEvent('main h1', 'drop', { dataTransfer: dropped });
    expect(await areas()).toEqual(['Nord']);
  });

  test.each([
    ['of 200 MB', 'stor.csv', 'er for stor'],
    ['that is a workbook of 200 MB', 'stor.xlsx', 'er for stor'],
    ['that unpacks to more than anybody has', 'bombe.xlsx', 'er for stor'],
    ['that is no workbook', 'nej.xlsx', 'er ikke en projektmappe'],
    ['with macros', 'makroer.xlsm', 'er ikke en projektmappe'],
    ['of an old Excel', 'gammel.xls', 'er ikke en projektmappe'],
    ['with a password', 'hemmelig.xlsx', 'er beskyttet med en adgangskode'],
  ])('a file %s is refused before it is unpacked, in words', async (_, name, words) => {
    await open({ Mit: [['eget']] });
    const path = file(name, contents[name] ?? 'område;gruppe;år;udsættelser\n');
    if (name.startsWith('stor')) truncateSync(path, 200 * 1024 * 1024);
    await choose(path);
    const summary = pane.getByRole('alert');
    await summary.getByText(`${name} ${words}`, { exact: false }).waitFor();
    expect(await sheetNames(page)).toEqual(['Mit']);
  });

  test('names of formulas and markup are shown as the texts that they are', async () => {
    await open({ Mit: [['eget']] });
    const names = ['=1+1', '+45', '@SUM(A1)', '<img src=x onerror=alert(1)>'];
    await choose(
      file('tal.csv', csv(names.flatMap((name, index) => evictions(name).slice(index === 0 ? 0 : 1)))),
      file('indsatser.csv', csv(programmes(...names))),
    );
    expect(await areas()).toEqual(names);
    expect(await pane.locator('main table img').count()).toBe(0);
  });

  test('a long reading shows how far it is and can be cancelled; what was read before stays', async () => {
    await open({ Tal: evictions('Nord'), Indsatser: programmes('Nord') });
    await button('Brug tabellerne i denne projektmappe').click();
    expect(await areas()).toEqual(['Nord']);
    await button('Tilbage').click();
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
    await choose(file('tal.xlsx', await xlsx({ Tal: evictions('Syd') })));
    await button('Annullér').click();
    expect(await pane.getByRole('progressbar').count()).toBe(1);
    expect(await violations(pane)).toEqual([]);
    await pane.evaluate(() => (window as unknown as { letGo(): void }).letGo());
    await pane.getByText('Annulleret. Projektmappen er, som den var.').waitFor();
    expect(await sheetNames(page)).toEqual(['Tal', 'Indsatser']);
    await button('Fortsæt med det, der er læst').click();
    expect(await areas()).toEqual(['Nord']);
  });
});

/** 600 MB of nothing, in a file of 600 KB. */
const bomb = zipSync({
  '[Content_Types].xml': new Uint8Array(1),
  'xl/worksheets/sheet1.xml': new Uint8Array(600 * 1024 * 1024),
});
const contents: Readonly<Record<string, Uint8Array>> = {
  'bombe.xlsx': bomb,
  'nej.xlsx': Buffer.from('ikke en projektmappe'),
  'hemmelig.xlsx': Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]),
};

test('names that are written almost alike are proposed as one, and kept apart when the user says so', async () => {
  const [header, ...rows] = evictions('Sydhavnen');
  await open({
    Tal: [header!, ...rows, ...evictions('Syd-havnen', 'Bo Andet').slice(1)],
    Indsatser: programmes('Sydhavnen'),
  });
  await button('Brug tabellerne i denne projektmappe').click();
  expect(await areas()).toEqual(['Sydhavnen']);
  await pane.getByText('“Sydhavnen” og “Syd-havnen” blev læst som ét navn', { exact: false }).waitFor();
  await button('Hold dem adskilt').click();
  await pane.getByText('ligner hinanden, men er holdt adskilt', { exact: false }).waitFor();
  expect(await areas()).toEqual(['Sydhavnen', 'Syd-havnen']);
  expect(await violations(pane)).toEqual([]);
  await button('Læs dem som ét navn').click();
  await pane.getByText('blev læst som ét navn', { exact: false }).waitFor();
  expect(await areas()).toEqual(['Sydhavnen']);
});

test('every finding about cells leads to them', async () => {
  const [header, ...rows] = evictions('Nord');
  await open({
    Tal: [
      header!,
      ...rows.map((row, index) => (index === 3 ? row.with(4, '17*') : row)),
      ['I alt', null, null, null, 1],
    ],
    Indsatser: programmes('Nord'),
  });
  await button('Brug tabellerne i denne projektmappe').click();
  await button('Vis Tal!E5').click();
  const selected = (row: number, column: number) =>
    page.waitForFunction(
      ([r, c]) => {
        const { rect } = window.workbench!.engine.selection();
        return rect.row === r && rect.column === c;
      },
      [row, column] as const,
    );
  await selected(4, 4);
  await button('Vis Tal!A12').click();
  await selected(11, 0);
});
