import type { CellContent, SourceGrid } from '../study';
import { explained } from './denied';
import { forThisRequest } from './for-this-request';
import { loadOwnSheets } from './own-sheets';
import { asExcelProblem, ExcelProblem } from './problem';

/** A sheet or an Excel table of the open workbook. */
export interface WorkbookPart {
  readonly kind: 'sheet' | 'table';
  readonly name: string;
  /** The sheet that it is, or stands on. */
  readonly sheet: string;
}

/** One that counts might be read from, with its size. */
export interface ListedPart extends WorkbookPart {
  readonly rows: number;
  readonly columns: number;
}

/** What is selected, as Excel writes it: `Ark1!A1:G12`. */
export interface SelectedRange {
  readonly address: string;
  readonly sheet: string;
  /** A single cell stands for the whole of its sheet. */
  readonly isOneCell: boolean;
}

/** How a reading that may take its time is followed. */
export interface ReadOptions {
  /** Called with the share of the reading that is done. */
  readonly onProgress?: (share: number) => void;
  /** Cancels before the next round trip. */
  readonly signal?: AbortSignal;
}

/** Cells that one answer of Excel on the web has room for, and that the pane takes in without being held up. */
const mostCellsPerAnswer = 20_000;
/** A sheet with more cells than this holds no table that a person made. */
const mostCells = 5_000_000;

/** The used sheets and the tables of the open workbook, without those that the add-in wrote. Two round trips. */
export async function listParts(): Promise<ListedPart[]> {
  return inExcel(async (context) => {
    const sheets = await ownersSheets(context);
    const sized = sheets.visible.map((sheet) => {
      const range = sheet.getUsedRangeOrNullObject(true);
      range.load('rowCount,columnCount');
      sheet.tables.load('items/name');
      return { sheet, range };
    });
    await context.sync();
    const tables = sized.flatMap(({ sheet }) =>
      sheet.tables.items.map((table) => {
        const range = table.getRange();
        range.load('rowCount,columnCount');
        return { kind: 'table' as const, name: table.name, sheet: sheet.name, range };
      }),
    );
    if (tables.length > 0) await context.sync();
    return [
      ...sized
        .filter(({ range }) => !range.isNullObject)
        .map(({ sheet, range }) => ({ kind: 'sheet' as const, name: sheet.name, sheet: sheet.name, range })),
      ...tables,
    ].map(({ kind, name, sheet, range }) => ({
      ...{ kind, name, sheet },
      ...{ rows: range.rowCount, columns: range.columnCount },
    }));
  });
}

/**
 * Every visible sheet of the open workbook as a grid of cells, without those that the add-in wrote: three round
 * trips, more only for more than one answer is to hold. A hidden sheet is a grid without cells that says so.
 */
export async function readWorkbook(options: ReadOptions = {}): Promise<SourceGrid[]> {
  return inExcel(async (context) => {
    const { visible, hidden } = await ownersSheets(context);
    const grids = await readRanges(
      context,
      visible.map((sheet) => ({ source: sheet.name, range: () => sheet.getUsedRangeOrNullObject(true) })),
      options,
    );
    return [...grids, ...hidden.map(({ name }) => emptyGrid(name, 'hidden'))];
  });
}

/**
 * The chosen sheets and tables. A table's cells are named by its sheet, as Excel names them; a table on a chosen
 * sheet is read with it, once.
 */
export async function readParts(
  parts: readonly WorkbookPart[],
  options: ReadOptions = {},
): Promise<SourceGrid[]> {
  const sheets = new Set(parts.filter(({ kind }) => kind === 'sheet').map(({ sheet }) => sheet));
  const once = parts.filter(({ kind, sheet }) => kind === 'sheet' || !sheets.has(sheet));
  return inExcel((context) =>
    readRanges(
      context,
      once.map(({ kind, name, sheet }) => ({
        source: sheet,
        range: () =>
          kind === 'table'
            ? context.workbook.tables.getItem(name).getRange()
            : context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true),
      })),
      options,
    ),
  );
}

/** The cells of a range that hold something; a single cell stands for the whole of its sheet. Two round trips. */
export async function readSelected(
  { address, sheet, isOneCell }: SelectedRange,
  options: ReadOptions = {},
): Promise<SourceGrid[]> {
  const cells = address.slice(address.lastIndexOf('!') + 1);
  return inExcel((context) => {
    const range = (): Excel.Range => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      return (isOneCell ? worksheet : worksheet.getRange(cells)).getUsedRangeOrNullObject(true);
    };
    return readRanges(context, [{ source: sheet, range }], options);
  });
}

/**
 * What is selected. One round trip.
 *
 * @throws ExcelProblem `several-selected` when several ranges are selected at once
 */
export async function selectedRange(): Promise<SelectedRange> {
  return inExcel(async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load('address,rowCount,columnCount');
    selected.worksheet.load('name');
    await context.sync();
    const { address, rowCount, columnCount, worksheet } = selected;
    return { address, sheet: worksheet.name, isOneCell: rowCount === 1 && columnCount === 1 };
  });
}

/** Calls back whenever something else is selected; gives back what ends it. */
export async function onSelectionChanged(listener: () => void): Promise<() => Promise<void>> {
  return inExcel(async (context) => {
    const handler = context.workbook.onSelectionChanged.add(() => {
      listener();
      return Promise.resolve();
    });
    await context.sync();
    return async () => {
      handler.remove();
      await handler.context.sync();
    };
  });
}

/**
 * The sheets of another .xlsx, given in Base64: Excel inserts them at the end of the open workbook, they are
 * read, and taken out again, also when reading fails. Seven round trips.
 *
 * @throws ExcelProblem `too-old` below ExcelApi 1.13
 */
export async function readWorkbookFile(
  base64: string,
  fileName: string,
  options: ReadOptions = {},
): Promise<SourceGrid[]> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) {
    throw new ExcelProblem('file-too-old', 'ExcelApi 1.13');
  }
  return inExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load('items/name');
    names.load('items/name');
    await context.sync();
    const before = {
      sheets: new Set(worksheets.items.map(({ name }) => name)),
      names: new Set(names.items.map(({ name }) => name)),
    };
    const inserted = context.workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
    try {
      await context.sync();
    } catch (error) {
      throw await refusalOf(error, fileName, before.sheets);
    }
    try {
      const sheets = inserted.value.map((id) => {
        const sheet = worksheets.getItem(id);
        sheet.load('name,visibility');
        return { sheet, range: () => sheet.getUsedRangeOrNullObject(true) };
      });
      await context.sync();
      const read = await readRanges(
        context,
        sheets
          .filter(({ sheet }) => sheet.visibility === 'Visible')
          .map(({ sheet, range }) => ({ source: nameInFile(sheet.name, before.sheets), range })),
        options,
      );
      const hidden = sheets.filter(({ sheet }) => sheet.visibility !== 'Visible');
      return [...read, ...hidden.map(({ sheet }) => emptyGrid(sheet.name, 'hidden'))].map((grid) => ({
        ...grid,
        source: `${fileName}: ${grid.source}`,
        kind: 'file-sheet' as const,
      }));
    } finally {
      await takeOut(context, inserted.value, before.names);
    }
  });
}

/**
 * Why Excel did not take a file. Excel on the web is known to report an error although it inserted the sheets: which
 * are its own cannot be told then, so none is deleted, and that is said.
 */
async function refusalOf(
  error: unknown,
  fileName: string,
  sheetsBefore: ReadonlySet<string>,
): Promise<ExcelProblem> {
  const { code, detail } = asExcelProblem(error);
  const isUndone = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    return worksheets.items.every(({ name }) => sheetsBefore.has(name));
  }).catch(() => false);
  if (code === 'refused') return new ExcelProblem('file-refused', fileName, isUndone);
  if (code === 'too-large') return new ExcelProblem('file-too-large', fileName, isUndone);
  return new ExcelProblem(code, detail, isUndone);
}

/** Deletes the inserted sheets, and the names that came with them. */
async function takeOut(
  context: Excel.RequestContext,
  ids: readonly string[],
  namesBefore: ReadonlySet<string>,
): Promise<void> {
  const { worksheets, names } = context.workbook;
  names.load('items/name');
  const sheets = ids.map((id) => worksheets.getItemOrNullObject(id));
  for (const sheet of sheets) sheet.load('visibility');
  await context.sync();
  for (const { name } of names.items) if (!namesBefore.has(name)) names.getItem(name).delete();
  for (const sheet of sheets) {
    if (sheet.isNullObject) continue;
    // A very hidden sheet cannot be deleted.
    if (sheet.visibility === 'VeryHidden') sheet.visibility = 'Hidden';
    sheet.delete();
  }
  await context.sync();
}

/** Excel adds a number to the name of an inserted sheet when the workbook has one of that name: `Ark1 (2)`. */
function nameInFile(name: string, before: ReadonlySet<string>): string {
  const original = name.replace(/ \(\d+\)$/u, '');
  return before.has(original) ? original : name;
}

async function inExcel<Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw await explained(error);
  }
}

/** One round trip: the sheets that are the user's own, hidden ones apart. */
async function ownersSheets(
  context: Excel.RequestContext,
): Promise<{ visible: Excel.Worksheet[]; hidden: Excel.Worksheet[] }> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/name,items/visibility');
  const ownSheets = loadOwnSheets(context);
  await context.sync();
  const own = ownSheets();
  const users = sheets.items.filter((sheet) => !own.has(sheet.name));
  return {
    visible: users.filter(({ visibility }) => visibility === 'Visible'),
    hidden: users.filter(({ visibility }) => visibility !== 'Visible'),
  };
}

interface SourceRange {
  readonly source: string;
  /** Asked for anew after a request that failed: its objects lead nowhere. */
  readonly range: () => Excel.Range;
}

/**
 * The ranges' cells: one round trip for how large they are, then one for every so many cells, which is one for most
 * workbooks. Null objects hold none. Office.js takes an answer in in one go, so a large one would hold the pane up.
 */
async function readRanges(
  context: Excel.RequestContext,
  sources: readonly SourceRange[],
  options: ReadOptions,
): Promise<SourceGrid[]> {
  stopIfCancelled(options);
  const asked = sources.map(({ source, range: get }) => ({ source, range: get() }));
  for (const { range } of asked) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const held = asked.filter(({ range }) => !range.isNullObject);
  const isTooLarge = ({ rowCount, columnCount }: Excel.Range): boolean => rowCount * columnCount > mostCells;
  const grids = held.map(({ source, range }) => {
    const cells: CellContent[][] = [];
    if (isTooLarge(range)) return { grid: emptyGrid(source, 'too-large'), cells };
    const place = { firstRow: range.rowIndex, firstColumn: range.columnIndex };
    return { grid: { ...emptyGrid(source), ...place, cells }, cells };
  });
  const requests = inRequests(held.map(({ range }) => (isTooLarge(range) ? null : range)));
  for (const [index, pieces] of requests.entries()) {
    stopIfCancelled(options);
    if (index > 0) options.onProgress?.(index / requests.length);
    const read = pieces.map(({ of, first, rows }) => {
      const { range } = held[of]!;
      const { rowIndex, columnIndex, columnCount } = range;
      const piece = forThisRequest(
        range.worksheet.getRangeByIndexes(rowIndex + first, columnIndex, rows, columnCount),
      );
      piece.load('values');
      return { of, piece };
    });
    await context.sync();
    for (const { of, piece } of read) for (const row of contentsOf(piece)) grids[of]!.cells.push(row);
  }
  return grids.map(({ grid }) => grid);
}

/** Some rows of one of the ranges. */
interface Piece {
  readonly of: number;
  readonly first: number;
  readonly rows: number;
}

/** Pieces of ranges, as many together as one answer is to hold. */
function inRequests(ranges: readonly (Excel.Range | null)[]): Piece[][] {
  const requests: Piece[][] = [];
  let free = 0;
  for (const [of, range] of ranges.entries()) {
    if (range === null) continue;
    const { rowCount, columnCount } = range;
    for (let first = 0; first < rowCount;) {
      if (free < columnCount || requests.length === 0) {
        requests.push([]);
        free = mostCellsPerAnswer;
      }
      const rows = Math.min(rowCount - first, Math.max(1, Math.floor(free / columnCount)));
      requests.at(-1)!.push({ of, first, rows });
      free -= rows * columnCount;
      first += rows;
    }
  }
  return requests;
}

function stopIfCancelled({ signal }: ReadOptions): void {
  if (signal?.aborted) throw new ExcelProblem('cancelled', '');
}

function emptyGrid(source: string, notRead?: 'hidden' | 'too-large'): SourceGrid {
  const grid = { source, kind: 'sheet' as const, firstRow: 0, firstColumn: 0, cells: [] };
  return notRead === undefined ? grid : { ...grid, notRead };
}

function contentsOf(range: Excel.Range): CellContent[][] {
  return (range.values as unknown[][]).map((row) => row.map(contentOf));
}

/** Excel gives '' for an empty cell. */
function contentOf(value: unknown): CellContent {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}
