import { readAnswers, type Answers, type Field, type Finding, type FindingCode } from '../study';

/** The steps as they are counted. */
export const countedSteps = ['areas', 'timing', 'method', 'costs', 'write'] as const;
export type CountedStep = (typeof countedSteps)[number];

/** Where each finding can be put right, unless that is in the tables themselves. */
const stepsOfFindings: Readonly<Partial<Record<FindingCode, CountedStep>>> = {
  'no-programmes': 'timing',
  'area-without-programme': 'timing',
  'programme-without-counts': 'timing',
  'no-control': 'timing',
  'no-intervention': 'timing',
  hole: 'timing',
  'tenancies-missing': 'timing',
  'programme-tenancies-missing': 'timing',
  'window-without-before': 'timing',
  'window-without-after': 'timing',
  'all-excluded': 'timing',
  'pooled-cannot-exclude': 'timing',
  'first-year-zero': 'method',
  'no-events-year-0': 'method',
  'linear-below-zero': 'method',
  'no-costs': 'costs',
  'hours-missing': 'costs',
};

export function stepOfFinding({ code }: Finding): CountedStep {
  return stepsOfFindings[code] ?? 'areas';
}

export function stepOfField(field: Field): CountedStep {
  return /^(?:firstFullYear|tenancies|controlTenancies) /u.test(field) ? 'timing' : 'costs';
}

/** The field of a finding that can be put right by typing; null where there is none. */
export function fieldOfFinding(finding: Finding): Field | null {
  switch (finding.code) {
    case 'area-without-programme':
      return `firstFullYear ${finding.details.area}`;
    case 'tenancies-missing': {
      const { area, group, organisations } = finding.details;
      if (area === undefined || organisations !== 1) return null;
      return group === 'control' ? `controlTenancies ${area}` : `tenancies ${area}`;
    }
    default:
      return null;
  }
}

/** What keeps a step from being left: fields that cannot be read, and errors. */
export interface Blockers {
  readonly fields: readonly Field[];
  readonly errors: readonly Finding[];
}

export function blockersIn(findings: readonly Finding[], answers: Answers, step: CountedStep): Blockers {
  const fields = readAnswers(answers).wrong.filter((field) => stepOfField(field) === step);
  // Whose year is being typed is not told to give a table of them.
  const isTypingYears = fields.some((field) => field.startsWith('firstFullYear '));
  return {
    fields,
    errors: findings.filter(
      (finding) =>
        finding.severity === 'error' &&
        stepOfFinding(finding) === step &&
        !(isTypingYears && finding.code === 'no-programmes'),
    ),
  };
}

/** Whether a study can be reckoned: nothing that a figure depends on is wrong. */
export function isReckonable(findings: readonly Finding[], answers: Answers): boolean {
  return (['areas', 'timing', 'method'] as const).every((step) => {
    const { fields, errors } = blockersIn(findings, answers, step);
    return fields.length + errors.length === 0;
  });
}
