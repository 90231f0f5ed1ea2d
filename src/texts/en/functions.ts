import type { StatsErrorCode } from '../../stats';

/** What can be wrong with an argument before any statistics: its kind of cell, its shape. */
export type ArgumentErrorCode =
  | 'not-a-number'
  | 'not-a-name'
  | 'not-true-or-false'
  | 'blank'
  | 'not-one-line'
  | 'not-one-cell'
  | 'different-shapes';

/** What a message about an argument can say; each message uses what belongs to it. */
export interface ArgumentProblem {
  /** The argument's name as the function shows it. */
  readonly argument: string;
  /** What came, written as in a formula. */
  readonly came?: string;
  /** What was expected instead, where that depends on the call. */
  readonly expected?: string;
  /** Which value of the argument, counted from 1, where it has several. */
  readonly position?: number;
  readonly eventYear?: number;
}

type Message = (problem: ArgumentProblem) => string;

function where({ argument, position }: ArgumentProblem): string {
  return position === undefined ? argument : `${argument}, value ${position},`;
}

function must(rule: string): Message {
  return (problem) => `${where(problem)} must be ${rule}, but is ${problem.came ?? 'missing'}.`;
}

const problems: Readonly<Record<ArgumentErrorCode | StatsErrorCode, Message>> = {
  'not-a-number': must('a number'),
  'not-a-name': (problem) => must(`one of: ${problem.expected ?? ''}`)(problem),
  'not-true-or-false': must('TRUE or FALSE'),
  blank: (problem) => `${where(problem)} is blank. Fill in the cell: a blank is not taken for 0.`,
  'not-one-line': ({ argument, came }) =>
    `${argument} must be one row or one column, but is a block of ${came ?? ''}.`,
  'not-one-cell': ({ argument, came }) => `${argument} must be one cell, but is a block of ${came ?? ''}.`,
  'different-shapes': ({ argument, came, expected }) =>
    `${argument} must be one cell or a block of ${expected ?? ''} like the other ranges, but is ${came ?? ''}.`,
  'too-many': (problem) => must(`at most ${problem.expected ?? ''}`)(problem),
  missing: ({ argument, eventYear, position }) =>
    eventYear === undefined
      ? `${where({ argument, ...(position === undefined ? {} : { position }) })} is blank. Fill in the cell: a blank is not taken for 0.`
      : `${argument} has no value in event year ${eventYear}, which the result needs. Fill it in, or ask for another year.`,
  'not-finite': must('a finite number'),
  'not-whole': must('a whole number'),
  negative: (problem) => must(`${problem.expected ?? '0'} or above`)(problem),
  'not-positive': must('above 0'),
  'not-a-share': must('between 0 and 1, both excluded (0.95 for 95%)'),
  'different-lengths': ({ argument, came, expected }) =>
    `${argument} must have as many values as the other series (${expected ?? ''}), but has ${came ?? ''}.`,
  empty: must('a range that ends no earlier than it begins'),
  'too-few': ({ argument, expected }) => `${argument} must hold at least ${expected ?? ''} with events.`,
  'year-twice': ({ argument, came }) =>
    `${argument} must hold each year once, but holds ${came ?? ''} twice.`,
  'hole-in-years': ({ argument, came }) =>
    `${argument} must hold every year from first to last, but ${came ?? ''} is not there.`,
  'no-year-zero': ({ argument }) =>
    `${argument} must hold the event year 0, the last year before the programme, but does not.`,
  'no-year-before': ({ argument }) =>
    `${argument} must hold a year before 0 for the trend, but begins at 0 or later.`,
  'no-year-after': ({ argument }) => `${argument} must hold a year above 0, but ends at 0 or earlier.`,
  'year-not-after-start': must('an event year above 0, that is after the start'),
  'zero-rate': ({ argument, eventYear }) =>
    `${argument} is 0 in event year ${eventYear ?? 0}, so no share of it can be reckoned.`,
  'shared-above-total': ({ argument, came, expected }) =>
    `${argument} add up to ${came ?? ''}, more than the pooled count of ${expected ?? ''}.`,
  'nothing-prevented': ({ argument, came }) =>
    `${argument} is ${came ?? ''}: nothing was prevented, so no saving per eviction makes the programme pay.`,
  'never-covered': () => 'The savings never cover the costs. Add years, or look at the yearly saving.',
  'not-detectable': () =>
    'With so few evictions not even a full stop would be told from chance. Use more tenancies or more years.',
};

/** What the custom functions say while they calculate; descriptions and help are in `function-help.ts`. */
export const functionTexts = {
  /** Argument names as Excel shows them. */
  arguments: {
    evictions: 'evictions',
    tenancies: 'tenancies',
    per: 'per',
    confidence: 'confidence',
    year: 'year',
    first_full_year: 'first_full_year',
    years: 'years',
    values: 'values',
    from: 'from',
    to: 'to',
    event_years: 'event_years',
    rates: 'rates',
    trend: 'trend',
    intervention_rates: 'intervention_rates',
    control_rates: 'control_rates',
    headers: 'headers',
    intervention_evictions: 'intervention_evictions',
    intervention_tenancies: 'intervention_tenancies',
    control_evictions: 'control_evictions',
    control_tenancies: 'control_tenancies',
    method: 'method',
    draws: 'draws',
    seed: 'seed',
    threshold: 'threshold',
    rate: 'rate',
    control_rate: 'control_rate',
    years_before: 'years_before',
    years_after: 'years_after',
    power: 'power',
    effect: 'effect',
    base_rate: 'base_rate',
    hours_per_week: 'hours_per_week',
    annual_cost: 'annual_cost',
    full_time_hours: 'full_time_hours',
    prevented: 'prevented',
    cost_per_eviction: 'cost_per_eviction',
    programme_cost: 'programme_cost',
    municipal_saving_per_eviction: 'municipal_saving_per_eviction',
    basis: 'basis',
    costs: 'costs',
    savings: 'savings',
  },
  /** Column headers of DID_TABLE. */
  tableHeaders: [
    'Event year',
    'Expected fall, intervention',
    'Actual fall, intervention',
    'A: fall beyond trend, intervention',
    'Expected fall, control',
    'Actual fall, control',
    'B: fall beyond trend, control',
    'Effect (A - B)',
    'Prevented per 1,000 tenancies',
  ] as readonly string[],
  problems,
  /** Decimal mark of numbers inside messages. */
  decimalMark: '.',
};

export type FunctionTexts = typeof functionTexts;
export type ArgumentName = keyof FunctionTexts['arguments'];
