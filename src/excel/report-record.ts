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
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return sum.toString(36);
}

/** Sums of every row and column of a sheet: they tell which cells a user has changed, without keeping any. */
export interface SheetMarks {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly charts: number;
}

export type CellFormulas = SheetFormulas['cells'];

/** How many rows are summed up before there may be an interruption. */
const rowsAtOnce = 500;

/**
 * Yields where it may be interrupted.
 *
 * @param skip input cells, which are compared by themselves: `row column`
 */
export function* marksOf(
  cells: CellFormulas,
  charts: number,
  skip: ReadonlySet<string>,
): Generator<void, SheetMarks, void> {
  const texts: string[][] = [];
  const rows: string[] = [];
  for (const [i, row] of cells.entries()) {
    const text = row.map((cell, j) => (skip.has(`${i} ${j}`) ? '' : textOf(cell)));
    texts.push(text);
    rows.push(sumOf(text.join('\n').trimEnd()));
    if (i % rowsAtOnce === 0) yield;
  }
  const columns: string[] = [];
  for (let j = 0; j < (texts[0]?.length ?? 0); j += 1) {
    const column = texts.map((row) => row[j]);
    columns.push(sumOf(column.join('\n').trimEnd()));
    yield;
  }
  return { rows, columns, charts };
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
