import { comparableHeader, fieldIn, groupNamed, measureNamed, namesTotal, wideColumns } from './columns';
import { finding, type Finding } from './finding';
import { comparable, isBlank, placeOf, textOf, type CellContent, type SourceGrid } from './grid';
import { numberInCell, organisationIn } from './read-cell';
import { isDate, readNumber, readYear } from './read-number';
import { beginsNote } from './remarks';
import type { EvictionCount, Group, PooledTenancies } from './study';

/**
 * Tables as reports print them: a title line with the area's name, a header row whose first cell names the
 * control organisations and whose others are years, then a row for the intervention area and one for the
 * control. With event years in the header and `Antal lejemål` in its first cell it is a table of tenancies.
 */
interface Block {
  readonly grid: SourceGrid;
  readonly headerRow: number;
  readonly column: number;
  /** Columns that hold the years, and the years. */
  readonly years: readonly { readonly column: number; readonly year: number }[];
  /** Whether there is no other in the grid. */
  readonly isAlone: boolean;
}

/** Where the header of a block begins. */
export interface BlockStart {
  readonly row: number;
  readonly column: number;
}

export interface ReportLayout {
  readonly counts: readonly EvictionCount[];
  readonly pooledTenancies: readonly PooledTenancies[];
  readonly findings: readonly Finding[];
}

const tenancyTitles = ['antal lejemål', 'lejemål', 'tenancies', 'number of tenancies'];

/** @param areas names of areas that are known already, in the form in which names are compared */
export function readReportLayout(
  grid: SourceGrid,
  starts: readonly BlockStart[],
  areas: ReadonlySet<string>,
): ReportLayout {
  const counts: EvictionCount[] = [];
  const pooledTenancies: PooledTenancies[] = [];
  const findings: Finding[] = [];
  for (const { row: headerRow, column } of starts) {
    const isTenancies = headsTenancies(grid, headerRow, column);
    const years = headerYears(grid, headerRow, column, isTenancies ? eventYearOf : calendarYearOf);
    const block = { grid, headerRow, column, years, isAlone: starts.length === 1 };
    if (isTenancies) {
      for (const each of readTenancies(block, findings)) pooledTenancies.push(each);
      continue;
    }
    if (years.length > 0) findings.push(...brokenYear(block));
    if (years.length >= 2) counts.push(...readCounts(block, areas, findings));
  }
  return { counts, pooledTenancies, findings };
}

const headsTenancies = (grid: SourceGrid, row: number, column: number): boolean =>
  tenancyTitles.includes(comparableHeader(grid.cells[row]?.[column]));

/** The first cells of the headers of blocks: rows of both groups below them, years to their right. */
export function blockHeadersOf(grid: SourceGrid, starts: readonly BlockStart[]): readonly BlockStart[] {
  return starts.filter(
    ({ row, column }) =>
      headsTenancies(grid, row, column) || headerYears(grid, row, column, calendarYearOf).length > 0,
  );
}

/** The cells above two rows that name one group each; in a table's column of groups there are none. */
export function blockStartsOf(grid: SourceGrid): readonly BlockStart[] {
  const starts: BlockStart[] = [];
  for (let row = 1; row < grid.cells.length; row += 1) {
    const cells = grid.cells[row]!;
    for (let column = 0; column < cells.length; column += 1) {
      if (isBlockStart(grid, row, column)) starts.push({ row: row - 1, column });
    }
  }
  return starts;
}

/** Whether the cell names the first group below a header and the cell under it the other. */
function isBlockStart(grid: SourceGrid, row: number, column: number): boolean {
  const group = groupIn(grid.cells[row]![column]);
  if (group === null) return false;
  const below = groupIn(grid.cells[row + 1]?.[column]);
  if (below === null || below === group) return false;
  return groupIn(grid.cells[row - 1]![column]) === null && !isColumnOfGroups(grid, row - 1, column);
}

const groupIn = (content: CellContent | undefined): Group | null =>
  typeof content === 'string' ? groupNamed(content) : null;

/** Whether the cell heads the groups of a wide table, whose areas stand to the left; a header may take two rows. */
function isColumnOfGroups({ cells }: SourceGrid, row: number, column: number): boolean {
  const header = isBlank(cells[row]?.[column]) ? row - 1 : row;
  const isGroup = fieldIn(wideColumns, comparableHeader(cells[header]?.[column])) === 'group';
  return isGroup && column > 0 && !isBlank(cells[header]?.[column - 1]);
}

function calendarYearOf(content: CellContent | undefined): number | null {
  return typeof content === 'number' || typeof content === 'string' ? readYear(content) : null;
}

function eventYearOf(content: CellContent | undefined): number | null {
  const read = typeof content === 'number' ? content : (readNumber(textOf(content), 'decimal')?.value ?? NaN);
  return Number.isInteger(read) && Math.abs(read) <= 50 ? read : null;
}

/** Years in neighbouring cells to the right of the header's first cell, up to the first that is none. */
function headerYears(
  grid: SourceGrid,
  row: number,
  column: number,
  yearOf: (content: CellContent | undefined) => number | null,
): { column: number; year: number }[] {
  const years: { column: number; year: number }[] = [];
  for (let next = column + 1; next < (grid.cells[row]?.length ?? 0); next += 1) {
    const year = yearOf(grid.cells[row]![next]);
    if (year === null) break;
    years.push({ column: next, year });
  }
  return years;
}

/** What a line above a block says when it is no name: what is counted, when, or a whole sentence. */
const isCaption = (text: string): boolean =>
  measureNamed(text) !== null ||
  /^(?:tabel|table|figur|figure|bilag)\b|(?:19|20)\d{2}/iu.test(text) ||
  text.length > 60;

/**
 * The area's name: of the lines above the header one that is known as an area, else the nearest that is no
 * caption, else the nearest. Lines between the name and the block are left out, and that is said.
 */
function titleOf(block: Omit<Block, 'years'>, areas: ReadonlySet<string>, findings: Finding[]): string {
  const { grid, headerRow, column } = block;
  const lines: { text: string; row: number }[] = [];
  for (let row = headerRow - 1; row >= Math.max(0, headerRow - 3); row -= 1) {
    const content = grid.cells[row]?.[column];
    // A line with more beside it belongs to what stands above.
    if (typeof content === 'number' || !isBlank(grid.cells[row]?.[column + 1])) break;
    if (!isBlank(content)) lines.push({ text: textOf(content), row });
  }
  const name =
    lines.find(({ text }) => areas.has(comparable(text))) ??
    lines.find(({ text }) => !isCaption(text)) ??
    lines[0];
  if (!name) return sheetNamed(block, findings);
  for (const { text, row } of lines.filter((line) => line.row > name.row)) {
    findings.push(
      finding('note', 'subtitle-left-out', { area: name.text, text }, placeOf(grid, row, column)),
    );
  }
  return name.text;
}

/** Names that sheets have from the start, and that say nothing. */
const emptySheetName = /^(?:ark|sheet|tabel|table|data|bilag)\s*\d*$/iu;

/** The name of the sheet, where a block alone on it has none of its own; '' where it says nothing. */
function sheetNamed({ grid, headerRow, column, isAlone }: Omit<Block, 'years'>, findings: Finding[]): string {
  const name = grid.source.slice(grid.source.lastIndexOf(': ') + 1).trim();
  if (grid.kind === 'file' || emptySheetName.test(name) || !isAlone) return '';
  findings.push(finding('warning', 'named-by-sheet', { area: name }, placeOf(grid, headerRow, column)));
  return name;
}

function readCounts(block: Block, areas: ReadonlySet<string>, findings: Finding[]): EvictionCount[] {
  const { grid, headerRow, column } = block;
  const area = titleOf(block, areas, findings);
  if (area === '') {
    findings.push(
      finding(
        'error',
        'missing-column',
        { column: 'area', table: 'report-block' },
        placeOf(grid, headerRow, column),
      ),
    );
    return [];
  }
  if (namesTotal(area)) {
    const place = placeOf(grid, headerRow, column);
    findings.push(finding('warning', 'row-left-out', { text: area, reason: 'total' }, place));
    return [];
  }
  findings.push(...datesAsYears(block), ...leftOut(block));
  const place = placeOf(grid, headerRow, column);
  const control = organisationIn(grid.cells[headerRow]![column], place, findings);
  if (control === null) return [];
  return eachNumber(block, findings, area).map(({ group, year, value, place }) => {
    const organisation = group === 'control' ? control || area : area;
    return { area, group, organisation, year, evictions: value, tenancies: null, place };
  });
}

function readTenancies(block: Block, findings: Finding[]): PooledTenancies[] {
  return eachNumber(block, findings).map(({ group, year, value, place }) => ({
    eventYear: year,
    group,
    tenancies: value,
    place,
  }));
}

function datesAsYears({ grid, headerRow, years }: Block): Finding[] {
  return years.flatMap(({ column, year }): Finding[] => {
    const found = grid.cells[headerRow]![column];
    if (!isDate(found)) return [];
    return [finding('note', 'date-as-year', { found, year }, placeOf(grid, headerRow, column))];
  });
}

/** What ends the years of a header without being blank, a total, or the next block: a year that was not read. */
function brokenYear({ grid, headerRow, years }: Block): Finding[] {
  const column = years.at(-1)!.column + 1;
  const found = textOf(grid.cells[headerRow]![column]);
  if (found === '' || namesTotal(found) || isBlockStart(grid, headerRow + 1, column)) return [];
  return [finding('error', 'not-a-year', { found }, placeOf(grid, headerRow, column))];
}

/** A column of totals beside the years, and a remark below the rows. */
function leftOut({ grid, headerRow, column, years }: Block): Finding[] {
  const beside = years.at(-1)!.column + 1;
  const total = textOf(grid.cells[headerRow]![beside]);
  const remark = textOf(grid.cells[headerRow + 3]?.[column]);
  return [
    ...(namesTotal(total)
      ? [finding('note', 'row-left-out', { text: total, reason: 'total' }, placeOf(grid, headerRow, beside))]
      : []),
    ...(beginsNote.test(remark)
      ? [
          finding(
            'note',
            'row-left-out',
            { text: remark, reason: 'remark' },
            placeOf(grid, headerRow + 3, column),
          ),
        ]
      : []),
  ];
}

/** A block has one row of each group; a third would be lost without a word. */
function furtherRow({ grid, headerRow, column }: Block): Finding[] {
  const row = headerRow + 3;
  const text = textOf(grid.cells[row]?.[column]);
  if (groupNamed(text) === null) return [];
  return [finding('error', 'row-left-out', { text, reason: 'further-row' }, placeOf(grid, row, column))];
}

/** The numbers of both rows. A blank is left out, never read as 0. */
function eachNumber(block: Block, findings: Finding[], area?: string) {
  const { grid, headerRow } = block;
  findings.push(...furtherRow(block));
  return [headerRow + 1, headerRow + 2].flatMap((row) => {
    const group = groupNamed(textOf(grid.cells[row]![block.column]))!;
    return block.years.flatMap(({ column, year }) => {
      const place = placeOf(grid, row, column);
      const about = { column: String(year), ...(area !== undefined && { area, year }) };
      const value = numberInCell(grid.cells[row]![column], 'whole', about, place, findings);
      return value === null ? [] : [{ group, year, value, place }];
    });
  });
}
