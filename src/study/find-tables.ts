import {
  columnNames,
  comparableHeader,
  fieldOf,
  knownFields,
  namesTotal,
  numberField,
  tidyKinds,
  type TidyKind,
} from './columns';
import { finding, type Finding } from './finding';
import { isBlank, placeOf, textOf, type CellContent, type SourceGrid } from './grid';
import { runsOfRow, type HeaderRun } from './header-runs';
import { readNumber } from './read-number';
import { isBlockHeader } from './read-report-layout';
import { isWideHeader, wideTable, type WideTable } from './read-wide-tables';

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
export function findTables(grid: SourceGrid): {
  tables: FoundTable[];
  wideTables: WideTable[];
  findings: Finding[];
} {
  const tables: FoundTable[] = [];
  const wideTables: WideTable[] = [];
  const findings: Finding[] = [];
  for (const run of headerRuns(grid)) {
    const isWide = isWideHeader(grid, run);
    const kind = isWide ? null : kindOf(grid, run);
    if (!isWide && !kind) continue;
    const { rows, remarks } = withoutRemarks(
      grid,
      run,
      grid.kind === 'file' ? rowsOfFile(grid, run) : rowsToBlank(grid, run),
    );
    if (isWide) {
      const { table, problems } = wideTable(grid, run, rows);
      findings.push(...problems, ...remarks, ...around(grid, run, rows, table.years[0]?.column));
      wideTables.push(table);
    } else if (kind) {
      const { columns, problems } = readHeader(grid, run, kind);
      findings.push(...problems, ...remarks, ...around(grid, run, rows, columns.get(numberField[kind])));
      tables.push({ kind, grid, columns, rows });
    }
  }
  return { tables, wideTables, findings };
}

/** What stands beside or below the table and might be its own. */
function around(
  grid: SourceGrid,
  run: HeaderRun,
  rows: readonly number[],
  numbers: number | undefined,
): Finding[] {
  return grid.kind === 'file' ? surplusCells(grid, run, rows) : rowsAfterBlank(grid, run, rows, numbers);
}

/** Words that begin a note below a table rather than a row of it. */
const beginsNote =
  /^(?:[*†‡¹²³]|\d\)|(?:kilde|kilder|note|noter|anm|anmærkning|source|sources|notes?)\b ?[.:])/iu;

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
  const rows = all.filter((row) => row <= last || !isNote(grid, run, row));
  const left = all.filter((row) => !rows.includes(row));
  return { rows, remarks: left.map((row) => remark(grid, run, row)) };
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

/** Runs of neighbouring filled cells that could be a header. */
function headerRuns(grid: SourceGrid): HeaderRun[] {
  return grid.cells.flatMap(runsOfRow);
}

/** The kind of table whose columns the run names best; null where it names too few to be a header. */
function kindOf(grid: SourceGrid, run: HeaderRun): TidyKind | null {
  const headers = grid.cells[run.row]!.slice(run.start, run.end).map(comparableHeader);
  const scores = tidyKinds.map((kind) => {
    const fields = new Set(headers.map((header) => fieldOf(kind, header)).filter((field) => field !== null));
    const required = Object.keys(columnNames[kind].required).filter((field) => fields.has(field)).length;
    return {
      kind,
      required,
      missing: Object.keys(columnNames[kind].required).length - required,
      all: fields.size,
    };
  });
  const best = scores.sort((a, b) => a.missing - b.missing || b.all - a.all)[0]!;
  return best.missing === 0 || (best.required >= 2 && best.missing === 1) ? best.kind : null;
}

function readHeader(grid: SourceGrid, run: HeaderRun, kind: TidyKind) {
  const columns = new Map<string, number>();
  const problems: Finding[] = [];
  const names = columnNames[kind];
  for (let column = run.start; column < run.end; column += 1) {
    const content = grid.cells[run.row]![column];
    const header = comparableHeader(content);
    const field = fieldOf(kind, header);
    const place = placeOf(grid, run.row, column);
    if (field !== null && columns.has(field))
      problems.push(finding('error', 'column-twice', { column: textOf(content) }, place));
    else if (field !== null) columns.set(field, column);
    else if (names.notUsed.includes(header))
      problems.push(finding('note', 'column-not-used', { column: textOf(content) }, place));
    else if (!names.ignored.includes(header)) {
      problems.push(
        finding('error', 'unknown-column', { column: textOf(content), known: knownFields(kind) }, place),
      );
    }
  }
  for (const field of Object.keys(names.required)) {
    if (columns.has(field)) continue;
    const place = placeOf(grid, run.row, run.start);
    problems.push(finding('error', 'missing-column', { column: field, table: kind }, place));
  }
  return { columns, problems };
}

function cellsUnder(grid: SourceGrid, run: HeaderRun, row: number): CellContent[] {
  return (grid.cells[row] ?? []).slice(run.start, run.end).filter((cell) => !isBlank(cell));
}

/** On a sheet a table ends before the first row that is blank under all of its header. */
function rowsToBlank(grid: SourceGrid, run: HeaderRun): number[] {
  const rows: number[] = [];
  for (let row = run.row + 1; cellsUnder(grid, run, row).length > 0; row += 1) rows.push(row);
  return rows;
}

/**
 * In a file a table goes on to the next header or the end; blank lines are not rows. Lines of one cell below
 * the last blank line are titles or remarks: no row of any table has a single cell.
 */
function rowsOfFile(grid: SourceGrid, run: HeaderRun): number[] {
  let end = run.row + 1;
  while (end < grid.cells.length && !isHeaderBelow(grid, run, end)) end += 1;
  const rows = Array.from({ length: end - run.row - 1 }, (_, index) => run.row + 1 + index);
  const firstBlank = rows.find((row) => cellsUnder(grid, run, row).length === 0) ?? end;
  const last = rows.findLast((row) => row < firstBlank || cellsUnder(grid, run, row).length > 1) ?? run.row;
  return rows.filter((row) => row <= last && cellsUnder(grid, run, row).length > 0);
}

/** Whether another table's or block's header begins in the row, below this table's header. */
function isHeaderBelow(grid: SourceGrid, run: HeaderRun, row: number): boolean {
  const overlaps = ({ start, end }: HeaderRun): boolean => start < run.end && run.start < end;
  const isHeader = runsOfRow(grid.cells[row]!, row).some(
    (each) => overlaps(each) && (isWideHeader(grid, each) || kindOf(grid, each) !== null),
  );
  return isHeader || hasBlockHeader(grid, run, row);
}

function hasBlockHeader(grid: SourceGrid, run: HeaderRun, row: number): boolean {
  for (let column = run.start; column < run.end; column += 1) {
    if (isBlockHeader(grid, row, column)) return true;
  }
  return false;
}

/** Cells that no header stands above: a separator inside a text or a number pushed them there. */
function surplusCells(grid: SourceGrid, run: HeaderRun, rows: readonly number[]): Finding[] {
  const isCell = (cell: CellContent, column: number): boolean => column >= run.end && !isBlank(cell);
  const nextHeader = grid.cells[run.row]!.findIndex(isCell);
  return rows.flatMap((row) => {
    const column = grid.cells[row]!.findIndex(isCell);
    if (column < 0 || (nextHeader >= 0 && column >= nextHeader)) return [];
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
  column: number | undefined,
): Finding[] {
  const end = (rows.at(-1) ?? run.row) + 1;
  const candidates = Array.from({ length: blankRowsLookedOver }, (_, index) => end + 1 + index);
  const next = candidates.find((row) => cellsUnder(grid, run, row).length > 0);
  if (column === undefined || next === undefined || hasBlockHeader(grid, run, next)) return [];
  const content = grid.cells[next]![column];
  const isNumber = typeof content === 'number' || readNumber(textOf(content), 'whole') !== null;
  const hasTotal = cellsUnder(grid, run, next).some((cell) => namesTotal(textOf(cell)));
  if (!isNumber || hasTotal) return [];
  return [finding('error', 'rows-after-blank', {}, placeOf(grid, next, column))];
}
