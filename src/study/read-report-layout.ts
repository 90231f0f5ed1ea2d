import { comparableHeader, fieldIn, groupNamed, measureNamed, namesTotal, wideColumns } from './columns';
import { finding, type Finding } from './finding';
import { comparable, isBlank, placeOf, textOf, type CellContent, type SourceGrid } from './grid';
import { isDate, readNumber, readYear } from './read-number';
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
}

export interface ReportLayout {
  readonly counts: readonly EvictionCount[];
  readonly pooledTenancies: readonly PooledTenancies[];
  readonly findings: readonly Finding[];
}

const tenancyTitles = ['antal lejemål', 'lejemål', 'tenancies', 'number of tenancies'];

/** @param areas names of areas that are known already, in the form in which names are compared */
export function readReportLayout(grid: SourceGrid, areas: ReadonlySet<string> = new Set()): ReportLayout {
  const counts: EvictionCount[] = [];
  const pooledTenancies: PooledTenancies[] = [];
  const findings: Finding[] = [];
  for (const [row, cells] of grid.cells.entries()) {
    for (const column of cells.keys()) {
      if (!isBlockStart(grid, row, column)) continue;
      const isTenancies = tenancyTitles.includes(comparableHeader(grid.cells[row - 1]![column]));
      if (isTenancies) {
        const block = {
          grid,
          headerRow: row - 1,
          column,
          years: headerYears(grid, row - 1, column, eventYearOf),
        };
        pooledTenancies.push(...readTenancies(block, findings));
        continue;
      }
      const block = {
        grid,
        headerRow: row - 1,
        column,
        years: headerYears(grid, row - 1, column, calendarYearOf),
      };
      if (block.years.length > 0) findings.push(...brokenYear(block));
      if (block.years.length >= 2) counts.push(...readCounts(block, areas, findings));
    }
  }
  return { counts, pooledTenancies, findings };
}

/** Whether the cell is the first of a block's header: rows of both groups below it, years to its right. */
export function isBlockHeader(grid: SourceGrid, row: number, column: number): boolean {
  const isTenancies = tenancyTitles.includes(comparableHeader(grid.cells[row]?.[column]));
  return (
    isBlockStart(grid, row + 1, column) &&
    (isTenancies || headerYears(grid, row, column, calendarYearOf).length > 0)
  );
}

/** Whether the cell names the intervention row below a header; in a table's column of groups there is none. */
function isBlockStart(grid: SourceGrid, row: number, column: number): boolean {
  const content = grid.cells[row]?.[column];
  if (row === 0 || typeof content !== 'string' || groupNamed(content) !== 'intervention') return false;
  const header = grid.cells[row - 1]![column];
  if (groupNamed(textOf(header)) !== null || isColumnOfGroups(grid, row - 1, column)) return false;
  const below = grid.cells[row + 1]?.[column];
  return typeof below === 'string' && groupNamed(below) === 'control';
}

/** Whether the cell heads the groups of a wide table, whose areas stand to the left. */
function isColumnOfGroups(grid: SourceGrid, row: number, column: number): boolean {
  const isGroup = fieldIn(wideColumns, comparableHeader(grid.cells[row]?.[column])) === 'group';
  return isGroup && column > 0 && !isBlank(grid.cells[row]?.[column - 1]);
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
function titleOf(
  { grid, headerRow, column }: Block,
  areas: ReadonlySet<string>,
  findings: Finding[],
): string {
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
  if (!name) return '';
  for (const { text, row } of lines.filter((line) => line.row > name.row)) {
    findings.push(
      finding('note', 'subtitle-left-out', { area: name.text, text }, placeOf(grid, row, column)),
    );
  }
  return name.text;
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
  findings.push(...datesAsYears(block));
  const control = textOf(grid.cells[headerRow]![column]) || area;
  return eachNumber(block, findings, area).map(({ group, year, value, place }) => {
    const organisation = group === 'control' ? control : area;
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
  const rows: readonly { group: Group; row: number }[] = [
    { group: 'intervention', row: headerRow + 1 },
    { group: 'control', row: headerRow + 2 },
  ];
  return rows.flatMap(({ group, row }) =>
    block.years.flatMap(({ column, year }) => {
      const content = grid.cells[row]?.[column];
      const place = placeOf(grid, row, column);
      const about = area === undefined ? {} : { area, year };
      if (isBlank(content)) return [];
      const read =
        typeof content === 'number'
          ? { value: content, doubtful: false }
          : readNumber(textOf(content), 'whole');
      if (!read) {
        findings.push(
          finding('error', 'not-a-number', { found: textOf(content), column: String(year), ...about }, place),
        );
        return [];
      }
      if (read.doubtful)
        findings.push(
          finding('note', 'number-doubtful', { found: textOf(content), read: read.value }, place),
        );
      return [{ group, year, value: read.value, place }];
    }),
  );
}
