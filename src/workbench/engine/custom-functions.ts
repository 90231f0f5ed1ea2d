/**
 * Functions that an add-in computes. Univer awaits them inside the calculation, so cells that depend on them
 * come after them, as in Excel.
 */
import type { BaseReferenceObject, BaseValueObject } from '@univerjs/engine-formula';
import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  AsyncObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { Calculation } from './calculation';
import type { CellValue, CustomFunctions, FunctionArgument, FunctionCall, FunctionResult } from './engine';
import { isErrorText } from './errors';
import type { Workspace } from './workspace';

type Compute = (call: FunctionCall) => Promise<FunctionResult>;

export function createCustomFunctions(workspace: Workspace, calculation: Calculation): CustomFunctions {
  const service = workspace.injector.get(IFunctionService);
  const known = new Set<string>();
  return {
    define(names, compute) {
      service.unregisterExecutors(...known);
      known.clear();
      for (const name of names) {
        service.registerExecutors(new AddInFunction(name, compute));
        known.add(name);
      }
      // A formula that was read while its function was unknown stays #NAME? until it is read again.
      service.deleteFormulaAstCacheKey(...names);
      calculation.markEverythingDirty();
    },
    names: () => [...known],
  };
}

class AddInFunction extends BaseFunction {
  /** Cells and ranges arrive as such, so that a range of one cell differs from a number. */
  override needsReferenceObject = true;
  override minParams = -1;
  override maxParams = -1;
  readonly #compute: Compute;

  constructor(name: string, compute: Compute) {
    super(name);
    this.#compute = compute;
  }

  override isAsync(): boolean {
    return true;
  }

  override calculate(...values: (BaseValueObject | BaseReferenceObject)[]): AsyncObject {
    const call: FunctionCall = {
      name: this.name as string,
      arguments: values.map(toArgument),
      sheet: this.subUnitId ?? '',
      row: this.row,
      column: this.column,
    };
    const result = this.#compute(call).then(toValueObject, () => ErrorValueObject.create(ErrorType.VALUE));
    return new AsyncObject(result);
  }
}

function toArgument(value: BaseValueObject | BaseReferenceObject): FunctionArgument {
  if (value.isReferenceObject()) {
    const reference = value as BaseReferenceObject;
    const rows = toRows(reference.toArrayValueObject());
    return reference.isCell() ? (rows[0]?.[0] ?? null) : rows;
  }
  const constant = value as BaseValueObject;
  if (constant.isArray()) return toRows(constant as ArrayValueObject);
  // An argument left out between commas.
  if (constant.isNull()) return undefined;
  return toCellValue(constant);
}

function toRows(array: ArrayValueObject): CellValue[][] {
  return array.getArrayValue().map((row) => row.map(toCellValue));
}

function toCellValue(value: Nullable<BaseValueObject>): CellValue {
  if (value == null || value.isNull()) return null;
  if (value.isError()) return { error: (value as ErrorValueObject).getErrorType() };
  return value.getValue();
}

function toValueObject(result: FunctionResult): BaseValueObject {
  if (!Array.isArray(result)) return toCellObject(result as CellValue);
  const rows = result as readonly (readonly CellValue[])[];
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(toCellObject)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function toCellObject(value: CellValue): BaseValueObject {
  if (value === null) return StringValueObject.create('');
  if (typeof value === 'number') {
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  }
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  return ErrorValueObject.create(isErrorText(value.error) ? (value.error as ErrorType) : ErrorType.VALUE);
}
