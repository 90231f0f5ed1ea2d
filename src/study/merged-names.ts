import { namesTotal } from './columns';
import { isBlank, textOf, type CellContent, type SourceGrid } from './grid';

/**
 * Names that are merged over several rows stand in the first of them alone. Row to name for the blank cells of
 * such a column; none where fewer than half of its cells are blank, since then a name is missing.
 */
export function mergedNames(
  { cells }: SourceGrid,
  rows: readonly number[],
  column: number | undefined,
): ReadonlyMap<number, CellContent> {
  const names = new Map<number, CellContent>();
  if (column === undefined) return names;
  let above: CellContent = null;
  let counted = 0;
  for (const row of rows) {
    const content = cells[row]![column] ?? null;
    const isTotal = namesTotal(textOf(content));
    if (!isTotal) counted += 1;
    if (!isBlank(content)) above = isTotal ? null : content;
    else if (above !== null) names.set(row, above);
  }
  return 2 * names.size >= counted ? names : new Map();
}
