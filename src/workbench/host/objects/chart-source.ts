/** Which series a chart draws when it is made from a block of cells. */
import type { Rect, SeriesSnapshot } from '../../book';
import type { Desk, RangeTarget } from './object';
import { toWire } from './range-values';
import { fullAddress } from './references';

/**
 * As Excel does: the longer direction holds the points; a first row or column of texts holds names or
 * categories (assumed in detail).
 */
export function seriesFrom(
  source: RangeTarget,
  seriesBy: 'Auto' | 'Rows' | 'Columns',
  desk: Desk,
): SeriesSnapshot[] {
  const { sheet, rect } = source;
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && rect.columns > rect.rows);
  const values = desk.engine.cells.values(sheet, rect);
  const isText = (row: number, column: number): boolean => typeof values[row]?.[column] === 'string';
  // An empty corner says that the first row and the first column are headings, numbers too.
  const hasEmptyCorner = rect.rows > 1 && rect.columns > 1 && values[0]?.[0] === null;
  const hasNameRow = hasEmptyCorner || (rect.rows > 1 && isText(0, rect.columns - 1));
  const hasNameColumn = hasEmptyCorner || (rect.columns > 1 && isText(rect.rows - 1, 0));
  const top = hasNameRow ? 1 : 0;
  const left = hasNameColumn ? 1 : 0;
  const address = (part: Rect): string => fullAddress(desk, { sheet, rect: part }, true);
  const cells = (row: number, column: number, rows: number, columns: number): Rect => ({
    row: rect.row + row,
    column: rect.column + column,
    rows,
    columns,
  });
  const rows = rect.rows - top;
  const columns = rect.columns - left;
  return Array.from({ length: byRows ? rows : columns }, (_, i): SeriesSnapshot => {
    const row = top + (byRows ? i : 0);
    const column = left + (byRows ? 0 : i);
    const hasName = byRows ? hasNameColumn : hasNameRow;
    const nameCell = byRows ? cells(row, 0, 1, 1) : cells(0, column, 1, 1);
    const name = hasName
      ? String(toWire(values[byRows ? row : 0]?.[byRows ? 0 : column] ?? null))
      : `Series${i + 1}`;
    const hasCategories = byRows ? hasNameRow : hasNameColumn;
    const categories = byRows ? cells(0, left, 1, columns) : cells(top, 0, rows, 1);
    return {
      name,
      ...(hasName && { nameReference: address(nameCell) }),
      values: address(byRows ? cells(row, left, 1, columns) : cells(top, column, rows, 1)),
      ...(hasCategories && { categories: address(categories) }),
    };
  });
}
