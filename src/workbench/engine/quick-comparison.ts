/**
 * Univer compares even a single cell by looking its value up among all cells of its column, and lists every row
 * that has it: with a column of a hundred thousand event years that is ten thousand rows for each comparison.
 * A few cells are compared one by one here; what Univer remembers of long columns stays as it is.
 */
import type { BaseValueObject } from '@univerjs/engine-formula';
import { ArrayValueObject } from '@univerjs/engine-formula';

const mostCells = 8;

interface Comparing {
  _rowCount: number;
  _batchOperatorValue(
    value: BaseValueObject,
    column: number,
    result: BaseValueObject[][],
    type: number,
    operator?: string,
    isCaseSensitive?: boolean,
  ): void;
  __batchOperatorRowValue(
    ...row: [
      value: BaseValueObject,
      column: number,
      result: BaseValueObject[][],
      type: number,
      row: number,
      unit: string,
      sheet: string,
      startRow: number,
      startColumn: number,
      operator?: string,
      isCaseSensitive?: boolean,
    ]
  ): void;
}

const isPatched = Symbol('compares few cells directly');

/** Every comparison of this page or process from now on. */
export function compareFewCellsDirectly(): void {
  const type = ArrayValueObject.prototype as unknown as Comparing & { [isPatched]?: true };
  if (type[isPatched]) return;
  type[isPatched] = true;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its array below
  const compareMany = type._batchOperatorValue;
  type._batchOperatorValue = function compareFew(this: Comparing, value, column, result, kind, ...rest) {
    if (this._rowCount > mostCells) {
      compareMany.call(this, value, column, result, kind, ...rest);
      return;
    }
    // Where Univer takes the column for none of the sheet's, it keeps nothing.
    const notKept = -1 - column;
    for (let row = 0; row < this._rowCount; row += 1)
      this.__batchOperatorRowValue(value, column, result, kind, row, '', '', -1, notKept, ...rest);
  };
}
