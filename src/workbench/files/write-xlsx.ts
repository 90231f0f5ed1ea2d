import { writeXlsx as writeWithHucre, type Cell, type CellStyle as FileStyle, type WriteSheet } from 'hucre';
import type {
  BookSnapshot,
  CellSnapshot,
  CellStyle,
  ErrorValue,
  Scalar,
  SheetSnapshot,
  TableSnapshot,
} from '../book';
import { addReferences } from './chart-parts';
import { chartToFile, type ChartReferences } from './charts';
import { namespaceOf } from '../xml';
import { addCustomXml } from './custom-xml';
import { formulaToFile } from './function-prefixes';
import { headerFooterToFile, pageToFile, printNames } from './page-setup';
import { changePart, pack, unpack } from './parts';
import { rangeName } from './ranges';
import { conditionalFormatToFile, validationToFile } from './rules';
import { addSettings } from './settings';
import { colorToFile, styleToFile } from './styles';

/**
 * A workbook as the bytes of an .xlsx file: cells with their formulas and last values, styles, tables, names,
 * native charts, rules, page set-up and the settings of add-ins. Throws hucre's `InvalidArgumentError` for a
 * sheet name that Excel does not allow.
 */
export async function writeXlsx(book: BookSnapshot): Promise<Uint8Array> {
  const bytes = await writeWithHucre({
    sheets: book.sheets.map((sheet) => sheetToFile(sheet, book.styles)),
    namedRanges: [
      ...book.names.map(({ name, reference, comment, sheet }) => ({
        name,
        range: formulaToFile(reference),
        ...(comment !== undefined && { comment }),
        ...(sheet !== undefined && { scope: sheet }),
      })),
      ...book.sheets.flatMap(({ name, page }) => (page ? printNames(name, page) : [])),
    ],
    activeSheet: book.activeSheet,
  });
  const parts = unpack(bytes);
  for (const [index, sheet] of book.sheets.entries()) {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    changePart(parts, part, withErrorResults);
    if (sheet.charts.length > 0) addReferences(parts, part, sheet.charts.map(referencesOf));
  }
  changePart(parts, 'xl/styles.xml', withFontsInOrder);
  addSettings(parts, book.settings);
  for (const [id, xml] of book.customXml) addCustomXml(parts, id, xml, namespaceOf(xml));
  return pack(parts);
}

function sheetToFile(sheet: SheetSnapshot, styles: readonly CellStyle[]): WriteSheet {
  const { page, frozen } = sheet;
  const headers = tableHeaders(sheet.tables);
  const fileStyles = styles.map(styleToFile);
  const cells = sheet.cells.map((cell) => {
    const at = `${cell.row},${cell.column}`;
    return [at, cellToFile(cell, headers.get(at), fileStyles)] as const;
  });
  const headerFooter = page && headerFooterToFile(page);
  return {
    name: sheet.name,
    cells: new Map(cells),
    // hucre writes no row beyond the last cell, so a height there needs an empty row to stand on.
    rows: Array.from({ length: lastOf(sheet.rowHeights) + 1 }, () => []),
    ...(sheet.visibility === 'hidden' && { hidden: true }),
    ...(sheet.visibility === 'veryHidden' && { veryHidden: true }),
    view: {
      showGridLines: sheet.showGridlines,
      ...(sheet.tabColor !== undefined && { tabColor: colorToFile(sheet.tabColor) }),
    },
    ...(sheet.isProtected && { protection: { sheet: true } }),
    columns: columnsToFile(sheet.columnWidths),
    rowDefs: new Map([...sheet.rowHeights].map(([row, height]) => [row, { height }])),
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    ...((frozen.rows > 0 || frozen.columns > 0) && {
      freezePane: { rows: frozen.rows, columns: frozen.columns },
    }),
    tables: sheet.tables.map((table) => ({
      name: table.name,
      range: rangeName(table.range),
      columns: table.columns.map((name) => ({ name })),
      ...(table.style !== undefined && { style: table.style }),
      showRowStripes: table.bandedRows,
      showAutoFilter: table.filterButtons,
    })),
    charts: sheet.charts.map(chartToFile),
    dataValidations: sheet.validations.map(validationToFile),
    conditionalRules: sheet.conditionalFormats.map((format, index) =>
      conditionalFormatToFile(format, index + 1),
    ),
    ...(page && { pageSetup: pageToFile(page) }),
    ...(headerFooter && { headerFooter }),
  };
}

function cellToFile(
  cell: CellSnapshot,
  header: string | undefined,
  styles: readonly FileStyle[],
): Partial<Cell> {
  const style = cell.style === undefined ? undefined : styles[cell.style];
  const look = style && { style };
  // Excel drops a table whose header cells are not the very texts of its columns: a year is written as text.
  if (header !== undefined) return { type: 'string', value: escapeUnderscores(header), ...look };
  const value = valueToFile(cell.value);
  if (cell.formula === undefined) return { value, ...look };
  return {
    type: 'formula',
    formula: formulaToFile(cell.formula),
    ...(value !== null && { formulaResult: value }),
    ...(cell.spill && {
      formulaType: 'array' as const,
      formulaDynamic: true,
      formulaRef: rangeName({ row: cell.row, column: cell.column, ...cell.spill }),
    }),
    ...look,
  };
}

function valueToFile(value: Scalar | ErrorValue): Scalar {
  if (typeof value === 'string') return escapeUnderscores(value);
  if (typeof value !== 'object' || value === null) return value;
  return value.error;
}

/** Files write characters as `_x000D_`; a text that holds this spelling itself would be read as the character. */
function escapeUnderscores(text: string): string {
  return text.replaceAll(/_(?=x[\da-f]{4}_)/giu, '_x005F_');
}

/**
 * hucre marks a formula's last result "#N/A" as a text; as such every formula that asks ISERROR of it is wrong
 * until the file has been recalculated.
 */
function withErrorResults(xml: string): string {
  return xml.replaceAll(
    /(<c r="[A-Z]+\d+"[^>]*?) t="str"(>(?:(?!<\/c>)[\s\S])*?<v>#(?:N\/A|VALUE!|REF!|NAME\?|NULL!|DIV\/0!|NUM!|SPILL!|CALC!)<\/v><\/c>)/gu,
    '$1 t="e"$2',
  );
}

/** hucre writes a font's colour before its size; the schema wants it after. */
function withFontsInOrder(xml: string): string {
  return xml.replaceAll(/(<color [^>]*\/>)(<sz [^>]*\/>)/gu, '$2$1');
}

function tableHeaders(tables: readonly TableSnapshot[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap(({ range, columns }) =>
      columns.map((name, index) => [`${range.row},${range.column + index}`, name] as const),
    ),
  );
}

function columnsToFile(widths: ReadonlyMap<number, number>): { width?: number }[] {
  return Array.from({ length: lastOf(widths) + 1 }, (_, column) => {
    const width = widths.get(column);
    return width === undefined ? {} : { width };
  });
}

/** The last row or column that has a size; a sheet may have more of them than a function takes arguments. */
function lastOf(sizes: ReadonlyMap<number, number>): number {
  let last = -1;
  for (const index of sizes.keys()) last = Math.max(last, index);
  return last;
}

function referencesOf(chart: SheetSnapshot['charts'][number]): ChartReferences {
  return {
    name: chart.name,
    ...(chart.titleReference !== undefined && { titleReference: chart.titleReference }),
    nameReferences: chart.series.map((series) => series.nameReference),
  };
}
