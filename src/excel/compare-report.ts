import { rowLabel, type Content, type SheetKey } from '../report';
import type { CellFormula } from './read-formulas';
import {
  changedCells,
  RunningMarks,
  sumOf,
  unpackRecord,
  type RecordedInput,
  type SheetMarks,
} from './report-record';

/** What a user has typed into an input cell of a report since it was written. */
export interface TypedInput {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: Content;
  readonly now: Content;
}

/** What a user has made of a report, so that it can be asked before it is written anew. */
export interface Inspection {
  readonly typed: readonly TypedInput[];
  /** Other cells that were changed or filled, as far as is known; null where nothing is known. */
  readonly cells: readonly { readonly sheet: string; readonly row: number; readonly column: number }[] | null;
  /** How many more there are than are named. */
  readonly moreCells: number;
  /** Sheets with diagrams that are not the report's own. */
  readonly charts: readonly string[];
  /** Sheets of the user's own with diagrams, which may draw the report's cells: those lose them. */
  readonly usersCharts: readonly string[];
  /** Input cells that are not found again, because their rows were taken away or named otherwise. */
  readonly lostInputs: number;
}

export type AllMarks = Readonly<Partial<Record<SheetKey, SheetMarks>>>;

function unpackMarks(text: string): AllMarks | null {
  try {
    return JSON.parse(text) as AllMarks;
  } catch {
    return null;
  }
}

/** A report as it stands in the workbook. Cells as text until they are compared: the pane is held up by having them. */
export interface ReportAsRead {
  readonly sheets: readonly ReadSheet[];
  /** The record and the marks in the pieces that they were kept in; null where they are damaged or gone. */
  readonly record: readonly string[] | null;
  readonly marks: readonly string[] | null;
  readonly usersCharts: readonly string[];
}

export interface ReadSheet {
  readonly key: SheetKey;
  readonly name: string;
  /** How many diagrams are on it. */
  readonly charts: number;
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Its rows, each piece as JSON. */
  readonly pieces: readonly string[];
}

/** A sheet with its cells from the first in use. */
interface Grid extends Omit<ReadSheet, 'pieces'> {
  readonly cells: readonly (readonly CellFormula[])[];
}

/** So many changed cells are named, the rest counted. */
const mostNamed = 1000;

/**
 * What of a report is otherwise than it was written. Pure, and long for a large one: it can be done where it holds
 * nobody up.
 */
export function compareReport({ sheets, record, marks: kept, usersCharts }: ReportAsRead): Inspection {
  const inputs = record && unpackRecord(record.join(''));
  const marks = inputs && kept && unpackMarks(kept.join(''));
  const grids = new Map(sheets.map((sheet) => [sheet.key, gridOf(sheet)]));
  const { typed, found, lostInputs } = compareInputs(grids, inputs ?? []);
  const cells: { sheet: string; row: number; column: number }[] = [];
  let moreCells = 0;
  for (const sheet of sheets) {
    const before = marks?.[sheet.key];
    if (!before) continue;
    const inputsFound = found.get(sheet.key)!;
    const after = new RunningMarks((row, column) => inputsFound.has(`${row} ${column}`));
    const grid = grids.get(sheet.key)!;
    after.add(grid.cells, grid.firstRow, grid.firstColumn);
    for (const cell of changedCells(before, after.marks(0))) {
      if (cells.length < mostNamed) cells.push({ sheet: sheet.name, ...cell });
      else moreCells += 1;
    }
  }
  const withCharts = sheets.filter(({ key, charts }) => charts > (marks?.[key]?.charts ?? charts));
  const charts = withCharts.map(({ name }) => name);
  return { typed, cells: marks && cells, moreCells, charts, usersCharts, lostInputs };
}

function gridOf({ pieces, ...sheet }: ReadSheet): Grid {
  return { ...sheet, cells: pieces.flatMap((piece) => JSON.parse(piece) as CellFormula[][]) };
}

function compareInputs(
  grids: ReadonlyMap<SheetKey, Grid>,
  inputs: readonly RecordedInput[],
): Pick<Inspection, 'typed' | 'lostInputs'> & { readonly found: ReadonlyMap<SheetKey, ReadonlySet<string>> } {
  const typed: TypedInput[] = [];
  const found = new Map<SheetKey, Set<string>>([...grids.keys()].map((key) => [key, new Set()]));
  let lostInputs = 0;
  const byLabel = new Map<string, ReadonlyMap<string, number>>();
  const inputPlaces = new Set(inputs.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`));
  for (const input of inputs) {
    const grid = grids.get(input.sheet);
    const isInput = (row: number, column: number): boolean =>
      inputPlaces.has(`${input.sheet} ${row} ${column}`);
    const row = grid && rowOf(grid, input, isInput, byLabel);
    if (row === undefined) {
      lostInputs += 1;
      continue;
    }
    found.get(input.sheet)!.add(`${row} ${input.column}`);
    const now = contentAt(grid!, row, input.column);
    // A formula that has moved with its row speaks of other cells, and is the same.
    const hasMoved = row !== input.row && isFormula(input.value) && isFormula(now);
    if (!hasMoved && !isSame(input.value, now)) {
      const { key, column, value: before } = input;
      typed.push({ key, sheet: grid!.name, row, column, before, now });
    }
  }
  return { typed, found, lostInputs };
}

/** The row in which an input stands now: users sort tables, and insert rows. */
function rowOf(
  grid: Grid,
  { sheet, row, column, label, labelEnd }: RecordedInput,
  isInput: (row: number, column: number) => boolean,
  byLabel: Map<string, ReadonlyMap<string, number>>,
): number | undefined {
  if (label === '') return row;
  const labelAt = (at: number): string => labelOf(grid, at, (each) => each > labelEnd || isInput(row, each));
  if (labelAt(row) === label) return row;
  // Rows of one table have the same columns, so one list of labels serves all of its inputs.
  const columns = (grid.cells[0] ?? []).map((_, j) => (isInput(row, grid.firstColumn + j) ? 1 : 0)).join('');
  const known = `${sheet} ${column} ${columns}`;
  let rows = byLabel.get(known);
  if (!rows) {
    rows = new Map(grid.cells.map((_, i) => [labelAt(grid.firstRow + i), grid.firstRow + i]));
    byLabel.set(known, rows);
  }
  return rows.get(label);
}

function labelOf(grid: Grid, row: number, isLeftOut: (column: number) => boolean): string {
  const cells = grid.cells[row - grid.firstRow] ?? [];
  const constants = cells.filter(
    (cell, j) =>
      cell !== '' && cell !== null && !String(cell).startsWith('=') && !isLeftOut(grid.firstColumn + j),
  );
  return sumOf(rowLabel(constants));
}

function contentAt({ firstRow, firstColumn, cells }: Grid, row: number, column: number): Content {
  const cell = cells[row - firstRow]?.[column - firstColumn];
  if (cell === '' || cell === null || cell === undefined) return null;
  if (typeof cell === 'string' && cell.startsWith('=')) return { formula: cell };
  return cell;
}

function isFormula(content: Content): boolean {
  return typeof content === 'object' && content !== null;
}

function isSame(one: Content, other: Content): boolean {
  const plain = (content: Content): string =>
    typeof content === 'object' && content
      ? content.formula.replace(/\s|'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!/gu, '').toUpperCase()
      : String(content ?? '');
  return plain(one) === plain(other);
}
