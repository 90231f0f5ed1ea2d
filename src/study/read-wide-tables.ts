import {
  comparableHeader,
  fieldIn,
  groupNamed,
  measureNamed,
  namesTotal,
  wideColumns,
  type Measure,
} from './columns';
import { finding, type Finding } from './finding';
import { isBlank, placeOf, textOf, type CellContent, type Place, type SourceGrid } from './grid';
import type { HeaderRun } from './header-runs';
import { isDate, readNumber, readYear } from './read-number';
import type { EvictionCount, Group } from './study';

/**
 * Wide tables: one row per area and group, one column per year. What the years hold, evictions or tenancies,
 * is said by the header ("Lejemål 2010"), by a column for it, by the line above the table or by the sheet's name;
 * where nothing says it, they are evictions.
 */
export interface WideTable {
  readonly grid: SourceGrid;
  readonly run: HeaderRun;
  readonly columns: ReadonlyMap<string, number>;
  readonly years: readonly YearColumn[];
  readonly rows: readonly number[];
}

interface YearColumn {
  readonly column: number;
  readonly year: number;
  /** Absent where the header is the year alone. */
  readonly measure?: Measure;
}

/** Tenancies of an area's group in a calendar year, from a table of their own. */
export interface YearlyTenancies {
  readonly area: string;
  readonly group: Group;
  /** Absent where the table names none: then they are of the only organisation that was counted. */
  readonly organisation?: string;
  readonly year: number;
  readonly tenancies: number;
  readonly place: Place;
}

const fields = [...Object.keys(wideColumns.required), ...Object.keys(wideColumns.optional)];

/** The years of a header, `2010` or `Udsættelser 2010`; null where the cell is none. */
function yearColumn(content: CellContent | undefined, column: number): YearColumn | null {
  if (typeof content === 'number' || typeof content === 'string') {
    const year = readYear(content);
    if (year !== null) return { column, year };
  }
  const match = /^(\D*)((?:19|20|21)\d{2})(\D*)$/.exec(textOf(content));
  if (!match) return null;
  const words = `${match[1]!} ${match[3]!}`.replace(/[*)(:.,–-]/g, ' ').trim();
  const year = Number(match[2]);
  if (words === '' || comparableHeader(words) === 'år') return { column, year };
  const measure = measureNamed(words);
  return measure === null ? null : { column, year, measure };
}

/** Whether a header is that of a wide table: it names areas and groups, and at least two years. */
export function isWideHeader(grid: SourceGrid, run: HeaderRun): boolean {
  const cells = grid.cells[run.row]!.slice(run.start, run.end);
  const named = new Set(cells.map((cell) => fieldIn(wideColumns, comparableHeader(cell))));
  const years = cells.filter((cell, index) => yearColumn(cell, index) !== null);
  return named.has('area') && named.has('group') && years.length >= 2;
}

export function wideTable(
  grid: SourceGrid,
  run: HeaderRun,
  rows: readonly number[],
): { table: WideTable; problems: Finding[] } {
  const columns = new Map<string, number>();
  const years: YearColumn[] = [];
  const problems: Finding[] = [];
  for (let column = run.start; column < run.end; column += 1) {
    const content = grid.cells[run.row]![column];
    const header = comparableHeader(content);
    const place = placeOf(grid, run.row, column);
    const field = fieldIn(wideColumns, header);
    const year = yearColumn(content, column);
    if (field !== null && columns.has(field))
      problems.push(finding('error', 'column-twice', { column: textOf(content) }, place));
    else if (field !== null) columns.set(field, column);
    else if (year) {
      const isTwice = years.some((other) => other.year === year.year && other.measure === year.measure);
      if (isTwice) problems.push(finding('error', 'column-twice', { column: textOf(content) }, place));
      else years.push(year);
      if (isDate(content))
        problems.push(finding('note', 'date-as-year', { found: content, year: year.year }, place));
    } else if (namesTotal(textOf(content)))
      problems.push(finding('note', 'row-left-out', { text: textOf(content), reason: 'total' }, place));
    else if (!wideColumns.ignored.includes(header)) {
      problems.push(finding('error', 'unknown-column', { column: textOf(content), known: fields }, place));
    }
  }
  return { table: { grid, run, columns, years, rows }, problems };
}

export interface WideReading {
  readonly counts: readonly EvictionCount[];
  readonly tenancies: readonly YearlyTenancies[];
  readonly findings: readonly Finding[];
}

export function readWideTable({ grid, run, columns, years, rows }: WideTable): WideReading {
  const counts: EvictionCount[] = [];
  const tenancies: YearlyTenancies[] = [];
  const findings: Finding[] = [];
  const whole = measureOf(grid, run);
  let above = '';
  for (const row of rows) {
    const cell = (field: string): CellContent => {
      const column = columns.get(field);
      return column === undefined ? null : (grid.cells[row]![column] ?? null);
    };
    const place = (field: string): Place => placeOf(grid, row, columns.get(field) ?? run.start);
    const named = textOf(cell('area'));
    if (namesTotal(named)) {
      findings.push(finding('warning', 'row-left-out', { text: named, reason: 'total' }, place('area')));
      above = '';
      continue;
    }
    // A name that is merged over the rows of its groups stands in the first of them alone.
    const area = named === '' ? above : named;
    if (area === '') {
      findings.push(finding('error', 'blank-cell', { column: 'area' }, place('area')));
      continue;
    }
    if (named === '') findings.push(finding('note', 'name-from-above', { area }, place('area')));
    above = area;
    const groupText = textOf(cell('group'));
    const group = groupNamed(groupText);
    if (group === null) {
      findings.push(finding('error', 'unknown-group', { found: groupText, area }, place('group')));
      continue;
    }
    const measureText = textOf(cell('measure'));
    const rowMeasure = measureText === '' ? whole : measureNamed(measureText);
    if (rowMeasure === null) {
      findings.push(finding('error', 'unknown-measure', { found: measureText, area }, place('measure')));
      continue;
    }
    const organisation = textOf(cell('organisation'));
    for (const { column, year, measure = rowMeasure } of years) {
      const value = numberIn(grid, row, column, { area, year, measure }, findings);
      if (value === null) continue;
      const at = placeOf(grid, row, column);
      if (measure === 'evictions')
        counts.push({
          ...{ area, group, organisation: organisation || area, year },
          ...{ evictions: value, tenancies: null, place: at },
        });
      else
        tenancies.push({
          ...{ area, group, year, tenancies: value, place: at },
          ...(organisation !== '' && { organisation }),
        });
    }
  }
  return { counts, tenancies, findings };
}

/** What the table's years hold, by the nearest line above it and the name of its sheet or file. */
function measureOf(grid: SourceGrid, run: HeaderRun): Measure {
  for (let row = run.row - 1; row >= Math.max(0, run.row - 3); row -= 1) {
    const cells = grid.cells[row]!.slice(run.start, run.end).filter((cell) => !isBlank(cell));
    // A line of several cells is the end of another table.
    if (cells.length > 1) break;
    const measure = cells.length === 1 ? measureNamed(textOf(cells[0])) : null;
    if (measure !== null) return measure;
  }
  return measureNamed(grid.source.replace(/\.\w+$/, '')) ?? 'evictions';
}

/** The number in a cell; null for a blank, which is a hole and never 0, and for what is none, which is said. */
function numberIn(
  grid: SourceGrid,
  row: number,
  column: number,
  { area, year, measure }: { area: string; year: number; measure: Measure },
  findings: Finding[],
): number | null {
  const content = grid.cells[row]?.[column];
  if (isBlank(content)) return null;
  if (typeof content === 'number') return content;
  const found = textOf(content);
  const place = placeOf(grid, row, column);
  const read = typeof content === 'string' ? readNumber(content, 'whole') : null;
  if (!read) findings.push(finding('error', 'not-a-number', { found, column: measure, area, year }, place));
  else if (read.doubtful)
    findings.push(finding('note', 'number-doubtful', { found, read: read.value }, place));
  return read?.value ?? null;
}
