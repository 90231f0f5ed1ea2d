import { asExcelProblem } from './problem';

/** A constant, or a formula. */
export type CellFormula = string | number | boolean | null;

/** A sheet's cells as Excel writes them into the formula bar, in English; constants as they are. */
export interface SheetFormulas {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly cells: readonly (readonly CellFormula[])[];
}

/** Cells that one answer of Excel on the web has room for, and that the pane takes in without being held up. */
const mostCellsPerAnswer = 10_000;
/** A sheet with more cells than this holds no formulas that a person wrote one by one. */
const mostCells = 5_000_000;

/**
 * What the sheets hold, in one round trip where one answer has room for it. An empty sheet has no cells.
 *
 * @param cells how many there are, where that is known: many are not asked for at once
 */
export async function readFormulas(
  context: Excel.RequestContext,
  sheets: readonly string[],
  cells = 0,
): Promise<SheetFormulas[]> {
  const used = (id: string): Excel.Range =>
    context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
  const inOne = cells > mostCellsPerAnswer ? null : await readInOne(context, sheets.map(used));
  if (inOne) return inOne;
  const sized = sheets.map(used);
  for (const range of sized) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const grids: SheetFormulas[] = [];
  for (const range of sized) grids.push(range.isNullObject ? nothing : await readInPieces(context, range));
  return grids;
}

/** Null where it is more than Excel gives in one answer. */
async function readInOne(
  context: Excel.RequestContext,
  asked: readonly Excel.Range[],
): Promise<SheetFormulas[] | null> {
  for (const range of asked) range.load('formulas,rowIndex,columnIndex');
  try {
    await context.sync();
    return asked.map((range) => (range.isNullObject ? nothing : gridOf(range)));
  } catch (error) {
    if (asExcelProblem(error).code !== 'too-large') throw error;
    return null;
  }
}

const nothing: SheetFormulas = { firstRow: 0, firstColumn: 0, cells: [] };

function gridOf({ rowIndex, columnIndex, formulas }: Excel.Range): SheetFormulas {
  return { firstRow: rowIndex, firstColumn: columnIndex, cells: (formulas as CellFormula[][] | null) ?? [] };
}

async function readInPieces(context: Excel.RequestContext, range: Excel.Range): Promise<SheetFormulas> {
  const { rowIndex, columnIndex, rowCount, columnCount, worksheet } = range;
  if (rowCount * columnCount > mostCells) return nothing;
  const rows = Math.max(1, Math.floor(mostCellsPerAnswer / columnCount));
  const cells: CellFormula[][] = [];
  for (let first = 0; first < rowCount; first += rows) {
    const height = Math.min(rows, rowCount - first);
    const piece = worksheet.getRangeByIndexes(rowIndex + first, columnIndex, height, columnCount);
    piece.load('formulas');
    await context.sync();
    cells.push(...(piece.formulas as CellFormula[][]));
  }
  return { firstRow: rowIndex, firstColumn: columnIndex, cells };
}
