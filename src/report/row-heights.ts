import type { Block, Rect, StyledRange } from './plan';
import { styleLooks, type StyleLook } from './styles';

/** Points of one line of text in Excel's default font, and of one in the larger fonts per point of size. */
const lineHeight = 15;
const heightPerPoint = 1.35;
/** Excel has no higher rows. */
const mostPoints = 409;

/** How many lines a text takes in a column of so many characters: broken between words, as Excel does. */
export function linesOf(text: string, characters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= characters) {
      used = needed;
    } else {
      lines += used === 0 ? Math.ceil(word.length / characters) - 1 : Math.ceil(word.length / characters);
      used = word.length % characters;
    }
  }
  return lines;
}

/**
 * Column widths count digits of the default font. Letters are narrower on average, bold and large ones wider;
 * a little is kept back, since a line too many looks better than one that is cut.
 */
function lettersPerDigit({ bold, fontSize }: StyleLook): number {
  return ((bold ? 1.0 : 1.12) * 11) / (fontSize ?? 11);
}

/** How many lines a text takes in so many characters of column width, looking so. */
export function linesIn(text: string, look: StyleLook, characters: number): number {
  const room = characters - (look.indent ?? 0);
  return linesOf(text, Math.max(1, Math.floor(lettersPerDigit(look) * room)));
}

/** Points that so many lines take. */
export function heightOf(lines: number, { fontSize }: StyleLook): number {
  return lines * (fontSize === undefined ? lineHeight : fontSize * heightPerPoint);
}

export interface RowHeight {
  readonly row: number;
  /** Points. */
  readonly height: number;
}

/**
 * Heights of the rows whose text wraps. Excel fits heights when somebody types; files and other programs do
 * not, so the plan says them.
 */
export function wrappedRowHeights(
  blocks: readonly Block[],
  styles: readonly StyledRange[],
  merges: readonly Rect[],
  columnWidths: readonly number[],
): RowHeight[] {
  const heights = new Map<number, number>();
  for (const { range, style } of styles) {
    const look = styleLooks[style];
    if (!look.wrap) continue;
    for (const { row, column, text } of textsIn(range, blocks)) {
      const merged = merges.find((each) => each.row === row && each.column === column);
      const width = widthOf(columnWidths, column, merged?.columns ?? 1);
      const rowsBelow = (merged?.rows ?? 1) - 1;
      const height = heightOf(linesIn(text, look, width), look) - rowsBelow * lineHeight;
      if (height > lineHeight)
        heights.set(row, Math.min(mostPoints, Math.max(heights.get(row) ?? 0, height)));
    }
  }
  return [...heights].map(([row, height]) => ({ row, height })).sort((a, b) => a.row - b.row);
}

/**
 * The rows below a text of several lines that it may run on over, because nothing stands there: a note is written
 * over these, so that its row is no taller than its neighbours.
 */
export function rowsToRunOver(
  text: string,
  { row, column }: Rect,
  look: StyleLook,
  blocks: readonly Block[],
  columnWidths: readonly number[],
): number {
  const lines = linesIn(text, look, widthOf(columnWidths, column, 1));
  const wanted = Math.ceil(heightOf(lines, look) / lineHeight);
  const isFree = (at: number): boolean => !blocks.some((block) => isFilled(block, at, column));
  let rows = 1;
  while (rows < wanted && isFree(row + rows)) rows += 1;
  return rows;
}

function isFilled({ row, column, cells }: Block, atRow: number, atColumn: number): boolean {
  const content = cells[atRow - row]?.[atColumn - column];
  return content !== undefined && content !== null && content !== '';
}

export function widthOf(columnWidths: readonly number[], column: number, columns: number): number {
  return columnWidths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
}

/** The constant texts in a range. Sentences that formulas build get their height where they are put. */
function* textsIn(
  range: Rect,
  blocks: readonly Block[],
): Generator<{ readonly row: number; readonly column: number; readonly text: string }> {
  for (const block of blocks) {
    const width = block.cells[0]?.length ?? 0;
    const lastRow = Math.min(range.row + range.rows, block.row + block.cells.length);
    const lastColumn = Math.min(range.column + range.columns, block.column + width);
    for (let row = Math.max(range.row, block.row); row < lastRow; row += 1) {
      for (let column = Math.max(range.column, block.column); column < lastColumn; column += 1) {
        const text = block.cells[row - block.row]![column - block.column];
        if (typeof text === 'string') yield { row, column, text };
      }
    }
  }
}
