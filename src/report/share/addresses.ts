import type { Rect } from '../plan';
import { allRows } from '../references';

/** `B` is 1: columns count from 0. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = 26 * number + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `B7`, `$B$7:$C$9`; null when it is no such address. */
export function rectOf(address: string): Rect | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/u.exec(address);
  if (!match) return null;
  const [, column, row, lastColumn = column, lastRow = row] = match;
  return {
    row: Number(row) - 1,
    column: columnNumber(column!),
    rows: Number(lastRow) - Number(row) + 1,
    columns: columnNumber(lastColumn!) - columnNumber(column!) + 1,
  };
}

/** `'Områdedata B'!$A$1:$B$2` as a sheet's name and cells; null for anything else. */
export function referenceOf(text: string): { readonly sheet: string; readonly rect: Rect } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!(.+)$/u.exec(text);
  const rect = match && rectOf(match[3]!);
  return rect ? { sheet: match[1]?.replaceAll("''", "'") ?? match[2]!, rect } : null;
}

/** What a name leads to: cells, or whole columns as in `'Effekt'!$A:$A`; null for anything else. */
export function namedReference(text: string): ReturnType<typeof referenceOf> {
  const wholeColumns = /!\$([A-Z]{1,3}):\$([A-Z]{1,3})$/u;
  return referenceOf(text.replace(wholeColumns, (_, first, last) => `!$${first}$1:$${last}$${allRows}`));
}
