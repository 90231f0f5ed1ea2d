import { startHeadless, type HeadlessOptions, type HeadlessWorkbench } from '../../src/workbench/headless';
import type { BookSnapshot, Scalar } from '../../src/workbench/book';

/** A workbook in the workbench, with genuine office.js as the global `Excel` that `src/excel` calls. */
export async function openWorkbook(options: HeadlessOptions = {}): Promise<HeadlessWorkbench> {
  const workbench = await startHeadless(options);
  Object.assign(globalThis, { Excel: workbench.Excel });
  return workbench;
}

/** A workbook with one sheet of constants per entry, from cell A1. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly Scalar[])[]>>): BookSnapshot {
  return {
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      visibility: 'visible',
      showGridlines: true,
      isProtected: false,
      cells: rows.flatMap((row, i) =>
        row.flatMap((value, j) => (value === null ? [] : [{ row: i, column: j, value }])),
      ),
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
    activeSheet: 0,
  };
}
