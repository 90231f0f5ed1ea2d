import type { FunctionId } from '../texts/en/function-help';
import type { FunctionTexts } from '../texts/en/functions';
import type { Argument } from './argument';
import { describeError } from './argument-error';
import { CellError, type CellValue } from './cell';

/** What a function gives: one value, or rows of values that spill. */
export type Result = CellValue | CellValue[][];

/** A custom function: what Excel is told about it, and what it does. */
export interface FunctionDefinition {
  /** Id and name; frozen once a workbook holds it. */
  readonly id: FunctionId;
  /** In the order of the formula; optional ones may only be appended. */
  readonly arguments: readonly Argument<unknown>[];
  readonly dimensionality: 'scalar' | 'matrix';
  /** Reads the raw arguments as Excel hands them over and computes; never throws for bad input. */
  readonly call: (raw: readonly unknown[], texts: FunctionTexts) => Result;
}

type Values<Arguments extends readonly Argument<unknown>[]> = {
  -readonly [Index in keyof Arguments]: Arguments[Index] extends Argument<infer Value> ? Value : never;
};

/** A function over typed arguments; `compute` gets them in order, then the texts of the user's language. */
export function define<const Arguments extends readonly Argument<unknown>[]>(
  id: FunctionId,
  dimensionality: 'scalar' | 'matrix',
  args: Arguments,
  compute: (values: Values<Arguments>, texts: FunctionTexts) => Result,
): FunctionDefinition {
  return {
    id,
    arguments: args,
    dimensionality,
    call: (raw, texts) => {
      try {
        const values = args.map((argument, i) => argument.read(raw[i], texts));
        const result = compute(values as Values<Arguments>, texts);
        const [first, ...others] = Array.isArray(result) ? result.flat() : [result];
        // A spill of one error and nothing else is that error, so that its message is shown.
        return first instanceof CellError && others.every((one) => one === first) ? first : result;
      } catch (error) {
        return describeError(error, texts);
      }
    },
  };
}
