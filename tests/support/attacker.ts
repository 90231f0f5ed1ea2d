import type { BookSnapshot } from '../../src/workbench/book';

/**
 * Somebody who got a copy with masked counts and wants to know them. Takes everything that the copy shows: what
 * stands beside, sums, rates times tenancies, exact limits turned back into counts, the counts of the
 * simulation, the sum of squares, and how the method works. Answers what the masked counts can only have been.
 */

export interface Hidden {
  readonly area: string;
  readonly group: string;
  readonly year: number;
  readonly eventYear: number | null;
}

export interface Recovered extends Hidden {
  readonly evictions: number;
}

const words = {
  Områdedata: { years: 'Hændelsesår', effect: 'Effekt', control: 'Kontrol' },
  'Area data': { years: 'Event years', effect: 'Effect', control: 'Control' },
} as const;

type Cells = (sheet: string, row: number, column: number) => unknown;

export function recoverCounts(book: BookSnapshot): {
  hidden: readonly Hidden[];
  recovered: readonly Recovered[];
} {
  const values = new Map(
    book.sheets.flatMap(({ name, cells }) =>
      cells.map(({ row, column, value }) => [`${name} ${row} ${column}`, value] as const),
    ),
  );
  const at: Cells = (sheet, row, column) => values.get(`${sheet} ${row} ${column}`) ?? null;
  const [dataName] = (['Områdedata', 'Area data'] as const).filter((name) =>
    book.sheets.some((sheet) => sheet.name === name),
  );
  const { years: yearsName, effect: effectName, control } = words[dataName!];
  const table = book.sheets
    .find(({ name }) => name === dataName)!
    .tables.find(({ name }) => name.startsWith('SVCounts'))!.range;
  const eventYearColumn = table.columns === 8 ? 5 : 4;
  const counts = Array.from({ length: table.rows - 1 }, (_, index) => {
    const row = table.row + 1 + index;
    const eventYear = at(dataName!, row, eventYearColumn);
    return {
      area: String(at(dataName!, row, 0)),
      group: String(at(dataName!, row, 1)),
      year: Number(at(dataName!, row, 2)),
      eventYear: typeof eventYear === 'number' ? eventYear : null,
      organisation: String(at(dataName!, row, eventYearColumn + 1)),
      shown: at(dataName!, row, 3),
      /** What it may be: narrowed down step by step. */
      low: 0,
      high: Infinity,
    };
  });
  const unknown = counts.filter(({ shown }) => typeof shown === 'string');
  for (const count of counts) if (typeof count.shown === 'number') count.low = count.high = count.shown;
  const know = (count: (typeof counts)[number], value: number): void => {
    count.low = count.high = value;
  };

  // The table of areas and event years repeats the counts.
  const years = Array.from({ length: 12 }, (_, index) => at(yearsName, 3, 2 + index)).filter(
    (year): year is number => typeof year === 'number',
  );
  for (let row = 20; row < 2000; row += 1) {
    for (const [index, year] of years.entries()) {
      const value = at(yearsName, row, 2 + index);
      const [first, second] = [at(yearsName, row, 0), at(yearsName, row, 1)];
      if (typeof value !== 'number') continue;
      for (const each of unknown)
        if (each.area === first && each.group === second && each.eventYear === year) know(each, value);
    }
  }
  // Shared counts stand by themselves.
  for (let row = 20; row < 200; row += 1)
    for (const each of unknown)
      if (
        each.group === control &&
        at(yearsName, row, 0) === each.organisation &&
        at(yearsName, row, 1) === each.year
      ) {
        const value = at(yearsName, row, 2 + years.length);
        if (typeof value === 'number') know(each, value);
      }

  /** A group's sum in a year, by whatever shows it. */
  const sumOf = (group: string, year: number): number | null => {
    const [top, column] = [group === control ? 12 : 4, 2 + years.indexOf(year)];
    const cell = (offset: number): number | null => {
      const value = at(yearsName, top + offset, column);
      return typeof value === 'number' ? value : null;
    };
    const [sum, tenancies, rate, low, high] = [1, 2, 4, 5, 6].map(cell) as [
      number | null,
      number | null,
      number | null,
      number | null,
      number | null,
    ];
    if (sum !== null) return sum;
    if (tenancies === null) return null;
    if (rate !== null) return Math.round((rate * tenancies) / 1000);
    const limit = high ?? low;
    if (limit !== null) return countWithLimit((limit * tenancies) / 1000, high !== null);
    return simulatedSum(at, effectName, group, year, years, control);
  };
  for (let step = 0; step < 50; step += 1) {
    for (const group of new Set(counts.map((each) => each.group)))
      for (const year of years) {
        const sum = sumOf(group, year);
        if (sum === null) continue;
        const inLine = counts.filter((each) => each.group === group && each.eventYear === year);
        for (const each of inLine) {
          const others = inLine.filter((other) => other !== each);
          const most = sum - others.reduce((total, { low }) => total + low, 0);
          const least = sum - others.reduce((total, { high }) => total + high, 0);
          each.high = Math.min(each.high, most);
          each.low = Math.max(each.low, least);
        }
      }
    // One organisation has one count a year.
    for (const one of unknown)
      for (const other of counts)
        if (
          one.group === control &&
          other.group === control &&
          one.organisation === other.organisation &&
          one.year === other.year
        ) {
          one.low = Math.max(one.low, other.low);
          one.high = Math.min(one.high, other.high);
        }
  }
  bySquares(at, effectName, counts);
  return {
    hidden: unknown,
    recovered: unknown.flatMap((each) => (each.low === each.high ? [{ ...each, evictions: each.low }] : [])),
  };
}

/** The count whose exact limit (Garwood) at 95 % this is. */
function countWithLimit(limit: number, isHigh: boolean): number | null {
  for (let count = 0; count < 2000; count += 1) {
    // P(X <= count | limit) is 2.5 % at the upper limit, P(X >= count | limit) at the lower one.
    let term = Math.exp(-limit);
    let sum = 0;
    for (let k = 0; k <= (isHigh ? count : count - 1); k += 1) {
      sum += term;
      term *= limit / (k + 1);
    }
    if (Math.abs((isHigh ? sum : 1 - sum) - 0.025) < 1e-6) return count;
  }
  return null;
}

/** The rows that say what the simulation was made from. */
function simulatedSum(
  at: Cells,
  effectName: string,
  group: string,
  year: number,
  years: readonly number[],
  control: string,
): number | null {
  const label = new RegExp(
    `^${group === control ? 'Kontrol|^Control' : 'Indsats|^Intervention'}.*(udsættelser|evictions)$`,
    'u',
  );
  for (let row = 50; row < 300; row += 1) {
    const value = at(effectName, row, 2 + years.indexOf(year));
    if (label.test(String(at(effectName, row, 0))) && typeof value === 'number') return value;
  }
  return null;
}

/** With the sum of all squares one unknown count, or two of a known sum, can be told. */
function bySquares(at: Cells, effectName: string, counts: { low: number; high: number }[]): void {
  for (let row = 50; row < 300; row += 1) {
    const label = String(at(effectName, row, 0));
    const squares = at(effectName, row, 2);
    if (!/kvadrat|square/iu.test(label) || typeof squares !== 'number') continue;
    const open = counts.filter(({ low, high }) => low !== high);
    const known = counts.filter(({ low, high }) => low === high).reduce((sum, { low }) => sum + low ** 2, 0);
    if (open.length === 1) open[0]!.low = open[0]!.high = Math.round(Math.sqrt(squares - known));
  }
}
