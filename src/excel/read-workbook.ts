import type { CellContent, SourceGrid } from '../study';
import { loadOwnSheets } from './own-sheets';
import { asExcelProblem } from './problem';

/**
 * Every visible sheet of the open workbook as a grid of cells, without those that the add-in wrote.
 * Two round trips, however many sheets there are.
 */
export async function readWorkbook(): Promise<SourceGrid[]> {
  try {
    return await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility');
      const ownSheets = loadOwnSheets(context);
      await context.sync();
      const own = ownSheets();
      const used = sheets.items
        .filter((sheet) => sheet.visibility === 'Visible' && !own.has(sheet.name))
        .map((sheet) => {
          const range = sheet.getUsedRangeOrNullObject(true);
          range.load('values,rowIndex,columnIndex');
          return { name: sheet.name, range };
        });
      await context.sync();
      return used
        .filter(({ range }) => !range.isNullObject)
        .map(({ name, range }) => ({
          source: name,
          kind: 'sheet' as const,
          firstRow: range.rowIndex,
          firstColumn: range.columnIndex,
          cells: (range.values as unknown[][]).map((row) => row.map(contentOf)),
        }));
    });
  } catch (error) {
    throw asExcelProblem(error);
  }
}

/** Excel gives '' for an empty cell. */
function contentOf(value: unknown): CellContent {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}
