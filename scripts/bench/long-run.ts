import { writeReport } from '../../src/excel';
import { planReport, sheetNames } from '../../src/report';
import { checkStudy, defaultOptions, evaluateStudy, exampleStudy } from '../../src/study';
import { emptySheet, bookOf } from '../../src/workbench/empty-book';
import { startHeadless, type HeadlessWorkbench } from '../../src/workbench/headless';
import type { Measurement } from './measurement';

/** What a study's first rounds leave behind for good: caches that fill once. */
const warmUp = 20;

/**
 * Studies written, changed and removed in one session of the workbench, one after another. Throws where a cell
 * of the user's changed, a figure did not follow, or what the user typed before can no longer be taken back; answers by how much memory grew after the warm-up.
 */
export async function measureLongRun(studies: number): Promise<Measurement[]> {
  const own = {
    ...emptySheet('Mine'),
    cells: [
      { row: 0, column: 0, value: 'Do not touch' },
      { row: 1, column: 0, value: 41 },
    ],
  };
  const workbench = await startHeadless({ language: 'da-DK', book: bookOf(own) });
  Object.assign(globalThis, { Excel: workbench.Excel, Office: workbench.Office });
  const { engine } = workbench;
  const now = (): string => JSON.stringify(engine.snapshot());
  const untyped = now();
  const [mine] = engine.sheets.list();
  await engine.history.type(mine!.id, 1, 0, 42);
  await engine.settle();
  const before = now();
  if (before === untyped) throw new Error('What was typed is not there.');
  const memory: number[] = [];
  try {
    for (let round = 0; round < studies; round += 1) {
      await writeChangeRemove(workbench, round);
      if (now() !== before) throw new Error(`Round ${round + 1} left the workbook other than it was.`);
      memory.push(await usedMemory());
    }
    await engine.history.undo();
    await engine.settle();
    if (now() !== untyped) throw new Error('What was typed before could not be taken back.');
    await engine.history.redo();
    await engine.settle();
    if (now() !== before) throw new Error('What was taken back could not be typed again.');
  } finally {
    await workbench.close();
  }
  const [first, last] = [memory[Math.min(warmUp, studies) - 1]!, memory.at(-1)!];
  const name = `Memory after ${studies} studies, written, changed and removed, over that after ${warmUp}`;
  return [{ name, value: (100 * last) / first, unit: '%', limit: 110 }];
}

async function writeChangeRemove({ Excel, host }: HeadlessWorkbench, round: number): Promise<void> {
  const study = exampleStudy({ ...defaultOptions, trend: round % 2 === 0 ? 'compound' : 'linear' });
  const settings = { suffix: '', date: '2026-11-25', version: '0.1.0' };
  await writeReport(planReport(study, checkStudy(study), settings));
  const sheets = sheetNames('da', '');
  await Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.load('items/name');
    const effect = names.getItem('sv_effect_2').getRange();
    const counts = worksheets.getItem(sheets.data).tables.getItem('SVCounts').getDataBodyRange();
    effect.load('values');
    await context.sync();
    const expected = evaluateStudy(study).years[1]!.effect!;
    const found = Number(effect.values[0]![0]);
    if (Math.abs(found - expected) > 1e-9) throw new Error(`Effect ${found}, expected ${expected}.`);
    // Five years of the first area, so that a year that the trend needs is among them.
    for (let row = 0; row < 5; row += 1) counts.getCell(row, 3).values = [[40 + (round % 7) + 3 * row]];
    await context.sync();
    const followed = names.getItem('sv_effect_2').getRange();
    followed.load('values');
    await context.sync();
    if (followed.values[0]![0] === found) throw new Error('The effect did not follow a changed count.');
    for (const name of Object.values(sheets)) worksheets.getItem(name).delete();
    for (const { name } of names.items) names.getItem(name).delete();
    await context.sync();
  });
  await host.settle();
}

/** Megabytes on the heap once everything that can be is collected. */
async function usedMemory(): Promise<number> {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('Memory is measured with node --expose-gc.');
  await new Promise((resolve) => setTimeout(resolve, 0));
  gc();
  return process.memoryUsage().heapUsed / 1e6;
}
