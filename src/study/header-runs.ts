import {
  comparableHeader,
  columnNames,
  fieldIn,
  fieldOf,
  namesTotal,
  tidyKinds,
  wideColumns,
  type TidyKind,
} from './columns';
import { isBlank, textOf, type CellContent, type SourceGrid } from './grid';
import { yearColumn } from './year-column';

/** Neighbouring cells of one row that are a table's header; `end` is the first cell that is not of them. */
export interface HeaderRun {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  /** The row above where a wide table's header takes two: names and what is counted above, years below. */
  readonly above?: number;
}

export interface Header {
  readonly run: HeaderRun;
  readonly kind: TidyKind | 'wide';
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Two blank cells inside a header may be columns without a name; more part two tables. */
const widestGap = 2;

/**
 * Every header of a table in the grid, tidy or wide, from the top.
 *
 * @param blocks first cells of the headers of blocks, which are no part of a table's
 */
export function headersOf(grid: SourceGrid, blocks: readonly Cell[]): Header[] {
  const blockColumns = new Map<number, Set<number>>();
  for (const { row, column } of blocks) {
    blockColumns.set(row, (blockColumns.get(row) ?? new Set()).add(column));
  }
  const headers: Header[] = [];
  let twoRows: HeaderRun | null = null;
  for (let row = 0; row < grid.cells.length; row += 1) {
    const cells = grid.cells[row]!;
    // A header of two rows is found at its upper one; both are taken where it reaches.
    if (twoRows && twoRows.row < row) twoRows = null;
    const isKnown = cells.filter(isKnownHeader).length >= 2;
    if (isKnown && !twoRows) {
      twoRows = headerOfTwoRows(grid, row);
      if (twoRows) headers.push({ run: twoRows, kind: 'wide' });
    }
    if (!isKnown) continue;
    const free = twoRows;
    for (const run of runsOfRow(cells, row, blockColumns.get(row))) {
      if (free && run.start < free.end && free.start < run.end) continue;
      const kind = isWideHeader(grid, run) ? 'wide' : (kindOf(cells, run)?.kind ?? null);
      if (kind) headers.push({ run, kind });
    }
  }
  return headers;
}

const allNames = new Set(
  [...tidyKinds.map((kind) => columnNames[kind]), wideColumns].flatMap(({ required, optional }) =>
    [...Object.values(required), ...Object.values(optional)].flat(),
  ),
);
export const isKnownHeader = (content: CellContent): boolean =>
  typeof content === 'string' && allNames.has(comparableHeader(content));

/** Runs of filled cells, those joined that only columns without a name part. */
function runsOfRow(cells: readonly CellContent[], row: number, blocks?: ReadonlySet<number>): HeaderRun[] {
  const runs: HeaderRun[] = [];
  let start = 0;
  while (start < cells.length) {
    let end = start;
    while (end < cells.length && !isBlank(cells[end])) end += 1;
    if (end > start) {
      const run = { row, start, end };
      const last = runs.at(-1);
      const isNear = last && run.start - last.end <= widestGap && !blocks?.has(run.start);
      if (isNear && areOne(cells, last, run)) runs[runs.length - 1] = { row, start: last.start, end };
      else runs.push(run);
    }
    start = end + 1;
  }
  return runs.filter((run) => run.end - run.start > 1);
}

/** Whether both runs name columns of one table, none of them twice, and neither is a table by itself. */
function areOne(cells: readonly CellContent[], left: HeaderRun, right: HeaderRun): boolean {
  if (kindOf(cells, right)?.missing === 0) return false;
  // Years among others are those of a block, or of a row of another table, beside this one.
  const rightCells = cells.slice(right.start, right.end);
  const hasYears = rightCells.some((cell, index) => yearColumn(cell, index));
  if (hasYears && !rightCells.every((cell, index) => isYearOrTotal(cell, index))) return false;
  const both = { ...left, end: right.end };
  const kind = kindOf(cells, both)?.kind;
  const names = kind ? columnNames[kind] : wideColumns;
  const fieldsIn = (run: HeaderRun): Set<string> =>
    new Set(
      cells
        .slice(run.start, run.end)
        .map((cell, index) =>
          !kind && yearColumn(cell, index) ? 'years' : fieldIn(names, comparableHeader(cell)),
        )
        .filter((field) => field !== null),
    );
  const [before, after] = [fieldsIn(left), fieldsIn(right)];
  return (
    before.size > 0 && after.size > 0 && [...after].every((field) => field === 'years' || !before.has(field))
  );
}

const isYearOrTotal = (cell: CellContent, column: number): boolean =>
  yearColumn(cell, column) !== null || namesTotal(textOf(cell));

/** The kind of table whose columns the run names best; null where it names too few to be a header. */
function kindOf(
  cells: readonly CellContent[],
  run: HeaderRun,
): { readonly kind: TidyKind; readonly missing: number } | null {
  const headers = cells.slice(run.start, run.end).map(comparableHeader);
  const scores = tidyKinds.map((kind) => {
    const fields = new Set(headers.map((header) => fieldOf(kind, header)).filter((field) => field !== null));
    const names = Object.keys(columnNames[kind].required);
    const required = names.filter((field) => fields.has(field)).length;
    return { kind, required, missing: names.length - required, all: fields.size };
  });
  const best = scores.sort((a, b) => a.missing - b.missing || b.all - a.all)[0]!;
  return best.missing === 0 || (best.required >= 2 && best.missing === 1) ? best : null;
}

/** Whether a header is that of a wide table: it names areas and groups, and at least two years. */
function isWideHeader(grid: SourceGrid, run: HeaderRun): boolean {
  const cells = grid.cells[run.row]!.slice(run.start, run.end);
  const named = new Set(cells.map((cell) => fieldIn(wideColumns, comparableHeader(cell))));
  const years = cells.filter((cell, index) => yearColumn(cell, index) !== null);
  return named.has('area') && named.has('group') && years.length >= 2;
}

/** The header of a wide table whose areas and groups are named in one row and whose years stand in the next. */
function headerOfTwoRows(grid: SourceGrid, row: number): HeaderRun | null {
  const below = grid.cells[row + 1];
  if (!below) return null;
  const fields = grid.cells[row]!.map((cell) => fieldIn(wideColumns, comparableHeader(cell)));
  const named = [fields.indexOf('area'), fields.indexOf('group')];
  if (named.includes(-1)) return null;
  const first = below.findIndex((cell, column) => yearColumn(cell, column) !== null);
  if (first <= Math.max(...named) || below.slice(Math.min(...named), first).some((cell) => !isBlank(cell)))
    return null;
  let end = first;
  while (end < below.length && !isBlank(below[end])) end += 1;
  return end - first < 2 ? null : { row: row + 1, start: Math.min(...named), end, above: row };
}
