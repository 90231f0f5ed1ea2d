import { placeOf, textOf, type CellContent, type Place, type SourceGrid } from './grid';
import { isKnownHeader } from './header-runs';
import { yearColumn } from './year-column';

/** The row that comes closest to a table's header: its headers that are known, years among them. */
export function nearlyHeader(grid: SourceGrid): {
  readonly known: readonly string[];
  readonly place?: Place;
} {
  let best: { readonly row: number; readonly columns: readonly number[] } | null = null;
  for (const [row, cells] of grid.cells.entries()) {
    const columns = [...cells.keys()].filter((column) => isHeader(cells[column]!, column));
    const isNamed = columns.some((column) => isKnownHeader(cells[column]!));
    if (isNamed && columns.length >= 2 && columns.length > (best?.columns.length ?? 0))
      best = { row, columns };
  }
  if (best === null) return { known: [] };
  const { row, columns } = best;
  return {
    known: columns.map((column) => textOf(grid.cells[row]![column])),
    place: placeOf(grid, row, columns[0]!),
  };
}

const isHeader = (content: CellContent, column: number): boolean =>
  isKnownHeader(content) || yearColumn(content, column) !== null;
