/**
 * A workbook as plain data: what the engine loads and gives back, what .xlsx files are read into and written
 * from. It is the only language that the engine, the files and the page share; none of them knows another.
 *
 * Rows and columns count from 0. Formulas are written as Excel's formula bar shows them in English, with the
 * leading `=` and commas (`=SV.DID_EFFECT(A1:E1,…)`, `=NORM.S.INV(0.975)`); prefixes that only a file needs
 * (`_xlfn.`, `_xldudf_`) are the business of `files/`.
 */
export type Scalar = number | string | boolean | null;

/** An Excel error as a cell's value: `{ error: '#N/A' }`. */
export interface ErrorValue {
  readonly error: string;
}

export interface BorderLine {
  readonly style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double';
  /** `#RRGGBB` */
  readonly color: string;
}

/** What is absent has Excel's default. Colours are `#RRGGBB`, font sizes are points. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly fontColor?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly unlocked?: boolean;
  readonly borders?: {
    readonly top?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
    readonly right?: BorderLine;
  };
}

export interface CellSnapshot {
  readonly row: number;
  readonly column: number;
  /** The constant, or the formula's last result. A cell that is only styled has null. */
  readonly value: Scalar | ErrorValue;
  readonly formula?: string;
  /** For a formula whose result spills: how many rows and columns it fills, itself included. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** Index into `BookSnapshot.styles`. */
  readonly style?: number;
}

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface TableSnapshot {
  readonly name: string;
  /** Header row included. */
  readonly range: Rect;
  readonly columns: readonly string[];
  /** Excel's style name, such as `TableStyleLight1`. */
  readonly style?: string;
  readonly bandedRows: boolean;
  readonly filterButtons: boolean;
}

export interface SeriesSnapshot {
  /** A text, or a reference such as `'Effekt'!$B$4`. */
  readonly name: string;
  readonly nameReference?: string;
  /** References such as `'Effekt'!$C$5:$G$5`. */
  readonly values: string;
  readonly categories?: string;
  readonly color?: string;
  readonly dash?: 'solid' | 'dash' | 'dot';
  /** Points. */
  readonly weight?: number;
  readonly marker?: 'none' | 'circle' | 'square' | 'diamond' | 'triangle' | 'dash';
  /** Where it differs from `color`. */
  readonly markerColor?: string;
  /** Points. */
  readonly markerSize?: number;
  /** A line without corners. */
  readonly smooth?: boolean;
}

export interface AxisSnapshot {
  readonly title?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly numberFormat?: string;
  readonly gridlines?: boolean;
  /** Neither line nor labels are drawn. */
  readonly hidden?: boolean;
}

export interface ChartSnapshot {
  readonly name: string;
  /** `bar` lies down, `column` stands. */
  readonly kind: 'line' | 'column' | 'stackedColumn' | 'bar' | 'stackedBar' | 'scatter' | 'area' | 'pie';
  readonly title?: string;
  /** A cell whose text is the title, such as `'Effekt'!$A$2`; `title` then holds its last value. */
  readonly titleReference?: string;
  readonly titleFont?: { readonly bold?: boolean; readonly size?: number; readonly color?: string };
  readonly series: readonly SeriesSnapshot[];
  readonly categoryAxis: AxisSnapshot;
  readonly valueAxis: AxisSnapshot;
  readonly legend: 'none' | 'top' | 'bottom' | 'left' | 'right';
  /** The cells that the chart covers. */
  readonly anchor: Rect;
}

export interface ValidationSnapshot {
  readonly range: Rect;
  readonly kind: 'list' | 'decimal' | 'whole' | 'custom';
  readonly operator?:
    | 'between'
    | 'notBetween'
    | 'equal'
    | 'notEqual'
    | 'greaterThan'
    | 'lessThan'
    | 'greaterThanOrEqual'
    | 'lessThanOrEqual';
  /** Operands as in Excel: a number, or a formula with `=`; for a list the choices, separated by commas. */
  readonly first?: string;
  readonly second?: string;
  readonly allowBlank: boolean;
  readonly prompt?: { readonly title: string; readonly message: string };
  readonly alert?: { readonly title: string; readonly message: string };
}

/** A rule that gives cells a look where a formula is true. */
export interface ConditionalFormatSnapshot {
  readonly range: Rect;
  /** With the leading `=`, written for the range's first cell. */
  readonly formula: string;
  readonly style: CellStyle;
}

export interface PageSnapshot {
  readonly orientation: 'portrait' | 'landscape';
  readonly paper: 'a4' | 'letter';
  readonly fitToWidth?: number;
  readonly fitToHeight?: number;
  /** Row numbers from 0, both included. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly printArea?: Rect;
  readonly footer?: { readonly left?: string; readonly center?: string; readonly right?: string };
  readonly header?: { readonly left?: string; readonly center?: string; readonly right?: string };
  /** Points. */
  readonly margins?: {
    readonly left?: number;
    readonly right?: number;
    readonly top?: number;
    readonly bottom?: number;
  };
  readonly centerHorizontally?: boolean;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  readonly isProtected: boolean;
  readonly cells: readonly CellSnapshot[];
  /** Widths in characters of the default font, as Excel's files hold them. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Heights in points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly merges: readonly Rect[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly tables: readonly TableSnapshot[];
  readonly charts: readonly ChartSnapshot[];
  readonly validations: readonly ValidationSnapshot[];
  readonly conditionalFormats: readonly ConditionalFormatSnapshot[];
  readonly page?: PageSnapshot;
}

export interface NameSnapshot {
  readonly name: string;
  /** Such as `'Effekt'!$C$5:$G$5`, without a leading `=`. */
  readonly reference: string;
  readonly comment?: string;
  /** The sheet that the name belongs to; absent for the whole workbook. */
  readonly sheet?: string;
}

export interface BookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly styles: readonly CellStyle[];
  readonly names: readonly NameSnapshot[];
  /** What add-ins have saved with the workbook (`workbook.settings`): key to JSON text. */
  readonly settings: ReadonlyMap<string, string>;
  /** Documents that programs keep in the workbook (`workbook.customXmlParts`): id to XML, without its declaration. */
  readonly customXml: ReadonlyMap<string, string>;
  readonly activeSheet: number;
}
