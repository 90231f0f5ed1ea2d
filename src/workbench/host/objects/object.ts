/** Objects as a request sees them, and the shape of the tables that say what each class can do. */
import type { BookSnapshot, Rect } from '../../book';
import type { ChartId, Engine, SheetId, TableId } from '../../engine/engine';

export interface RangeTarget {
  readonly sheet: SheetId;
  readonly rect: Rect;
}

/** What identifies an object of each class. Names are those of Office.js. */
export interface Targets {
  Workbook: null;
  Application: null;
  CultureInfo: null;
  NumberFormatInfo: null;
  DocumentProperties: null;
  WorkbookProtection: null;
  SettingCollection: null;
  Setting: string;
  CustomXmlPartCollection: null;
  /** The parts of one namespace. */
  CustomXmlPartScopedCollection: string;
  CustomXmlPart: string;
  WorksheetCollection: null;
  Worksheet: SheetId;
  WorksheetProtection: SheetId;
  WorksheetFreezePanes: SheetId;
  PageLayout: SheetId;
  HeaderFooterGroup: SheetId;
  HeaderFooter: SheetId;
  Range: RangeTarget;
  RangeFormat: RangeTarget;
  RangeFont: RangeTarget;
  RangeFill: RangeTarget;
  RangeBorderCollection: RangeTarget;
  RangeBorder: RangeTarget & { readonly side: string };
  FormatProtection: RangeTarget;
  DataValidation: RangeTarget;
  ConditionalFormatCollection: RangeTarget;
  ConditionalFormat: ConditionalFormatTarget;
  CustomConditionalFormat: ConditionalFormatTarget;
  ConditionalFormatRule: ConditionalFormatTarget;
  ConditionalRangeFormat: ConditionalFormatTarget;
  ConditionalRangeFont: ConditionalFormatTarget;
  ConditionalRangeFill: ConditionalFormatTarget;
  /** All tables of the workbook, or of one sheet. */
  TableCollection: SheetId | null;
  Table: TableId;
  TableColumnCollection: TableId;
  TableColumn: { readonly table: TableId; readonly index: number };
  TableRowCollection: TableId;
  TableRow: { readonly table: TableId; readonly index: number };
  /** All names of the workbook, or of one sheet. */
  NamedItemCollection: SheetId | null;
  NamedItem: { readonly name: string; readonly sheet: SheetId | null };
  ChartCollection: SheetId;
  Chart: ChartId;
  ChartTitle: ChartId;
  ChartTitleFormat: ChartId;
  ChartFont: { readonly chart: ChartId; readonly part: string };
  ChartLegend: ChartId;
  ChartAxes: ChartId;
  ChartAxis: ChartAxisTarget;
  ChartAxisTitle: ChartAxisTarget;
  ChartGridlines: ChartAxisTarget;
  ChartSeriesCollection: ChartId;
  ChartSeries: ChartSeriesTarget;
  ChartSeriesFormat: ChartSeriesTarget;
  ChartLineFormat: ChartSeriesTarget;
  ChartFill: ChartSeriesTarget;
  CustomFunctionsService: null;
  AddinInternalService: null;
}

export interface ConditionalFormatTarget extends RangeTarget {
  readonly index: number;
}
export interface ChartAxisTarget {
  readonly chart: ChartId;
  readonly axis: 'categoryAxis' | 'valueAxis';
}
export interface ChartSeriesTarget {
  readonly chart: ChartId;
  readonly index: number;
}

export type ClassName = keyof Targets;

export interface HostObject<Name extends ClassName = ClassName> {
  readonly type: Name;
  readonly target: Targets[Name];
}

export function object<Name extends ClassName>(type: Name, target: Targets[Name]): HostObject<Name> {
  return { type, target };
}

export function isObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'target' in value;
}

/** Objects that the add-in keeps, by name. */
export interface Keeper {
  readonly size: number;
  keep(object: HostObject): void;
  get(name: string): HostObject | undefined;
  nameOf(object: HostObject): string | undefined;
  forget(name: string): void;
  forgetAll(): void;
}

/** What the tables' functions work on. */
export interface Desk {
  readonly engine: Engine;
  readonly language: 'da-DK' | 'en-US';
  readonly workbookName: string;
  readonly isReadOnly: boolean;
  isWorkbookProtected: boolean;
  calculationMode: string;
  /** Whether the request asked not to calculate before its end. */
  isCalculationSuspended: boolean;
  readonly properties: { title: string; author: string };
  readonly hyperlinks: Map<string, object>;
  /** Objects that the add-in keeps between requests. */
  readonly kept: Keeper;
  /** Events that the add-in listens to, such as `Changed`. */
  readonly listenedEvents: Map<string, number>;
  /** Results of custom functions, as they come back. */
  takeFunctionResults(results: readonly unknown[]): void;
  functionsReady(): void;
  /** Reads the bytes of an .xlsx; null where the workbench was started without. */
  readonly readWorkbook: ((bytes: Uint8Array) => Promise<BookSnapshot>) | null;
  /** Opens a new workbook in a window of its own; null where there are no windows. */
  readonly openWorkbook: ((bytes: Uint8Array) => void) | null;
}

export interface Property<Target> {
  readonly get: (target: Target, desk: Desk) => unknown;
  readonly set?: (target: Target, value: unknown, desk: Desk) => void;
}

export type Method<Target> = (target: Target, args: readonly unknown[], desk: Desk) => unknown;

/** Everything that a request may ask of one class; names as Office.js documents them. */
export interface ObjectClass<Name extends ClassName> {
  /** What the client needs to find the object again, such as its id. */
  readonly identity?: (target: Targets[Name], desk: Desk) => Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, Property<Targets[Name]>>>;
  readonly navigation?: Readonly<Record<string, (target: Targets[Name], desk: Desk) => HostObject | null>>;
  /** May return a `HostObject`, null for a null object, or a plain value. */
  readonly methods?: Readonly<Record<string, Method<Targets[Name]>>>;
  /** Makes it a collection. */
  readonly items?: (target: Targets[Name], desk: Desk) => readonly HostObject[];
}

export type ObjectClasses = { readonly [Name in ClassName]?: ObjectClass<Name> };
