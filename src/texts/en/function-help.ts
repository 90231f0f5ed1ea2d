import type { ArgumentName } from './functions';

/** Ids of all custom functions. */
export type FunctionId =
  | 'EVICTION_RATE'
  | 'RATE_CI'
  | 'EVENT_YEAR'
  | 'EVENT_SERIES'
  | 'EXPECTED_RATE'
  | 'EXPECTED_FALL'
  | 'ACTUAL_FALL'
  | 'FALL_BEYOND_TREND'
  | 'DID_EFFECT'
  | 'DID_TABLE'
  | 'DID_CI'
  | 'DID_PROBABILITY'
  | 'DID_POISSON'
  | 'MIN_DETECTABLE'
  | 'PREVENTED'
  | 'HOURS_PER_1000'
  | 'PROGRAMME_COST'
  | 'SAVINGS'
  | 'NET_RESULT'
  | 'BREAK_EVEN'
  | 'BREAK_EVEN_EVICTIONS'
  | 'PAYBACK_YEARS';

/** What Excel shows while a formula is typed, and what the help pages say. */
export interface FunctionHelp {
  /** One sentence each. */
  readonly summaries: Readonly<Record<FunctionId, string>>;
  /** What an argument is, with its unit. */
  readonly arguments: Readonly<Record<ArgumentName, string>>;
  /** Where an argument means something else than usual, by `FUNCTION.argument`. */
  readonly exceptions: Readonly<Partial<Record<`${FunctionId}.${ArgumentName}`, string>>>;
}

export const functionHelp: FunctionHelp = {
  summaries: {
    EVICTION_RATE: 'Evictions per 1,000 tenancies. Ranges of one shape give a rate per cell.',
    RATE_CI: 'Lower and upper confidence limit of an eviction rate, exact for Poisson counts (Garwood).',
    EVENT_YEAR: 'Event year of a calendar year: 0 is the last year before the programme.',
    EVENT_SERIES: 'Values of calendar years as one row in event-year order; #N/A where a year is missing.',
    EXPECTED_RATE: 'The rate that the trend before the programme led to expect in an event year.',
    EXPECTED_FALL: 'The fall since event year 0 that the trend led to expect, as a share of the year-0 rate.',
    ACTUAL_FALL: 'The fall since event year 0 that was seen, as a share of the year-0 rate.',
    FALL_BEYOND_TREND: 'Actual less expected fall since event year 0, as a share of the year-0 rate.',
    DID_EFFECT:
      'Effect of the programme: the fall beyond the trend in the intervention areas less that in the control areas, as a share of the year-0 rate. Look at DID_CI for how much of it may be chance.',
    DID_TABLE: 'Falls, effect and prevented evictions for each event year above 0, one row per year.',
    DID_CI:
      'Lower and upper confidence limit of the effect, by the delta method or simulated. Takes the pooled counts as independent of each other.',
    DID_PROBABILITY: 'Simulated probability that the effect exceeds a threshold.',
    DID_POISSON:
      'Poisson difference-in-differences, which uses every year before the programme: reduction, lower limit, upper limit and p-value in one row.',
    MIN_DETECTABLE: 'The smallest reduction in evictions that could be told from chance, as a share.',
    PREVENTED: 'Evictions prevented in a year.',
    HOURS_PER_1000: 'Weekly prevention hours per 1,000 tenancies: total hours over total tenancies.',
    PROGRAMME_COST: 'The part of a yearly cost that belongs to prevention work.',
    SAVINGS: 'What the prevented evictions save the housing organisation.',
    NET_RESULT: 'Savings of housing organisation and municipality less the cost of the programme.',
    BREAK_EVEN:
      'The least that the municipality must save for the programme to pay for itself, per prevented eviction or in total; negative when it already does.',
    BREAK_EVEN_EVICTIONS: 'How many evictions the programme must prevent to pay for itself.',
    PAYBACK_YEARS:
      'Years until the cumulated savings cover the cumulated costs, interpolated within the year.',
  },
  arguments: {
    evictions: 'Number of evictions, a cell or a range.',
    tenancies: 'Number of tenancies, above 0.',
    per: 'Tenancies that the rate is expressed per; 1000 if left out.',
    confidence: 'Between 0 and 1; 0.95 if left out.',
    year: 'Event year above 0, counted from the last year before the programme.',
    first_full_year: 'Calendar year: the first full year of the programme.',
    years: 'Calendar years in a row or column.',
    values: 'One value for each of the years.',
    from: 'First event year of the result; -2 if left out.',
    to: 'Last event year of the result; 2 if left out.',
    event_years: 'Event years in a row or column, without a hole, with 0 and a year before it.',
    rates: 'The rate in each of the event years.',
    trend:
      'How the rate would have gone on: "compound" (a constant yearly percentage, if left out), "linear" or "none".',
    intervention_rates: 'The intervention areas’ rate in each of the event years.',
    control_rates: 'The control areas’ rate in each of the event years.',
    headers: 'TRUE for a row of headers above (if left out), FALSE for none.',
    intervention_evictions: 'The intervention areas’ evictions in each of the event years, whole numbers.',
    intervention_tenancies: 'The intervention areas’ tenancies in each of the event years.',
    control_evictions: 'The control areas’ evictions in each of the event years, whole numbers.',
    control_tenancies: 'The control areas’ tenancies in each of the event years.',
    method: '"delta" (closed form, if left out) or "simulated".',
    draws: 'Number of simulated studies; 10000 if left out.',
    seed: 'Whole number that the simulation starts from: the same seed gives the same result; 1 if left out.',
    threshold: 'The effect that is to be exceeded, as a share; 0 if left out.',
    rate: 'The intervention areas’ evictions per 1,000 tenancies and year.',
    control_rate: 'The control areas’ evictions per 1,000 tenancies and year.',
    years_before: 'Years before the programme; 3 if left out.',
    years_after: 'Years after its start; 2 if left out.',
    power: 'Probability of finding the reduction if it is there, between 0 and 1; 0.8 if left out.',
    effect: 'The effect as a share, such as the result of DID_EFFECT.',
    base_rate: 'The intervention areas’ evictions per 1,000 tenancies in event year 0.',
    hours_per_week: 'Hours spent on prevention per week.',
    annual_cost: 'Yearly cost of one full-time post, overhead included.',
    full_time_hours: 'Hours of a full-time week; 37 if left out.',
    prevented: 'Evictions prevented per year.',
    cost_per_eviction: 'What one eviction costs the housing organisation.',
    programme_cost: 'Cost of the programme per year, for as many tenancies as the prevented evictions.',
    municipal_saving_per_eviction: 'What the municipality saves per prevented eviction; 0 if left out.',
    basis: '"eviction" (if left out) or "total".',
    costs: 'Costs of each year from the start, in a row or column.',
    savings: 'Savings of each year, as many as costs.',
  },
  exceptions: {
    'EVICTION_RATE.tenancies': 'Number of tenancies above 0, a cell or a range of the same shape.',
    'RATE_CI.evictions': 'Number of evictions, whole numbers in a cell or a range.',
    'RATE_CI.tenancies': 'Number of tenancies above 0, a cell or a range of the same shape.',
    'EVENT_YEAR.year': 'Calendar year, a cell or a range.',
    'EVENT_YEAR.first_full_year':
      'Calendar year: the first full year of the programme, a cell or a range of the same shape.',
    'DID_POISSON.year': 'Event years above 0 that are taken together; all of them if left out.',
    'MIN_DETECTABLE.tenancies': 'The intervention areas’ tenancies.',
    'MIN_DETECTABLE.control_tenancies': 'The control areas’ tenancies.',
    'PREVENTED.tenancies': 'Number of tenancies that the answer is for; 1000 if left out.',
    'HOURS_PER_1000.hours_per_week': 'Hours spent on prevention per week, one number per area.',
    'HOURS_PER_1000.tenancies': 'Number of tenancies, one per area.',
  },
};
