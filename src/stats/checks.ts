import { StatsError, type StatsErrorCode } from './error';

type Values = number | readonly number[];

/** Throws at the first wrong value; its position is told only where there are several. */
function each(
  values: Values,
  argument: string,
  code: StatsErrorCode,
  isWrong: (value: number) => boolean,
): void {
  // A single number is asked without a list made of it: functions check several on every call.
  if (typeof values === 'number') {
    if (isWrong(values)) throw wrong(values, argument, code);
    return;
  }
  // Not `findIndex`: the counts of a large study are many short lists, asked again for every effect.
  for (let index = 0; index < values.length; index += 1)
    if (isWrong(values[index]!)) throw wrong(values[index]!, argument, code, index);
}

function wrong(value: number, argument: string, code: StatsErrorCode, index?: number): StatsError {
  return new StatsError(code, {
    argument,
    ...(!Number.isNaN(value) && { value }),
    ...(index !== undefined && { index }),
  });
}

/** NaN stands for a missing value: throws `missing` at the first one, `not-finite` for an infinite value. */
export function checkPresent(values: Values, argument: string): void {
  each(values, argument, 'missing', Number.isNaN);
  each(values, argument, 'not-finite', (value) => !Number.isFinite(value));
}

/** The checks below let missing values pass: whether one is needed is for `checkPresent` to say. */
export function checkNotNegative(values: Values, argument: string): void {
  each(values, argument, 'negative', (value) => value < 0);
}

export function checkWhole(values: Values, argument: string): void {
  each(values, argument, 'not-whole', (value) => !Number.isNaN(value) && !Number.isInteger(value));
}

/** Whole numbers from 0: what Poisson chance is reckoned on. */
export function checkCounts(values: Values, argument: string): void {
  checkNotNegative(values, argument);
  checkWhole(values, argument);
}

export function checkPositive(values: Values, argument: string): void {
  each(values, argument, 'not-positive', (value) => value <= 0);
}

/** Between 0 and 1, both excluded: a confidence, a power. */
export function checkShare(value: number, argument: string): void {
  each(value, argument, 'not-a-share', (share) => share <= 0 || share >= 1);
}

export function checkSameLength(
  values: readonly unknown[],
  expected: readonly unknown[],
  argument: string,
): void {
  if (values.length === expected.length) return;
  throw new StatsError('different-lengths', { argument, value: values.length, expected: expected.length });
}
