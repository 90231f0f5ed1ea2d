import type { Browser, Frame, Page } from 'playwright-core';
import type { Scalar } from '../../src/workbench/book';
import type { CellValue } from '../../src/workbench/engine/engine';
import { startServer, type RunningServer } from '../../src/workbench/server';
import { launchBrowser } from './chromium';

/** The workbench in a real browser, as a person has it before them. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly server: RunningServer;
  /** Milliseconds from asking for the page until it was ready. */
  readonly loadingTime: number;
  /** Every address that the page or the pane asked for. */
  readonly requests: readonly string[];
  /** Errors that the page or the pane threw. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Opens the workbench and waits until it says that it is ready. The builds must be there. */
export async function openWorkbench(language: 'da' | 'en' = 'da'): Promise<OpenWorkbench> {
  const server = await startServer();
  const browser: Browser = await launchBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 850 }, acceptDownloads: true });
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
    const started = performance.now();
    await page.goto(`${server.address}/?language=${language}`);
    await page.waitForFunction(() => document.documentElement.dataset['state'] === 'ready');
    return { page, server, loadingTime: performance.now() - started, requests, errors, close };
  } catch (error) {
    // A browser that nobody closes takes its part of the machine from every test after it.
    await close();
    throw error;
  }
}

/** The task pane's frame, once genuine office.js has started in it. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#pane iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  await frame.waitForFunction(() => typeof Office !== 'undefined' && Office.context?.host !== undefined);
  return frame;
}

/** Rows from A1, by the name of their sheet. */
export type Sheets = Readonly<Record<string, readonly (readonly Scalar[])[]>>;

/**
 * Opens another workbook in the workbench, as a person opens another file, with the pane anew beside it: a test
 * begins as it would in a workbench of its own, without the wait for one.
 */
export async function openBook(page: Page, sheets: Sheets = { Ark1: [] }): Promise<Frame> {
  await page.evaluate(async (contents) => {
    const { engine, pane } = window.workbench!;
    const cellsOf = (rows: readonly (readonly (string | number | boolean | null)[])[]) =>
      rows.flatMap((values, row) =>
        values.flatMap((value, column) => (value === null ? [] : [{ row, column, value }])),
      );
    pane.close();
    await pane.host.settle();
    await engine.load({
      sheets: Object.entries(contents).map(([name, rows]) => ({
        name,
        visibility: 'visible',
        showGridlines: true,
        isProtected: false,
        cells: cellsOf(rows),
        columnWidths: new Map(),
        rowHeights: new Map(),
        merges: [],
        frozen: { rows: 0, columns: 0 },
        tables: [],
        charts: [],
        validations: [],
        conditionalFormats: [],
      })),
      styles: [],
      names: [],
      settings: new Map(),
      customXml: new Map(),
      activeSheet: 0,
    });
    pane.restart();
  }, sheets);
  const pane = await paneOf(page);
  await pane.getByRole('heading', { level: 1 }).waitFor();
  return pane;
}

/** Names of the sheets, in the order of their tabs. */
export const sheetNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.workbench!.engine.sheets.list().map(({ name }) => name));

/** Types into a cell of the active sheet as a person does, and ends with Enter. */
export async function typeInto(page: Page, row: number, column: number, text: string): Promise<void> {
  // The keyboard may still be with the pane.
  await page.click('canvas[id^="univer-sheet-main-canvas"]', { position: { x: 120, y: 60 } });
  await page.evaluate(
    ([r, c]) => {
      const { engine } = window.workbench!;
      engine.select(engine.sheets.active(), { row: r, column: c, rows: 1, columns: 1 });
    },
    [row, column] as const,
  );
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What a cell of a sheet holds (of the active one unless named), exactly. */
export async function cellValue(page: Page, row: number, column: number, sheet?: string): Promise<CellValue> {
  return page.evaluate(
    ([r, c, name]) => {
      const { engine } = window.workbench!;
      const id = engine.sheets.list().find((one) => one.name === name)?.id ?? engine.sheets.active();
      return engine.cells.values(id, { row: r, column: c, rows: 1, columns: 1 })[0]?.[0] ?? null;
    },
    [row, column, sheet] as const,
  );
}

/** Waits until a cell holds this; a number may differ in its last digits. */
export async function untilCellHolds(
  page: Page,
  row: number,
  column: number,
  expected: CellValue,
  sheet?: string,
): Promise<void> {
  await page.waitForFunction(
    ([r, c, wanted, name]) => {
      const { engine } = window.workbench!;
      const id = engine.sheets.list().find((one) => one.name === name)?.id ?? engine.sheets.active();
      const found = engine.cells.values(id, { row: r, column: c, rows: 1, columns: 1 })[0]?.[0] ?? null;
      if (typeof found === 'number' && typeof wanted === 'number') {
        return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
      }
      return JSON.stringify(found) === JSON.stringify(wanted);
    },
    [row, column, expected, sheet] as const,
  );
}

/** Waits until the pane has kept the study in the workbook with this in it, such as `"step":"costs"`. */
export async function untilKept(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...window.workbench!.engine.customXml.values()].some(
        (xml) => xml.includes('urn:sociale-vicevaerter:study') && xml.includes(wanted),
      ),
    text,
  );
}

/** Closes the pane and opens it again, as on another day. */
export async function reopenPane(page: Page): Promise<Frame> {
  await page.evaluate(() => window.workbench!.pane.restart());
  return paneOf(page);
}
