/** Contents of cells: exact values, formulas, shown texts. */
import type { ICellData, Nullable } from '@univerjs/core';
import { CellValueType, isBooleanString, isRealNum, ObjectMatrix } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { Rect, Scalar } from '../book';
import type { Cells, CellValue, Grid, SheetId } from './engine';
import { isErrorText } from './errors';
import { saysNoNumber } from './numbers-in-texts';
import type { Workspace } from './workspace';
import { toRange, UNIT } from './workspace';

type Matrix = Record<number, Record<number, ICellData>>;

/** A cell without contents; its look stays. */
const EMPTY: ICellData = { v: null, f: null, si: null, p: null, t: null };

/** @param writeLooks writes what is held back of looks: a cell is there for its look alone, too */
export function createCells(
  workspace: Workspace,
  writeLooks: () => void,
): Cells & {
  spill(sheet: SheetId, row: number, column: number): { rows: number; columns: number } | undefined;
} {
  const model = workspace.injector.get(FormulaDataModel);

  const spilledCells = (sheet: SheetId): ObjectMatrix<Nullable<ICellData>> | undefined => {
    const found = model.getArrayFormulaCellData()[UNIT]?.[sheet];
    return found == null ? undefined : new ObjectMatrix(found);
  };
  const map = <Cell>(rect: Rect, read: (row: number, column: number) => Cell): Grid<Cell> =>
    Array.from({ length: rect.rows }, (_, i) =>
      Array.from({ length: rect.columns }, (_, j) => read(rect.row + i, rect.column + j)),
    );
  const write = (sheet: SheetId, cellValue: Matrix): void => {
    workspace.mutate(SetRangeValuesMutation, { subUnitId: sheet, cellValue });
  };

  return {
    values(sheet, rect) {
      const matrix = workspace.worksheet(sheet).getCellMatrix();
      const spilled = spilledCells(sheet);
      return map(rect, (row, column) => {
        const own = valueOf(matrix.getValue(row, column));
        return own ?? valueOf(spilled?.getValue(row, column));
      });
    },
    formulas(sheet, rect) {
      const matrix = workspace.worksheet(sheet).getCellMatrix();
      return map(rect, (row, column) => {
        const cell = matrix.getValue(row, column);
        if (cell?.f != null && cell.f !== '') return cell.f;
        if (cell?.si == null) return null;
        return model.getFormulaStringByCell(row, column, sheet, UNIT) ?? null;
      });
    },
    texts(sheet, rect) {
      const worksheet = workspace.worksheet(sheet);
      return map(rect, (row, column) => {
        const cell = worksheet.getCell(row, column);
        const value = valueOf(cell);
        if (value === null) return '';
        if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
        if (typeof value === 'object') return value.error;
        return String(cell?.v ?? value);
      });
    },
    write(sheet, rect, contents) {
      workspace.makeRoom(sheet, rect);
      const cellValue: Matrix = {};
      for (const [i, row] of contents.entries()) {
        const target: Record<number, ICellData> = {};
        for (const [j, content] of row.entries()) {
          if (content !== undefined) target[rect.column + j] = toCell(content);
        }
        cellValue[rect.row + i] = target;
      }
      write(sheet, cellValue);
    },
    clear(sheet, rect, what) {
      writeLooks();
      const cellValue: Matrix = {};
      const cleared: ICellData =
        what === 'contents'
          ? EMPTY
          : what === 'formats'
            ? { s: null, custom: null }
            : { ...EMPTY, s: null, custom: null };
      const matrix = workspace.worksheet(sheet).getCellMatrix();
      const { endRow, endColumn, startRow, startColumn } = toRange(rect);
      matrix.forValue((row, column) => {
        if (row < startRow || row > endRow || column < startColumn || column > endColumn) return;
        (cellValue[row] ??= {})[column] = { ...cleared };
      });
      write(sheet, cellValue);
    },
    used(sheet, valuesOnly, within) {
      if (!valuesOnly) writeLooks();
      let top = Infinity;
      let left = Infinity;
      let bottom = -1;
      let right = -1;
      const include = (row: number, column: number, cell: Nullable<ICellData>): void => {
        if (cell == null || (within !== undefined && !contains(within, row, column))) return;
        const holds = valueOf(cell) !== null || (cell.f ?? cell.si) != null;
        if (!holds && (valuesOnly || cell.s == null)) return;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      };
      workspace.worksheet(sheet).getCellMatrix().forValue(include);
      spilledCells(sheet)?.forValue(include);
      if (bottom < 0) return null;
      return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    },
    spill(sheet, row, column) {
      const ranges = model.getArrayFormulaRange()[UNIT]?.[sheet];
      const range = ranges?.[row]?.[column];
      if (range == null) return undefined;
      const rows = range.endRow - range.startRow + 1;
      const columns = range.endColumn - range.startColumn + 1;
      return rows > 1 || columns > 1 ? { rows, columns } : undefined;
    },
  };
}

function contains(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

/** Contents as a person would type them, as Univer stores them. */
export function toCell(content: Scalar): ICellData {
  if (content === null || content === '') return { ...EMPTY };
  if (typeof content === 'number') return { ...EMPTY, v: content, t: CellValueType.NUMBER };
  if (typeof content === 'boolean') return { ...EMPTY, v: content ? 1 : 0, t: CellValueType.BOOLEAN };
  if (content.startsWith('=') && content.length > 1) return { ...EMPTY, f: content };
  if (isErrorText(content)) return { ...EMPTY, v: content, t: CellValueType.STRING };
  const text = content.startsWith("'") ? content.slice(1) : content;
  return { ...EMPTY, v: text, t: isPlain(text) ? CellValueType.STRING : CellValueType.FORCE_STRING };
}

/** Whether a text stays what it is when a person commits it anew; Univer shows any other with a leading `'`. */
function isPlain(text: string): boolean {
  if (/^[=']/.test(text) || isRealNum(text) || isBooleanString(text) || isErrorText(text)) return false;
  return !/\d/.test(text) || saysNoNumber(text);
}

/** A stored cell's value; null when it holds none. */
export function valueOf(cell: Nullable<ICellData>): CellValue {
  if (cell == null) return null;
  const richText = cell.p?.body?.dataStream;
  if (richText !== undefined) return richText.replace(/\r\n$/, '').replaceAll('\r', '\n');
  const { v: value, t: type } = cell;
  if (value == null) return null;
  if (type === CellValueType.BOOLEAN) return value === 1 || value === '1' || value === true;
  if (type === CellValueType.NUMBER) return Number(value);
  if (typeof value !== 'string') return value;
  if (isErrorText(value) && type !== CellValueType.FORCE_STRING) return { error: value };
  if (value === '' && cell.f == null && cell.si == null) return null;
  return value;
}
