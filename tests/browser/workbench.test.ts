import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import {
  openBook,
  openWorkbench,
  paneOf,
  typeInto,
  untilCellHolds,
  type OpenWorkbench,
} from '../support/workbench-page';
import { bookOf, effectChart, rateSheet } from '../workbench/files/example-book';

let workbench: OpenWorkbench;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sv-browser-'));
  workbench = await openWorkbench();
});
afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true });
});

describe('the workbench in a browser', () => {
  test('is in Danish unless told otherwise', async () => {
    expect(await workbench.page.textContent('#open-button')).toBe('Åbn .xlsx');
    expect(await workbench.page.getAttribute('html', 'lang')).toBe('da');
  });

  test("starts Microsoft's own office.js in the task pane", async () => {
    const pane = await paneOf(workbench.page);
    const about = await pane.evaluate(async () => ({
      host: Office.context.host,
      language: Office.context.displayLanguage,
      sheet: await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.load('name');
        await context.sync();
        return sheet.name;
      }),
    }));
    expect(about).toEqual({ host: 'Excel', language: 'da-DK', sheet: 'Ark1' });
  });

  test('computes a formula that is typed into the grid', async () => {
    await typeInto(workbench.page, 0, 0, '6');
    await typeInto(workbench.page, 1, 0, '=A1*7');
    await untilCellHolds(workbench.page, 1, 0, 42);
    await typeInto(workbench.page, 0, 0, '5');
    await untilCellHolds(workbench.page, 1, 0, 35);
  });

  test('commits what is typed with Enter although names were suggested on the way', async () => {
    const { page } = workbench;
    await page.click('canvas[id^="univer-sheet-main-canvas"]', { position: { x: 120, y: 60 } });
    await page.evaluate(() => {
      const { engine } = window.workbench!;
      engine.select(engine.sheets.active(), { row: 5, column: 0, rows: 1, columns: 1 });
    });
    await page.keyboard.type('=SU');
    await page.waitForSelector('ul[data-u-comp="sheets-formula-editor"] li');
    await page.keyboard.type('M(1,2)');
    await page.keyboard.press('Enter');
    await untilCellHolds(page, 5, 0, 3);
    expect(await page.evaluate(() => window.workbench!.engine.isEditing())).toBe(false);
  });

  test('completes a name that is being typed with Enter', async () => {
    const { page } = workbench;
    await typeInto(page, 0, 0, '5');
    await page.evaluate(() => {
      const { engine } = window.workbench!;
      engine.select(engine.sheets.active(), { row: 6, column: 0, rows: 1, columns: 1 });
    });
    await page.keyboard.type('=SUMPRODUC');
    const suggestions = page.locator('ul[data-u-comp="sheets-formula-editor"] li');
    // The first ones are suggested before all of it is typed, and Enter takes what stands first.
    await page.waitForFunction(() =>
      document
        .querySelector('ul[data-u-comp="sheets-formula-editor"] li')
        ?.textContent?.startsWith('SUMPRODUCT'),
    );
    await page.keyboard.press('Enter');
    await suggestions.first().waitFor({ state: 'detached' });
    // Univer puts the caret behind the bracket later than the name, and then shows what goes into it.
    await page.locator('[data-u-comp="rect-popup"]', { hasText: 'SUMPRODUCT(array' }).waitFor();
    await page.keyboard.type('A1,2)');
    await page.keyboard.press('Enter');
    await untilCellHolds(page, 6, 0, 10);
  });

  test('shows texts alone to whoever edits them, and keeps those texts that look like something else', async () => {
    const { page } = workbench;
    const texts = ["'Effekt", 'År 2', "'007", "'1-2-2014", "'TRUE", "'=A1", "''quoted"];
    await page.evaluate((contents) => {
      const { engine } = window.workbench!;
      const rect = { row: 10, column: 0, rows: contents.length, columns: 1 };
      engine.cells.write(
        engine.sheets.active(),
        rect,
        contents.map((text) => [text]),
      );
      engine.select(engine.sheets.active(), { row: 10, column: 0, rows: 1, columns: 1 });
    }, texts);
    for (const index of texts.keys()) {
      await page.keyboard.press('F2');
      await page.waitForFunction(() => window.workbench!.engine.isEditing());
      // To the front, past an apostrophe if one were shown.
      for (let step = 0; index < 2 && step < 9; step++) await page.keyboard.press('ArrowLeft');
      await page.keyboard.type('x');
      if (index >= 2) await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (row) => window.workbench!.engine.selection().rect.row === row,
        10 + index + 1,
      );
    }
    const kept = await page.evaluate((rows) => {
      const { engine } = window.workbench!;
      return engine.cells.values(engine.sheets.active(), { row: 10, column: 0, rows, columns: 1 }).flat();
    }, texts.length);
    expect(kept).toEqual(['xEffekt', 'xÅr 2', '007', '1-2-2014', 'TRUE', '=A1', "'quoted"]);
  });

  test("computes the add-in's own functions in the grid", async () => {
    await typeInto(workbench.page, 3, 0, '=SV.EVICTION_RATE(62,5498)');
    await untilCellHolds(workbench.page, 3, 0, (62 / 5498) * 1000);
  });

  test('neither computes nor draws before the release what comes while both are held', async () => {
    await openBook(workbench.page, { Ark1: [[6]] });
    const seen = await workbench.page.evaluate(async () => {
      const { engine } = window.workbench!;
      const sheet = engine.sheets.active();
      const cell = (row: number) => ({ row, column: 0, rows: 1, columns: 1 });
      const result = () => engine.cells.values(sheet, cell(1))[0]![0];
      const drawing = () =>
        document.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]')!.toDataURL();
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      // Longer than a change waits for the next one before it is computed.
      const pause = () => new Promise((done) => setTimeout(done, 100));
      await engine.settle();
      await pause();
      await frame();
      const before = drawing();
      engine.hold('calculation');
      engine.hold('drawing');
      engine.cells.write(sheet, cell(1), [['=A1*7']]);
      engine.cells.write(sheet, cell(2), [['Held']]);
      await pause();
      await frame();
      const held = { result: result(), isDrawn: drawing() !== before };
      engine.release();
      await engine.calculate();
      const released = result();
      while (drawing() === before) await frame();
      return { held, released };
    });
    expect(seen.held.result).not.toBe(42);
    expect(seen.held.isDrawn).toBe(false);
    expect(seen.released).toBe(42);
  });

  test('opens a file, draws its chart, redraws it after an edit, and gives the same file back', async () => {
    const { page } = workbench;
    const original = join(folder, 'original.xlsx');
    const book = { ...bookOf({ ...rateSheet, charts: [effectChart] }), styles: [{ bold: true }] };
    await writeFile(original, await writeXlsx(book));
    await page.setInputFiles('#file-input', original);
    await page.waitForSelector('[data-chart="sv_effect_chart"] svg');
    expect(await page.textContent('#file-name')).toBe('original.xlsx');

    const drawing = (): Promise<string> =>
      page.$eval('[data-chart="sv_effect_chart"] svg', (svg) => svg.outerHTML);
    const before = await drawing();
    for (const words of ['Færre udsættelser end ventet', 'Hændelsesår', 'Kontrol', '12,0']) {
      expect(before).toContain(words);
    }
    await typeInto(page, 4, 1, '20');
    await untilCellHolds(page, 7, 3, 10.29 ** 2 / 20);
    await page.waitForFunction(
      (old) => document.querySelector('[data-chart="sv_effect_chart"] svg')?.outerHTML !== old,
      before,
    );

    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download-button')]);
    const saved = join(folder, 'saved.xlsx');
    await download.saveAs(saved);
    expect(download.suggestedFilename()).toBe('original.xlsx');
    const again = await readXlsx(await readFile(saved));
    expect(again.sheets[0]?.charts).toEqual([effectChart]);
    expect(again.sheets[0]?.cells.find(({ row, column }) => row === 7 && column === 3)).toMatchObject({
      formula: '=B7^2/B5',
      value: 10.29 ** 2 / 20,
    });

    await page.setInputFiles('#file-input', saved);
    await page.waitForFunction(() => document.getElementById('file-name')?.textContent === 'saved.xlsx');
    await untilCellHolds(page, 7, 3, 10.29 ** 2 / 20);
  });

  test('says in plain words why a file cannot be opened, and keeps the workbook', async () => {
    const { page } = workbench;
    const text = join(folder, 'text.xlsx');
    await writeFile(text, 'not a workbook');
    await page.setInputFiles('#file-input', text);
    await page.waitForSelector('#status[data-kind="error"]');
    expect(await page.textContent('#status')).toBe(
      'Det lykkedes ikke: Filen er ikke en .xlsx-projektmappe. Gem den i Excel som “Excel-projektmappe (.xlsx)”.',
    );
    await untilCellHolds(page, 3, 1, 'Indsats');
  });

  test('asks nobody but its own server for anything, and throws no errors', () => {
    const others = workbench.requests.filter((address) => !/^(?:data:|blob:)/u.test(address));
    expect(others.filter((address) => !address.startsWith(`${workbench.server.address}/`))).toEqual([]);
    expect(others.some((address) => address.endsWith('/office/office.js'))).toBe(true);
    expect(workbench.errors).toEqual([]);
  });
});
