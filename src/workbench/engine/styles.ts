/** Looks of cells. */
import type { ICellData } from '@univerjs/core';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import type { CellStyle, Rect } from '../book';
import type { Grid, SheetId, StyleChange, Styles } from './engine';
import type { ExtraLook } from './looks';
import { fromUniverStyle, toUniverStyle } from './looks';
import type { Workspace } from './workspace';

const PLAIN: CellStyle = {};

export function createStyles(workspace: Workspace): Styles {
  const write = (sheet: SheetId, rect: Rect, look: (i: number, j: number) => ICellData): void => {
    workspace.makeRoom(sheet, rect);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (let i = 0; i < rect.rows; i++) {
      const row: Record<number, ICellData> = {};
      for (let j = 0; j < rect.columns; j++) row[rect.column + j] = look(i, j);
      cellValue[rect.row + i] = row;
    }
    // Univer computes nothing anew for this trigger.
    workspace.mutate(SetRangeValuesMutation, { subUnitId: sheet, cellValue, trigger: SetStyleCommand.id });
  };
  return {
    read(sheet, rect) {
      const matrix = workspace.worksheet(sheet).getCellMatrix();
      const styles = workspace.workbook().getStyles();
      // Cells of one look give one and the same object: there are few looks and many cells.
      const known = new Map<unknown, CellStyle>();
      return grid(rect, (row, column) => {
        const cell = matrix.getValue(row, column);
        if (cell?.s == null && cell?.custom == null) return PLAIN;
        const found = cell.custom == null ? known.get(cell.s) : undefined;
        if (found !== undefined) return found;
        const look = fromUniverStyle(styles.getStyleByCell(cell), (cell.custom ?? {}) as ExtraLook);
        if (cell.custom == null) known.set(cell.s, look);
        return look;
      });
    },
    change(sheet, rect, change) {
      const extra = lockChange(change);
      write(sheet, rect, () => ({ s: toUniverStyle(change), ...extra }));
    },
    setNumberFormats(sheet, rect, formats) {
      write(sheet, rect, (i, j) => ({ s: toUniverStyle({ numberFormat: formats[i]?.[j] ?? 'General' }) }));
    },
  };
}

function lockChange(change: StyleChange): ICellData {
  if (!('unlocked' in change)) return {};
  return { custom: change.unlocked === true ? { unlocked: true } : null };
}

function grid(rect: Rect, read: (row: number, column: number) => CellStyle): Grid<CellStyle> {
  return Array.from({ length: rect.rows }, (_, i) =>
    Array.from({ length: rect.columns }, (_, j) => read(rect.row + i, rect.column + j)),
  );
}
