import { inOnePiece } from './in-one-piece';
import { remembered } from './remembered';
import type { TooMuchText } from './text-allowance';

/** What a cell of a table can hold once it has left its file or sheet. An empty cell is null, never 0. */
export type CellContent = string | number | boolean | null;

/**
 * A rectangle of cells as it came from a file, a sheet or a table, with what is needed to say where each stands.
 * `firstRow` and `firstColumn` count from 0 and say where `cells[0][0]` stands in its source.
 */
export interface SourceGrid {
  /** What a person calls it: `evictions.csv`, `Ark1`, `Tabel3`. */
  readonly source: string;
  /** A sheet's cells are named `B7`; a text file's by line and cell. */
  readonly kind: GridKind;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly cells: readonly (readonly CellContent[])[];
  /** The first row of a file whose quotation marks do not pair: its cells cannot be told apart. */
  readonly brokenQuotes?: number;
  /** A sheet or a file whose cells were left out on purpose. */
  readonly notRead?: NotRead;
}

/** Why a sheet or a file was not read. */
export type NotRead = 'hidden' | 'too-large' | TooMuchText;

/** A sheet of the open workbook, a text file, or a sheet of another workbook: the first can be selected. */
export type GridKind = 'sheet' | 'file' | 'file-sheet';

/** Where a value was read: enough to select the cell again. Rows and columns count from 0. */
export interface Place {
  readonly source: string;
  /** `whole`: the source has no cells, such as study.json. */
  readonly kind: GridKind | 'whole';
  readonly row: number;
  readonly column: number;
}

export function placeOf(grid: SourceGrid, row: number, column: number): Place {
  return {
    source: grid.source,
    kind: grid.kind,
    row: grid.firstRow + row,
    column: grid.firstColumn + column,
  };
}

/** `0` is `A`, `26` is `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** `B7` for row 6, column 1. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `evictions.csv!E7`: short enough for a cell, exact enough to find the number again. */
export function placeName(place: Place): string {
  if (place.kind === 'whole') return place.source;
  return inOnePiece`${place.source}!${cellName(place.row, place.column)}`;
}

/** Control characters and those that XML has no place for: no cell of a workbook can hold them. */
// eslint-disable-next-line no-control-regex -- these are what it looks for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function isBlank(content: CellContent | undefined): content is null | undefined | '' {
  if (typeof content !== 'string') return content === null || content === undefined;
  // Nearly every text begins with a digit or a letter: no more of it is looked at, a million times.
  const first = content.charCodeAt(0);
  const isVisible = first >= digit0 && first <= letterZ;
  return !isVisible && textOf(content) === '';
}

const [digit0, letterZ] = ['0'.charCodeAt(0), 'z'.charCodeAt(0)];

/** The content as text, without the blanks around it and without what no cell can hold; '' for an empty cell. */
export function textOf(content: CellContent | undefined): string {
  if (content === null || content === undefined) return '';
  return typeof content === 'string' ? writable(content) : String(content);
}

const writable = remembered((text) => text.replace(unwritable, '').trim());

/**
 * The form in which names and headers are compared: case, blanks and the soft hyphens of copied pages do not
 * tell two names apart.
 */
export const comparable = remembered((text) =>
  text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    // Danish has no small letters of its own, and asking for a language's takes ten times as long.
    .toLowerCase(),
);
