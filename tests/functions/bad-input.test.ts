import { CellError } from '../../src/functions/cell';
import { call, message, shown } from './support';

const years = [[-1, 0, 1]];
const rates = [[4, 2, 1]];
const control = [[40, 40, 40]];
const homes = [[100, 100, 100]];
const manyHomes = [[1000, 1000, 1000]];
const did = (...rest: unknown[]): unknown => call('DID_EFFECT', [years, rates, control, ...rest]);

describe('#VALUE! names the argument, what was expected and what came', () => {
  it.each([
    [
      'text for a number',
      ['EVICTION_RATE', [['many']], [[10]]],
      'evictions must be a number, but is "many".',
    ],
    ['a truth value for a number', ['SAVINGS', true, 5], 'prevented must be a number, but is TRUE.'],
    [
      'text in a series',
      ['ACTUAL_FALL', years, [[4, 'x', 1]], 1],
      'rates, value 2, must be a number, but is "x".',
    ],
    ['a negative count', ['EVICTION_RATE', [[-3]], [[10]]], 'evictions must be 0 or above, but is -3.'],
    ['no tenancies', ['EVICTION_RATE', [[3]], [[0]]], 'tenancies must be above 0, but is 0.'],
    ['a fractional count', ['RATE_CI', [[2.5]], [[10]]], 'evictions must be a whole number, but is 2.5.'],
    [
      'a confidence in percent',
      ['RATE_CI', [[2]], [[10]], 95],
      'confidence must be between 0 and 1, both excluded (0.95 for 95%), but is 95.',
    ],
    [
      'an unknown trend',
      ['DID_EFFECT', years, rates, control, 1, 'steep'],
      'trend must be one of: compound, procentvis, linear, lineær, none, ingen, but is "steep".',
    ],
    [
      'a number for a trend',
      ['DID_EFFECT', years, rates, control, 1, 2],
      'trend must be one of: compound, procentvis, linear, lineær, none, ingen, but is 2.',
    ],
    [
      'an unknown basis',
      ['BREAK_EVEN', 1, 1, 1, 'all'],
      'basis must be one of: eviction, udsættelse, total, i alt, but is "all".',
    ],
    [
      'series of different lengths',
      ['DID_EFFECT', years, rates, [[1, 2]], 1],
      'control_rates must have as many values as the other series (3), but has 2.',
    ],
    [
      'no event year 0',
      ['DID_EFFECT', [[1, 2, 3]], rates, control, 1],
      'event_years must hold the event year 0, the last year before the programme, but does not.',
    ],
    [
      'no year before 0',
      ['DID_EFFECT', [[0, 1, 2]], rates, control, 1],
      'event_years must hold a year before 0 for the trend, but begins at 0 or later.',
    ],
    [
      'an event year twice',
      ['DID_EFFECT', [[0, 0, 1]], rates, control, 1],
      'event_years must hold each year once, but holds 0 twice.',
    ],
    [
      'a hole in the event years',
      ['DID_EFFECT', [[-2, 0, 1]], rates, control, 1],
      'event_years must hold every year from first to last, but -1 is not there.',
    ],
    [
      'a year before the start',
      ['DID_EFFECT', years, rates, control, 0],
      'year must be an event year above 0, that is after the start, but is 0.',
    ],
    ['a broken year', ['DID_EFFECT', years, rates, control, 1.5], 'year must be a whole number, but is 1.5.'],
    [
      'a block for a series',
      [
        'DID_EFFECT',
        [
          [-1, 0],
          [1, 2],
        ],
        rates,
        control,
        1,
      ],
      'event_years must be one row or one column, but is a block of 2 × 2.',
    ],
    [
      'a range for one cell',
      ['PREVENTED', [[0.1, 0.2]], 10],
      'effect must be one cell, but is a block of 1 × 2.',
    ],
    [
      'ranges of different shapes',
      ['EVICTION_RATE', [[1, 2, 3]], [[10], [20], [30]]],
      'tenancies must be one cell or a block of 1 × 3 like the other ranges, but is 3 × 1.',
    ],
    [
      'no switch',
      ['DID_TABLE', years, rates, control, null, 'yes'],
      'headers must be TRUE or FALSE, but is "yes".',
    ],
    [
      'a negative rate',
      ['ACTUAL_FALL', years, [[4, -2, 1]], 1],
      'rates, value 2, must be 0 or above, but is -2.',
    ],
    [
      'a year twice',
      ['EVENT_SERIES', [[2013, 2013]], [[1, 2]], 2014],
      'years must hold each year once, but holds 2013 twice.',
    ],
    [
      'a window that ends before it begins',
      ['EVENT_SERIES', [[2013]], [[1]], 2014, 2, -2],
      'to must be a range that ends no earlier than it begins, but is -2.',
    ],
    ['a negative cost', ['SAVINGS', 1, -1], 'cost_per_eviction must be 0 or above, but is -1.'],
    [
      'no year after the start',
      ['DID_POISSON', [[-1, 0]], [[1, 2]], [[9, 9]], [[1, 2]], [[9, 9]]],
      'event_years must hold a year above 0, but ends at 0 or earlier.',
    ],
    [
      'a fractional count in a series',
      ['DID_POISSON', years, [[4, 2.5, 1]], homes, control, manyHomes],
      'intervention_evictions, value 2, must be a whole number, but is 2.5.',
    ],
  ])('%s', (_, [id, ...raw], expected) => {
    const result = call(id as string, raw);
    expect(shown(result)).toBe('#VALUE!');
    expect(message(result)).toBe(expected);
  });

  it('says so in Danish', () => {
    expect(message(call('RATE_CI', [[[2.5]], [[10]]], 'da'))).toBe(
      'udsættelser skal være et helt tal, men er 2,5.',
    );
    expect(message(call('DID_EFFECT', [years, rates, control, 1, 'stejl'], 'da'))).toBe(
      'trend skal være en af: compound, procentvis, linear, lineær, none, ingen, men er "stejl".',
    );
  });
});

describe('simulated functions', () => {
  const counts = [years, [[40, 30, 20]], homes, control, manyHomes, 1];
  it.each([
    [
      'an unknown method',
      ['DID_CI', ...counts, null, null, 'exact'],
      'method must be one of: delta, simulated, simuleret, but is "exact".',
    ],
    ['no draws', ['DID_CI', ...counts, null, null, 'simulated', 0], 'draws must be above 0, but is 0.'],
    [
      'too many draws',
      ['DID_PROBABILITY', ...counts, null, 0, 1e7],
      'draws must be at most 1000000, but is 10000000.',
    ],
    [
      'half a seed',
      ['DID_PROBABILITY', ...counts, null, 0, 100, 0.5],
      'seed must be a whole number, but is 0.5.',
    ],
  ])('refuse %s', (_, [id, ...raw], expected) => {
    const result = call(id as string, raw);
    expect(shown(result)).toBe('#VALUE!');
    expect(message(result)).toBe(expected);
  });

  it('give the same for the same seed, in either language’s name of the method', () => {
    const simulated = (method: string, seed: number): unknown =>
      call('DID_CI', [...counts, null, 0.9, method, 500, seed]);
    expect(simulated('simuleret', 3)).toEqual(simulated('Simulated', 3));
    expect(simulated('simulated', 3)).not.toEqual(simulated('simulated', 4));
  });

  it('find an effect above a threshold the less often the higher it is', () => {
    const above = (threshold: number): unknown => call('DID_PROBABILITY', [...counts, null, threshold, 2000]);
    expect(above(-10)).toBe(1);
    expect(above(10)).toBe(0);
    expect(above(0)).toBeGreaterThan(above(0.2) as number);
  });
});

describe('#N/A says what is missing and what to do', () => {
  const blanks = [null, '', undefined];

  it.each(blanks)('a blank (%p) is not taken for 0', (blank) => {
    for (const [id, raw] of [
      ['EVICTION_RATE', [[[blank]], [[10]]]],
      ['EVICTION_RATE', [[[3]], [[blank]]]],
      ['RATE_CI', [[[3]], [[blank]]]],
      ['EVENT_YEAR', [[[blank]], [[2014]]]],
      ['EXPECTED_RATE', [years, [[blank, 2, 1]], 1]],
      ['ACTUAL_FALL', [years, [[4, 2, blank]], 1]],
      ['DID_EFFECT', [years, rates, [[40, blank, 40]], 1]],
      ['DID_POISSON', [years, rates, homes, control, [[1000, blank, 1000]]]],
      ['DID_EFFECT', [years, rates, control, blank]],
      ['SAVINGS', [blank, 5]],
      ['BREAK_EVEN', [100, 2, blank]],
      ['HOURS_PER_1000', [[[1, blank]], [[5, 5]]]],
      ['PAYBACK_YEARS', [[[1, blank]], [[5, 5]]]],
      ['MIN_DETECTABLE', [blank, 5, 5, 5]],
      ['DID_EFFECT', [[[-1, 0, blank]], rates, control, 1]],
    ] as const) {
      expect([id, shown(call(id, raw))]).toEqual([id, '#N/A']);
    }
  });

  it.each([
    [
      'a blank cell',
      ['SAVINGS', null, 5],
      'prevented is blank. Fill in the cell: a blank is not taken for 0.',
    ],
    [
      'a blank year',
      ['DID_EFFECT', years, rates, [[40, '', 40]], 1],
      'control_rates has no value in event year 0, which the result needs. Fill it in, or ask for another year.',
    ],
    [
      'a year that is not there',
      ['DID_EFFECT', years, rates, control, 2],
      'intervention_rates has no value in event year 2, which the result needs. Fill it in, or ask for another year.',
    ],
    [
      'blank tenancies',
      ['DID_POISSON', years, rates, [[100, null, 100]], control, manyHomes],
      'intervention_tenancies has no value in event year 0, which the result needs. Fill it in, or ask for another year.',
    ],
    [
      'a blank area',
      ['HOURS_PER_1000', [[1, 2]], [[5, '']]],
      'tenancies, value 2, is blank. Fill in the cell: a blank is not taken for 0.',
    ],
    [
      'nothing prevented',
      ['BREAK_EVEN', 100, 0, 5],
      'prevented is 0: nothing was prevented, so no saving per eviction makes the programme pay.',
    ],
    [
      'nothing prevented, in total',
      ['BREAK_EVEN', 100, -1, 5, 'total'],
      'prevented is -1: nothing was prevented, so no saving per eviction makes the programme pay.',
    ],
    [
      'costs that are never covered',
      ['PAYBACK_YEARS', [[10, 10]], [[0, 5]]],
      'The savings never cover the costs. Add years, or look at the yearly saving.',
    ],
    [
      'too few evictions',
      ['MIN_DETECTABLE', 2, 1000, 2, 10000],
      'With so few evictions not even a full stop would be told from chance. Use more tenancies or more years.',
    ],
  ])('%s', (_, [id, ...raw], expected) => {
    const result = call(id as string, raw);
    expect(shown(result)).toBe('#N/A');
    expect(message(result)).toBe(expected);
  });

  it('a blank that the result does not need does not matter', () => {
    expect(call('DID_EFFECT', [[[-2, -1, 0, 1]], [[4, null, 2, 1]], [[8, '', 8, 8]], 1])).toBeCloseTo(
      Math.SQRT1_2 - 0.5,
      12,
    );
  });

  it('says so in Danish', () => {
    expect(message(call('SAVINGS', [null, 5], 'da'))).toBe(
      'forebyggede er tom. Udfyld cellen: en tom celle regnes ikke som 0.',
    );
  });
});

describe('#DIV/0! for a share of a rate of 0', () => {
  it.each([
    ['ACTUAL_FALL', [years, [[4, 0, 1]], 1]],
    ['EXPECTED_FALL', [years, [[4, 0, 1]], 1]],
    ['FALL_BEYOND_TREND', [years, [[4, 0, 1]], 1]],
    ['EXPECTED_RATE', [years, [[0, 2, 1]], 1]],
    ['DID_EFFECT', [years, rates, [[40, 0, 40]], 1]],
  ])('%s', (id, raw) => {
    expect(shown(call(id, raw))).toBe('#DIV/0!');
  });
});

describe('an error value in the input', () => {
  // The shapes in which office.js hands errors over: its own error class, and the data type of the same.
  it.each([
    { code: '#NUM!' },
    { type: 'Error', basicType: 'Error', basicValue: '#NUM!' },
    new CellError('#NUM!'),
  ])('is passed on from any argument (%j)', (error) => {
    expect(shown(call('EVICTION_RATE', [[[error]], [[10]]]))).toBe('#NUM!');
    expect(shown(call('DID_EFFECT', [years, [[4, 2, error]], control, 1]))).toBe('#NUM!');
    expect(shown(call('DID_EFFECT', [years, rates, control, error]))).toBe('#NUM!');
    expect(shown(call('DID_EFFECT', [years, rates, control, 1, error]))).toBe('#NUM!');
    expect(shown(call('DID_TABLE', [years, rates, control, null, error]))).toBe('#NUM!');
    expect(shown(call('SAVINGS', [1, error]))).toBe('#NUM!');
    expect(shown(call('HOURS_PER_1000', [[[1, error]], [[1, 1]]]))).toBe('#NUM!');
    expect(shown(call('EVENT_SERIES', [[[2013, 2014]], [[1, error]], 2014, 0, 1]))).toEqual([[1, '#NUM!']]);
  });

  it('of an unlisted kind is still an error', () => {
    expect(shown(call('SAVINGS', [1, { code: '#SPILL!' }]))).toBe('#VALUE!');
  });
});

describe('results over ranges', () => {
  it('show what is wrong with one cell in its place only', () => {
    const result = call('EVICTION_RATE', [
      [[1], [null], ['x'], [-1]],
      [[100], [100], [100], [100]],
    ]);
    expect(shown(result)).toEqual([[10], ['#N/A'], ['#VALUE!'], ['#VALUE!']]);
    expect(message((result as CellError[][])[3]![0])).toBe('evictions must be 0 or above, but is -1.');
  });

  it('take one cell with every cell of the other range', () => {
    expect(
      shown(
        call('EVICTION_RATE', [
          [
            [1, 2],
            [3, 4],
          ],
          [[100]],
        ]),
      ),
    ).toEqual([
      [10, 20],
      [30, 40],
    ]);
    expect(shown(call('EVENT_YEAR', [[[2013, 2014, 2015]], 2014]))).toEqual([[0, 1, 2]]);
    expect(shown(call('EVENT_YEAR', [2015, [[2014], [2012]]]))).toEqual([[2], [4]]);
  });

  it('give one row of two limits per rate', () => {
    const result = call('RATE_CI', [[[0, 1]], [[1000, 1000]]]) as number[][];
    expect(result.map((row) => row.map((limit) => limit.toFixed(3)))).toEqual([
      ['0.000', '3.689'],
      ['0.025', '5.572'],
    ]);
  });

  it('keep the years that have values when another lacks one', () => {
    const table = shown(
      call('DID_TABLE', [[[-1, 0, 1, 2]], [[4, 4, 2, null]], [[8, 8, 8, 8]], null, false]),
    ) as unknown[][];
    expect(table[0]).toEqual([1, 0, 0.5, 0.5, 0, 0, 0, 0.5, 2]);
    expect(table[1]).toEqual([2, ...Array<string>(8).fill('#N/A')]);
  });

  it('have headers in the user’s language unless told otherwise', () => {
    const english = call('DID_TABLE', [years, rates, control]) as unknown[][];
    const danish = call('DID_TABLE', [years, rates, control, null, null], 'da') as unknown[][];
    expect(english[0]![7]).toBe('Effect (A - B)');
    expect(danish[0]![0]).toBe('Hændelsesår');
    expect(english[1]).toEqual(danish[1]);
    expect(english[0]).toHaveLength(english[1]!.length);
  });
});

describe('arguments', () => {
  it.each([null, '', undefined])('left out as %p take their default', (omitted) => {
    expect(call('SAVINGS', [2, 5, omitted])).toBe(10);
    expect(shown(call('EVICTION_RATE', [5, 100, omitted]))).toEqual([[50]]);
    expect(call('NET_RESULT', [2, 5, 4, omitted])).toBe(6);
    expect(did(1, omitted)).toBe(did(1, 'compound'));
    expect(call('DID_POISSON', [years, rates, homes, control, manyHomes, omitted, omitted])).toEqual(
      call('DID_POISSON', [years, rates, homes, control, manyHomes, [[1]], 0.95]),
    );
  });

  it('name trends and bases in Danish and English, in any case', () => {
    expect(did(1, 'PROCENTVIS')).toBe(did(1));
    expect(did(1, 'Lineær')).toBe(did(1, 'linear'));
    expect(did(1, ' ingen ')).toBe(did(1, 'none'));
    expect(call('BREAK_EVEN', [100, 2, 5, 'I alt'])).toBe(90);
    expect(call('BREAK_EVEN', [100, 2, 5, 'udsættelse'])).toBe(45);
  });

  it('of one cell may come as a block of one', () => {
    expect(call('SAVINGS', [[[2]], [[5]]])).toBe(10);
    expect(call('DID_EFFECT', [years, rates, control, [[1]], [['none']]])).toBe(did(1, 'none'));
  });

  it('are refused where a 0 stands for a blank cell and 0 makes no sense', () => {
    expect(shown(call('EVICTION_RATE', [[[3]], [[0]]]))).toBe('#VALUE!');
    expect(shown(did(0))).toBe('#VALUE!');
    expect(shown(call('MIN_DETECTABLE', [0, 5, 5, 5]))).toBe('#VALUE!');
    expect(shown(call('BREAK_EVEN', [100, 0, 5]))).toBe('#N/A');
  });
});
