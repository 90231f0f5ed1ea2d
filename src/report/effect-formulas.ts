import type { Trend } from '../stats';

/** How formulas find one group's cells, per event year. */
export interface GroupAddresses {
  /** The first event year, below 0. */
  readonly first: number;
  /** The cell that holds the trend's name, or `fixedTrend`. */
  readonly trend: string;
  rate(year: number): string;
  year(year: number): string;
  tenancies(year: number): string;
  readonly ratesUpTo0: string;
  readonly yearsUpTo0: string;
}

/** One trend whatever is chosen, in place of the cell that holds the trend's name. */
export function fixedTrend(trend: Trend): string {
  return `"${trend}"`;
}

/** Chooses by the trend's name, Danish or English: the user may type either. */
function byTrend(trend: string, compound: string, linear: string, none: string): string {
  if (trend === fixedTrend('compound')) return compound;
  if (trend === fixedTrend('linear')) return linear;
  if (trend === fixedTrend('none')) return none;
  const is = (...names: string[]): string => `OR(${names.map((name) => `${trend}="${name}"`).join(',')})`;
  return `IF(${is('compound', 'procentvis')},${compound},IF(${is('linear', 'lineær')},${linear},IF(${is('none', 'ingen')},${none},NA())))`;
}

/** SLOPE leaves out what is no number; a line through fewer years than there are is no answer. */
function slope(cells: GroupAddresses): string {
  return `IF(COUNT(${cells.ratesUpTo0})=${1 - cells.first},SLOPE(${cells.ratesUpTo0},${cells.yearsUpTo0}),NA())`;
}

/** The level that the trend leads to in a year from 0 on; a straight line stops at 0. */
export function trendLevel(cells: GroupAddresses, year: number): string {
  const base = cells.rate(0);
  if (year === 0) return base;
  const k = cells.year(year);
  const compound = `${base}*(${base}/${cells.rate(cells.first)})^(${k}/${-cells.first})`;
  const linear = `MAX(0,${base}+${k}*${slope(cells)})`;
  return byTrend(cells.trend, compound, linear, base);
}

/**
 * The derivative of the fall beyond the trend in year `k` with respect to the count of each event year.
 *
 * The fall beyond the trend is expected(k)/r(0) - r(k)/r(0). What differs between the trends is the first part:
 * (r(0)/r(p))^(k/-p), 1 + k·slope/r(0) or 1; a line that has reached 0 no longer moves.
 */
export function derivativeFormulas(
  cells: GroupAddresses,
  years: readonly number[],
  k: number,
): (year: number) => string {
  const base = cells.rate(0);
  const observed = `${cells.rate(k)}/${base}`;
  const steps = `${cells.year(k)}/${-cells.first}`;
  const growth = `(${base}/${cells.rate(cells.first)})^(${steps})*(${steps})`;
  const b = slope(cells);
  const lineAbove0 = `(${base}+${cells.year(k)}*${b}>0)`;
  const before = years.filter((year) => year <= 0);
  const weight = (year: number): string =>
    `(${cells.year(year)}-AVERAGE(${cells.yearsUpTo0}))/(SUMSQ(${cells.yearsUpTo0})-SUM(${cells.yearsUpTo0})^2/${before.length})`;
  const lineMoves = (year: number): string => `${lineAbove0}*${cells.year(k)}*${weight(year)}`;
  return (year) => {
    const perCount = (byRate: string): string => `1000/${cells.tenancies(year)}*${byRate}`;
    if (year === k) return perCount(`(-1/${base})`);
    if (year > 0) return '0';
    const moves = (compound: string, linear: string, none: string): string =>
      perCount(`(${byTrend(cells.trend, compound, linear, none)})`);
    if (year === 0) {
      const linear = `(${lineMoves(0)}-${lineAbove0}*${cells.year(k)}*${b}/${base}+${observed})/${base}`;
      return moves(`(${growth}+${observed})/${base}`, linear, `${observed}/${base}`);
    }
    const compound = year === cells.first ? `-1*${growth}/${cells.rate(year)}` : '0';
    return moves(compound, `${lineMoves(year)}/${base}`, '0');
  };
}
