import { isBlank, type CellContent } from './grid';

/** Neighbouring filled cells of one row that could be a header; `end` is the first cell that is not of them. */
export interface HeaderRun {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

export function runsOfRow(cells: readonly CellContent[], row: number): HeaderRun[] {
  const runs: HeaderRun[] = [];
  let start = 0;
  while (start < cells.length) {
    let end = start;
    while (end < cells.length && !isBlank(cells[end])) end += 1;
    if (end - start > 1) runs.push({ row, start, end });
    start = end + 1;
  }
  return runs;
}
