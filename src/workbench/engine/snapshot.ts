/** The workbook to and from plain data. */
import type { ICellData, IStyleData, IWorkbookData } from '@univerjs/core';
import type { BookSnapshot, CellSnapshot, CellStyle, Rect, SheetSnapshot } from '../book';
import { toCell } from './cells';
import type { Engine, SheetId } from './engine';
import { toUniverStyle } from './looks';
import { emptySheet } from './sheets';
import { UNIT } from './workspace';

type Spill = (sheet: SheetId, row: number, column: number) => { rows: number; columns: number } | undefined;

export function takeSnapshot(engine: Omit<Engine, 'snapshot'>, spill: Spill): BookSnapshot {
  const styles: CellStyle[] = [];
  const indices = new Map<string, number>();
  const indicesOfObjects = new Map<CellStyle, number | undefined>();
  const styleIndex = (style: CellStyle): number | undefined => {
    if (indicesOfObjects.has(style)) return indicesOfObjects.get(style);
    const key = JSON.stringify(style);
    if (key !== '{}' && !indices.has(key)) indices.set(key, styles.push(style) - 1);
    indicesOfObjects.set(style, indices.get(key));
    return indices.get(key);
  };
  const sheets = engine.sheets.list();
  return {
    sheets: sheets.map(({ id, name, visibility, tabColor, showGridlines, isProtected }): SheetSnapshot => {
      const used = engine.cells.used(id, false);
      const page = engine.rules.page(id);
      return {
        name,
        visibility,
        ...(tabColor !== undefined ? { tabColor } : {}),
        showGridlines,
        isProtected,
        cells: used === null ? [] : cellsOf(engine, id, used, spill, styleIndex),
        ...sizesOf(engine, id),
        merges: engine.layout.merges(id),
        frozen: engine.layout.frozen(id),
        tables: engine.tables
          .list()
          .filter(({ sheet }) => sheet === id)
          .map(withoutOwner),
        charts: engine.charts.list(id).map(withoutOwner),
        validations: engine.rules.validations(id),
        conditionalFormats: engine.rules.conditionalFormats(id),
        ...(page !== undefined ? { page } : {}),
      };
    }),
    styles,
    names: engine.names.list(),
    settings: new Map(engine.settings),
    customXml: new Map(engine.customXml),
    activeSheet: sheets.findIndex(({ id }) => id === engine.sheets.active()),
  };
}

/** Snapshots name no ids: those last only as long as the workbook is open. */
function withoutOwner<Item extends { id: string; sheet: string }>(item: Item): Omit<Item, 'id' | 'sheet'> {
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'id' && key !== 'sheet')) as Omit<
    Item,
    'id' | 'sheet'
  >;
}

function cellsOf(
  engine: Omit<Engine, 'snapshot'>,
  sheet: SheetId,
  used: Rect,
  spill: Spill,
  styleIndex: (style: CellStyle) => number | undefined,
): CellSnapshot[] {
  const values = engine.cells.values(sheet, used);
  const formulas = engine.cells.formulas(sheet, used);
  const looks = engine.styles.read(sheet, used);
  const cells: CellSnapshot[] = [];
  for (let i = 0; i < used.rows; i++) {
    for (let j = 0; j < used.columns; j++) {
      const value = values[i]?.[j] ?? null;
      const formula = formulas[i]?.[j] ?? null;
      const style = styleIndex(looks[i]?.[j] ?? {});
      if (value === null && formula === null && style === undefined) continue;
      const row = used.row + i;
      const column = used.column + j;
      const spilled = formula === null ? undefined : spill(sheet, row, column);
      cells.push({
        row,
        column,
        value,
        ...(formula !== null ? { formula } : {}),
        ...(spilled !== undefined ? { spill: spilled } : {}),
        ...(style !== undefined ? { style } : {}),
      });
    }
  }
  return cells;
}

function sizesOf(
  engine: Omit<Engine, 'snapshot'>,
  sheet: SheetId,
): Pick<SheetSnapshot, 'columnWidths' | 'rowHeights'> {
  return {
    columnWidths: new Map(
      engine.layout
        .sizedColumns(sheet)
        .map((column) => [column, engine.layout.columnWidth(sheet, column) ?? 0]),
    ),
    rowHeights: new Map(
      engine.layout.sizedRows(sheet).map((row) => [row, engine.layout.rowHeight(sheet, row) ?? 0]),
    ),
  };
}

/** What Univer opens: cells with their looks, merges, frozen panes. The rest is put in afterwards by `fill`. */
export function toWorkbookData(book: BookSnapshot): Partial<IWorkbookData> {
  const sheets: Record<string, object> = {};
  const ids = book.sheets.map((_, index) => `sheet-${index + 1}`);
  const styles = Object.fromEntries(
    book.styles.map((style, index) => [`style-${index}`, withoutNulls(toUniverStyle(style))]),
  );
  for (const [index, sheet] of book.sheets.entries()) {
    const id = ids[index] ?? '';
    const cellData: Record<number, Record<number, ICellData>> = {};
    const spilled = spilledPlaces(sheet);
    for (const cell of sheet.cells) {
      if (cell.formula === undefined && spilled.has(`${cell.row},${cell.column}`)) {
        if (cell.style === undefined) continue;
        (cellData[cell.row] ??= {})[cell.column] = lookOf(book, cell);
        continue;
      }
      const content =
        cell.formula ??
        (typeof cell.value === 'object' && cell.value !== null ? cell.value.error : cell.value);
      const protectedText =
        typeof content === 'string' && cell.formula === undefined ? `'${content}` : content;
      const contents = toCell(typeof cell.value === 'object' ? content : protectedText);
      // Not spread: in Node 20 each such cell would get a hidden class of its own.
      (cellData[cell.row] ??= {})[cell.column] = Object.assign(withoutNulls(contents), lookOf(book, cell));
    }
    const rows = sheet.cells.reduce((most, { row }) => Math.max(most, row + 51), 200);
    const columns = sheet.cells.reduce((most, { column }) => Math.max(most, column + 11), 30);
    sheets[id] = { ...emptySheet(id, sheet.name), rowCount: rows, columnCount: columns, cellData };
  }
  return { id: UNIT, sheetOrder: ids, sheets, styles };
}

function lookOf(book: BookSnapshot, cell: CellSnapshot): ICellData {
  if (cell.style === undefined) return {};
  const isUnlocked = book.styles[cell.style]?.unlocked === true;
  return { s: `style-${cell.style}`, ...(isUnlocked ? { custom: { unlocked: true } } : {}) };
}

/** Where formulas spilled values: those are computed anew, and would be in the formulas' way. */
function spilledPlaces({ cells }: SheetSnapshot): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { row, column, spill } of cells) {
    for (let i = 0; i < (spill?.rows ?? 0); i++) {
      for (let j = 0; j < (spill?.columns ?? 0); j++) places.add(`${row + i},${column + j}`);
    }
  }
  return places;
}

function withoutNulls<T extends IStyleData | ICellData>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value != null)) as T;
}

/** Puts in what Univer does not open from its workbook data. */
export function fill(engine: Omit<Engine, 'snapshot'>, book: BookSnapshot): void {
  const ids = engine.sheets.list().map(({ id }) => id);
  for (const [index, sheet] of book.sheets.entries()) {
    const id = ids[index];
    if (id === undefined) continue;
    for (const [column, width] of sheet.columnWidths) engine.layout.setColumnWidths(id, column, 1, width);
    for (const [row, height] of sheet.rowHeights) engine.layout.setRowHeights(id, row, 1, height);
    for (const merge of sheet.merges) engine.layout.merge(id, merge);
    if (sheet.frozen.rows > 0 || sheet.frozen.columns > 0) {
      engine.layout.freeze(id, sheet.frozen.rows, sheet.frozen.columns);
    }
    if (sheet.tabColor !== undefined) engine.sheets.setTabColor(id, sheet.tabColor);
    if (!sheet.showGridlines) engine.sheets.setGridlines(id, false);
    if (sheet.isProtected) engine.sheets.setProtected(id, true);
    if (sheet.visibility !== 'visible') engine.sheets.setVisibility(id, sheet.visibility);
    for (const table of sheet.tables) engine.tables.add(id, table);
    for (const chart of sheet.charts) engine.charts.add(id, chart);
    engine.rules.setValidations(id, sheet.validations);
    engine.rules.setConditionalFormats(id, sheet.conditionalFormats);
    engine.rules.setPage(id, sheet.page);
  }
  for (const name of book.names) engine.names.put(name);
  engine.settings.clear();
  for (const [key, value] of book.settings) engine.settings.set(key, value);
  engine.customXml.clear();
  for (const [id, xml] of book.customXml) engine.customXml.set(id, xml);
  const active = ids[book.activeSheet];
  if (active !== undefined) engine.sheets.activate(active);
}
