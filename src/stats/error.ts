/** What can be wrong with numbers given to this folder's functions. */
export type StatsErrorCode =
  | 'missing' // a value that the result needs is NaN or its event year is not there
  | 'not-finite'
  | 'not-whole'
  | 'negative'
  | 'not-positive'
  | 'not-a-share' // outside the open interval from 0 to 1
  | 'different-lengths'
  | 'empty'
  | 'too-few'
  | 'too-many'
  | 'year-twice'
  | 'hole-in-years'
  | 'no-year-zero'
  | 'no-year-before'
  | 'no-year-after'
  | 'year-not-after-start'
  | 'zero-rate' // a share of a rate of 0 is asked
  | 'shared-above-total'
  | 'nothing-prevented'
  | 'never-covered'
  | 'not-detectable';

/** Where it went wrong: the argument's name in code, and whichever of the others applies. */
export interface StatsErrorDetail {
  readonly argument: string;
  readonly value?: number;
  readonly index?: number;
  readonly eventYear?: number;
  readonly expected?: number;
}

/** Thrown by every function of this folder; it carries no words for users, these are in `src/texts`. */
export class StatsError extends Error {
  readonly code: StatsErrorCode;
  readonly detail: StatsErrorDetail;

  constructor(code: StatsErrorCode, detail: StatsErrorDetail) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.name = 'StatsError';
    this.code = code;
    this.detail = detail;
  }
}

/** Runs `compute`; an error about its `rates` is rethrown as one about `argument`, the caller's name for them. */
export function asArgument<Result>(argument: string, compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatsError && error.detail.argument === 'rates') {
      throw new StatsError(error.code, { ...error.detail, argument });
    }
    throw error;
  }
}
