import { columnNames, comparableHeader, fieldOf, knownColumns, tidyKinds, type TidyKind } from './columns';
import { finding, type Finding } from './finding';
import { isBlank, placeOf, textOf, type SourceGrid } from './grid';

/** A table with a header row, found in a grid: where each field stands and which rows belong to it. */
export interface FoundTable {
  readonly kind: TidyKind;
  readonly grid: SourceGrid;
  /** Field to column, counted within the grid. */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows within the grid, the last not included. */
  readonly firstRow: number;
  readonly endRow: number;
}

interface HeaderRun {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

/** Every table with a header row that the grid holds, and what is wrong with their headers. */
export function findTables(grid: SourceGrid): { tables: FoundTable[]; findings: Finding[] } {
  const tables: FoundTable[] = [];
  const findings: Finding[] = [];
  for (const run of headerRuns(grid)) {
    const kind = kindOf(grid, run);
    if (!kind) continue;
    const { columns, problems } = readHeader(grid, run, kind);
    findings.push(...problems);
    tables.push({ kind, grid, columns, firstRow: run.row + 1, endRow: endOfTable(grid, run) });
  }
  return { tables, findings };
}

/** Runs of neighbouring text cells that could be a header: two or more known names, below a blank or the edge. */
function* headerRuns(grid: SourceGrid): Generator<HeaderRun> {
  for (const [row, cells] of grid.cells.entries()) {
    let start = 0;
    while (start < cells.length) {
      if (isBlank(cells[start])) {
        start += 1;
        continue;
      }
      let end = start + 1;
      while (end < cells.length && !isBlank(cells[end])) end += 1;
      if (end - start > 1) yield { row, start, end };
      start = end;
    }
  }
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
        finding('error', 'unknown-column', { column: textOf(content), known: knownColumns(kind) }, place),
      );
    }
  }
  for (const [field, accepted] of Object.entries(names.required)) {
    if (columns.has(field)) continue;
    const place = placeOf(grid, run.row, run.start);
    problems.push(
      finding('error', 'missing-column', { column: accepted[0]!.replace(/ /g, '_'), table: kind }, place),
    );
  }
  return { columns, problems };
}

/** A table ends before the first row that is blank under all of its header. */
function endOfTable(grid: SourceGrid, run: HeaderRun): number {
  let row = run.row + 1;
  while (row < grid.cells.length && grid.cells[row]!.slice(run.start, run.end).some((cell) => !isBlank(cell)))
    row += 1;
  return row;
}
