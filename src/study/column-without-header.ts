import { finding, type Finding } from './finding';
import { isBlank, placeOf, type SourceGrid } from './grid';
import type { HeaderRun } from './header-runs';

/** A column inside a table that no header names is left unread; where it holds something, that is said. */
export function withoutHeader(
  grid: SourceGrid,
  run: HeaderRun,
  rows: readonly number[],
  column: number,
): Finding[] {
  if (rows.every((row) => isBlank(grid.cells[row]![column]))) return [];
  return [finding('warning', 'column-without-header', {}, placeOf(grid, run.row, column))];
}
