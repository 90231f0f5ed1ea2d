/** Symbols of the formulas on the help pages. */
export type SymbolName =
  | (
      | 'r'
      | 're'
      | 'p'
      | 'k'
      | 'b'
      | 't'
      | 'j'
      | 'f'
      | 'y'
      | 'n'
      | 'P'
      | 'χ²'
      | 'α'
      | 'A'
      | 'B'
      | 'yi'
      | 'z'
      | 'λi'
      | 'threshold'
    )
  | ('Y' | 'X' | 'N' | 'd' | 'λ' | 'ni' | 'PQ' | 'h' | 'na' | 'K' | 'H' | 'v' | 'c' | 's' | 'C' | 'S');

/** What the help pages say around the descriptions of `function-help.ts`. */
export interface HelpPageTexts {
  readonly title: string;
  readonly introduction: string;
  readonly formula: string;
  readonly arguments: string;
  readonly name: string;
  readonly meaning: string;
  readonly optional: string;
  readonly example: string;
  readonly exampleCells: string;
  readonly result: string;
  readonly simulatedResult: string;
  readonly errors: string;
  readonly errorTexts: readonly (readonly [code: string, text: string])[];
  readonly notes: Readonly<Partial<Record<string, string>>>;
  readonly reference: string;
  /** Words inside formulas, where the language has others than English. */
  readonly words: Readonly<Partial<Record<string, string>>>;
  /** Symbols as HTML. */
  readonly symbols: Readonly<Record<SymbolName, readonly [symbol: string, meaning: string]>>;
}

export const helpPages: HelpPageTexts = {
  title: 'Functions for evaluating social caretakers',
  introduction:
    'Each function reads numbers from cells and gives a number or a table. They keep no data and ask nothing of the network.',
  formula: 'Formula',
  arguments: 'Arguments',
  name: 'Argument',
  meaning: 'Meaning and unit',
  optional: 'may be left out',
  example: 'Example',
  exampleCells: 'With these cells from A1:',
  result: 'gives',
  simulatedResult: 'gives, up to the chance of the simulation,',
  errors: 'When the input is wrong',
  errorTexts: [
    [
      '#VALUE!',
      'An argument is not what it must be; the message says which, what was expected and what came.',
    ],
    [
      '#N/A',
      'A value that the result needs is blank or missing, or the result does not exist; the message says which. A blank is never taken for 0.',
    ],
    ['#DIV/0!', 'A share of a rate of 0 was asked.'],
  ],
  notes: {
    DID_EFFECT:
      'Evictions are few, so much of an effect can be chance: never report it without the interval of DID_CI, and compare it with DID_POISSON, which uses every year before the programme.',
    DID_CI:
      'Over 5,000 simulated studies of the report’s size the 95% interval held the true effect in 96.2 to 96.5% (delta) and 95.3% (simulated) of the studies, with these pooled counts; with counts told apart by organisation in 95.9 to 96.3% and 95.3%. A count of 0 adds nothing to the delta interval, so use the simulated one where a count is 0. A control organisation that serves several areas makes pooled counts depend on each other; the task pane counts it once, this function cannot.',
    DID_PROBABILITY:
      'A probability given the counts and no other knowledge, with the pooled counts taken as independent of each other.',
    DID_POISSON: 'Where one of the four counts is 0, one half is added to all of them.',
    EXPECTED_RATE: 'A straight line that leads below 0 stops at 0.',
    PAYBACK_YEARS: 'The year is the one from which the costs stay covered.',
    MIN_DETECTABLE: 'Two-sided, for a comparison of rates before and after in both groups.',
  },
  reference: 'Reference',
  words: {},
  symbols: {
    r: ['r(t)', 'rate in event year t; 0 is the last year before the programme'],
    re: ['r<sub>e</sub>(k)', 'expected rate in year k, see EXPECTED_RATE'],
    p: ['p', 'first event year (below 0)'],
    k: ['k', 'the year asked about (above 0)'],
    b: ['b', 'least-squares slope of the rates over all years from p to 0'],
    t: ['t', 'event year'],
    j: ['j', 'calendar year'],
    f: ['f', 'first full programme year'],
    y: ['y', 'evictions'],
    n: ['n', 'tenancies'],
    P: ['P', 'tenancies that the rate is expressed per'],
    'χ²': [
      'χ²',
      'quantile of the chi-square distribution with the degrees of freedom below it (0 for no evictions)',
    ],
    α: ['α', '1 less the confidence'],
    A: ['A', 'fall beyond the trend in the intervention areas'],
    B: ['B', 'the same in the control areas, with their rates'],
    yi: ['y<sub>i</sub>', 'each count of both groups'],
    z: ['z', 'quantile of the standard normal distribution'],
    λi: ['λ<sub>i</sub>', 'drawn in place of the count, from which the effect is reckoned anew'],
    threshold: ['d', 'threshold'],
    Y: [
      'Y',
      'evictions in the intervention areas after (1) and before the start (0), all years of each together',
    ],
    X: ['X', 'the same in the control areas'],
    N: ['N, M', 'tenancies of both groups, likewise'],
    d: ['d', 'smallest detectable reduction'],
    λ: ['λ<sub>i</sub>, λ<sub>c</sub>', 'evictions per tenancy in the intervention and control areas'],
    ni: ['n<sub>i</sub>, n<sub>c</sub>', 'tenancies of both groups'],
    PQ: ['P, Q', 'years before and after the start'],
    h: ['h', 'hours of prevention per week'],
    na: ['n<sub>a</sub>', 'tenancies of area a'],
    K: ['K', 'yearly cost of one full-time post'],
    H: ['H', 'hours of a full-time week'],
    v: ['v', 'prevented evictions'],
    c: ['c', 'cost per eviction'],
    s: ['s', 'municipal saving per eviction'],
    C: ['C', 'cost of the programme'],
    S: ['S<sub>i</sub>', 'savings less costs, cumulated to the end of year i'],
  },
};
