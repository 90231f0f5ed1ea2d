import type { Group } from '../../study';
import { groups } from '../../study';
import { textsOf } from '../context';
import type { Rect, SheetKey } from '../plan';
import { maskedCounts, numberKey, type Line, type MaskedCounts, type SharedCount } from './masked-counts';
import { holds, type NamedPlace, type SourceCell, type SourceReport } from './source-report';

/** What is masked in a copy of a report, and why. */
export interface Masking {
  readonly counts: MaskedCounts;
  readonly isMasked: (sheet: SheetKey, cell: SourceCell) => boolean;
  /** Whether the last year's effect stands in the copy. */
  readonly isResultShown: boolean;
  /** Whether intervals are widened by how the areas' counts vary, which would give them away. */
  readonly isWidened: boolean;
}

/** The report lacks what masking needs: it was written by an earlier version. */
export class ReportTooOld extends Error {}

/**
 * Masks by what leads where: first the small counts and those that would give them away, then every cell whose
 * formula builds on a masked one, wherever it stands. So a result that is added to the report later is masked
 * until somebody has reasoned that it may be shown. Shown in spite of what it builds on is only:
 *
 * - a sum over all areas that `maskedCounts` says is safe, and what follows from such sums alone;
 * - how many counts are missing: it does not depend on what they are;
 * - a count that is repeated elsewhere and is not masked itself;
 * - the factor 1 by which intervals are not widened, and that no input has changed.
 */
export function maskReport(report: SourceReport): Masking {
  const grid = new Grid(report);
  const { names } = report;
  const place = (name: string): NamedPlace => {
    const found = names.get(name);
    if (!found) throw new ReportTooOld(`The workbook has no name sv_${name}.`);
    return found;
  };
  const rows = countsIn(report, grid, place);
  const counts = maskedCounts(rows.map(({ count }) => count));
  const isAny = counts.isMasked.includes(true);
  const masks = new Masks();
  const shown = new Masks();
  if (!isAny) return { counts, isMasked: () => false, isResultShown: true, isWidened: false };

  rows.forEach(({ cell }, index) => counts.isMasked[index] && masks.add('data', cell.row, cell.column));
  const words = textsOf(report.language);
  const years = eventYearsIn(grid, place('event_years'));
  const isLine = (lines: readonly Line[], group: Group, eventYear: number): boolean =>
    lines.some((line) => line.group === group && line.eventYear === eventYear);
  const isTouched = (group: Group, year: number): boolean =>
    isLine([...counts.sumsShown, ...counts.sumsMasked], group, year);

  for (const group of groups) {
    const sums = place(`${group}_evictions`);
    const missing = place(`${group}_missing`);
    years.forEach((year, index) => {
      (isLine(counts.sumsMasked, group, year) ? masks : shown).add(
        sums.sheet,
        sums.rect.row,
        sums.rect.column + index,
      );
      shown.add(missing.sheet, missing.rect.row, missing.rect.column + index);
    });
  }
  const areas = names.get('areas_by_year');
  if (areas) {
    for (let row = areas.rect.row; row < areas.rect.row + areas.rect.rows; row += 1) {
      const group = groups.find((each) => words.groups[each] === grid.at(areas.sheet, row, 1)?.value);
      years.forEach((year, index) => {
        const isHidden = group === undefined || isTouched(group, year);
        (isHidden ? masks : shown).add(areas.sheet, row, areas.rect.column + index);
      });
    }
  }
  const maskedNumbers = new Set(
    rows.flatMap(({ count }, i) => (counts.isMasked[i] ? [numberKey(count)] : [])),
  );
  const shared = names.get('shared_counts');
  if (shared) {
    for (let row = shared.rect.row; row < shared.rect.row + shared.rect.rows; row += 1) {
      const [organisation, year] = [0, 1].map((column) => grid.text(shared.sheet, row, column));
      const key = numberKey({ ...noCount, organisation: organisation!, year: Number(year) });
      (maskedNumbers.has(key) ? masks : shown).add(shared.sheet, row, shared.rect.column);
    }
  }

  const widened = place('interval_widened');
  const isWidened = grid.at(widened.sheet, widened.rect.row, widened.rect.column)?.value !== words.no;
  if (!isWidened) shown.addAll(place('interval_factor'));
  maskSimulated(report, grid, counts, masks, shown, isLine);
  maskRemarks(report, grid, masks);
  spread(report, masks, shown);
  const last = names.get(`effect_${years.at(-1)!}`);
  return {
    counts,
    isMasked: (sheet, { row, column }) => masks.has(sheet, row, column),
    isResultShown: last !== undefined && !masks.has(last.sheet, last.rect.row, last.rect.column),
    isWidened,
  };
}

const noCount = { area: '', group: 'control', eventYear: null, evictions: null } as const;

/** Simulated figures are constants: nothing tells what they were made from but this. */
function maskSimulated(
  { names }: SourceReport,
  grid: Grid,
  counts: MaskedCounts,
  masks: Masks,
  shown: Masks,
  isLine: (lines: readonly Line[], group: Group, eventYear: number) => boolean,
): void {
  const changes = ['simulated_changes', 'simulated_money_changes'].flatMap((name) => names.get(name) ?? []);
  const isUnchanged = changes.every(({ sheet, rect }) => grid.at(sheet, rect.row, rect.column)?.value === 0);
  if (isUnchanged) changes.forEach((each) => shown.addAll(each));
  // Every count is drawn again by itself, so the same seed gives other figures when two counts change places.
  for (const name of ['simulated_figures', 'simulated_money', 'simulated_squares']) {
    const figures = names.get(name);
    if (figures) masks.addAll(figures);
  }
  const years = names.get('event_years');
  for (const group of groups) {
    const sums = names.get(`simulated_${group}_evictions`);
    if (!sums || !years) continue;
    eventYearsIn(grid, years).forEach((year, index) => {
      if (!isUnchanged || isLine(counts.sumsMasked, group, year))
        masks.add(sums.sheet, sums.rect.row, sums.rect.column + index);
    });
  }
}

/** Remarks on the data may quote a count; years they may name. */
function maskRemarks({ names }: SourceReport, grid: Grid, masks: Masks): void {
  const remarks = names.get('remarks');
  if (!remarks) return;
  const { sheet, rect } = remarks;
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    const text = grid.at(sheet, row, rect.column)?.value;
    if (typeof text === 'string' && /\d/u.test(text.replaceAll(/\b(?:19|20)\d\d\b/gu, '')))
      masks.add(sheet, row, rect.column);
  }
}

/** Whatever builds on a masked cell is masked, and an estimate whose interval is masked too. */
function spread(report: SourceReport, masks: Masks, shown: Masks): void {
  const sheetOf = new Map(report.sheets.map(({ key, name }) => [name, key]));
  const formulas = report.sheets.flatMap(({ key, rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        if (!cell.formula || shown.has(key, cell.row, cell.column)) return [];
        const from = cell.formula.cells.map((each) => ({ key: sheetOf.get(each.sheet), rect: each }));
        // Another sheet's cell may build on a count in its turn.
        if (cell.formula.isOpen || from.some((each) => each.key === undefined))
          masks.add(key, cell.row, cell.column);
        return [{ key, row: cell.row, column: cell.column, from }];
      }),
    ),
  );
  const estimates = [...report.names].flatMap(([name, low]) => {
    const estimate =
      report.names.get(name.replace('_low', '')) ?? report.names.get(name.replace('_low', '_effect'));
    return name.includes('_low') && estimate ? [{ low, estimate }] : [];
  });
  for (let before = -1; before !== masks.size;) {
    before = masks.size;
    for (const { key, row, column, from } of formulas) {
      if (!masks.has(key, row, column) && from.some((each) => each.key && masks.isIn(each.key, each.rect)))
        masks.add(key, row, column);
    }
    for (const { low, estimate } of estimates)
      if (masks.has(low.sheet, low.rect.row, low.rect.column)) masks.addAll(estimate);
  }
}

function eventYearsIn(grid: Grid, { sheet, rect }: NamedPlace): readonly number[] {
  return Array.from({ length: rect.columns }, (_, i) =>
    Number(grid.at(sheet, rect.row, rect.column + i)?.value),
  );
}

function countsIn(
  report: SourceReport,
  grid: Grid,
  place: (name: string) => NamedPlace,
): readonly {
  readonly count: SharedCount;
  readonly cell: { readonly row: number; readonly column: number };
}[] {
  const words = textsOf(report.language).groups;
  const window = new Set(eventYearsIn(grid, place('event_years')));
  const columns = ['area', 'group', 'organisation', 'year', 'event_year', 'evictions'].map(
    (name) => place(`counts_${name}`).rect.column,
  );
  const { row: first, rows, column } = place('counts_evictions').rect;
  return Array.from({ length: rows }, (_, index) => {
    const row = first + index;
    const [area, group, organisation, year] = columns.map((each) => grid.text('data', row, each));
    const [eventYear, evictions] = columns.slice(4).map((each) => grid.at('data', row, each)?.value);
    const count: SharedCount = {
      area: area!,
      group: group === words.control ? 'control' : 'intervention',
      organisation: organisation!,
      year: Number(year),
      eventYear: typeof eventYear === 'number' && window.has(eventYear) ? eventYear : null,
      evictions: typeof evictions === 'number' ? evictions : null,
    };
    return { count, cell: { row, column } };
  });
}

/** The cells of a report by sheet, row and column. */
class Grid {
  readonly #cells = new Map<string, SourceCell>();

  constructor({ sheets }: SourceReport) {
    for (const { key, rows } of sheets)
      for (const { cells } of rows)
        for (const cell of cells) this.#cells.set(`${key} ${cell.row} ${cell.column}`, cell);
  }

  at(sheet: SheetKey, row: number, column: number): SourceCell | undefined {
    return this.#cells.get(`${sheet} ${row} ${column}`);
  }

  text(sheet: SheetKey, row: number, column: number): string {
    const value = this.at(sheet, row, column)?.value ?? '';
    return typeof value === 'object' ? value.error : String(value);
  }
}

/** A set of cells that can be asked for a whole range. */
class Masks {
  readonly #rows = new Map<string, Set<number>>();
  size = 0;

  add(sheet: SheetKey, row: number, column: number): void {
    const key = `${sheet} ${column}`;
    const rows = this.#rows.get(key) ?? new Set<number>();
    this.#rows.set(key, rows);
    if (rows.has(row)) return;
    rows.add(row);
    this.size += 1;
  }

  addAll({ sheet, rect }: NamedPlace): void {
    for (let row = rect.row; row < rect.row + rect.rows; row += 1)
      for (let column = rect.column; column < rect.column + rect.columns; column += 1)
        this.add(sheet, row, column);
  }

  has(sheet: SheetKey, row: number, column: number): boolean {
    return this.#rows.get(`${sheet} ${column}`)?.has(row) ?? false;
  }

  isIn(sheet: SheetKey, rect: Rect): boolean {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      const rows = this.#rows.get(`${sheet} ${column}`);
      if (!rows) continue;
      if (rows.size < rect.rows) {
        for (const row of rows) if (holds(rect, row, column)) return true;
      } else {
        for (let row = rect.row; row < rect.row + rect.rows; row += 1) if (rows.has(row)) return true;
      }
    }
    return false;
  }
}
