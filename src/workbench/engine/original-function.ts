import type { BaseFunction, IFunctionNames } from '@univerjs/engine-formula';
import { functionLookup, functionMath, functionStatistical } from '@univerjs/engine-formula';

export type FunctionClass = new (name: IFunctionNames) => BaseFunction;

/** Univer's own function of this name, to be changed in part. */
export function originalFunction(name: string): FunctionClass {
  const all = [...functionLookup, ...functionMath, ...functionStatistical];
  const found = all.find(([, known]) => String(known) === name);
  if (found === undefined) throw new Error(`Univer has no function ${name}.`);
  return found[0] as FunctionClass;
}
