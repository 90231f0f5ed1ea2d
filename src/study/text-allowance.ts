/**
 * What the text files of a study may hold. The largest, 5,000 areas over ten years, has 100,000 lines of four to six
 * cells in five megabytes, and may have as many of tenancies; to read much more takes long, and the memory.
 */
const most = { lines: 250_000, cells: 1_000_000, characters: 20_000_000 };
/** What a line of a sheet of Excel holds, and a cell. */
const mostInLine = 16_384;
const mostInCell = 32_767;

/** What there is too much of in a text. */
export type TooMuchText = `too-many-${keyof typeof most}` | 'line-too-long' | 'cell-too-long';

/** Why a text is not parted into cells: there is too much of it, or the quotation marks of a row, from 0, do not pair. */
export type TextProblem = { readonly notRead: TooMuchText } | { readonly brokenQuotes: number };

const [newLine, carriageReturn, quote] = [10, 13, 34];

/** What may still be read, with what has been read before. */
export class TextAllowance {
  #left = most;

  /**
   * What speaks against parting a text into its cells. It is looked for beforehand, because parting takes memory for
   * every cell, and for every quotation mark that is written twice or is wrong.
   */
  problemOf(text: string, separator: string): TextProblem | null {
    const separatorCode = separator.charCodeAt(0);
    const isEnd = (at: number): boolean => {
      const code = text.charCodeAt(at);
      return code === separatorCode || code === newLine || code === carriageReturn || at >= text.length;
    };
    if (text.length > this.#left.characters) return { notRead: 'too-many-characters' };
    let [lines, cells, inLine] = [0, 0, 0];
    for (let start = 0; start < text.length;) {
      let end = start;
      if (text.charCodeAt(start) === quote) {
        end = behindQuoted(text, start, isEnd);
        if (end - start > mostInCell) return { brokenQuotes: lines };
      }
      while (!isEnd(end)) end += 1;
      if (end - start > mostInCell) return { notRead: 'cell-too-long' };
      [cells, inLine] = [cells + 1, inLine + 1];
      if (inLine > mostInLine) return { notRead: 'line-too-long' };
      if (cells > this.#left.cells) return { notRead: 'too-many-cells' };
      if (text.charCodeAt(end) !== separatorCode) {
        [lines, inLine] = [lines + 1, 0];
        if (lines > this.#left.lines) return { notRead: 'too-many-lines' };
        if (text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === newLine) end += 1;
      }
      start = end + 1;
    }
    this.#left = {
      lines: this.#left.lines - lines,
      cells: this.#left.cells - cells,
      characters: this.#left.characters - text.length,
    };
    return null;
  }
}

/** The end of the cell whose quotation mark opens at `start`; infinity where none closes it, or something follows. */
function behindQuoted(text: string, start: number, isEnd: (at: number) => boolean): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  if (at < 0) return Infinity;
  do at += 1;
  while (!isEnd(at) && text[at]!.trim() === '');
  return isEnd(at) ? at : Infinity;
}
