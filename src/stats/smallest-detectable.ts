import { checkPositive, checkPresent, checkShare } from './checks';
import { StatsError } from './error';
import { normalQuantile, twoSidedZ } from './normal-distribution';

/** What a comparison of two groups before and after has to work with. */
export interface DetectionDesign {
  /** Evictions per 1,000 tenancies and year. */
  readonly rate: number;
  readonly tenancies: number;
  readonly controlRate: number;
  readonly controlTenancies: number;
  readonly yearsBefore?: number;
  readonly yearsAfter?: number;
  readonly confidence?: number;
  readonly power?: number;
}

/**
 * The smallest reduction that the Poisson difference-in-differences would tell from chance with the given
 * power: the share d that solves -log(1-d) = (z(1-a/2) + z(power)) · standard error of the log ratio at d.
 *
 * @returns share, above 0 and below 1
 * @throws StatsError `not-detectable` when not even a full stop of evictions would be told from chance
 */
export function smallestDetectable(design: DetectionDesign): number {
  const { rate, tenancies, controlRate, controlTenancies } = design;
  const { yearsBefore = 3, yearsAfter = 2, confidence = 0.95, power = 0.8 } = design;
  for (const [argument, value] of Object.entries({ ...design, yearsBefore, yearsAfter, confidence, power })) {
    checkPresent(value, argument);
    checkPositive(value, argument);
  }
  checkShare(power, 'power');
  const z = twoSidedZ(confidence) + normalQuantile(power);
  const evictions = (rate / 1000) * tenancies;
  const controlEvictions = (controlRate / 1000) * controlTenancies;
  const fixed = 1 / (evictions * yearsBefore) + (1 / yearsBefore + 1 / yearsAfter) / controlEvictions;
  const afterwards = 1 / (evictions * yearsAfter);
  // With t = -log(1-d) the gap t - z·sqrt(fixed + afterwards·exp(t)) is concave and starts below 0, so
  // Newton's steps from 0 never pass its first zero; where it stops rising before that, there is none.
  let t = 0;
  for (let i = 0; i < 200; i++) {
    const growing = afterwards * Math.exp(t);
    const error = z * Math.sqrt(fixed + growing);
    const rise = 1 - (z * z * growing) / (2 * error);
    if (!(rise > 0)) throw new StatsError('not-detectable', { argument: 'tenancies' });
    const step = (error - t) / rise;
    t += step;
    if (Math.abs(step) <= 1e-15 * t) break;
  }
  return -Math.expm1(-t);
}
