import {
  comparableHeader,
  fieldIn,
  groupNamed,
  measureNamed,
  namesTotal,
  wideColumns,
  type Measure,
} from './columns';
import { withoutHeader } from './column-without-header';
import { finding, type Finding } from './finding';
import { isBlank, placeOf, textOf, type CellContent, type Place, type SourceGrid } from './grid';
import type { HeaderRun } from './header-runs';
import { mergedNames } from './merged-names';
import { isErrorText, numberInCell, organisationIn } from './read-cell';
import { isDate } from './read-number';
import type { EvictionCount, YearlyTenancies } from './study';
import { yearColumn, type YearColumn } from './year-column';

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

const fields = [...Object.keys(wideColumns.required), ...Object.keys(wideColumns.optional)];

export function wideTable(
  grid: SourceGrid,
  run: HeaderRun,
  rows: readonly number[],
): { table: WideTable; problems: Finding[] } {
  const columns = new Map<string, number>();
  const years: YearColumn[] = [];
  const problems: Finding[] = [];
  const yearOf = yearsIn(grid, run);
  for (let column = run.start; column < run.end; column += 1) {
    const content = headerCell(grid, run, column);
    if (isBlank(content)) {
      problems.push(...withoutHeader(grid, run, rows, column));
      continue;
    }
    const header = comparableHeader(content);
    const place = placeOf(grid, run.row, column);
    const field = fieldIn(wideColumns, header);
    const year = yearOf(column);
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
      problems.push(finding('warning', 'unknown-column', { column: textOf(content), known: fields }, place));
    }
  }
  return { table: { grid, run, columns, years, rows }, problems };
}

/** What heads a column: a header of two rows has its names in the upper one. */
function headerCell({ cells }: SourceGrid, { row, above }: HeaderRun, column: number): CellContent {
  const own = cells[row]![column] ?? null;
  return isBlank(own) && above !== undefined ? (cells[above]![column] ?? null) : own;
}

/** The year that heads each column, with what the row above says of it and of its neighbours to the right. */
function yearsIn({ cells }: SourceGrid, run: HeaderRun): (column: number) => YearColumn | null {
  const above = cells[run.row - 1] ?? [];
  const first = cells[run.row]!.findIndex((cell, at) => at >= run.start && yearColumn(cell, at) !== null);
  const measures = new Map<number, Measure | null>();
  let measure: Measure | null = null;
  for (let at = first; first >= 0 && at < run.end; at += 1) {
    if (!isBlank(above[at])) measure = measureNamed(textOf(above[at]));
    measures.set(at, measure);
  }
  return (column) => {
    const year = yearColumn(cells[run.row]![column], column);
    const named = measures.get(column);
    return year && !year.measure && named ? { ...year, measure: named } : year;
  };
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
  const merged = mergedNames(grid, rows, columns.get('area'));
  const [firstMerged] = merged.keys();
  if (firstMerged !== undefined) {
    const place = placeOf(grid, firstMerged, columns.get('area')!);
    findings.push(finding('note', 'name-from-above', { column: 'area', rows: merged.size }, place));
  }
  for (const row of rows) {
    const cell = (field: string): CellContent => {
      const column = columns.get(field);
      return column === undefined ? null : (grid.cells[row]![column] ?? null);
    };
    const place = (field: string): Place => placeOf(grid, row, columns.get(field) ?? run.start);
    const area = textOf(merged.get(row) ?? cell('area'));
    const total = ['area', 'group', 'organisation'].find((field) => namesTotal(textOf(cell(field))));
    if (total !== undefined) {
      const text = textOf(cell(total));
      findings.push(finding('warning', 'row-left-out', { text, reason: 'total' }, place(total)));
      continue;
    }
    if (area === '') {
      findings.push(finding('error', 'blank-cell', { column: 'area' }, place('area')));
      continue;
    }
    if (isErrorText(area)) {
      findings.push(finding('error', 'cell-error', { found: area, column: 'area' }, place('area')));
      continue;
    }
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
    const organisation = organisationIn(cell('organisation'), place('organisation'), findings);
    if (organisation === null) continue;
    for (const { column, year, measure = rowMeasure } of years) {
      const at = placeOf(grid, row, column);
      const value = numberInCell(
        ...([grid.cells[row]![column], 'whole', { column: measure, area, year }, at, findings] as const),
      );
      if (value === null) continue;
      const counted = organisation || area;
      if (measure === 'evictions')
        // Written out for speed, as the rows of a tidy table are.
        counts.push({
          area,
          group,
          organisation: counted,
          year,
          evictions: value,
          tenancies: null,
          place: at,
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
  const top = run.above ?? run.row;
  for (let row = top - 1; row >= Math.max(0, top - 3); row -= 1) {
    const cells = grid.cells[row]!.slice(run.start, run.end).filter((cell) => !isBlank(cell));
    // A line of several cells is the end of another table.
    if (cells.length > 1) break;
    const measure = cells.length === 1 ? measureNamed(textOf(cells[0])) : null;
    if (measure !== null) return measure;
  }
  return measureNamed(grid.source.replace(/\.\w+$/, '')) ?? 'evictions';
}
