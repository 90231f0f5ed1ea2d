import { inputsOf, type Content, type SheetKey, type WorkbookPlan } from '../report';
import type { CellFormula } from './read-formulas';

/**
 * What a report was written with, kept in the workbook beside it: its input cells, so that what a user types into
 * them is found again when the report is written anew.
 */
export interface RecordedInput {
  readonly key: string;
  readonly sheet: SheetKey;
  readonly row: number;
  readonly column: number;
  readonly value: Content;
  /** The sum of the other constants of its row; '' outside tables. */
  readonly label: string;
  readonly labelEnd: number;
}

/** As JSON: every name once, because a report may have a hundred thousand inputs. */
export function packRecord(plan: WorkbookPlan): string {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (part: unknown): number => {
    const word = JSON.stringify(part);
    if (!numbers.has(word)) numbers.set(word, words.push(word) - 1);
    return numbers.get(word)!;
  };
  const inputs = inputsOf(plan).map(({ key, sheet, row, column, value, label, labelEnd }) => [
    key.map(numberOf),
    numberOf(sheet),
    row,
    column,
    value,
    label === '' ? '' : sumOf(label),
    labelEnd,
  ]);
  return JSON.stringify({ words, inputs });
}

/** What `packRecord` packed; null where the text is no such thing. */
export function unpackRecord(text: string): readonly RecordedInput[] | null {
  try {
    const { words, inputs } = JSON.parse(text) as {
      words: string[];
      inputs: [number[], number, number, number, Content, string, number][];
    };
    return inputs.map(([key, sheet, row, column, value, label, labelEnd]) => ({
      key: `[${key.map((number) => words[number]!).join(',')}]`,
      sheet: JSON.parse(words[sheet]!) as SheetKey,
      ...{ row, column, value, label, labelEnd },
    }));
  } catch {
    return null;
  }
}

/** FNV-1a over the characters: short, and the same for the same text. */
export function sumOf(text: string): string {
  return summedOn(sumOfNothing, text).toString(36);
}

const sumOfNothing = 0x811c9dc5;

function summedOn(sum: number, text: string): number {
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return sum;
}

/** Sums of every row and column of a sheet: they tell which cells a user has changed, without keeping any. */
export interface SheetMarks {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly charts: number;
}

/** The marks of a sheet whose rows come one after the other. */
export class RunningMarks {
  readonly #rows: string[] = [];
  readonly #columns: RunningSum[] = [];
  readonly #skips: (row: number, column: number) => boolean;

  /** @param skips input cells, which are compared by themselves */
  constructor(skips: (row: number, column: number) => boolean) {
    this.#skips = skips;
  }

  /** The next rows, with the place of their first cell: those that are left out above them are blank. */
  add(rows: readonly (readonly CellFormula[])[], firstRow: number, firstColumn: number): void {
    if (this.#rows.length === 0)
      for (let column = 0; column < firstColumn + (rows[0]?.length ?? 0); column += 1)
        this.#columns.push(new RunningSum());
    while (this.#rows.length < firstRow) this.#addRow([]);
    const blank = Array.from({ length: firstColumn }, () => '');
    for (const row of rows) {
      const at = this.#rows.length;
      const texts = row.map((cell, j) => (this.#skips(at, firstColumn + j) ? '' : textOf(cell)));
      this.#addRow([...blank, ...texts]);
    }
  }

  #addRow(texts: readonly string[]): void {
    const before = this.#rows.length === 0 ? '' : '\n';
    this.#rows.push(sumOf(texts.join('\n').trimEnd()));
    for (const [j, column] of this.#columns.entries()) column.add(`${before}${texts[j] ?? ''}`);
  }

  marks(charts: number): SheetMarks {
    return { rows: this.#rows, columns: this.#columns.map(({ sum }) => sum.toString(36)), charts };
  }
}

/** The sum of a text that comes piece by piece, without the white space at its end. */
class RunningSum {
  sum = sumOfNothing;
  /** White space that counts as soon as something follows. */
  #white = '';

  add(piece: string): void {
    const counted = piece.trimEnd();
    if (counted === '') {
      this.#white += piece;
      return;
    }
    this.sum = summedOn(summedOn(this.sum, this.#white), counted);
    this.#white = piece.slice(counted.length);
  }
}

/** The cells in which two states of a sheet differ, as far as the sums tell: where changed rows and columns meet. */
export function* changedCells(
  before: SheetMarks,
  after: SheetMarks,
): Generator<{ readonly row: number; readonly column: number }, void, void> {
  const empty = sumOf('');
  const differing = (one: readonly string[], other: readonly string[]): number[] =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).filter(
      (index) => (one[index] ?? empty) !== (other[index] ?? empty),
    );
  const columns = differing(before.columns, after.columns);
  for (const row of differing(before.rows, after.rows)) for (const column of columns) yield { row, column };
}

/** A sheet may have been renamed since: then formulas name it otherwise, and are the same. */
function textOf(cell: CellFormula | undefined): string {
  const text = String(cell ?? '');
  return text.startsWith('=') ? text.replace(/'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!/gu, '!') : text;
}
