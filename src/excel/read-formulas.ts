import { forThisRequest } from './for-this-request';
import { asExcelProblem } from './problem';

/** A constant, or a formula. */
export type CellFormula = string | number | boolean | null;

/** Some rows of a sheet as Excel writes their cells into the formula bar, in English; constants as they are. */
export interface FormulaPiece {
  /** Which of the sheets that were asked for. */
  readonly sheet: number;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly cells: readonly (readonly CellFormula[])[];
}

/** Office.js takes an answer apart in one go, and the pane waits: 10 to 40 ms for about as much. */
const mostCharactersPerAnswer = 150_000;
/** What is no more than this comes in one answer all the same: asking how much there is would be a round trip more. */
const mostCharactersInOne = 250_000;
/** However short they are: the next ones may be formulas. */
const mostCellsPerPiece = 10_000;
/** How many characters a cell has, until some of the sheet are known. */
const firstGuess = 150;
/** A sheet with more cells than this holds no formulas that a person wrote one by one. */
const mostCells = 5_000_000;

/** What of a sheet is still to be read, and what its rows are like. */
interface Rest {
  readonly range: Excel.Range;
  readonly sheet: number;
  next: number;
  charactersPerRow: number;
  /** No more than four times as many as before: further down they may be longer. */
  mostRows: number;
}

/**
 * What the sheets hold, one after the other, each from its first row in use to its last, in pieces small enough not to
 * hold the pane up. An empty sheet has none. A round trip to ask how much there is, and one for every piece; small
 * sheets come together.
 *
 * @param characters how many there are, where that is known: few are asked for at once, in one round trip
 */
export async function* readFormulas(
  context: Excel.RequestContext,
  sheets: readonly string[],
  characters = Infinity,
): AsyncGenerator<FormulaPiece, void, void> {
  const used = (id: string): Excel.Range =>
    context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
  const inOne = characters > mostCharactersInOne ? null : await readInOne(context, sheets.map(used));
  if (inOne) {
    yield* inOne;
    return;
  }
  const sized = sheets.map(used);
  for (const range of sized) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await withoutComputing(context);
  const waiting = sized.flatMap((range, sheet): Rest[] => {
    if (range.isNullObject || range.rowCount * range.columnCount > mostCells) return [];
    const charactersPerRow = firstGuess * range.columnCount;
    return [{ range, sheet, next: 0, charactersPerRow, mostRows: Infinity }];
  });
  while (waiting.length > 0) {
    const asked = askForSome(waiting);
    await withoutComputing(context);
    for (const { rest, piece } of asked) {
      const cells = piece.formulas as CellFormula[][];
      rest.charactersPerRow = Math.max(1, charactersOf(cells) / cells.length);
      rest.mostRows = 4 * cells.length;
      const { rowIndex, columnIndex } = rest.range;
      yield { sheet: rest.sheet, firstRow: rowIndex + rest.next, firstColumn: columnIndex, cells };
      rest.next += cells.length;
    }
    while (waiting[0] && waiting[0].next >= waiting[0].range.rowCount) waiting.shift();
  }
}

/** Formulas are what they are, computed or not; of a report that is not in its place yet, that is left for later. */
async function withoutComputing(context: Excel.RequestContext): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  await context.sync();
}

/** Null where it is more than Excel gives in one answer. */
async function readInOne(
  context: Excel.RequestContext,
  asked: readonly Excel.Range[],
): Promise<FormulaPiece[] | null> {
  for (const range of asked) range.load('formulas,rowIndex,columnIndex');
  try {
    await context.sync();
  } catch (error) {
    if (asExcelProblem(error).code !== 'too-large') throw error;
    return null;
  }
  return asked.flatMap((range, sheet): FormulaPiece[] => {
    if (range.isNullObject) return [];
    const { rowIndex: firstRow, columnIndex: firstColumn, formulas } = range;
    return [{ sheet, firstRow, firstColumn, cells: formulas as CellFormula[][] }];
  });
}

/** The next rows of the sheets that wait, as many as one answer has room for: at least one. */
function askForSome(waiting: readonly Rest[]): { readonly rest: Rest; readonly piece: Excel.Range }[] {
  const asked: { rest: Rest; piece: Excel.Range }[] = [];
  let room = mostCharactersPerAnswer;
  for (const rest of waiting) {
    const { worksheet, rowIndex, columnIndex, rowCount, columnCount } = rest.range;
    const fitting = Math.min(
      Math.floor(room / rest.charactersPerRow),
      Math.floor(mostCellsPerPiece / columnCount),
      rest.mostRows,
    );
    if (fitting < 1 && asked.length > 0) break;
    const rows = Math.min(Math.max(1, fitting), rowCount - rest.next);
    const piece = forThisRequest(
      worksheet.getRangeByIndexes(rowIndex + rest.next, columnIndex, rows, columnCount),
    );
    piece.load('formulas');
    asked.push({ rest, piece });
    room -= rows * rest.charactersPerRow;
    // The next sheet's turn comes when all of this one is asked for.
    if (rest.next + rows < rowCount) break;
  }
  return asked;
}

/** With what JSON adds to each cell. */
function charactersOf(cells: readonly (readonly CellFormula[])[]): number {
  let characters = 0;
  for (const row of cells) for (const cell of row) characters += String(cell ?? '').length + 3;
  return characters;
}
