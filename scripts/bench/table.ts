import { sizes, type Growth, type Measurement, type Yardstick } from './measurement';

const isTooMuch = (value: number, limit: number | undefined): boolean => limit !== undefined && value > limit;

export const exceeds = ({ value, limit }: Measurement): boolean => isTooMuch(value, limit);
export const growsTooMuch = ({ values, limit }: Growth): boolean => isTooMuch(largest(values), limit);

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
  console.log(`${''.padEnd(width)}${head}          for 10 times the areas`);
  for (const { name, unit, values, limit, beside } of rows) {
    const cells = sizes.map((size) => {
      const value = values.get(size);
      return (value === undefined ? '–' : digits(value)).padStart(11);
    });
    const measured = sizes.filter((size) => values.has(size));
    const [before, last] = measured.slice(-2);
    const growth =
      before === undefined || last === undefined || last !== 10 * before || values.get(before) === 0
        ? '–'
        : `× ${(values.get(last)! / values.get(before)!).toFixed(1)}`;
    console.log(
      `${name.padEnd(width)}${cells.join('')} ${unit.padEnd(4)} ${growth.padStart(7)}${most(largest(values), limit)}${ratio(largest(values), unit, beside)}`,
    );
  }
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
