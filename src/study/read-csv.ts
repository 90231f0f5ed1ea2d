import Papa from 'papaparse';
import type { CellContent, SourceGrid } from './grid';
import { remembered } from './remembered';
import { TextAllowance } from './text-allowance';

/**
 * The text of a file that Excel or a housing organisation's system saved: UTF-8 or UTF-16 (Excel's "Unicode text"),
 * each with or without its mark, and where the bytes are none of these, Windows-1252.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 whose mark was lost: every other byte of Latin letters and digits is 0, which no other text holds. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = Math.min(bytes.length, 1000);
  const zeros = [0, 0];
  for (let index = 0; index < looked; index += 1) if (bytes[index] === 0) zeros[index % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (even + odd < looked / 4) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const separators = [';', '\t', ','];
/** The line with which Excel is told the separator; it is no part of the tables. */
const separatorLine = /^sep=([;,\t])(?=\r|\n|$)/iu;
/** Titles stand above a table; its separator is found in more lines than the first. */
const linesLookedAt = 20;

/** The separator that the first line names, or that divides most lines alike outside quotation marks. */
function separatorOf(text: string): string {
  const named = separatorLine.exec(text)?.[1];
  if (named !== undefined) return named;
  const lines = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, linesLookedAt);
  const scores = separators.map((separator) => {
    const cells = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length;
      if (count > 1) cells.set(count, (cells.get(count) ?? 0) + count);
    }
    return Math.max(0, ...cells.values());
  });
  return separators[scores.indexOf(Math.max(...scores))]!;
}

/**
 * Cells of a comma-, semicolon- or tab-separated text. Every cell is text; an empty one is null.
 *
 * @param allowance what may be read, with the other texts of a study
 */
export function readCsv(text: string, source: string, allowance = new TextAllowance()): SourceGrid {
  const delimiter = separatorOf(text);
  const place = { source, kind: 'file' as const, firstRow: 0, firstColumn: 0 };
  const problem = allowance.problemOf(text, delimiter);
  if (problem) return { ...place, cells: [], ...problem };
  const rows: CellContent[][] = [];
  let broken: number | undefined;
  // Row by row, and every text once: a file repeats the same few, and what is kept of it decides how long reading takes.
  const same = remembered((cell) => cell);
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    step: ({ data, errors }) => {
      if (errors.some(({ type }) => type === 'Quotes')) broken ??= rows.length;
      rows.push(data.map((cell) => (cell === '' ? null : same(cell))));
    },
  });
  if (separatorLine.test(text)) rows[0] = [];
  return { ...place, cells: rows, ...(broken !== undefined && { brokenQuotes: broken }) };
}
