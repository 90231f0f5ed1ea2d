/** Sizes of columns and rows, merged cells, frozen panes. */
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetFrozenMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from '@univerjs/sheets';
import type { Layout } from './engine';
import type { Notes } from './notes';
import type { Workspace } from './workspace';
import { toRange, toRect } from './workspace';

/** The widest digit of Excel's default font (Calibri 11) is 7 pixels wide. */
export const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 4 / 3;

export function createLayout(workspace: Workspace, notes: Notes): Layout {
  return {
    columnWidth(sheet, column) {
      const pixels = workspace.worksheet(sheet).getConfig().columnData[column]?.w;
      if (pixels === undefined) return null;
      const exact = notes.of(sheet).columnWidths.get(column);
      return exact?.pixels === pixels ? exact.characters : pixels / PIXELS_PER_CHARACTER;
    },
    setColumnWidths(sheet, first, count, characters) {
      const pixels = Math.round(characters * PIXELS_PER_CHARACTER);
      const rect = { row: 0, column: first, rows: 1, columns: count };
      workspace.makeRoom(sheet, rect);
      for (let i = 0; i < count; i++) notes.of(sheet).columnWidths.set(first + i, { characters, pixels });
      workspace.mutate(SetWorksheetColWidthMutation, {
        subUnitId: sheet,
        ranges: [toRange(rect)],
        colWidth: pixels,
      });
    },
    rowHeight(sheet, row) {
      const pixels = workspace.worksheet(sheet).getConfig().rowData[row]?.h;
      if (pixels === undefined) return null;
      const exact = notes.of(sheet).rowHeights.get(row);
      return exact?.pixels === pixels ? exact.points : pixels / PIXELS_PER_POINT;
    },
    setRowHeights(sheet, first, count, points) {
      const pixels = Math.round(points * PIXELS_PER_POINT);
      const rect = { row: first, column: 0, rows: count, columns: 1 };
      workspace.makeRoom(sheet, rect);
      for (let i = 0; i < count; i++) notes.of(sheet).rowHeights.set(first + i, { points, pixels });
      workspace.mutate(SetWorksheetRowHeightMutation, {
        subUnitId: sheet,
        ranges: [toRange(rect)],
        rowHeight: pixels,
      });
    },
    sizedColumns: (sheet) => sized(workspace.worksheet(sheet).getConfig().columnData, 'w'),
    sizedRows: (sheet) => sized(workspace.worksheet(sheet).getConfig().rowData, 'h'),
    merges: (sheet) => workspace.worksheet(sheet).getMergeData().map(toRect),
    merge(sheet, rect) {
      workspace.makeRoom(sheet, rect);
      workspace.mutate(AddWorksheetMergeMutation, { subUnitId: sheet, ranges: [toRange(rect)] });
    },
    unmerge(sheet, rect) {
      workspace.mutate(RemoveWorksheetMergeMutation, { subUnitId: sheet, ranges: [toRange(rect)] });
    },
    frozen(sheet) {
      const { xSplit, ySplit } = workspace.worksheet(sheet).getFreeze();
      return { rows: ySplit, columns: xSplit };
    },
    freeze(sheet, rows, columns) {
      workspace.mutate(SetFrozenMutation, {
        subUnitId: sheet,
        startRow: rows > 0 ? rows : -1,
        startColumn: columns > 0 ? columns : -1,
        ySplit: rows,
        xSplit: columns,
      });
    },
  };
}

function sized(lines: object, size: 'w' | 'h'): number[] {
  const all = Object.entries(lines) as [string, { w?: number; h?: number } | undefined][];
  return all.filter(([, line]) => line?.[size] !== undefined).map(([index]) => Number(index));
}
