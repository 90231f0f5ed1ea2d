import type { StudyOptions } from './study';

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isWhole: Check = (value) => Number.isInteger(value);
const isListOfTexts: Check = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const isRecordOfNumbers: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(isNumber);

export interface OptionRule {
  readonly field: keyof StudyOptions | 'weeklyHours';
  readonly expected: string;
  readonly accepts: Check;
}

/** What each choice may be, by its key in `study.json`: the same for the file, the pane and `checkStudy`. */
export const optionRules: Readonly<Record<string, OptionRule>> = {
  language: {
    field: 'language',
    expected: '"da" | "en"',
    accepts: (value) => value === 'da' || value === 'en',
  },
  from: {
    field: 'from',
    expected: '-20 … -1',
    accepts: (value) => isWhole(value) && (value as number) >= -20 && (value as number) < 0,
  },
  to: {
    field: 'to',
    expected: '1 … 20',
    accepts: (value) => isWhole(value) && (value as number) > 0 && (value as number) <= 20,
  },
  trend: {
    field: 'trend',
    expected: '"compound" | "linear" | "none"',
    accepts: (value) => ['compound', 'linear', 'none'].includes(value as string),
  },
  confidence: {
    field: 'confidence',
    expected: '0.5 … 0.999',
    accepts: (value) => isNumber(value) && (value as number) >= 0.5 && (value as number) <= 0.999,
  },
  draws: {
    field: 'draws',
    expected: '100 … 1000000',
    accepts: (value) => isWhole(value) && (value as number) >= 100 && (value as number) <= 1e6,
  },
  seed: {
    field: 'seed',
    expected: '0, 1, 2 …',
    accepts: (value) => isWhole(value) && (value as number) >= 0,
  },
  annual_cost_per_1000: {
    field: 'annualCostPer1000',
    expected: '> 0',
    accepts: (value) => isNumber(value) && (value as number) > 0,
  },
  full_time_hours: {
    field: 'fullTimeHours',
    expected: '> 0',
    accepts: (value) => isNumber(value) && (value as number) > 0,
  },
  municipal_saving_per_eviction: {
    field: 'municipalSaving',
    expected: '≥ 0 | null',
    accepts: (value) => value === null || (isNumber(value) && (value as number) >= 0),
  },
  weekly_hours: { field: 'weeklyHours', expected: '{"<area>": hours}', accepts: isRecordOfNumbers },
  exclude: { field: 'exclude', expected: '["<area>", …]', accepts: isListOfTexts },
  overdispersion: {
    field: 'overdispersion',
    expected: 'true | false',
    accepts: (value) => typeof value === 'boolean',
  },
  keep_apart: { field: 'keepApart', expected: '["<name>", …]', accepts: isListOfTexts },
  horizon_years: {
    field: 'horizonYears',
    expected: '1 … 30',
    accepts: (value) => isWhole(value) && (value as number) >= 1 && (value as number) <= 30,
  },
  start_up_years: {
    field: 'startUpYears',
    expected: '0 … 10',
    accepts: (value) => isWhole(value) && (value as number) >= 0 && (value as number) <= 10,
  },
  discount_rate: {
    field: 'discountRate',
    expected: '0 … 0.2',
    accepts: (value) => isNumber(value) && (value as number) >= 0 && (value as number) <= 0.2,
  },
  programme_cost_range: {
    field: 'programmeCostRange',
    expected: '0 … 0.9',
    accepts: (value) => isNumber(value) && (value as number) >= 0 && (value as number) <= 0.9,
  },
};

/** Whether a value will do for an option: the rule that `study.json` and the wizard share. */
export function acceptsOption(field: OptionRule['field'], value: unknown): boolean {
  return (
    Object.values(optionRules)
      .find((rule) => rule.field === field)
      ?.accepts(value) ?? false
  );
}
