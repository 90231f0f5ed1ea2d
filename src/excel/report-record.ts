import { inputsOf, type Content, type SheetKey, type WorkbookPlan } from '../report';
import type { CellFormula, SheetFormulas } from './read-formulas';

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
    (JSON.parse(key) as unknown[]).map(numberOf),
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

export type CellFormulas = SheetFormulas['cells'];

/** How many rows are summed up before there may be an interruption. */
const rowsAtOnce = 100;

/**
 * Yields where it may be interrupted.
 *
 * @param skips input cells, which are compared by themselves
 */
export function* marksOf(
  cells: CellFormulas,
  charts: number,
  skips: (row: number, column: number) => boolean,
): Generator<void, SheetMarks, void> {
  const rows: string[] = [];
  const columns = Array.from(cells[0] ?? [], () => new RunningSum());
  for (const [i, row] of cells.entries()) {
    const texts = row.map((cell, j) => (skips(i, j) ? '' : textOf(cell)));
    rows.push(sumOf(texts.join('\n').trimEnd()));
    for (const [j, column] of columns.entries()) column.add(`${i === 0 ? '' : '\n'}${texts[j] ?? ''}`);
    if (i % rowsAtOnce === 0) yield;
  }
  return { rows, columns: columns.map(({ sum }) => sum.toString(36)), charts };
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
export function changedCells(
  before: SheetMarks,
  after: SheetMarks,
): readonly { row: number; column: number }[] {
  const empty = sumOf('');
  const differing = (one: readonly string[], other: readonly string[]): number[] =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).filter(
      (index) => (one[index] ?? empty) !== (other[index] ?? empty),
    );
  const columns = differing(before.columns, after.columns);
  return differing(before.rows, after.rows).flatMap((row) => columns.map((column) => ({ row, column })));
}

/** A sheet may have been renamed since: then formulas name it otherwise, and are the same. */
function textOf(cell: CellFormula | undefined): string {
  const text = String(cell ?? '');
  return text.startsWith('=') ? text.replace(/'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!/gu, '!') : text;
}
