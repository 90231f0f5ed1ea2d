import Papa from 'papaparse';
import type { CellContent, SourceGrid } from './grid';

/**
 * The text of a file that Excel or a housing organisation's system saved: UTF-8 with or without its mark, and
 * where the bytes are not UTF-8, Windows-1252.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const separators = [';', '\t', ','];

/** The separator that stands most often in the first line outside quotation marks. */
function separatorOf(text: string): string {
  const header = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => header.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))]!;
}

/** Cells of a comma-, semicolon- or tab-separated text. Every cell is text; an empty one is null. */
export function readCsv(text: string, source: string): SourceGrid {
  const parsed = Papa.parse<string[]>(text, { delimiter: separatorOf(text), skipEmptyLines: false });
  const rows = parsed.data.map((row): CellContent[] => row.map((cell) => (cell === '' ? null : cell)));
  const broken = parsed.errors.find(({ type }) => type === 'Quotes');
  return {
    source,
    kind: 'file',
    firstRow: 0,
    firstColumn: 0,
    cells: rows,
    ...(broken && { brokenQuotes: broken.row ?? 0 }),
  };
}
