/** Contents of ranges as Office.js passes them. */
import type { CellStyle, Rect, Scalar } from '../../book';
import type { CellValue, Grid } from '../../engine/engine';
import { isWholeColumns, isWholeRows } from '../../addresses';
import { invalidArgument } from '../errors';
import * as rules from '../rules';
import type { Desk, RangeTarget } from './object';

type Rows = readonly (readonly unknown[])[];

/** A cell's value on the wire: '' when empty, an error as its text. */
export function toWire(value: CellValue): Scalar {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** Null for a range without bounds, as documented. */
export function readCells<Cell>(target: RangeTarget, read: (rect: Rect) => Grid<Cell>): Grid<Cell> | null {
  const { rect } = target;
  if (isWholeColumns(rect) || isWholeRows(rect)) return null;
  rules.readIsSmallEnough(rect);
  return read(rect);
}

/** Writes values or formulas in one go: an array of the range's size, or one value for all its cells. */
export function writeCells(target: RangeTarget, value: unknown, desk: Desk): void {
  const { sheet, rect } = target;
  rules.rangeIsBounded(rect);
  const rows = asRows(value, rect);
  rules.cellsAreUnlocked(desk, target);
  const looks = desk.engine.styles.read(sheet, rect);
  const contents = rows.map((row, i) => row.map((cell, j) => toContent(cell, looks[i]?.[j] ?? {})));
  desk.engine.cells.write(sheet, rect, contents);
}

/** The rows that were given, or one value repeated. */
export function asRows(value: unknown, rect: Rect): Rows {
  if (!Array.isArray(value)) {
    return Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => value));
  }
  rules.arrayFitsRange(rect, value);
  return value as Rows;
}

/** Excel takes what is written as if it were typed; null leaves a cell as it is. */
function toContent(cell: unknown, look: CellStyle): Scalar | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') throw invalidArgument();
  rules.textIsShortEnough(cell);
  if (look.numberFormat === '@') return `'${cell}`;
  if (cell.startsWith('=') && cell.length > 1) {
    rules.formulaIsWellFormed(cell);
    return cell;
  }
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell)) return Number(cell);
  if (/^(?:true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  return cell;
}

export function valueTypeOf(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'object' ? 'Error' : 'String';
}
