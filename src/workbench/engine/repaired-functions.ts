/** Excel functions that Univer computes wrong, put right. Each says what was wrong. */
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalProbability from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type {
  ArrayValueObject,
  BaseFunction,
  BaseValueObject,
  IFunctionNames,
} from '@univerjs/engine-formula';
import { NumberValueObject } from '@univerjs/engine-formula';
import { originalFunction, type FunctionClass } from './original-function';

/** How Univer computes one cell of a function that also takes arrays. */
type CellwiseClass = new (name: IFunctionNames) => BaseFunction & {
  _handleSingleObject(...values: BaseValueObject[]): BaseValueObject;
};

/** SORT sorts the cached copy of its range in place, and every other formula then reads it sorted. */
class Sort extends (originalFunction('SORT') as new (name: IFunctionNames) => BaseFunction & {
  _getResult(array: ArrayValueObject, ...rest: unknown[]): unknown;
}) {
  override _getResult(array: ArrayValueObject, ...rest: unknown[]): unknown {
    const copy = Object.create(array) as ArrayValueObject;
    copy.getArrayValue = () => array.getArrayValue().map((row) => [...row]);
    return super._getResult(copy, ...rest);
  }
}

/**
 * The same function, checks included, with another way to its number: Univer's own distributions are right to
 * 4 to 10 digits in their tails, Excel's to 15.
 */
function precise(
  name: string,
  compute: (...values: readonly number[]) => number,
): [FunctionClass, IFunctionNames] {
  class Precise extends (originalFunction(name) as CellwiseClass) {
    override _handleSingleObject(...values: BaseValueObject[]): BaseValueObject {
      const usual = super._handleSingleObject(...values);
      if (usual.isError()) return usual;
      const result = compute(...values.map((value) => Number(value.getValue())));
      return Number.isFinite(result) ? NumberValueObject.create(result) : usual;
    }
  }
  return [Precise, name];
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

export const REPAIRED_FUNCTIONS: readonly [FunctionClass, IFunctionNames][] = [
  [Sort, 'SORT'],
  precise('NORM.S.DIST', (z = NaN, isCumulative) => (isCumulative ? normalProbability(z, 0, 1) : density(z))),
  precise('NORM.S.INV', (probability = NaN) => normalQuantile(probability, 0, 1)),
  // Excel cuts the degrees of freedom to a whole number.
  precise('CHISQ.INV', (probability = NaN, freedom = NaN) =>
    gammaQuantile(probability, Math.floor(freedom) / 2, 0.5),
  ),
  precise('GAMMA.INV', (probability = NaN, shape = NaN, scale = NaN) =>
    gammaQuantile(probability, shape, 1 / scale),
  ),
];
