import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateStudy, exampleStudy, type Study, type StudyResults } from '../../src/study';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { namedResults } from '../support/named-results';
import {
  openWorkbench,
  paneOf,
  typeInto,
  untilCellHolds,
  cellValue,
  type OpenWorkbench,
} from '../support/workbench-page';
import { writeExample } from '../support/wizard-walk';

/** What a consultant does in two minutes, from the example to a changed count to a file. */
let workbench: OpenWorkbench;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sv-evaluation-'));
  workbench = await openWorkbench('da');
});
afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true });
});

/** A named cell's place, as the workbook itself tells it. */
async function placeOf(name: string): Promise<{ sheet: string; row: number; column: number }> {
  const reference = await workbench.page.evaluate(
    (wanted) => window.workbench!.engine.names.list().find((each) => each.name === wanted)!.reference,
    name,
  );
  const [, sheet, letters, row] = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)$/.exec(reference)!;
  const column = Array.from(letters!).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet: sheet!, row: Number(row) - 1, column };
}

async function expectResults(results: StudyResults): Promise<void> {
  for (const [name, expected] of namedResults(results)) {
    const { sheet, row, column } = await placeOf(name);
    if (expected === null)
      expect([name, typeof (await cellValue(workbench.page, row, column, sheet))]).toEqual([name, 'string']);
    else await untilCellHolds(workbench.page, row, column, expected, sheet);
  }
}

/** The example with one count changed: Beboerprojekt Puls, intervention, 2015. */
function withLastCount(evictions: number): Study {
  const study = exampleStudy();
  const counts = study.tables.counts.map((count) =>
    count.area === 'Beboerprojekt Puls' && count.group === 'intervention' && count.year === 2015
      ? { ...count, evictions }
      : count,
  );
  return { ...study, tables: { ...study.tables, counts } };
}

test('the example becomes sheets and charts with the figures that the core computes', async () => {
  const pane = await paneOf(workbench.page);
  await writeExample(pane);
  const sentences = await pane.locator('.result').innerText();
  expect(sentences).toContain('23,3 procentpoint mere');
  expect(sentences).toContain('95 % interval: −28,8 til 75,4');
  await workbench.page.waitForSelector('[data-chart="SV Rates"] svg');
  await workbench.page.waitForSelector('[data-chart="SV Expected"] svg');
  await expectResults(evaluateStudy(exampleStudy()));
});

test('a typed =SV.DID_EFFECT(…) computes the effect from the named rows', async () => {
  const { page } = workbench;
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    engine.sheets.activate(engine.sheets.list()[0]!.id);
  });
  await typeInto(page, 0, 0, '=SV.DID_EFFECT(sv_event_years,sv_intervention_rates,sv_control_rates,2)');
  // From R: see tests/fixtures/stats/reference.R.
  await untilCellHolds(page, 0, 0, 0.232934490239917);
});

test('a changed count is followed by every sheet, the charts and the typed function', async () => {
  const { page } = workbench;
  const cell = await page.evaluate(() => {
    const { engine } = window.workbench!;
    const sheet = engine.sheets.list().find(({ name }) => name === 'Områdedata')!;
    engine.sheets.activate(sheet.id);
    const values = engine.cells.values(sheet.id, { row: 0, column: 0, rows: 80, columns: 4 });
    const row = values.findIndex(
      ([area, group, year]) => area === 'Beboerprojekt Puls' && group === 'Indsats' && year === 2015,
    );
    return { row, column: 3 };
  });
  const chart = (): Promise<string> => page.$eval('[data-chart="SV Rates"]', (element) => element.innerHTML);
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    engine.sheets.activate(engine.sheets.list().find(({ name }) => name === 'Effekt')!.id);
  });
  await page.waitForSelector('[data-chart="SV Rates"] svg');
  const before = await chart();
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    engine.sheets.activate(engine.sheets.list().find(({ name }) => name === 'Områdedata')!.id);
  });
  expect(await cellValue(page, cell.row, cell.column)).toBe(12);
  await typeInto(page, cell.row, cell.column, '30');
  const changed = evaluateStudy(withLastCount(30));
  await expectResults(changed);
  await untilCellHolds(page, 0, 0, changed.years[1]!.effect, 'Ark1');
  await page.evaluate(() => {
    const { engine } = window.workbench!;
    engine.sheets.activate(engine.sheets.list().find(({ name }) => name === 'Effekt')!.id);
  });
  await page.waitForFunction((old) => {
    const drawn = document.querySelector('[data-chart="SV Rates"]');
    return drawn !== null && drawn.querySelector('svg') !== null && drawn.innerHTML !== old;
  }, before);
});

test('the downloaded file opens again with the same values', async () => {
  const { page } = workbench;
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download-button')]);
  const saved = join(folder, 'evaluation.xlsx');
  await download.saveAs(saved);
  const book = await readXlsx(await readFile(saved));
  expect(book.sheets.map(({ name }) => name)).toEqual([
    'Ark1',
    'Områdedata',
    'Hændelsesår',
    'Effekt',
    'Besparelse',
    'Robusthed',
    'Metode',
  ]);
  expect(book.sheets.flatMap(({ charts }) => charts)).toHaveLength(4);
  await page.setInputFiles('#file-input', saved);
  await page.waitForFunction(() => document.querySelector('#file-name')?.textContent === 'evaluation.xlsx');
  await expectResults(evaluateStudy(withLastCount(30)));
  await untilCellHolds(page, 0, 0, evaluateStudy(withLastCount(30)).years[1]!.effect, 'Ark1');
});

test('nothing was asked of any other machine, and nothing went wrong unseen', () => {
  const foreign = workbench.requests.filter(
    (address) => !/^(data:|blob:)/.test(address) && !address.startsWith(workbench.server.address),
  );
  expect(foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
