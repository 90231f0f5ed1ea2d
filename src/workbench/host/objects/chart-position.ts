/** Where a chart lies, in points and in cells. */
import type { Rect } from '../../book';
import type { EngineChart, SheetId } from '../../engine/engine';
import type { Desk } from './object';

const DEFAULT_COLUMN_POINTS = 48;
const DEFAULT_ROW_POINTS = 15;
const POINTS_PER_CHARACTER = 7 * 0.75;

function columnPoints(sheet: SheetId, column: number, desk: Desk): number {
  const characters = desk.engine.layout.columnWidth(sheet, column);
  return characters === null ? DEFAULT_COLUMN_POINTS : characters * POINTS_PER_CHARACTER;
}

function rowPoints(sheet: SheetId, row: number, desk: Desk): number {
  return desk.engine.layout.rowHeight(sheet, row) ?? DEFAULT_ROW_POINTS;
}

function sum(first: number, count: number, size: (index: number) => number): number {
  let total = 0;
  for (let index = first; index < first + count; index++) total += size(index);
  return total;
}

/** How many columns or rows, from `first` on, reach over `points`; sizes are rounded to whole cells. */
function countFor(points: number, first: number, size: (index: number) => number): number {
  let count = 0;
  let covered = 0;
  while (covered + size(first + count) / 2 < points) {
    covered += size(first + count);
    count += 1;
  }
  return count;
}

export type Edge = 'left' | 'top' | 'width' | 'height';

/** In points. */
export function positionOf({ sheet, anchor }: EngineChart, edge: Edge, desk: Desk): number {
  const width = (column: number): number => columnPoints(sheet, column, desk);
  const height = (row: number): number => rowPoints(sheet, row, desk);
  if (edge === 'left') return sum(0, anchor.column, width);
  if (edge === 'top') return sum(0, anchor.row, height);
  if (edge === 'width') return sum(anchor.column, anchor.columns, width);
  return sum(anchor.row, anchor.rows, height);
}

/** The cells that the chart covers when one of its edges is set, in points. */
export function anchorWith({ sheet, anchor }: EngineChart, edge: Edge, points: number, desk: Desk): Rect {
  const width = (column: number): number => columnPoints(sheet, column, desk);
  const height = (row: number): number => rowPoints(sheet, row, desk);
  if (edge === 'left') return { ...anchor, column: countFor(points, 0, width) };
  if (edge === 'top') return { ...anchor, row: countFor(points, 0, height) };
  if (edge === 'width') return { ...anchor, columns: Math.max(1, countFor(points, anchor.column, width)) };
  return { ...anchor, rows: Math.max(1, countFor(points, anchor.row, height)) };
}
