/** Looks of cells. */
import type { ICellData, IStyleData } from '@univerjs/core';
import { CommandType } from '@univerjs/core';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import type { CellStyle, Rect } from '../book';
import type { Grid, SheetId, StyleChange, Styles } from './engine';
import { HeldChanges } from './held-changes';
import type { ExtraLook } from './looks';
import { fromUniverStyle, toUniverStyle } from './looks';
import type { Workspace } from './workspace';

const PLAIN: CellStyle = {};

export function createStyles(workspace: Workspace): Styles & { readonly writeHeld: () => void } {
  /** Everything that listens to Univer runs after each of its mutations: many small ones are made one. */
  const held = new HeldChanges();
  let holders = 0;

  const write = (sheet: SheetId, cellValue: Record<number, Record<number, ICellData>>): void => {
    // Univer computes nothing anew for this trigger.
    workspace.mutate(SetRangeValuesMutation, { subUnitId: sheet, cellValue, trigger: SetStyleCommand.id });
  };
  const writeHeld = (): void => {
    const looks = new Map<StyleChange, ICellData>();
    for (const [sheet, rows] of held.take()) {
      const cellValue: Record<number, Record<number, ICellData>> = {};
      for (const [row, cells] of rows) {
        const target: Record<number, ICellData> = {};
        for (const [column, change] of cells) {
          const look = looks.get(change) ?? toLook(change);
          looks.set(change, look);
          target[column] = { ...look };
        }
        cellValue[row] = target;
      }
      write(sheet, cellValue);
    }
  };
  // Whatever happens next finds the workbook as it was told to be.
  workspace.commands.beforeCommandExecuted(({ type }) => {
    if (type === CommandType.MUTATION) writeHeld();
  });
  const change = (sheet: SheetId, rect: Rect, changeOf: (i: number, j: number) => StyleChange): void => {
    workspace.makeRoom(sheet, rect);
    held.add(sheet, rect, changeOf);
    if (holders === 0) writeHeld();
  };
  return {
    read(sheet, rect) {
      const matrix = workspace.worksheet(sheet).getCellMatrix();
      const styles = workspace.workbook().getStyles();
      // Cells of one look give one and the same object: there are few looks and many cells.
      const known = new Map<unknown, CellStyle>();
      return grid(rect, (row, column) => {
        const cell = matrix.getValue(row, column);
        const coming = held.at(sheet, row, column);
        if (coming !== undefined) {
          const { s, custom } = toLook(coming);
          const old = styles.getStyleByCell(cell);
          const extra = custom === undefined ? cell?.custom : custom;
          return fromUniverStyle(withChange(old ?? {}, s as IStyleData), (extra ?? {}) as ExtraLook);
        }
        if (cell?.s == null && cell?.custom == null) return PLAIN;
        const found = cell.custom == null ? known.get(cell.s) : undefined;
        if (found !== undefined) return found;
        const look = fromUniverStyle(styles.getStyleByCell(cell), (cell.custom ?? {}) as ExtraLook);
        if (cell.custom == null) known.set(cell.s, look);
        return look;
      });
    },
    change: (sheet, rect, what) => change(sheet, rect, () => what),
    setNumberFormats(sheet, rect, formats) {
      const known = new Map<string, StyleChange>();
      change(sheet, rect, (i, j) => {
        const numberFormat = formats[i]?.[j] ?? 'General';
        const what = known.get(numberFormat) ?? { numberFormat };
        known.set(numberFormat, what);
        return what;
      });
    },
    async together(work) {
      holders += 1;
      try {
        return await work();
      } finally {
        holders -= 1;
        if (holders === 0) writeHeld();
      }
    },
    writeHeld,
  };
}

function toLook(change: StyleChange): ICellData {
  return { s: toUniverStyle(change), ...lockChange(change) };
}

function withChange(style: IStyleData, change: IStyleData): IStyleData {
  if (change.bd == null) return { ...style, ...change };
  return { ...style, ...change, bd: { ...style.bd, ...change.bd } };
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
