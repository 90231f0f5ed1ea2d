/** Sheets of another workbook, inserted into the open one. */
import type { BookSnapshot, Rect, SheetSnapshot } from '../../book';
import type { SheetId } from '../../engine/engine';
import { apiNotFound, invalidArgument } from '../errors';
import * as rules from '../rules';
import type { Desk } from './object';

/** Answers the ids of the inserted sheets. Names that are taken get a number, as `Ark1 (2)`. */
export async function insertSheets(
  base64: string,
  options: unknown,
  desk: Desk,
): Promise<readonly SheetId[]> {
  rules.workbookIsUnprotected(desk);
  if (desk.readWorkbook === null) throw apiNotFound('Workbook.insertWorksheetsFromBase64');
  const { sheetNamesToInsert, positionType = 'End' } = (options ?? {}) as {
    sheetNamesToInsert?: readonly string[] | null;
    positionType?: unknown;
  };
  // Where they go matters to nobody who takes them out again: only the end is known here.
  rules.valueIsKnown(positionType, ['End']);
  const book = await readBook(base64, desk.readWorkbook);
  const wanted = book.sheets.filter(
    ({ name }) => !sheetNamesToInsert?.length || sheetNamesToInsert.includes(name),
  );
  const names = new Map<string, string>();
  const inserted = wanted.map((sheet) => {
    const name = freeName(desk, sheet.name);
    names.set(sheet.name, name);
    return { sheet, id: desk.engine.sheets.add(name) };
  });
  const isRenamed = [...names].some(([before, after]) => before !== after);
  for (const { sheet, id } of inserted) fillSheet(desk, id, sheet, book, isRenamed);
  for (const name of book.names) {
    const isTaken = desk.engine.names.list().some((other) => same(other.name, name.name));
    if (!isTaken && !isRenamed && name.sheet === undefined) desk.engine.names.put(name);
  }
  return inserted.map(({ id }) => id);
}

async function readBook(base64: string, read: NonNullable<Desk['readWorkbook']>): Promise<BookSnapshot> {
  try {
    return await read(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch {
    throw invalidArgument();
  }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function freeName(desk: Desk, wanted: string): string {
  const isTaken = (name: string): boolean =>
    desk.engine.sheets.list().some((sheet) => same(sheet.name, name));
  let name = wanted;
  for (let number = 2; isTaken(name); number += 1) {
    const ending = ` (${number})`;
    name = wanted.slice(0, 31 - ending.length) + ending;
  }
  return name;
}

/** Contents, number formats, merges, tables, widths and visibility. */
function fillSheet(
  desk: Desk,
  id: SheetId,
  sheet: SheetSnapshot,
  book: BookSnapshot,
  isRenamed: boolean,
): void {
  const { engine } = desk;
  const rect = rectOf(sheet);
  if (rect !== null) {
    const contents: (string | number | boolean | null)[][] = Array.from({ length: rect.rows }, () =>
      Array.from({ length: rect.columns }, () => null),
    );
    const formats = contents.map((row) => row.map(() => 'General'));
    for (const { row, column, value, formula, style } of sheet.cells) {
      const format = style === undefined ? undefined : book.styles[style]?.numberFormat;
      if (format !== undefined) formats[row - rect.row]![column - rect.column] = format;
      // A formula that names sheets would look for them under their old names.
      const isFormula = formula !== undefined && !(isRenamed && formula.includes('!'));
      const constant = typeof value === 'object' && value !== null ? value.error : value;
      const content = isFormula ? formula : typeof constant === 'string' ? `'${constant}` : constant;
      contents[row - rect.row]![column - rect.column] = content;
    }
    engine.cells.write(id, rect, contents);
    engine.styles.setNumberFormats(id, rect, formats);
  }
  for (const [column, width] of sheet.columnWidths) engine.layout.setColumnWidths(id, column, 1, width);
  for (const merge of sheet.merges) engine.layout.merge(id, merge);
  for (const table of sheet.tables) {
    const isTaken = engine.tables.list().some(({ name }) => same(name, table.name));
    engine.tables.add(
      id,
      isTaken ? { ...table, name: `${table.name}_${engine.tables.list().length + 1}` } : table,
    );
  }
  if (sheet.visibility !== 'visible') engine.sheets.setVisibility(id, sheet.visibility);
}

function rectOf({ cells }: SheetSnapshot): Rect | null {
  if (cells.length === 0) return null;
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
