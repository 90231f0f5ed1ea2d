/**
 * A workbook on paper: everything that is to be written, as plain data. Tests read it, `excel/` writes it.
 * Rows and columns count from 0; formulas are English, with commas and the leading `=`.
 */
export type SheetKey = 'data' | 'years' | 'effect' | 'savings' | 'robustness' | 'method';

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What goes into a cell: a constant, or a formula. Text is always text, also when it starts with `=`. */
export type Content = string | number | boolean | null | { readonly formula: string };

/** A rectangle of cells that is written at once. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Content[])[];
}

/** The looks that cells can have; what they are stands in `styles.ts`. */
export type StyleName =
  | 'title'
  | 'finding'
  | 'caution'
  | 'warning'
  | 'heading'
  | 'note'
  | 'caption'
  | 'how'
  | 'longHow'
  | 'right'
  | 'leftShare'
  | 'leftYear'
  | 'derivative'
  | 'variance'
  | 'header'
  | 'headerLeft'
  | 'headerCaption'
  | 'count'
  | 'year'
  | 'rate'
  | 'share'
  | 'strongShare'
  | 'ratio'
  | 'money'
  | 'strongMoney'
  | 'hours'
  | 'number'
  | 'probability'
  | 'input'
  | 'inputCount'
  | 'inputYear'
  | 'inputShare'
  | 'inputMoney'
  | 'inputHours'
  | 'inputNumber'
  | 'wrapped';

export interface StyledRange {
  readonly range: Rect;
  readonly style: StyleName;
}

export interface TablePlan {
  readonly name: string;
  /** Header row included. */
  readonly range: Rect;
}

/** Cells of a sheet of the plan, by key: the sheet's name is only known when it is written. */
export interface Reference extends Rect {
  readonly sheet: SheetKey;
}

export interface SeriesPlan {
  readonly name: string;
  readonly values: Reference;
  readonly color: string;
  readonly dash: 'solid' | 'dash' | 'dot';
  /** Points; 0 where a column has no line. */
  readonly weight: number;
  readonly marker: 'none' | 'circle' | 'square';
}

export interface ChartPlan {
  readonly name: string;
  readonly kind: 'line' | 'column' | 'stackedBar';
  /** A text, or the cell whose text it shows and follows. */
  readonly title: string | Reference;
  readonly categories: Reference;
  readonly series: readonly SeriesPlan[];
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly valueFormat: string;
  /** The cells that the chart covers. */
  readonly anchor: Rect;
}

/** What may be typed into an input cell, said to the user by Excel itself. */
export interface ValidationPlan {
  readonly range: Rect;
  readonly rule:
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    | { readonly kind: 'whole' | 'decimal'; readonly from: number; readonly to: number | null };
  /** At most 255 characters. */
  readonly message: string;
}

/** Cells below each other that a user may type into. What each is, and of what, is the same in every report. */
export interface InputPlan {
  readonly row: number;
  readonly column: number;
  /** `evictions`. */
  readonly what: string;
  /** One list for each cell, such as area, group, organisation and year; an empty one where there is one such cell. */
  readonly of: readonly (readonly (string | number)[])[];
}

export interface NamePlan {
  readonly name: string;
  readonly refersTo: Reference;
}

export interface SheetPlan {
  readonly key: SheetKey;
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly styles: readonly StyledRange[];
  readonly tables: readonly TablePlan[];
  readonly charts: readonly ChartPlan[];
  readonly validations: readonly ValidationPlan[];
  readonly inputs: readonly InputPlan[];
  readonly merges: readonly Rect[];
  /** In characters, from column A. */
  readonly columnWidths: readonly number[];
  /** Heights in points of rows whose text wraps over several columns. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly frozenRows: number;
  readonly page: {
    readonly orientation: 'portrait' | 'landscape';
    readonly footer: string;
    /** Rows repeated on every page after them: the header of the table that goes on over several pages. */
    readonly titleRows: { readonly row: number; readonly rows: number };
    /** Shrinks the sheet to one page. */
    readonly isOnePage: boolean;
  };
  readonly tabColor: string;
}

export interface WorkbookPlan {
  /** Tells several reports in one workbook apart; '' for the first. */
  readonly suffix: string;
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  /** The sheet that is shown when everything is written. */
  readonly show: SheetKey;
}
