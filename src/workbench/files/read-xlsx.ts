import {
  DecryptionError,
  EncryptedFileError,
  ParseError,
  readXlsx as readWithHucre,
  type Cell,
  type CellValue,
  type Sheet,
  type Workbook,
} from 'hucre';
import type { BookSnapshot, CellSnapshot, CellStyle, ErrorValue, Rect, Scalar, SheetSnapshot } from '../book';
import { chartPartsOf } from './chart-parts';
import { chartFromFile, laidDown } from './charts';
import { customXmlIn } from './custom-xml';
import { hideNumberFormats, type HiddenFormats } from './date-formats';
import { formulaFromFile } from './function-prefixes';
import { pageFromFile } from './page-setup';
import { attribute, pack, readPart, relationsOf, unpack, type Parts } from './parts';
import { parseRange } from './ranges';
import { reachesTooFar } from './reach';
import { conditionalFormatsFromFile, validationsFromFile } from './rules';
import { settingsIn, settingsNamespace } from './settings';
import { moveFormula } from './shared-formula';
import { colorFromFile, styleFromFile, withoutAbsent } from './styles';
import { UnreadableFile, type UnreadableReason } from './unreadable-file';

/** They overflow the stack of whatever computes them, and nobody wrote them: the value stays as it is. */
const endlessSigns = /[-+]{300}/u;

const lastColumn = 16_383;
const errorTexts = /^#(?:N\/A|VALUE!|REF!|NAME\?|NULL!|DIV\/0!|NUM!|SPILL!|CALC!|GETTING_DATA)$/u;

/**
 * The workbook in the bytes of an .xlsx file. Dates become the numbers that Excel shows under a date format;
 * books that count from 1904 are recounted from 1900. What the workbench has no word for (pictures, comments,
 * pivot tables, rules other than by formula) is left out. Throws `UnreadableFile` for anything else.
 */
export async function readXlsx(bytes: Uint8Array): Promise<BookSnapshot> {
  const parts = unpack(bytes);
  if (!parts.has('[Content_Types].xml')) throw new UnreadableFile('notAWorkbook');
  const worksheets = worksheetParts(parts);
  if (reachesTooFar(parts, worksheets.values())) throw new UnreadableFile('tooWide');
  const formats = hideNumberFormats(parts, countsFrom1904(parts));
  let workbook: Workbook;
  try {
    workbook = await readWithHucre(pack(parts, 0), { readStyles: true });
  } catch (error) {
    throw new UnreadableFile(reasonOf(error), { cause: error });
  }
  const styles = new StyleList(workbook, formats);
  return {
    sheets: workbook.sheets.map((sheet) =>
      sheetFromFile(sheet, workbook, styles, parts, worksheets.get(sheet.name)),
    ),
    styles: styles.all,
    names: (workbook.namedRanges ?? [])
      .filter(({ name }) => !name.startsWith('_xlnm.'))
      .map(({ name, range, comment, scope }) =>
        withoutAbsent({ name, reference: formulaFromFile(range).slice(1), comment, sheet: scope }),
      ),
    settings: settingsIn(parts),
    customXml: customXmlIn(parts, settingsNamespace),
    activeSheet: workbook.activeSheet ?? 0,
  };
}

function reasonOf(error: unknown): UnreadableReason {
  if (error instanceof EncryptedFileError || error instanceof DecryptionError) return 'passwordProtected';
  // hucre takes as much memory as a sheet has cells up to its last one, and so has a limit.
  return error instanceof ParseError && error.message.includes('over the') ? 'tooWide' : 'damaged';
}

/** Every look in the book once, in the order in which cells use it. */
class StyleList {
  readonly all: CellStyle[] = [];
  private readonly known = new Map<string, number>();

  constructor(
    private readonly workbook: Workbook,
    readonly formats: HiddenFormats,
  ) {}

  indexOf(style: Cell['style']): number | undefined {
    if (!style) return undefined;
    const numFmt = this.formats.restore(style.numFmt);
    const snapshot = styleFromFile(
      { ...style, ...(numFmt !== undefined && { numFmt }) },
      this.workbook.themeColors,
    );
    if (Object.keys(snapshot).length === 0) return undefined;
    const key = JSON.stringify(snapshot);
    const index = this.known.get(key) ?? this.all.push(snapshot) - 1;
    this.known.set(key, index);
    return index;
  }
}

function sheetFromFile(
  sheet: Sheet,
  workbook: Workbook,
  styles: StyleList,
  parts: Parts,
  worksheet: string | undefined,
): SheetSnapshot {
  const chartParts = worksheet === undefined ? [] : chartPartsOf(parts, worksheet);
  return withoutAbsent({
    name: sheet.name,
    visibility: sheet.veryHidden
      ? ('veryHidden' as const)
      : sheet.hidden
        ? ('hidden' as const)
        : ('visible' as const),
    tabColor: colorFromFile(sheet.view?.tabColor, workbook.themeColors),
    showGridlines: sheet.view?.showGridLines ?? true,
    isProtected: sheet.protection !== undefined && sheet.protection.sheet !== false,
    cells: cellsFromFile(sheet, styles),
    columnWidths: columnWidthsFromFile(sheet.columns ?? []),
    rowHeights: new Map(
      [...(sheet.rowDefs ?? [])].flatMap(([row, { height }]) =>
        height === undefined ? [] : [[row, height]],
      ),
    ),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      rows: endRow - startRow + 1,
      columns: endCol - startCol + 1,
    })),
    frozen: { rows: sheet.freezePane?.rows ?? 0, columns: sheet.freezePane?.columns ?? 0 },
    tables: (sheet.tables ?? []).flatMap((table) => {
      const range = parseRange(table.range ?? '');
      if (!range) return [];
      return withoutAbsent({
        name: table.displayName ?? table.name,
        range,
        columns: table.columns.map(({ name }) => name),
        style: table.style,
        bandedRows: table.showRowStripes ?? false,
        filterButtons: table.showAutoFilter ?? false,
      });
    }),
    charts: (sheet.charts ?? []).flatMap((chart, index) => {
      const part = chartParts[index];
      const read = part && chartFromFile(chart, part.references);
      if (!read) return [];
      return part.isLyingDown ? [laidDown(read)] : [read];
    }),
    validations: (sheet.dataValidations ?? []).flatMap(validationsFromFile),
    conditionalFormats: [...(sheet.conditionalRules ?? [])]
      .sort((one, other) => one.priority - other.priority)
      .flatMap((rule) => conditionalFormatsFromFile(rule, workbook.themeColors)),
    page: pageFromFile(sheet.pageSetup, sheet.headerFooter),
  });
}

function cellsFromFile(sheet: Sheet, styles: StyleList): readonly CellSnapshot[] {
  const sharedFormulas = new Map<
    number,
    { readonly formula: string; readonly row: number; readonly column: number }
  >();
  const described = describedColumns(sheet);
  const cells: CellSnapshot[] = [];
  for (const [row, values] of sheet.rows.entries()) {
    const columns = described.get(row);
    for (const [column, plainValue] of values.entries()) {
      // hucre fills the rows up to the last cell of the sheet, with millions of blanks where that stands far out.
      if (plainValue === null && !columns?.has(column)) continue;
      const cell = sheet.cells?.get(`${row},${column}`);
      const style = styles.indexOf(cell?.style);
      const format = style === undefined ? undefined : styles.all[style]?.numberFormat;
      const read = valueFromFile(cell ? cell.value : plainValue, cell);
      const value = typeof read === 'number' ? read + styles.formats.daysToAdd(format) : read;
      let formula = cell?.formula;
      if (cell?.formulaSharedIndex !== undefined && formula !== undefined) {
        const first = sharedFormulas.get(cell.formulaSharedIndex);
        if (formula !== '') sharedFormulas.set(cell.formulaSharedIndex, { formula, row, column });
        else formula = first && moveFormula(first.formula, row - first.row, column - first.column);
      }
      if (formula && endlessSigns.test(formula)) formula = undefined;
      if (value === null && style === undefined && !formula) continue;
      cells.push(
        withoutAbsent({
          row,
          column,
          value,
          formula: formula ? formulaFromFile(formula) : undefined,
          spill: formula ? spillFromFile(cell) : undefined,
          style,
        }),
      );
    }
  }
  return cells;
}

/** The cells of which more is known than a value, row by row. */
function describedColumns({ cells }: Sheet): ReadonlyMap<number, ReadonlySet<number>> {
  const rows = new Map<number, Set<number>>();
  for (const key of cells?.keys() ?? []) {
    const comma = key.indexOf(',');
    const row = Number(key.slice(0, comma));
    const columns = rows.get(row) ?? new Set();
    rows.set(row, columns.add(Number(key.slice(comma + 1))));
  }
  return rows;
}

function valueFromFile(value: CellValue, cell: Cell | undefined): Scalar | ErrorValue {
  if (value instanceof Date) throw new Error('A number was read as a date: its format was not hidden.');
  const isError = typeof value === 'string' && cell?.type === 'error' && errorTexts.test(value);
  return isError ? { error: value } : value;
}

/** An array formula over several cells, or one that may spill and today fills one. */
function spillFromFile(cell: Cell | undefined): CellSnapshot['spill'] {
  if (cell?.formulaType !== 'array') return undefined;
  const range: Rect | undefined = parseRange(cell.formulaRef ?? '');
  if (!range || (range.rows === 1 && range.columns === 1 && !cell.formulaDynamic)) return undefined;
  return { rows: range.rows, columns: range.columns };
}

/** A run of equal widths up to the sheet's last column is the program's default, not a width that was chosen. */
function columnWidthsFromFile(columns: readonly { width?: number }[]): ReadonlyMap<number, number> {
  let end = columns.length;
  if (end > lastColumn) {
    const trailing = columns[end - 1]?.width;
    while (end > 0 && columns[end - 1]?.width === trailing) end -= 1;
  }
  return new Map(
    columns
      .slice(0, end)
      .flatMap(({ width }, column) => (width === undefined ? [] : [[column, width] as const])),
  );
}

function workbookPart(parts: Parts): string {
  const [path = 'xl/workbook.xml'] = [...relationsOf(parts, '').values()].filter((target) =>
    /workbook\d*\.xml$/u.test(target),
  );
  return path;
}

function countsFrom1904(parts: Parts): boolean {
  return /<(?:\w+:)?workbookPr\s[^>]*date1904\s*=\s*"(?:1|true)"/u.test(
    readPart(parts, workbookPart(parts)) ?? '',
  );
}

/** Sheet name to worksheet part. */
function worksheetParts(parts: Parts): ReadonlyMap<string, string> {
  const workbook = workbookPart(parts);
  const relations = relationsOf(parts, workbook);
  const sheets = (readPart(parts, workbook) ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu);
  return new Map(
    [...sheets].flatMap(([sheet]) => {
      const name = attribute(sheet, 'name');
      const part = relations.get(/\s\w+:id\s*=\s*"([^"]*)"/u.exec(sheet)?.[1] ?? '');
      return name === undefined || part === undefined ? [] : [[name, part] as const];
    }),
  );
}
