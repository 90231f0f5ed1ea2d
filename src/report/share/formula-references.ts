import type { Rect } from '../plan';
import { columnNumber } from './addresses';

/** Cells that a formula names, on the sheet that it stands on or another one. */
export interface NamedCells extends Rect {
  readonly sheet: string;
}

export interface FormulaReferences {
  readonly cells: readonly NamedCells[];
  /** Whether it builds on something that was not understood: a name, a table, a whole column. */
  readonly isOpen: boolean;
}

const cell = String.raw`(\$?)([A-Z]{1,3})(\$?)(\d{1,7})`;
const reference = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.$])(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?${cell}(?::${cell})?(?![\p{L}\p{N}_.(])`,
  'gu',
);

/**
 * What a formula builds on. One that Excel keeps as a copy of another cell's (a shared formula) has its
 * references moved by the rows and columns between the two.
 */
export function referencesIn(
  formula: string,
  sheet: string,
  moved: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 },
): FormulaReferences {
  const withoutTexts = formula.replaceAll(/"(?:[^"]|"")*"/gu, '""');
  const cells: NamedCells[] = [];
  const rest = withoutTexts.replaceAll(
    reference,
    (_, quoted?: string, plain?: string, ...parts: (string | undefined)[]) => {
      const corner = (offset: number) => ({
        row: Number(parts[offset + 3]) - 1 + (parts[offset + 2] === '$' ? 0 : moved.rows),
        column: columnNumber(parts[offset + 1]!) + (parts[offset] === '$' ? 0 : moved.columns),
      });
      const first = corner(0);
      const last = parts[5] === undefined ? first : corner(4);
      cells.push({
        sheet: quoted?.replaceAll("''", "'") ?? plain ?? sheet,
        row: Math.min(first.row, last.row),
        column: Math.min(first.column, last.column),
        rows: Math.abs(last.row - first.row) + 1,
        columns: Math.abs(last.column - first.column) + 1,
      });
      return ' ';
    },
  );
  const words = rest.replaceAll(/[\p{L}_][\p{L}\p{N}_.]*\(/gu, ' ').replaceAll(/\b(?:TRUE|FALSE)\b/gu, ' ');
  return { cells, isOpen: /[\p{L}_[!#]/u.test(words.replaceAll(/\d(?:\.\d+)?E[+-]?\d+/gu, ' ')) };
}
