import { startHeadless, type HeadlessOptions, type HeadlessWorkbench } from '../../src/workbench/headless';
import type { BookSnapshot, Scalar } from '../../src/workbench/book';
import { bookOf as bookOfSheets, emptySheet } from '../../src/workbench/empty-book';

/** A workbook in the workbench, with genuine office.js as the global `Excel` that `src/excel` calls. */
export async function openWorkbook(options: HeadlessOptions = {}): Promise<HeadlessWorkbench> {
  const workbench = await startHeadless(options);
  const { DOMParser } = workbench.window;
  Object.assign(globalThis, { Excel: workbench.Excel, DOMParser });
  return workbench;
}

/** A workbook with one sheet of constants per entry, from cell A1. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly Scalar[])[]>>): BookSnapshot {
  return bookOfSheets(
    ...Object.entries(sheets).map(([name, rows]) => ({
      ...emptySheet(name),
      cells: rows.flatMap((row, i) =>
        row.flatMap((value, j) => (value === null ? [] : [{ row: i, column: j, value }])),
      ),
    })),
  );
}
