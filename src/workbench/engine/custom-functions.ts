/**
 * Functions that an add-in computes. Univer could await each inside its calculation, one after the other, but
 * office.js hands results back in parcels half a second apart. So a calculation takes what is known, collects
 * what is not, has all of it computed at once, and then computes the cells that waited.
 */
import type { BaseReferenceObject, BaseValueObject } from '@univerjs/engine-formula';
import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { Calculation, OutsideFunctions } from './calculation';
import type {
  CellValue,
  ComputeCalls,
  CustomFunctions,
  FunctionArgument,
  FunctionCall,
  FunctionResult,
} from './engine';
import { isErrorText } from './errors';
import type { Workspace } from './workspace';

/** More remembered results than any workbook needs: then all are forgotten and computed anew. */
const MAXIMUM_REMEMBERED = 20000;

export function createCustomFunctions(workspace: Workspace, calculation: Calculation): CustomFunctions {
  const service = workspace.injector.get(IFunctionService);
  const outside = new CallsOutside();
  const known = new Set<string>();
  calculation.useOutsideFunctions(outside);
  return {
    define(names, compute) {
      service.unregisterExecutors(...known);
      known.clear();
      outside.compute = compute;
      outside.forgetAll();
      for (const name of names) {
        service.registerExecutors(new AddInFunction(name, (call) => outside.resultOf(call)));
        known.add(name);
      }
      // A formula that was read while its function was unknown stays #NAME? until it is read again.
      service.deleteFormulaAstCacheKey(...names);
      calculation.markEverythingDirty();
    },
    names: () => [...known],
  };
}

/** Remembers what each cell's call gave, and collects the calls that nobody has answered yet. */
class CallsOutside implements OutsideFunctions {
  compute: ComputeCalls = () => Promise.resolve([]);
  readonly #results = new Map<string, FunctionResult>();
  readonly #unanswered = new Map<string, FunctionCall>();

  /** The result, or undefined when it must be asked for first. */
  resultOf(call: FunctionCall): FunctionResult | undefined {
    const key = JSON.stringify([call.name, call.sheet, call.row, call.column, call.arguments]);
    const known = this.#results.get(key);
    if (known === undefined) this.#unanswered.set(key, call);
    return known;
  }

  answers(): Promise<readonly FunctionCall[]> | null {
    if (this.#unanswered.size === 0) return null;
    const keys = [...this.#unanswered.keys()];
    const calls = [...this.#unanswered.values()];
    this.#unanswered.clear();
    if (this.#results.size > MAXIMUM_REMEMBERED) this.#results.clear();
    const failed = calls.map((): FunctionResult => ({ error: ErrorType.VALUE }));
    return this.compute(calls)
      .catch(() => failed)
      .then((results) => {
        for (const [index, key] of keys.entries()) {
          this.#results.set(key, results[index] ?? { error: ErrorType.VALUE });
        }
        return calls;
      });
  }

  forgetAll(): void {
    this.#results.clear();
    this.#unanswered.clear();
  }
}

class AddInFunction extends BaseFunction {
  /** Cells and ranges arrive as such, so that a range of one cell differs from a number. */
  override needsReferenceObject = true;
  override minParams = -1;
  override maxParams = -1;
  readonly #resultOf: (call: FunctionCall) => FunctionResult | undefined;

  constructor(name: string, resultOf: (call: FunctionCall) => FunctionResult | undefined) {
    super(name);
    this.#resultOf = resultOf;
  }

  override calculate(...values: (BaseValueObject | BaseReferenceObject)[]): BaseValueObject {
    const result = this.#resultOf({
      name: this.name as string,
      arguments: values.map(toArgument),
      sheet: this.subUnitId ?? '',
      row: this.row,
      column: this.column,
    });
    return toValueObject(result ?? { error: '#BUSY!' });
  }
}

function toArgument(value: BaseValueObject | BaseReferenceObject): FunctionArgument {
  if (value.isReferenceObject()) {
    const reference = value as BaseReferenceObject;
    const rows = toRows(reference.toArrayValueObject());
    return reference.isCell() ? (rows[0]?.[0] ?? null) : rows;
  }
  const constant = value as BaseValueObject;
  if (constant.isArray()) return toRows(constant as unknown as ArrayValueObject);
  // An argument left out between commas.
  if (constant.isNull()) return undefined;
  return toCellValue(constant);
}

function toRows(array: ArrayValueObject): CellValue[][] {
  return array.getArrayValue().map((row) => row.map(toCellValue));
}

function toCellValue(value: Nullable<BaseValueObject>): CellValue {
  if (value == null || value.isNull()) return null;
  if (value.isError()) return { error: (value as unknown as ErrorValueObject).getErrorType() };
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
  return ErrorValueObject.create(
    (isErrorText(value.error) ? value.error : '#VALUE!') as unknown as ErrorType,
  );
}
