/** Excel functions that Univer computes wrong, put right. Each says what was wrong. */
import type { ArrayValueObject, BaseFunction, IFunctionNames } from '@univerjs/engine-formula';
import { functionLookup } from '@univerjs/engine-formula';

type FunctionClass = new (name: IFunctionNames) => BaseFunction;

function original(name: string): FunctionClass {
  const found = functionLookup.find(([, known]) => String(known) === name);
  if (found === undefined) throw new Error(`Univer has no function ${name}.`);
  return found[0] as FunctionClass;
}

/** SORT sorts the cached copy of its range in place, and every other formula then reads it sorted. */
class Sort extends (original('SORT') as new (name: IFunctionNames) => BaseFunction & {
  _getResult(array: ArrayValueObject, ...rest: unknown[]): unknown;
}) {
  override _getResult(array: ArrayValueObject, ...rest: unknown[]): unknown {
    const copy = Object.create(array) as ArrayValueObject;
    copy.getArrayValue = () => array.getArrayValue().map((row) => [...row]);
    return super._getResult(copy, ...rest);
  }
}

export const REPAIRED_FUNCTIONS: readonly [FunctionClass, IFunctionNames][] = [[Sort, 'SORT']];
