import { comparableHeader, groupNamed, namesTotal } from './columns';
import { finding, type Finding } from './finding';
import { isBlank, placeOf, textOf, type CellContent, type SourceGrid } from './grid';
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

export function readReportLayout(grid: SourceGrid): ReportLayout {
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
      if (block.years.length >= 2) counts.push(...readCounts(block, findings));
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
  if (groupNamed(textOf(grid.cells[row - 1]![column])) !== null) return false;
  const below = grid.cells[row + 1]?.[column];
  return typeof below === 'string' && groupNamed(below) === 'control';
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

/** The nearest line above the header whose cell in the block's first column holds text. */
function titleOf(block: Block): string {
  for (let row = block.headerRow - 1; row >= Math.max(0, block.headerRow - 3); row -= 1) {
    const content = block.grid.cells[row]?.[block.column];
    if (!isBlank(content)) return textOf(content);
  }
  return '';
}

function readCounts(block: Block, findings: Finding[]): EvictionCount[] {
  const { grid, headerRow, column } = block;
  const area = titleOf(block);
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
