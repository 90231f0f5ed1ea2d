import type { Rect } from '../book';

/** `AB` for 27: columns count from 0. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** 27 for `AB`. */
export function columnNumber(name: string): number {
  return Array.from(name.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `B3:D9`; a single cell is `B3`. */
export function rangeName({ row, column, rows, columns }: Rect): string {
  const first = columnName(column) + String(row + 1);
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

/** The cells of `B3:D9`, `$B$3` and the like; undefined for anything else. */
export function parseRange(name: string): Rect | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/iu.exec(name.trim());
  if (!found) return undefined;
  const row = Number(found[2]) - 1;
  const column = columnNumber(found[1]!);
  const lastRow = found[4] === undefined ? row : Number(found[4]) - 1;
  const lastColumn = found[3] === undefined ? column : columnNumber(found[3]);
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** `'Område data'!`, with the quotes that most names need: Excel accepts them around any name. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** The sheet and the cells of `'Område data'!$B$3:$D$9` or `Data!B3`; undefined for anything else. */
export function parseReference(
  reference: string,
): { readonly sheet: string; readonly rect: Rect } | undefined {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/u.exec(reference.replace(/^=/u, '').trim());
  const rect = parseRange(found?.[3] ?? '');
  return rect && { sheet: found?.[1]?.replaceAll("''", "'") ?? found?.[2] ?? '', rect };
}
