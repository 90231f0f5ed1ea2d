/**
 * COUNTIFS and SUMIFS in one pass. Univer makes three arrays as long as the column for each condition, with an array
 * for each row in them: where a column has a hundred thousand rows, finding room for these takes longer than counting.
 * Whether a value meets a condition is still asked of Univer's own function, once for each value that occurs.
 */
import type {
  BaseFunction,
  BaseReferenceObject,
  BaseValueObject,
  IFunctionNames,
} from '@univerjs/engine-formula';
import {
  ArrayValueObject,
  NullValueObject,
  NumberValueObject,
  ValueObjectFactory,
} from '@univerjs/engine-formula';
import { originalFunction, type FunctionClass } from './original-function';

/** Fewer cells are left to Univer. */
const fewestCells = 64;
/** More answers than a workbook needs: then all are forgotten, and asked anew. */
const mostAnswers = 200_000;

interface Condition {
  readonly cells: ArrayValueObject;
  readonly criterion: BaseValueObject;
}

type Result = ReturnType<BaseFunction['calculate']>;
/** Univer's own COUNTIFS. */
type Count = (...variants: BaseValueObject[]) => Result;

class Countifs extends originalFunction('COUNTIFS') {
  override calculate(...variants: BaseValueObject[]): Result {
    const conditions = conditionsOf(variants);
    if (conditions === null) return super.calculate(...variants);
    const isMet = whereMet(conditions, (...asked) => super.calculate(...asked));
    return NumberValueObject.create(isMet.reduce((sum, met) => sum + met, 0));
  }
}

class Sumifs extends originalFunction('SUMIFS') {
  readonly #count = new (originalFunction('COUNTIFS'))('COUNTIFS');

  override calculate(...variants: BaseValueObject[]): Result {
    const [summed, ...rest] = variants;
    const conditions = conditionsOf(rest);
    const cells = summed ? gridOf(summed) : null;
    if (conditions === null || cells === null || !isOfSize(cells, conditions[0]!.cells))
      return super.calculate(...variants);
    const isMet = whereMet(conditions, (...asked) => this.#count.calculate(...asked));
    const summands: BaseValueObject[] = [];
    cells.iterator((cell, row, column) => {
      if (cell && isMet[row * cells.getColumnCount() + column] === 1) summands.push(cell);
    });
    return arrayOf([summands]).sum();
  }
}

export const CONDITIONAL_FUNCTIONS: readonly [FunctionClass, IFunctionNames][] = [
  [Countifs, 'COUNTIFS'],
  [Sumifs, 'SUMIFS'],
];

/** Pairs of a long range and a single criterion; null where there is anything else, and Univer says what comes of it. */
function conditionsOf(variants: readonly BaseValueObject[]): readonly Condition[] | null {
  const conditions: Condition[] = [];
  if (variants.length === 0 || variants.length % 2 === 1) return null;
  for (let index = 0; index < variants.length; index += 2) {
    const cells = gridOf(variants[index]!);
    const criterion = singleOf(variants[index + 1]!);
    // Univer rounds dates that it compares with dates.
    if (cells === null || criterion === null || criterion.isDateFormat()) return null;
    conditions.push({ cells, criterion });
  }
  const { cells } = conditions[0]!;
  const isLong = cells.getRowCount() * cells.getColumnCount() >= fewestCells;
  return isLong && conditions.every((each) => isOfSize(each.cells, cells)) ? conditions : null;
}

function gridOf(value: BaseValueObject): ArrayValueObject | null {
  return value.isReferenceObject() ? (value as unknown as BaseReferenceObject).toArrayValueObject() : null;
}

function singleOf(value: BaseValueObject): BaseValueObject | null {
  const array = gridOf(value) ?? (value.isArray() ? (value as unknown as ArrayValueObject) : null);
  if (array === null) return value;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? array.getFirstCell() : null;
}

function isOfSize(one: ArrayValueObject, other: ArrayValueObject): boolean {
  return one.getRowCount() === other.getRowCount() && one.getColumnCount() === other.getColumnCount();
}

/** 1 for each cell, row by row, of which all conditions are met. */
function whereMet(conditions: readonly Condition[], count: Count): Uint8Array {
  const first = conditions[0]!.cells;
  const [rows, columns] = [first.getRowCount(), first.getColumnCount()];
  const isMet = new Uint8Array(rows * columns).fill(1);
  const none = NullValueObject.create();
  for (const { cells, criterion } of conditions) {
    const meets = meetsOf(criterion, count);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const at = row * columns + column;
        if (isMet[at] === 1 && !meets(cells.get(row, column) ?? none)) isMet[at] = 0;
      }
    }
  }
  return isMet;
}

/** What Univer has answered, by criterion and value. */
const answers = new Map<unknown, Map<unknown, boolean>>();
let answered = 0;

function meetsOf(criterion: BaseValueObject, count: Count): (cell: BaseValueObject) => boolean {
  const text = plainText(criterion);
  const key = keyOf(criterion);
  const known = answers.get(key) ?? new Map<unknown, boolean>();
  answers.set(key, known);
  return (cell) => {
    const value = cell.getValue();
    // Names are many, and each is looked for: texts are compared here as Univer does.
    if (text !== null && cell.isString() && value !== '') return String(value).toLocaleLowerCase() === text;
    const valueKey = keyOf(cell);
    const found = known.get(valueKey);
    if (found !== undefined) return found;
    const isMet = (count(asRange(cell), criterion) as BaseValueObject).getValue() === 1;
    known.set(valueKey, isMet);
    answered += 1;
    if (answered > mostAnswers) {
      answers.clear();
      answered = 0;
    }
    return isMet;
  };
}

/** The text that a criterion looks for, in small letters, where it says nothing else: no comparison, pattern or number. */
function plainText(criterion: BaseValueObject): string | null {
  const criterionText = criterion.getValue();
  if (!criterion.isString() || typeof criterionText !== 'string' || /^[=<>]|[*?~]/.test(criterionText))
    return null;
  const meant = ValueObjectFactory.create(criterionText);
  const text = meant.getValue();
  return meant.isString() && typeof text === 'string' && text !== '' ? text.toLocaleLowerCase() : null;
}

/** The same for values that meet the same criteria. */
function keyOf(value: BaseValueObject): unknown {
  return value.isError() ? Symbol.for(String(value.getValue())) : value.isNull() ? null : value.getValue();
}

function asRange(cell: BaseValueObject): BaseValueObject {
  const array = arrayOf([[cell]]);
  const range = { isReferenceObject: () => true, isError: () => false, toArrayValueObject: () => array };
  return range as unknown as BaseValueObject;
}

function arrayOf(rows: BaseValueObject[][]): ArrayValueObject {
  return ArrayValueObject.create({
    ...{ calculateValueList: rows, rowCount: rows.length, columnCount: rows[0]?.length ?? 0 },
    ...{ unitId: '', sheetId: '', row: -1, column: -1 },
  });
}
