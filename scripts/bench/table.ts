import { mostGrowth, sizes, type Growth, type Measurement, type Yardstick } from './measurement';

const isTooMuch = (value: number, limit: number | undefined): boolean => limit !== undefined && value > limit;

export const exceeds = ({ value, limit }: Measurement): boolean => isTooMuch(value, limit);
export const growsTooMuch = (row: Growth): boolean =>
  isTooMuch(Math.max(...row.values.values()), row.limit) || isTooFast(row);

/** By how much it is multiplied between the two largest sizes; null where the areas are not ten times as many. */
function timesAsMuch({ values }: Growth): number | null {
  const [before, last] = sizes.filter((size) => values.has(size)).slice(-2);
  if (before === undefined || last !== 10 * before || !values.get(before)) return null;
  return values.get(last)! / values.get(before)!;
}

/** A row that has a limit of its own is held to that, however small it is where areas are few. */
function isTooFast(row: Growth): boolean {
  if (row.limit !== undefined || row.isYardstick) return false;
  return (timesAsMuch(row) ?? 0) > mostTimes(row);
}

function mostTimes({ mayGrow }: Growth): number {
  return mayGrow?.times ?? mostGrowth;
}

function largest(values: ReadonlyMap<number, number>): number {
  return values.get(Math.max(...values.keys()))!;
}

function digits(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4);
}

/** Figures that grow, a column for each number of areas; the last says by how much for ten times the areas. */
export function printGrowth(rows: readonly Growth[]): void {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const head = sizes.map((size) => `${size} areas`.padStart(11)).join('');
  console.log(`${''.padEnd(width)}${head}         for 10 times the areas`);
  for (const row of rows) {
    const { name, unit, values, limit, beside } = row;
    const cells = sizes.map((size) => {
      const value = values.get(size);
      return (value === undefined ? '–' : digits(value)).padStart(11);
    });
    const times = timesAsMuch(row);
    const growth = (times === null ? '–' : `× ${times.toFixed(1)}`).padStart(7) + tooFast(row);
    console.log(
      `${name.padEnd(width)}${cells.join('')} ${unit.padEnd(4)} ${growth}${most(Math.max(...values.values()), limit)}${ratio(largest(values), unit, beside)}`,
    );
  }
}

function tooFast(row: Growth): string {
  if (isTooFast(row)) return `, at most × ${mostTimes(row)}: TOO MUCH`;
  const isFast = (timesAsMuch(row) ?? 0) > mostGrowth;
  return isFast && row.mayGrow ? ` (at most × ${row.mayGrow.times}: ${row.mayGrow.because})` : '';
}

export function printMeasurements(rows: readonly Measurement[]): void {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, unit, limit, beside } of rows)
    console.log(
      `${name.padEnd(width)} ${digits(value).padStart(9)} ${unit}${most(value, limit)}${ratio(value, unit, beside)}`,
    );
}

function most(value: number, limit: number | undefined): string {
  return limit === undefined ? '' : `  at most ${limit}${isTooMuch(value, limit) ? ': TOO MUCH' : ''}`;
}

function ratio(value: number, unit: string, beside: Yardstick | undefined): string {
  if (!beside) return '';
  return `  ${(value / beside.value).toFixed(2)} × ${beside.name} (${digits(beside.value)} ${unit})`;
}
