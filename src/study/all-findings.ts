import { checkStudy } from './check-study';
import { hasErrors, type Finding } from './finding';
import type { Study } from './study';

/** With an error in reading, checking what was read would only repeat it in other words. */
export function allFindings(study: Study, reading: readonly Finding[]): readonly Finding[] {
  return hasErrors(reading) ? reading : [...reading, ...checkStudy(study)];
}
