import { comparableHeader, measureNamed, type Measure } from './columns';
import { textOf, type CellContent } from './grid';
import { readYear } from './read-number';

export interface YearColumn {
  readonly column: number;
  readonly year: number;
  /** Absent where the header is the year alone. */
  readonly measure?: Measure;
}

/** Words beside a year that leave it the year that it is. */
const besideYear = [
  '',
  'år',
  'året',
  'year',
  'foreløbig',
  'foreløbige',
  'foreløbigt',
  'preliminary',
  'provisional',
];

/** The year of a header, `2010` or `Udsættelser 2010`; null where the cell is none. */
export function yearColumn(content: CellContent | undefined, column: number): YearColumn | null {
  if (typeof content === 'number' || typeof content === 'string') {
    const year = readYear(content);
    if (year !== null) return { column, year };
  }
  const match = /^(\D*)((?:19|20|21)\d{2})(\D*)$/.exec(textOf(content));
  if (!match) return null;
  const words = comparableHeader(`${match[1]!} ${match[3]!}`.replace(/[*†)(:.,–-]/g, ' '));
  const year = Number(match[2]);
  if (besideYear.includes(words)) return { column, year };
  const measure = measureNamed(words);
  return measure === null ? null : { column, year, measure };
}
