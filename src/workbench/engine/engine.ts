/**
 * The spreadsheet that takes Excel's place, as the rest of the workbench sees it: sheets, cells, looks,
 * tables, names, charts, events. Which library computes and draws is known only to this folder.
 *
 * Rows and columns count from 0. Everything takes effect at once except computed values: those are right
 * after `settle()`.
 */
import type {
  BookSnapshot,
  BorderLine,
  CellStyle,
  ChartSnapshot,
  ConditionalFormatSnapshot,
  ErrorValue,
  NameSnapshot,
  PageSnapshot,
  Rect,
  Scalar,
  TableSnapshot,
  ValidationSnapshot,
} from '../book';

/** Stays the same when a sheet is renamed or moved. */
export type SheetId = string;
/** Stays the same when a table is renamed. */
export type TableId = string;
/** Stays the same when a chart is renamed or changed. */
export type ChartId = string;

/** What a cell holds: exact, never rounded or formatted. An empty cell is null. */
export type CellValue = Scalar | ErrorValue;
/** Rows of cells, all of one length. */
export type Grid<Cell> = readonly (readonly Cell[])[];

export interface SheetState {
  readonly id: SheetId;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  readonly isProtected: boolean;
}

export interface Sheets {
  /** In the order of their tabs. */
  list(): readonly SheetState[];
  active(): SheetId;
  /** The name must be free and allowed: the caller's duty. Added last; not activated. */
  add(name: string): SheetId;
  remove(sheet: SheetId): void;
  rename(sheet: SheetId, name: string): void;
  /** `position` counts from 0. */
  move(sheet: SheetId, position: number): void;
  activate(sheet: SheetId): void;
  setVisibility(sheet: SheetId, visibility: SheetState['visibility']): void;
  setTabColor(sheet: SheetId, color: string | undefined): void;
  setGridlines(sheet: SheetId, shown: boolean): void;
  setProtected(sheet: SheetId, isProtected: boolean): void;
}

export interface Cells {
  /** Constants and results, spilled ones included. */
  values(sheet: SheetId, rect: Rect): Grid<CellValue>;
  /** `=…` in English with commas where a cell holds a formula, else null. Spilled cells have none. */
  formulas(sheet: SheetId, rect: Rect): Grid<string | null>;
  /** What the sheet shows, after number formats. */
  texts(sheet: SheetId, rect: Rect): Grid<string>;
  /**
   * Writes a whole rectangle at once. A string that starts with `=` is a formula, one that starts with `'` a
   * text without it, null empties the cell, undefined leaves it as it is. Looks stay.
   */
  write(sheet: SheetId, rect: Rect, contents: Grid<Scalar | undefined>): void;
  /** Empties cells of their contents, their looks or both. */
  clear(sheet: SheetId, rect: Rect, what: 'contents' | 'formats' | 'all'): void;
  /** The smallest rectangle around all cells that hold something (or have a look, unless `valuesOnly`), of those `within`. */
  used(sheet: SheetId, valuesOnly: boolean, within?: Rect): Rect | null;
}

export interface Styles {
  /** The look of each cell; what is absent has Excel's default. */
  read(sheet: SheetId, rect: Rect): Grid<CellStyle>;
  /** Changes the given parts of the look of every cell in `rect`; null takes a part back to the default. */
  change(sheet: SheetId, rect: Rect, change: StyleChange): void;
  /** As `change`, with one number format per cell. */
  setNumberFormats(sheet: SheetId, rect: Rect, formats: Grid<string>): void;
  /** Changes of looks that `work` makes one after the other are written as one. */
  together<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Sides of borders that are not named stay as they are. */
export type StyleChange = {
  readonly [Part in Exclude<keyof CellStyle, 'borders'>]?: CellStyle[Part] | null;
} & {
  readonly borders?: { readonly [Side in BorderSide]?: BorderLine | null } | null;
};
export type BorderSide = keyof NonNullable<CellStyle['borders']>;

export interface Layout {
  /** In characters of the default font, as Excel's files hold them; null where it is the default. */
  columnWidth(sheet: SheetId, column: number): number | null;
  setColumnWidths(sheet: SheetId, first: number, count: number, characters: number): void;
  /** In points; null where it is the default. */
  rowHeight(sheet: SheetId, row: number): number | null;
  setRowHeights(sheet: SheetId, first: number, count: number, points: number): void;
  /** The columns that have a width of their own. */
  sizedColumns(sheet: SheetId): readonly number[];
  /** The rows that have a height of their own. */
  sizedRows(sheet: SheetId): readonly number[];
  merges(sheet: SheetId): readonly Rect[];
  merge(sheet: SheetId, rect: Rect): void;
  unmerge(sheet: SheetId, rect: Rect): void;
  frozen(sheet: SheetId): { readonly rows: number; readonly columns: number };
  freeze(sheet: SheetId, rows: number, columns: number): void;
}

export interface Names {
  list(): readonly NameSnapshot[];
  /** Adds a name or replaces the one of the same name and scope. */
  put(name: NameSnapshot): void;
  remove(name: string, sheet?: string): void;
}

export interface EngineTable extends TableSnapshot {
  readonly id: TableId;
  readonly sheet: SheetId;
}

export interface Tables {
  list(): readonly EngineTable[];
  /** The header texts are read from the first row of `range`. */
  add(sheet: SheetId, table: Omit<TableSnapshot, 'columns'>): TableId;
  rename(table: TableId, name: string): void;
  resize(table: TableId, range: Rect): void;
  change(
    table: TableId,
    change: Partial<Pick<TableSnapshot, 'style' | 'bandedRows' | 'filterButtons'>>,
  ): void;
  /** Takes the table away and leaves its cells. */
  remove(table: TableId): void;
}

export interface EngineChart extends ChartSnapshot {
  readonly id: ChartId;
  readonly sheet: SheetId;
}

export interface Charts {
  /** In the order in which they were added. */
  list(sheet: SheetId): readonly EngineChart[];
  add(sheet: SheetId, chart: ChartSnapshot): ChartId;
  /** Replaces a chart's description. */
  put(chart: ChartId, description: ChartSnapshot): void;
  remove(chart: ChartId): void;
}

/** What belongs to a sheet and changes no value: kept as plain data. */
export interface SheetRules {
  validations(sheet: SheetId): readonly ValidationSnapshot[];
  setValidations(sheet: SheetId, validations: readonly ValidationSnapshot[]): void;
  conditionalFormats(sheet: SheetId): readonly ConditionalFormatSnapshot[];
  setConditionalFormats(sheet: SheetId, formats: readonly ConditionalFormatSnapshot[]): void;
  page(sheet: SheetId): PageSnapshot | undefined;
  setPage(sheet: SheetId, page: PageSnapshot | undefined): void;
}

export interface Selection {
  readonly sheet: SheetId;
  readonly rect: Rect;
}

export interface EngineEvents {
  /** The user or a program selected other cells, or another sheet. */
  selection: Selection;
  /** Contents of cells were changed by hand or by a program; recalculated results are not reported. */
  cells: { readonly sheet: SheetId; readonly rect: Rect };
  /** A sheet came, went, was renamed, moved, hidden or activated. */
  sheets: { readonly sheet: SheetId };
  /** Charts, validations or page set-up of a sheet changed: what is drawn beside the grid must be drawn anew. */
  objects: { readonly sheet: SheetId };
  /** A calculation ended: results may have changed. */
  calculated: { readonly durationInMilliseconds: number };
}

/** An argument as an add-in gets it: a range or array as rows, a cell or constant alone; omitted is undefined. */
export type FunctionArgument = CellValue | Grid<CellValue> | undefined;

export interface FunctionCall {
  /** As registered, such as `SV.DID_EFFECT`. */
  readonly name: string;
  readonly arguments: readonly FunctionArgument[];
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
}

/** A result: a value, or rows of values that spill. */
export type FunctionResult = CellValue | Grid<CellValue>;

export interface CustomFunctions {
  /**
   * Names that are computed outside the engine; formulas that use them are recalculated. All calls that are
   * due are handed over together, as Excel does. Until their results are there, the cells show `#BUSY!`.
   */
  define(names: readonly string[], compute: ComputeCalls): void;
  /** The names known now. */
  names(): readonly string[];
}

/** What a person types, and takes back: what programs do is not in it. */
export interface History {
  type(sheet: SheetId, row: number, column: number, value: Scalar): Promise<void>;
  /** Whether there was anything to take back. */
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
}

/** Gives one result per call, in their order. */
export type ComputeCalls = (calls: readonly FunctionCall[]) => Promise<readonly FunctionResult[]>;

export interface Engine {
  readonly sheets: Sheets;
  readonly cells: Cells;
  readonly styles: Styles;
  readonly layout: Layout;
  readonly names: Names;
  readonly tables: Tables;
  readonly charts: Charts;
  readonly rules: SheetRules;
  /** What add-ins saved with the workbook: key to JSON text. */
  readonly settings: Map<string, string>;
  /** Documents that programs keep in the workbook, by their id. */
  readonly customXml: Map<string, string>;
  readonly functions: CustomFunctions;
  readonly history: History;
  selection(): Selection;
  select(sheet: SheetId, rect: Rect): void;
  /** Until the release, changes start no calculation by themselves, or are not drawn. */
  hold(what: 'calculation' | 'drawing'): void;
  release(): void;
  /** Resolves when every formula is computed; cells that wait for an add-in's function show `#BUSY!`. */
  calculate(): Promise<void>;
  /** Resolves when every value is computed, those of add-ins' functions included. */
  settle(): Promise<void>;
  /** Computes every formula anew. */
  recalculate(): Promise<void>;
  /** Replaces the whole workbook and recalculates it. */
  load(book: BookSnapshot): Promise<void>;
  /** The whole workbook as it stands. Call after `settle()`. */
  snapshot(): BookSnapshot;
  /** Returns a function that ends the subscription. */
  on<Name extends keyof EngineEvents>(name: Name, listener: (event: EngineEvents[Name]) => void): () => void;
  close(): void;
}

/** The engine in a page, where a grid is drawn. */
export interface PageEngine extends Engine {
  /** Whether the user is typing in a cell: Excel then refuses programs. */
  isEditing(): boolean;
  /**
   * Lets an element float over cells and move with them: `mount` fills the given element and returns what
   * removes its contents. The returned function takes the element away.
   */
  float(sheet: SheetId, anchor: Rect, mount: (element: HTMLElement) => () => void): () => void;
}
