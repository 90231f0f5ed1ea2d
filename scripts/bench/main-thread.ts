import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { projectRoot } from '../../src/workbench/project-root';
import { openExcelOnTheWeb } from '../../tests/support/excel-on-the-web';
import { serveOverHttps } from '../../tests/support/static-server';
import { paneOf } from '../../tests/support/workbench-page';
import { buttonOf, headingOf, walkTo, wordsOf } from '../../tests/support/wizard-walk';
import { filesOf, largeStudy } from './large-study';
import { sizes, type Growth } from './measurement';

/**
 * The longest time in which the pane could not answer its user, from choosing files to sending the report, in a
 * pane that has a process of its own as in Excel on the web. Browsers report what takes above 50 ms.
 */
export async function measureMainThread(): Promise<Growth[]> {
  const server = await serveOverHttps(join(projectRoot, 'dist'), '/');
  const reading = new Map<number, number>();
  const walking = new Map<number, number>();
  const writing = new Map<number, number>();
  try {
    for (const size of sizes) {
      const excel = await openExcelOnTheWeb(server.address);
      try {
        const pane = await paneOf(excel.page);
        await buttonOf(pane, wordsOf.da.source.example).waitFor({ timeout: 120_000 });
        await watchLongTasks(pane);
        const files = filesOf(largeStudy(size)).map(({ name, bytes }) => ({
          name,
          mimeType: 'text/csv',
          buffer: Buffer.from(bytes),
        }));
        await pane.locator('input[type=file]').first().setInputFiles(files);
        await headingOf(pane, 'areas').waitFor({ timeout: 120_000 });
        reading.set(size, await longest(pane));
        await walkTo(pane, 'write');
        walking.set(size, await longest(pane));
        await buttonOf(pane, wordsOf.da.write.button).click();
        // The rest is the workbench's time, minutes of it: the request that carries the most has left by then.
        await excel.page.waitForFunction(() => window.workbench!.pane.host.counters.roundTrips >= 2);
        writing.set(size, await longest(pane));
      } finally {
        await excel.close();
      }
    }
  } finally {
    await server.close();
  }
  return [
    { name: 'Pane held up, files chosen to areas shown', unit: 'ms', values: reading, limit: 100 },
    { name: 'Pane held up, on the way through the steps', unit: 'ms', values: walking, limit: 100 },
    { name: 'Pane held up, simulating to first sheets sent', unit: 'ms', values: writing, limit: 100 },
  ];
}

interface Watching {
  longTasks: number[];
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
