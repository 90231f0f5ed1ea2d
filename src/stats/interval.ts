/** A confidence interval: lower and upper limit in the unit of the estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}
