import type { FunctionId } from '../texts/en/function-help';
import { namespace } from './catalogue';
import type { Language } from './language';

/** An argument of an example: a value typed into the formula, or a row of cells; null where left out. */
export type ExampleArgument = number | string | boolean | null | readonly (number | null)[];

/** A call and what it gives: rows of a spilled result, or one value. */
export interface Example {
  readonly id: FunctionId;
  readonly arguments: readonly ExampleArgument[];
  readonly result: number | readonly (readonly (number | string)[])[];
  /** How far a simulated result may be from it; exact figures agree to 1e-9 of their size. */
  readonly within?: number;
}

const eventYears = [-2, -1, 0, 1, 2];
const interventionRates = [
  11.276827937431793, 14.881499173250045, 10.290334435869166, 8.550185873605948, 5.384329743780171,
];
const controlRates = [
  6.333135209362382, 6.431063864318753, 5.3297411268595525, 4.349529780564263, 3.6520455340145306,
];
const studyCounts = [
  eventYears,
  [62, 81, 56, 46, 29],
  [5498, 5443, 5442, 5380, 5386],
  [309, 317, 273, 222, 188],
  [48791, 49292, 51222, 51040, 51478],
];

/**
 * One call or more of every function on the published evaluation's figures. The results are R's
 * (tests/fixtures/stats/reference.R, simulation.R); help pages, unit tests and the browser test all show this table.
 */
export const examples: readonly Example[] = [
  { id: 'EVICTION_RATE', arguments: [56, 5442], result: 10.290334435869166 },
  {
    id: 'EVICTION_RATE',
    arguments: [
      [62, 81, 56],
      [5498, 5443, 5442],
    ],
    result: [[11.276827937431793, 14.881499173250045, 10.290334435869166]],
  },
  { id: 'RATE_CI', arguments: [56, 5442], result: [[7.773208045319776, 13.362855201687792]] },
  { id: 'EVENT_YEAR', arguments: [2015, 2014], result: 2 },
  {
    id: 'EVENT_SERIES',
    arguments: [[2010, 2011, 2012, 2013, 2014, 2015], [17, 31, 35, 28, 21, 12], 2014],
    result: [[31, 35, 28, 21, 12]],
  },
  {
    id: 'EVENT_SERIES',
    arguments: [[2011, 2012, 2014, 2015], [31, 35, 21, 12], 2014, -1, 1],
    result: [[35, '#N/A', 21]],
  },
  { id: 'EXPECTED_RATE', arguments: [eventYears, interventionRates, 2], result: 9.390139087832052 },
  { id: 'EXPECTED_RATE', arguments: [eventYears, interventionRates, 2, 'linear'], result: 9.303840934306534 },
  { id: 'EXPECTED_FALL', arguments: [eventYears, interventionRates, 2], result: 0.08747969792889243 },
  { id: 'ACTUAL_FALL', arguments: [eventYears, interventionRates, 2], result: 0.476758527399077 },
  { id: 'FALL_BEYOND_TREND', arguments: [eventYears, interventionRates, 2], result: 0.38927882947018455 },
  {
    id: 'DID_EFFECT',
    arguments: [eventYears, interventionRates, controlRates, 2],
    result: 0.23293449023991675,
  },
  {
    id: 'DID_EFFECT',
    arguments: [eventYears, interventionRates, controlRates, 2, 'none'],
    result: 0.16197858726461645,
  },
  {
    id: 'DID_TABLE',
    arguments: [eventYears, interventionRates, controlRates, null, false],
    result: [
      [
        ...[1, 0.044740714742270815, 0.1691051513542221, 0.12436443661195129],
        ...[
          0.0826318083256824, 0.18391350029281062, 0.10128169196712822, 0.023082744644823072,
          0.23752916209299746,
        ],
      ],
      [
        ...[2, 0.08747969792889243, 0.476758527399077, 0.38927882947018455],
        ...[
          0.15843560090419273, 0.31477994013446053, 0.1563443392302678, 0.23293449023991675,
          2.3969738062174457,
        ],
      ],
    ],
  },
  {
    id: 'DID_CI',
    arguments: [...studyCounts, 2],
    result: [[-0.29665641209563509, 0.76252539257546859]],
  },
  {
    id: 'DID_CI',
    arguments: [...studyCounts, 2, 'compound', 0.95, 'simulated'],
    result: [[-0.302, 0.783]],
    within: 0.05,
  },
  { id: 'DID_PROBABILITY', arguments: [...studyCounts, 2], result: 0.806, within: 0.02 },
  {
    id: 'DID_POISSON',
    arguments: [...studyCounts, 2],
    result: [[0.2691619337102998, -0.1124057376656407, 0.5198476050124332, 0.143478046290825]],
  },
  { id: 'MIN_DETECTABLE', arguments: [10.3, 5442, 5.3, 51222], result: 0.3437815203707506 },
  { id: 'PREVENTED', arguments: [0.23293449023991675, 10.290334435869166], result: 2.3969738062174457 },
  {
    id: 'HOURS_PER_1000',
    arguments: [
      [15, 10, 15, 5],
      [1578, 699, 2638, 471],
    ],
    result: 8.354994430003714,
  },
  { id: 'PROGRAMME_COST', arguments: [660000, 8.354994430003714], result: 149035.03577844464 },
  { id: 'SAVINGS', arguments: [2.3969738062174457, 54156.2], result: 129810.99284427322 },
  {
    id: 'NET_RESULT',
    arguments: [2.3969738062174457, 54156.2, 149035.03577844464],
    result: -19224.04293417142,
  },
  {
    id: 'BREAK_EVEN',
    arguments: [149035.03577844464, 2.3969738062174457, 54156.2],
    result: 8020.13058478432,
  },
  {
    id: 'BREAK_EVEN',
    arguments: [149035.03577844464, 2.3969738062174457, 54156.2, 'total'],
    result: 19224.04293417142,
  },
  { id: 'BREAK_EVEN_EVICTIONS', arguments: [149035.03577844464, 54156.2], result: 2.7519478061319784 },
  {
    id: 'PAYBACK_YEARS',
    arguments: [
      [100, 10, 10],
      [0, 60, 100],
    ],
    result: 2.5555555555555554,
  },
];

/** An example as it stands in a sheet. */
export interface ExampleSheet {
  /** One row for each argument that is a range, from column A of row 1. */
  readonly rows: readonly (readonly (number | null)[])[];
  readonly formula: string;
}

/** Lays an example out from cell A1; the formula is spelt for the language's list separator and decimal mark. */
export function exampleSheet(example: Example, language: Language = 'en'): ExampleSheet {
  const rows: (readonly (number | null)[])[] = [];
  const written = example.arguments.map((argument) => {
    if (argument === null) return '';
    if (typeof argument === 'string') return `"${argument}"`;
    if (typeof argument === 'number') return String(argument).replace('.', language === 'da' ? ',' : '.');
    if (typeof argument === 'boolean')
      return (language === 'da' ? ['FALSK', 'SAND'] : ['FALSE', 'TRUE'])[Number(argument)];
    rows.push(argument);
    return `A${rows.length}:${String.fromCharCode(64 + argument.length)}${rows.length}`;
  });
  return { rows, formula: `=${namespace}.${example.id}(${written.join(language === 'da' ? ';' : ',')})` };
}
