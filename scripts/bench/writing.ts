import { writeReport } from '../../src/excel';
import { planReport } from '../../src/report';
import { runToEnd } from '../../src/stats';
import { assembleFiles, simulateFigures } from '../../src/study';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { startHeadless, type HeadlessWorkbench } from '../../src/workbench/headless';
import { recalculate } from '../../tests/support/libreoffice';
import { filesOf, largeStudy } from './large-study';
import { onceAsync, sizes, type Growth } from './measurement';

const megabytes = 1_000_000;

/**
 * What the start allocates grows as the areas do. But each collection of young objects also walks every page of the
 * heap, which grows as well: 2.7 ms at 0.66 GB, 4.3 ms at 1 GB, with nothing to keep. Measured: 13.3.
 */
const startMayGrow = {
  times: 15,
  because: 'each of as many more collections of young memory walks as much larger a heap',
};

/**
 * Writing through genuine office.js into the workbench, and changing a count there, beside LibreOffice opening
 * and recalculating the same workbook. The time is the workbench's, which parses every formula in JavaScript,
 * not Excel's; round trips and bytes are what Excel would get.
 */
export async function measureWriting(largest: number): Promise<Growth[]> {
  const figures = {
    roundTrips: new Map<number, number>(),
    bytes: new Map<number, number>(),
    writing: new Map<number, number>(),
    changing: new Map<number, number>(),
    cancelling: new Map<number, number>(),
    saving: new Map<number, number>(),
    opening: new Map<number, number>(),
    judged: new Map<number, number>(),
  };
  for (const size of sizes.filter((each) => each <= largest)) {
    const { study, findings } = assembleFiles(filesOf(largeStudy(size)));
    const simulation = { figures: runToEnd(simulateFigures(study))!, at: '' };
    const plan = planReport(study, findings, { suffix: '', date: '', version: '', simulation });
    collectMemory();
    const workbench = await startHeadless({ language: 'da-DK' });
    Object.assign(globalThis, { Excel: workbench.Excel, Office: workbench.Office });
    let file: Uint8Array;
    try {
      const { requestBytes } = workbench.host.counters;
      if (size >= 500) figures.cancelling.set(size, await cancelled(workbench, plan));
      const before = requestBytes.length;
      collectMemory();
      const written = await onceAsync(() => writeReport(plan));
      figures.writing.set(size, written.seconds);
      figures.roundTrips.set(size, requestBytes.length - before);
      figures.bytes.set(size, Math.max(...requestBytes) / megabytes);
      collectMemory();
      figures.changing.set(
        size,
        (await onceAsync(() => changeACount(workbench, plan.sheets[0]!.name))).seconds,
      );
      collectMemory();
      const saved = await onceAsync(() => writeXlsx(workbench.engine.snapshot()));
      figures.saving.set(size, saved.seconds);
      file = saved.result;
    } finally {
      await workbench.close();
    }
    collectMemory();
    const opened = await onceAsync(async () =>
      startHeadless({ language: 'da-DK', book: await readXlsx(file) }),
    );
    figures.opening.set(size, opened.seconds);
    await opened.result.close();
    if (size === sizes[0]) await recalculate(file);
    figures.judged.set(size, (await onceAsync(() => recalculate(file))).seconds);
  }
  const last = Math.max(...figures.judged.keys());
  const libreOffice = {
    name: 'LibreOffice opening and recalculating the same workbook',
    value: figures.judged.get(last)!,
  };
  return [
    { name: 'Round trips to Excel', unit: '', values: figures.roundTrips },
    { name: 'Largest request', unit: 'MB', values: figures.bytes, limit: 4 },
    { name: 'Writing, in the workbench', unit: 's', values: figures.writing, beside: libreOffice },
    {
      name: 'Cancelled half way, workbook as it was',
      unit: 's',
      values: figures.cancelling,
      beside: libreOffice,
    },
    {
      name: 'A count changed, recalculated there',
      unit: 's',
      values: figures.changing,
      beside: libreOffice,
    },
    { name: 'Saved as .xlsx', unit: 's', values: figures.saving, beside: libreOffice },
    {
      name: 'Workbench started with that file',
      unit: 's',
      values: figures.opening,
      mayGrow: startMayGrow,
      beside: libreOffice,
    },
    { name: '  LibreOffice recalculating it', unit: 's', values: figures.judged, isYardstick: true },
  ];
}

/** So that no step is slowed down by what an earlier one has left. */
function collectMemory(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** Cancels half way; throws unless the workbook is as it was. */
async function cancelled(
  workbench: HeadlessWorkbench,
  plan: Parameters<typeof writeReport>[0],
): Promise<number> {
  const stop = new AbortController();
  const { seconds } = await onceAsync(() =>
    writeReport(plan, { signal: stop.signal, onProgress: (share) => share >= 0.4 && stop.abort() }).then(
      () => {
        throw new Error('It was written although it was cancelled.');
      },
      () => undefined,
    ),
  );
  const { engine } = workbench;
  if (engine.sheets.list().length !== 1 || engine.names.list().length > 0)
    throw new Error('Cancelling left something behind.');
  return seconds;
}

/** As a user types over the first count; waits until everything that depends on it is computed. */
async function changeACount(workbench: HeadlessWorkbench, sheetName: string): Promise<void> {
  await workbench.Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem(sheetName).tables.getItem('SVCounts');
    table.getDataBodyRange().getCell(0, 3).values = [[99]];
    await context.sync();
  });
  await workbench.host.settle();
}
