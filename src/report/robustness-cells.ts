import type { Reference } from './plan';
import { firstYearColumn } from './years-sheet';

/** Cells of the Robustness sheet at fixed places, so that sheets composed earlier can refer to them. */
export const robustnessCells = {
  /** The power that the smallest detectable reduction is reckoned for; typed by the user. */
  power: cell(5),
  /** By how much the counts vary more than Poisson counts would; a dash where that cannot be told. */
  overdispersion: cell(6),
};

function cell(row: number): Reference {
  return { sheet: 'robustness', row, column: firstYearColumn, rows: 1, columns: 1 };
}
