import {
  columnNames,
  comparableHeader,
  fieldOf,
  knownFields,
  namesTotal,
  numberField,
  type TidyKind,
} from './columns';
import { withoutHeader } from './column-without-header';
import { finding, type Finding } from './finding';
import { isBlank, placeOf, textOf, type CellContent, type Place, type SourceGrid } from './grid';
import { headersOf, type HeaderRun } from './header-runs';
import { readNumber } from './read-number';
import { blockHeadersOf, type BlockStart } from './read-report-layout';
import { beginsNote } from './remarks';
import { wideTable, type WideTable } from './read-wide-tables';

/** A table with a header row, found in a grid: where each field stands and which rows belong to it. */
export interface FoundTable {
  readonly kind: TidyKind;
  readonly grid: SourceGrid;
  /** Field to column, counted within the grid. */
  readonly columns: ReadonlyMap<string, number>;
  /** The rows of numbers, counted within the grid. */
  readonly rows: readonly number[];
}

/** Every table with a header row that the grid holds, and what is wrong with their headers. */
export function findTables(
  grid: SourceGrid,
  blockStarts: readonly BlockStart[],
): {
  tables: FoundTable[];
  wideTables: WideTable[];
  findings: Finding[];
} {
  const tables: FoundTable[] = [];
  const wideTables: WideTable[] = [];
  // Lists of findings, not spread: a broken file may give one for every row.
  const said: (readonly Finding[])[] = [];
  const blocks = blockHeadersOf(grid, blockStarts);
  const headers = headersOf(grid, blocks);
  const starts = startsOf(
    headers.map(({ run }) => run),
    blocks,
  );
  for (const { run, kind } of headers) {
    const end = endOf(grid, run, starts);
    const all = grid.kind === 'file' ? rowsOfFile(grid, run, end) : rowsToBlank(grid, run, end);
    const { rows, remarks } = withoutRemarks(grid, run, all);
    if (kind === 'wide') {
      const { table, problems } = wideTable(grid, run, rows);
      const numbers = table.years.map(({ column }) => column);
      said.push(problems, remarks, around(grid, run, rows, starts, numbers));
      wideTables.push(table);
    } else {
      const { columns, problems } = readHeader(grid, run, kind, rows);
      const number = columns.get(numberField[kind]);
      said.push(problems, remarks, around(grid, run, rows, starts, number === undefined ? [] : [number]));
      tables.push({ kind, grid, columns, rows });
    }
  }
  return { tables, wideTables, findings: said.flat() };
}

/** Where tables and blocks begin, from the top: the columns from `start` to before `end` in a row. */
type Starts = readonly {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  /** The column before which its rows end; those of a block have no known end. */
  readonly reach: number;
}[];

function startsOf(headers: readonly HeaderRun[], blocks: readonly { row: number; column: number }[]): Starts {
  return [
    ...headers.map(({ row, above, start, end }) => ({ row: above ?? row, start, end, reach: end })),
    ...blocks.map(({ row, column }) => ({ row, start: column, end: column + 1, reach: Infinity })),
  ].sort((a, b) => a.row - b.row);
}

/** The row in which the next table or block below the header begins, or where the grid ends. */
function endOf(grid: SourceGrid, run: HeaderRun, starts: Starts): number {
  for (let index = firstBelow(starts, run.row); index < starts.length; index += 1) {
    const { row, start, end } = starts[index]!;
    if (start < run.end && run.start < end) return row;
  }
  return grid.cells.length;
}

/** The first that stands below a row: they are in order, and a broken file may have one in every row. */
function firstBelow(starts: Starts, row: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (starts[middle]!.row > row) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What stands beside or below the table and might be its own. */
function around(
  grid: SourceGrid,
  run: HeaderRun,
  rows: readonly number[],
  starts: Starts,
  numbers: readonly number[],
): Finding[] {
  return grid.kind === 'file'
    ? surplusCells(grid, run, rows, starts)
    : rowsAfterBlank(grid, run, rows, starts, numbers);
}

/** Lines of a single text below the last row of numbers, such as `* Foreløbige tal`: left out, and said. */
function withoutRemarks(
  grid: SourceGrid,
  run: HeaderRun,
  all: readonly number[],
): { rows: number[]; remarks: Finding[] } {
  const isLine = (row: number): boolean => {
    const filled = cellsUnder(grid, run, row);
    return filled.length === 1 && typeof filled[0] === 'string';
  };
  const last = all.findLast((row) => !isLine(row)) ?? run.row;
  const isRemark = (row: number): boolean => row > last && isNote(grid, run, row);
  return {
    rows: all.filter((row) => !isRemark(row)),
    remarks: all.filter(isRemark).map((row) => remark(grid, run, row)),
  };
}

function isNote(grid: SourceGrid, run: HeaderRun, row: number): boolean {
  const [text] = cellsUnder(grid, run, row);
  return beginsNote.test(textOf(text)) || textOf(text).length > 60;
}

function remark(grid: SourceGrid, run: HeaderRun, row: number): Finding {
  const column = grid.cells[row]!.findIndex((cell, index) => index >= run.start && !isBlank(cell));
  const text = textOf(grid.cells[row]![column]);
  return finding('note', 'row-left-out', { text, reason: 'remark' }, placeOf(grid, row, column));
}

function readHeader(grid: SourceGrid, run: HeaderRun, kind: TidyKind, rows: readonly number[]) {
  const columns = new Map<string, number>();
  const problems: Finding[] = [];
  const names = columnNames[kind];
  const unknown: { column: string; place: Place }[] = [];
  for (let column = run.start; column < run.end; column += 1) {
    const content = grid.cells[run.row]![column];
    if (isBlank(content)) {
      problems.push(...withoutHeader(grid, run, rows, column));
      continue;
    }
    const header = comparableHeader(content);
    const field = fieldOf(kind, header);
    const place = placeOf(grid, run.row, column);
    if (field !== null && columns.has(field))
      problems.push(finding('error', 'column-twice', { column: textOf(content) }, place));
    else if (field !== null) columns.set(field, column);
    else if (names.notUsed.includes(header))
      problems.push(finding('note', 'column-not-used', { column: textOf(content) }, place));
    else if (!names.ignored.includes(header)) {
      unknown.push({ column: textOf(content), place });
    }
  }
  const missing = Object.keys(names.required).filter((field) => !columns.has(field));
  // An unknown column stops the study only where it may be one that is missing.
  const severity = missing.length > 0 ? 'error' : 'warning';
  for (const { column, place } of unknown) {
    problems.push(finding(severity, 'unknown-column', { column, known: knownFields(kind) }, place));
  }
  for (const field of missing) {
    const place = placeOf(grid, run.row, run.start);
    problems.push(finding('error', 'missing-column', { column: field, table: kind }, place));
  }
  return { columns, problems };
}

function isBlankUnder({ cells }: SourceGrid, run: HeaderRun, row: number): boolean {
  for (let column = run.start; column < run.end; column += 1) {
    if (!isBlank(cells[row]?.[column])) return false;
  }
  return true;
}

function cellsUnder(grid: SourceGrid, run: HeaderRun, row: number): CellContent[] {
  return (grid.cells[row] ?? []).slice(run.start, run.end).filter((cell) => !isBlank(cell));
}

/** On a sheet a table ends before the first row that is blank under all of its header. */
function rowsToBlank(grid: SourceGrid, run: HeaderRun, end: number): number[] {
  const rows: number[] = [];
  for (let row = run.row + 1; row < end && !isBlankUnder(grid, run, row); row += 1) rows.push(row);
  return rows;
}

/**
 * In a file a table goes on to the next header or the end; blank lines are not rows. Lines of one cell below
 * the last blank line are titles or remarks: no row of any table has a single cell.
 */
function rowsOfFile(grid: SourceGrid, run: HeaderRun, end: number): number[] {
  const rows = Array.from({ length: end - run.row - 1 }, (_, index) => run.row + 1 + index);
  const firstBlank = rows.find((row) => isBlankUnder(grid, run, row)) ?? end;
  const last = rows.findLast((row) => row < firstBlank || cellsUnder(grid, run, row).length > 1) ?? run.row;
  return rows.filter((row) => row <= last && !isBlankUnder(grid, run, row));
}

/** Cells that no header stands above: a separator inside a text or a number pushed them there. */
function surplusCells(grid: SourceGrid, run: HeaderRun, rows: readonly number[], starts: Starts): Finding[] {
  const isLonger = (row: number): boolean => grid.cells[row]!.length > run.end;
  const others = rows.some(isLonger) ? starts.filter(({ start }) => start >= run.end) : [];
  return rows.filter(isLonger).flatMap((row) => {
    const cells = grid.cells[row]!;
    const column = cells.findIndex(
      (cell, at) =>
        at >= run.end &&
        !isBlank(cell) &&
        !others.some((other) => other.row <= row && other.start <= at && at < other.reach),
    );
    if (column < 0) return [];
    const found = textOf(grid.cells[row]![column]);
    return [finding('error', 'row-too-long', { found }, placeOf(grid, row, column))];
  });
}

/** How far below a table's end on a sheet its further rows are looked for. */
const blankRowsLookedOver = 3;

/** A row below a blank one that looks like the table's own, and would be lost without a word. */
function rowsAfterBlank(
  grid: SourceGrid,
  run: HeaderRun,
  rows: readonly number[],
  starts: Starts,
  columns: readonly number[],
): Finding[] {
  const end = (rows.at(-1) ?? run.row) + 1;
  const candidates = Array.from({ length: blankRowsLookedOver }, (_, index) => end + 1 + index);
  const next = candidates.find((row) => cellsUnder(grid, run, row).length > 0);
  if (next === undefined || endOf(grid, run, starts) <= next) return [];
  const column = columns.find((each) => {
    const content = grid.cells[next]![each];
    return typeof content === 'number' || readNumber(textOf(content), 'whole') !== null;
  });
  const hasTotal = cellsUnder(grid, run, next).some((cell) => namesTotal(textOf(cell)));
  if (column === undefined || hasTotal) return [];
  return [finding('error', 'rows-after-blank', {}, placeOf(grid, next, column))];
}
