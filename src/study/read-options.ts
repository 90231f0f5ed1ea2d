import { finding, type Finding } from './finding';
import type { Place } from './grid';
import { optionRules } from './option-rules';
import { defaultOptions, type StudyOptions } from './study';

/** What `study.json` may say besides the options themselves. */
export interface OptionsRead {
  readonly options: StudyOptions;
  /** Weekly prevention hours per area, in place of those in the programmes table. */
  readonly weeklyHours: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

/** Reads `study.json`: every key is optional, an unknown key or a value that does not fit is an error. */
export function readOptions(text: string, source: string, base: StudyOptions = defaultOptions): OptionsRead {
  const place: Place = { source, kind: 'whole', row: 0, column: 0 };
  const unreadable = {
    options: base,
    weeklyHours: new Map<string, number>(),
    findings: [finding('error', 'file-unreadable', { file: source, reason: 'damaged' })],
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return unreadable;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return unreadable;

  const findings: Finding[] = [];
  const read: Record<string, unknown> = {};
  for (const [option, value] of Object.entries(parsed)) {
    const rule = Object.hasOwn(optionRules, option) ? optionRules[option] : undefined;
    if (!rule)
      findings.push(
        finding('error', 'option-unknown', { option, known: Object.keys(optionRules).join(', ') }, place),
      );
    else if (!rule.accepts(value)) {
      findings.push(
        finding(
          'error',
          'option-invalid',
          { option, expected: rule.expected, found: JSON.stringify(value) },
          place,
        ),
      );
    } else read[rule.field] = value;
  }
  const { weeklyHours, ...options } = read as Partial<StudyOptions> & {
    weeklyHours?: Record<string, number>;
  };
  return {
    options: { ...base, ...options },
    weeklyHours: new Map(Object.entries(weeklyHours ?? {})),
    findings,
  };
}
