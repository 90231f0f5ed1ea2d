import { rowLabel, type Content, type SheetKey } from '../report';
import { comparableName, reportsIn, unfinishedIn, type OwnReport } from './own-sheets';
import { asExcelProblem, ExcelProblem } from './problem';
import { inTurns } from './in-turns';
import { readFormulas, type SheetFormulas } from './read-formulas';
import {
  changedCells,
  marksOf,
  sumOf,
  unpackRecord,
  type RecordedInput,
  type SheetMarks,
} from './report-record';
import { readSaved } from './saved-study';
import { savedNamespace } from './saved-xml';

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
  /** Sheets with diagrams that are not the report's own. */
  readonly charts: readonly string[];
  /** Sheets of the user's own with diagrams, which may draw the report's cells: those lose them. */
  readonly usersCharts: readonly string[];
  /** Input cells that are not found again, because their rows were taken away or named otherwise. */
  readonly lostInputs: number;
}

/** The reports in the workbook. One round trip. */
export async function reportsThere(): Promise<readonly OwnReport[]> {
  try {
    return await Excel.run(async (context) => {
      const { names } = context.workbook;
      names.load('items/name,items/formula');
      await context.sync();
      return reportsIn(names.items);
    });
  } catch (error) {
    throw asExcelProblem(error);
  }
}

/** Compares a report with what was written. Six round trips, more for a large one. */
export async function inspectReport(suffix: string): Promise<Inspection> {
  try {
    return await Excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.load('items/name,items/formula');
      worksheets.load('items/name');
      await context.sync();
      const reports = reportsIn(names.items);
      const report = reports.find((each) => comparableName(each.suffix) === comparableName(suffix));
      if (!report) throw new ExcelProblem('report-gone', suffix);
      const ofReports = new Set(
        [...reports.flatMap((each) => [...each.sheets.values()]), ...unfinishedIn(names.items)].map(
          comparableName,
        ),
      );
      const keys = [...report.sheets.keys()];
      const sheets = [...report.sheets.values()];
      const grids = await readFormulas(context, sheets);
      // Not before: cells that are too many for one answer take what is asked with them along.
      const charts = sheets.map((name) => worksheets.getItem(name).charts.getCount());
      const users = worksheets.items
        .filter(({ name }) => !ofReports.has(comparableName(name)))
        .map((sheet) => ({ name: sheet.name, charts: sheet.charts.getCount() }));
      const record = await readSaved(context, savedNamespace.report(suffix));
      const marks = await readSaved(context, savedNamespace.marks(suffix));
      const inputs = typeof record === 'object' ? unpackRecord(record.pieces.join('')) : null;
      const compared = await inTurns(
        compare(
          new Map(keys.map((key, index) => [key, grids[index]!])),
          new Map(keys.map((key, index) => [key, charts[index]!.value])),
          inputs ?? [],
          inputs && typeof marks === 'object' ? unpackMarks(marks.pieces.join('')) : null,
          report.sheets,
        ),
      );
      const usersCharts = users.filter(({ charts: { value } }) => value > 0).map(({ name }) => name);
      return { ...compared, usersCharts };
    });
  } catch (error) {
    throw asExcelProblem(error);
  }
}

export type AllMarks = Readonly<Partial<Record<SheetKey, SheetMarks>>>;

function unpackMarks(text: string): AllMarks | null {
  try {
    return JSON.parse(text) as AllMarks;
  } catch {
    return null;
  }
}

/** Yields where it may be interrupted. */
function* compare(
  grids: ReadonlyMap<SheetKey, SheetFormulas>,
  charts: ReadonlyMap<SheetKey, number>,
  inputs: readonly RecordedInput[],
  marks: AllMarks | null,
  names: ReadonlyMap<SheetKey, string>,
): Generator<void, Omit<Inspection, 'usersCharts'>, void> {
  const typed: TypedInput[] = [];
  const found = new Map<SheetKey, Set<string>>([...grids.keys()].map((key) => [key, new Set()]));
  let lostInputs = 0;
  const byLabel = new Map<string, ReadonlyMap<string, number>>();
  const inputPlaces = new Set(inputs.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`));
  for (const input of inputs) {
    yield;
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
      typed.push({ key, sheet: names.get(input.sheet)!, row, column, before, now });
    }
  }
  const cells: { sheet: string; row: number; column: number }[] = [];
  for (const [key, grid] of grids) {
    const before = marks?.[key];
    if (!before) continue;
    const inputsFound = found.get(key)!;
    const isInput = (row: number, column: number): boolean => inputsFound.has(`${row} ${column}`);
    const after = yield* marksOf(fromFirstCell(grid), 0, isInput);
    const sheet = names.get(key)!;
    for (const cell of changedCells(before, after)) cells.push({ sheet, ...cell });
  }
  const withCharts = [...charts].filter(([key, count]) => count > (marks?.[key]?.charts ?? count));
  return { typed, cells: marks && cells, charts: withCharts.map(([key]) => names.get(key)!), lostInputs };
}

/** The row in which an input stands now: users sort tables, and insert rows. */
function rowOf(
  grid: SheetFormulas,
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

function labelOf(grid: SheetFormulas, row: number, isLeftOut: (column: number) => boolean): string {
  const cells = grid.cells[row - grid.firstRow] ?? [];
  const constants = cells.filter(
    (cell, j) =>
      cell !== '' && cell !== null && !String(cell).startsWith('=') && !isLeftOut(grid.firstColumn + j),
  );
  return sumOf(rowLabel(constants));
}

function contentAt({ firstRow, firstColumn, cells }: SheetFormulas, row: number, column: number): Content {
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

/** From A1, whatever the first cell in use is. */
export function fromFirstCell({ firstRow, firstColumn, cells }: SheetFormulas): SheetFormulas['cells'] {
  const before = Array.from({ length: firstColumn }, () => '');
  return [...Array.from({ length: firstRow }, () => []), ...cells.map((row) => [...before, ...row])];
}
