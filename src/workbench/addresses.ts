/** Addresses such as `'Effekt'!$B$2:C7` to rectangles and back. Rows and columns count from 0. */
import type { Rect } from './book';

export const MAXIMUM_ROWS = 1048576;
export const MAXIMUM_COLUMNS = 16384;

export const isWholeColumns = (rect: Rect): boolean => rect.rows === MAXIMUM_ROWS;
export const isWholeRows = (rect: Rect): boolean => rect.columns === MAXIMUM_COLUMNS;

export function columnLetters(column: number): string {
  const letters = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letters : columnLetters(Math.floor(column / 26) - 1) + letters;
}

function columnNumber(letters: string): number {
  return (
    Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/** `B2:C7`, without a sheet. */
export function formatRect(rect: Rect, isAbsolute = false): string {
  const mark = isAbsolute ? '$' : '';
  const cell = (row: number, column: number): string => `${mark}${columnLetters(column)}${mark}${row + 1}`;
  const lastColumn = columnLetters(rect.column + rect.columns - 1);
  if (isWholeColumns(rect)) return `${mark}${columnLetters(rect.column)}:${mark}${lastColumn}`;
  if (isWholeRows(rect)) return `${mark}${rect.row + 1}:${mark}${rect.row + rect.rows}`;
  const first = cell(rect.row, rect.column);
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${cell(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}

/** Names that need no quotes: letters of any language, digits, dots, underscores; not like a cell. */
export function quoteSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'My sheet'!A1` into the sheet's name (undefined when there is none) and the rest. */
export function splitSheet(reference: string): { readonly sheet: string | undefined; readonly rest: string } {
  const at = reference.lastIndexOf('!');
  if (at < 0) return { sheet: undefined, rest: reference };
  const name = reference.slice(0, at);
  const sheet = /^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, rest: reference.slice(at + 1) };
}

/** Undefined for what is no address. */
export function parseRect(address: string): Rect | undefined {
  const plain = address.replaceAll('$', '');
  const cells = /^([A-Za-z]{1,3})(\d+)(?::([A-Za-z]{1,3})(\d+))?$/.exec(plain);
  if (cells !== null) {
    const [, letters = '', digits = '', otherLetters = letters, otherDigits = digits] = cells;
    return between(
      Number(digits) - 1,
      columnNumber(letters),
      Number(otherDigits) - 1,
      columnNumber(otherLetters),
    );
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns !== null) {
    return between(0, columnNumber(columns[1] ?? ''), MAXIMUM_ROWS - 1, columnNumber(columns[2] ?? ''));
  }
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows !== null) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAXIMUM_COLUMNS - 1);
  return undefined;
}

function between(row1: number, column1: number, row2: number, column2: number): Rect | undefined {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  const rect = { row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 };
  const fits =
    row >= 0 && column >= 0 && row + rect.rows <= MAXIMUM_ROWS && column + rect.columns <= MAXIMUM_COLUMNS;
  return fits ? rect : undefined;
}

export function boundingRect(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Null when they share no cell. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}
