import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { projectRoot } from '../../src/workbench/project-root';
import { openExcelOnTheWeb } from '../../tests/support/excel-on-the-web';
import { serveOverHttps } from '../../tests/support/static-server';
import { paneOf, reopenPane } from '../../tests/support/workbench-page';
import { buttonOf, headingOf, walkTo, wordsOf } from '../../tests/support/wizard-walk';
import { filesOf, largeStudy } from './large-study';
import { sizes, type Growth } from './measurement';

/**
 * The longest time in which the pane could not answer its user, from choosing files to the report, in a pane that has
 * a process of its own as in Excel on the web: the workbench's work, which is Excel's in reality, is not in it.
 * Browsers report what takes above 50 ms.
 *
 * @param largestWritten number of areas up to which a report is waited for: of more, writing takes the workbench minutes
 */
export async function measureMainThread(largestWritten: number): Promise<Growth[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sv-bench-'));
  const server = await serveOverHttps(join(projectRoot, 'dist'), '/');
  const reading = new Map<number, number>();
  const walking = new Map<number, number>();
  const typing = new Map<number, number>();
  const keys = new Map<number, number>();
  const writing = new Map<number, number>();
  const cancelling = new Map<number, number>();
  const finishing = new Map<number, number>();
  const updating = new Map<number, number>();
  /** Seconds from the button until the result, or until the workbook is as it was. */
  const written = new Map<number, number>();
  const cancelled = new Map<number, number>();
  const updated = new Map<number, number>();
  const starting = new Map<number, number>();
  const resuming = new Map<number, number>();
  let speed = 0;
  try {
    for (const size of sizes) {
      const excel = await openExcelOnTheWeb(server.address);
      try {
        let pane = await paneOf(excel.page);
        await buttonOf(pane, wordsOf.da.source.example).waitFor({ timeout: 120_000 });
        await untilLoaded(pane);
        await watchLongTasks(pane);
        // From the disk, as a person chooses them: otherwise their bytes would be made in the pane itself.
        const files = filesOf(largeStudy(size)).map(({ name, bytes }) => {
          const path = join(folder, name);
          writeFileSync(path, bytes);
          return path;
        });
        await pane.locator('input[type=file]').first().setInputFiles(files);
        await headingOf(pane, 'areas').waitFor({ timeout: 120_000 });
        reading.set(size, await longest(pane));
        await untilKept(excel.page);
        const opened = performance.now();
        pane = await reopenPane(excel.page);
        await pane.getByRole('heading', { name: wordsOf.da.saved.heading }).waitFor({ timeout: 120_000 });
        starting.set(size, performance.now() - opened);
        await untilLoaded(pane);
        await watchLongTasks(pane);
        await pane.getByRole('button', { name: new RegExp(`^${wordsOf.da.saved.resume}`, 'u') }).click();
        await headingOf(pane, 'areas').waitFor({ timeout: 120_000 });
        resuming.set(size, await longest(pane));
        await walkTo(pane, 'timing');
        await pane.locator('.effect-picture').waitFor({ timeout: 120_000 });
        walking.set(size, await longest(pane));
        keys.set(size, await typeYears(pane));
        typing.set(size, await longest(pane));
        await walkTo(pane, 'write', 'da', undefined, 'timing');
        walking.set(size, Math.max(walking.get(size)!, await longest(pane)));
        let asked = performance.now();
        await untilSent(excel.page, () => buttonOf(pane, wordsOf.da.write.button).click());
        writing.set(size, await longest(pane));
        if (size <= largestWritten) {
          if (size >= smallestCancelled) {
            cancelled.set(size, await cancelHalfWay(excel.page, pane));
            cancelling.set(size, await longest(pane));
            pane = await takenUpAgain(excel.page);
            await watchLongTasks(pane);
            asked = performance.now();
            await buttonOf(pane, wordsOf.da.write.button).click();
          }
          await headingOf(pane, 'result').waitFor({ timeout: longestWait });
          written.set(size, (performance.now() - asked) / 1000);
          finishing.set(size, await longest(pane));
          const askedAnew = performance.now();
          await updateReport(pane);
          await headingOf(pane, 'result').waitFor({ timeout: longestWait });
          updated.set(size, (performance.now() - askedAnew) / 1000);
          updating.set(size, await longest(pane));
        }
        speed = await fixedWork(pane);
      } finally {
        await excel.close();
      }
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
  // The same work on every machine: how much of a figure is the machine's speed.
  const beside = { name: 'sorting a million numbers in the pane', value: speed };
  const growth = (name: string, values: ReadonlyMap<number, number>): Growth => ({
    ...{ name, unit: 'ms', values, limit: 100, beside },
  });
  return [
    growth('Pane held up, files chosen to areas shown', reading),
    growth('Pane held up, on the way through the steps', walking),
    growth('Pane held up, a year typed beside the live figure', typing),
    growth('  from pressing a key to seeing it', keys),
    growth('Pane held up, simulating to first sheets sent', writing),
    growth('Pane held up, cancelled half way', cancelling),
    growth('Pane held up, the rest of the report', finishing),
    growth('Pane held up, the report updated', updating),
    growth('Pane held up, a kept study taken up again', resuming),
    { name: 'Pane started where a study is kept', unit: 'ms', values: starting, beside },
    { name: 'Report written, from the button to the result', unit: 's', values: written },
    { name: 'Report cancelled half way, until the workbook is as it was', unit: 's', values: cancelled },
    { name: 'Report updated, from the button to the result', unit: 's', values: updated },
  ];
}

/** Milliseconds that a report may take the workbench. */
const longestWait = 600_000;
/** Number of areas from which a person has the time to cancel half way. */
const smallestCancelled = 500;

/** Seconds from cancelling a report that is being written; throws unless the workbook is as it was. */
async function cancelHalfWay(page: Page, pane: Frame): Promise<number> {
  const progress = pane.getByRole('progressbar');
  await pane.waitForFunction(
    () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) >= 0.7,
    undefined,
    { timeout: longestWait },
  );
  const cancelling = performance.now();
  await buttonOf(pane, wordsOf.da.cancel).click();
  await progress.waitFor({ state: 'detached', timeout: longestWait });
  const seconds = (performance.now() - cancelling) / 1000;
  const left = await page.evaluate(() => {
    const { sheets, names, customXml } = window.workbench!.engine;
    const isOfReport = (xml: string): boolean => xml.includes('urn:sociale-vicevaerter:report');
    return {
      sheets: sheets.list().length,
      names: names.list().length,
      records: [...customXml.values()].filter(isOfReport).length,
    };
  });
  if (left.sheets !== 1 || left.names > 0 || left.records > 0)
    throw new Error(`Cancelling left something behind: ${JSON.stringify(left)}.`);
  return seconds;
}

/** The pane closed and opened again, where the study was left: at the step before writing. */
async function takenUpAgain(page: Page): Promise<Frame> {
  const pane = await reopenPane(page);
  await pane.getByRole('button', { name: new RegExp(`^${wordsOf.da.saved.resume}`, 'u') }).click();
  await headingOf(pane, 'write').waitFor({ timeout: 120_000 });
  await untilLoaded(pane);
  return pane;
}

/** Has a report written anew in its place, from the view of the result. */
async function updateReport(pane: Frame): Promise<void> {
  const { back, write } = wordsOf.da;
  await buttonOf(pane, back).click();
  await headingOf(pane, 'write').waitFor();
  await buttonOf(pane, write.button).click();
  const update = pane.getByRole('button', { name: write.update('').trim() });
  await update.first().click({ timeout: 120_000 });
}

/** Until two requests of the largest kind have gone to the workbook. */
async function untilSent(page: Page, write: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(() => window.workbench!.pane.host.counters.requestBytes.length);
  await write();
  await page.waitForFunction(
    (count) =>
      window.workbench!.pane.host.counters.requestBytes.slice(count).filter((bytes) => bytes > 100_000)
        .length >= 2,
    before,
    { timeout: longestWait },
  );
}

/** What loads in the background once the first view is shown is no part of what is measured. */
async function untilLoaded(pane: Frame): Promise<void> {
  await pane.waitForFunction(() => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    return ['reading', 'writing', 'sharing', 'saving'].every((part) =>
      loaded.some((name) => name.includes(`/${part}.js`)),
    );
  });
  // They run as soon as they are there.
  await pane.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
}

/** Until the workbook has the study whole: its tables are kept first. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...window.workbench!.engine.customXml.values()].some(
        (xml) => xml.includes('urn:sociale-vicevaerter:study') && xml.includes('"step":"areas"'),
      ),
    undefined,
    { timeout: 120_000 },
  );
}

/** Types two years where the live figure follows; the longest from a key to the next picture on the screen. */
async function typeYears(pane: Frame): Promise<number> {
  await pane.evaluate(() => {
    const seen: number[] = [];
    (window as unknown as Watching).keys = seen;
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name.startsWith('key')) seen.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const year = pane.locator('.short-input input').first();
  const before = await year.inputValue();
  await year.focus();
  for (const typed of [String(Number(before) + 1), before]) {
    const picture = await pane.locator('.effect-picture').innerHTML();
    for (let key = 0; key < 4; key += 1) await year.press('Backspace');
    await year.pressSequentially(typed);
    await pane.waitForFunction(
      (old) => {
        const now = document.querySelector('.effect-picture')?.innerHTML;
        return now !== undefined && now !== old;
      },
      picture,
      { timeout: 120_000 },
    );
  }
  return pane.evaluate(() => Math.max(0, ...(window as unknown as Watching).keys));
}

/** Milliseconds, the median of five. */
function fixedWork(pane: Frame): Promise<number> {
  return pane.evaluate(() => {
    const times = Array.from({ length: 5 }, () => {
      const numbers = Float64Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) % 1_000_003);
      const started = performance.now();
      numbers.sort();
      return performance.now() - started;
    });
    return times.sort((a, b) => a - b)[2]!;
  });
}

interface Watching {
  longTasks: number[];
  keys: number[];
}

async function watchLongTasks(pane: Frame): Promise<void> {
  await pane.evaluate(() => {
    const seen: number[] = [];
    (window as unknown as Watching).longTasks = seen;
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'self') seen.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** The longest since the last call; 0 where none was reported. */
async function longest(pane: Frame): Promise<number> {
  return pane.evaluate(async () => {
    // What is reported comes a moment after the task.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    const { longTasks } = window as unknown as Watching;
    return Math.max(0, ...longTasks.splice(0));
  });
}
