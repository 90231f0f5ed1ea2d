import { cellName, columnLetters } from '../study';
import type { Rect, Reference } from './plan';

/** What of an address stays when its formula is filled into other cells. */
export type Fixed = 'both' | 'column' | 'row';

/** The rows of a sheet in Excel: a range with all of them is a column. */
export const allRows = 1_048_576;

/** `$C$5`, `$C$5:$G$5`, or `$C:$G` for whole columns; `$C5` or `C$5` where only one of the two is fixed. */
export function absolute({ row, column, rows, columns }: Rect, fixed: Fixed = 'both'): string {
  const [beforeColumn, beforeRow] = [fixed === 'row' ? '' : '$', fixed === 'column' ? '' : '$'];
  const corner = (r: number, c: number): string => `${beforeColumn}${columnLetters(c)}${beforeRow}${r + 1}`;
  if (rows === allRows) return `$${columnLetters(column)}:$${columnLetters(column + columns - 1)}`;
  const first = corner(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${corner(row + rows - 1, column + columns - 1)}`;
}

/** `C5`, or `C5:G5`. */
export function relative({ row, column, rows, columns }: Rect): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** A sheet's name as formulas write it: `'Effekt'`. Always quoted: then no name can break a formula. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** One cell of a reference, counted from its own top left. */
export function cellOf(reference: Reference, row: number, column: number): Reference {
  return { ...reference, row: reference.row + row, column: reference.column + column, rows: 1, columns: 1 };
}

export function columnOf(reference: Reference, column: number): Reference {
  return { ...reference, column: reference.column + column, columns: 1 };
}

export function rowOf(reference: Reference, row: number): Reference {
  return { ...reference, row: reference.row + row, rows: 1 };
}
