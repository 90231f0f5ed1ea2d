import type { Content } from './plan';

/** What a cell shows where the data do not allow a result, such as a share of a rate of 0. */
export const notReckoned = '–';

/** A formula that shows a dash instead of an error; what builds on it shows a dash too. */
export function guarded(formula: string): Content {
  return { formula: `=${guardedFormula(formula)}` };
}

export function guardedFormula(formula: string): string {
  return `IFERROR(${formula},"${notReckoned}")`;
}
