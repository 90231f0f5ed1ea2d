/**
 * What Excel itself enforces, beyond what office.js checks before it sends a request. Every rule says where it
 * is documented, or that it is assumed: nobody could try it against Excel here.
 */
import type { Rect } from '../book';
import type { SheetId } from '../engine/engine';
import { formatRect, intersection, isWholeColumns, isWholeRows, parseRect } from '../addresses';
import {
  accessDenied,
  HostError,
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  itemNotFound,
} from './errors';
import { isWellFormed } from '../xml';
import { formulaFault } from './formula-syntax';
import type { Desk, RangeTarget } from './objects/object';

export interface Rule {
  readonly basis: 'documented' | 'assumed';
  /** Where it is documented, or why it is assumed. */
  readonly source: string;
}

/** Every rule with its basis; the function of the same name below holds it. */
export const RULES = {
  arrayFitsRange: {
    basis: 'documented',
    source:
      "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values: one value, or an array of the range's own dimensions",
  },
  rangeIsBounded: {
    basis: 'documented',
    source:
      'learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded: cell-level properties of an unbounded range cannot be set',
  },
  readIsSmallEnough: {
    basis: 'documented',
    source:
      'learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization: five million cells',
  },
  requestIsSmallEnough: {
    basis: 'documented',
    source:
      'learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization: 5 MB per request and response on the web',
  },
  sheetNameIsAllowed: {
    basis: 'documented',
    source:
      'support.microsoft.com "Rename a worksheet": 1 to 31 characters, none of / \\ ? * : [ ], no apostrophe first or last, not "History"',
  },
  sheetNameIsFree: {
    basis: 'documented',
    source: 'Excel.WorksheetCollection.add: the name should be unique',
  },
  aVisibleSheetRemains: {
    basis: 'documented',
    source:
      'support.microsoft.com "Hide or unhide worksheets": a workbook must contain at least one visible worksheet; the code is assumed',
  },
  sheetMayBeDeleted: {
    basis: 'documented',
    source: 'Excel.Worksheet.delete: InvalidOperation for a worksheet that is "VeryHidden"',
  },
  sheetMayBeActivated: {
    basis: 'assumed',
    source: 'a hidden sheet cannot become the active one in the window',
  },
  cellsAreUnlocked: {
    basis: 'documented',
    source: 'Excel.WorksheetProtection: locked cells of a protected sheet refuse changes (AccessDenied)',
  },
  formatsMayChange: {
    basis: 'assumed',
    source: 'a protected sheet refuses formatting unless its options allow it',
  },
  workbookIsUnprotected: {
    basis: 'documented',
    source:
      'Excel.WorkbookProtection: the structure of a protected workbook cannot change; the code is assumed',
  },
  workbookIsWritable: { basis: 'assumed', source: 'a workbook that is open for reading refuses writes' },
  formulaIsWellFormed: { basis: 'assumed', source: 'InvalidArgument for what the formula bar would refuse' },
  textIsShortEnough: {
    basis: 'documented',
    source:
      'support.microsoft.com "Excel specifications and limits": 32,767 characters in a cell, 8,192 in a formula',
  },
  nameIsAllowed: {
    basis: 'documented',
    source:
      'support.microsoft.com "Names in formulas": letter, underscore or backslash first; no spaces; no cell reference; not R or C; up to 255 characters',
  },
  nameIsFree: { basis: 'assumed', source: 'names of one scope and tables differ without regard to case' },
  tableDoesNotOverlap: {
    basis: 'documented',
    source:
      'Excel.TableCollection.add: "If the table can\'t be added (for example, because the address is invalid, or the table would overlap with another table), an error is thrown"; the code is assumed',
  },
  mergesDoNotOverlapTables: { basis: 'assumed', source: 'cells of a table cannot be merged' },
  xmlIsWellFormed: {
    basis: 'assumed',
    source: 'Excel.CustomXmlPartCollection.add takes "valid XML"; InvalidArgument for anything else',
  },
  valueIsKnown: { basis: 'documented', source: 'the enumerations of the Excel namespace' },
} as const satisfies Readonly<Record<string, Rule>>;

const MAXIMUM_CELLS = 5_000_000;
const MAXIMUM_BYTES = 5 * 1024 * 1024;

export function arrayFitsRange(rect: Rect, rows: readonly unknown[]): void {
  const fits =
    rows.length === rect.rows && rows.every((row) => Array.isArray(row) && row.length === rect.columns);
  if (fits) return;
  const first = rows[0];
  const came = `${rows.length} x ${Array.isArray(first) ? first.length : 1}`;
  throw invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range: " +
      `${formatRect(rect)} needs ${rect.rows} x ${rect.columns}, came ${came}.`,
  );
}

export function rangeIsBounded(rect: Rect): void {
  if (isWholeColumns(rect) || isWholeRows(rect)) throw invalidArgument();
}

export function readIsSmallEnough(rect: Rect): void {
  if (rect.rows * rect.columns <= MAXIMUM_CELLS) return;
  throw new HostError(
    'ResponsePayloadSizeLimitExceeded',
    'The response payload size has exceeded the limit.',
    413,
  );
}

/** Office.js learns of it as a refusal of the whole request. */
export function requestIsSmallEnough(bytes: number): boolean {
  return bytes <= MAXIMUM_BYTES;
}

export function sheetNameIsAllowed(name: unknown): asserts name is string {
  const isAllowed =
    typeof name === 'string' &&
    name.trim().length > 0 &&
    name.length <= 31 &&
    !/[\\/?*[\]:]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== 'history';
  if (!isAllowed) throw invalidArgument();
}

export function sheetNameIsFree(desk: Desk, name: string, except?: SheetId): void {
  const isTaken = desk.engine.sheets
    .list()
    .some((sheet) => sheet.id !== except && sheet.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw itemAlreadyExists();
}

export function aVisibleSheetRemains(desk: Desk, without: SheetId): void {
  const remains = desk.engine.sheets
    .list()
    .some(({ id, visibility }) => id !== without && visibility === 'visible');
  if (!remains) throw invalidOperation();
}

export function sheetMayBeDeleted(desk: Desk, sheet: SheetId): void {
  const found = desk.engine.sheets.list().find(({ id }) => id === sheet);
  if (found === undefined) throw itemNotFound();
  if (found.visibility === 'veryHidden') throw invalidOperation();
  aVisibleSheetRemains(desk, sheet);
}

export function sheetMayBeActivated(desk: Desk, sheet: SheetId): void {
  const found = desk.engine.sheets.list().find(({ id }) => id === sheet);
  if (found?.visibility !== 'visible') throw invalidOperation();
}

export function workbookIsWritable(desk: Desk): void {
  if (desk.isReadOnly) throw accessDenied();
}

export function workbookIsUnprotected(desk: Desk): void {
  workbookIsWritable(desk);
  if (desk.isWorkbookProtected) throw accessDenied();
}

export function sheetIsUnprotected(desk: Desk, sheet: SheetId): void {
  workbookIsWritable(desk);
  if (isProtected(desk, sheet)) throw accessDenied();
}

export const formatsMayChange = sheetIsUnprotected;

export function cellsAreUnlocked(desk: Desk, { sheet, rect }: RangeTarget): void {
  workbookIsWritable(desk);
  if (!isProtected(desk, sheet)) return;
  const looks = desk.engine.styles.read(sheet, rect);
  if (!looks.every((row) => row.every(({ unlocked }) => unlocked === true))) throw accessDenied();
}

function isProtected(desk: Desk, sheet: SheetId): boolean {
  return desk.engine.sheets.list().find(({ id }) => id === sheet)?.isProtected === true;
}

export function formulaIsWellFormed(formula: string): void {
  const fault = formulaFault(formula);
  if (fault !== null) throw invalidArgument(`The formula ${formula} is not well-formed: ${fault}.`);
}

export function textIsShortEnough(text: string): void {
  if (text.length > (text.startsWith('=') ? 8192 : 32767)) throw invalidArgument();
}

/** Names of cells and of tables. */
export function nameIsAllowed(name: unknown): asserts name is string {
  const isAllowed =
    typeof name === 'string' &&
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) &&
    !/^[rc]$/i.test(name) &&
    !/^r\d*c\d*$/i.test(name) &&
    parseRect(name) === undefined;
  if (!isAllowed) throw invalidArgument();
}

export function nameIsFree(desk: Desk, name: string, sheet: string | undefined): void {
  const wanted = name.toLowerCase();
  const isName = desk.engine.names
    .list()
    .some((item) => item.name.toLowerCase() === wanted && item.sheet === sheet);
  const isTable = desk.engine.tables.list().some((table) => table.name.toLowerCase() === wanted);
  if (isName || isTable) throw invalidArgument(`The name ${name} is taken.`);
}

export function tableDoesNotOverlap(desk: Desk, { sheet, rect }: RangeTarget, except?: string): void {
  for (const table of desk.engine.tables.list()) {
    if (table.sheet !== sheet || table.id === except) continue;
    if (intersection(table.range, rect) !== null) throw invalidArgument(`A table overlaps ${table.name}.`);
  }
  for (const merge of desk.engine.layout.merges(sheet)) {
    if (intersection(merge, rect) !== null) throw invalidArgument('A table overlaps merged cells.');
  }
}

export function mergesDoNotOverlapTables(desk: Desk, { sheet, rect }: RangeTarget): void {
  for (const table of desk.engine.tables.list()) {
    if (table.sheet === sheet && intersection(table.range, rect) !== null) throw invalidOperation();
  }
}

export function xmlIsWellFormed(xml: unknown): asserts xml is string {
  if (typeof xml !== 'string' || !isWellFormed(xml)) throw invalidArgument('The XML is not well-formed.');
}

/** Gives the value back, typed, when it is one of the known ones. */
export function valueIsKnown<Value extends string>(value: unknown, known: readonly Value[]): Value {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw invalidArgument(`${String(value)} is none of ${known.join(', ')}.`);
  return found;
}
