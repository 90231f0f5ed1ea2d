import { assembleFiles, checkStudy, exampleStudy, type FindingCode } from '../../src/study';
import { smallStudy, type SmallArea } from '../support/studies';

const nord: SmallArea = {
  area: 'Nord',
  firstFullYear: 2012,
  firstYear: 2009,
  intervention: [9, 8, 7, 5, 4],
  control: [30, 31, 29, 28, 27],
};
const bytes = (text: string) => new TextEncoder().encode(text);
const counts = (rows: readonly string[]) => ({
  name: 'evictions.csv',
  bytes: bytes(['area,group,organisation,year,evictions,tenancies', ...rows].join('\n')),
});
const programmes = (rows: readonly string[]) => ({
  name: 'programmes.csv',
  bytes: bytes(['area,first_full_year,tenancies,prevention_hours_per_week', ...rows].join('\n')),
});
const costs = { name: 'eviction-costs.csv', bytes: bytes('source,dkk_per_eviction\nX,50000\n') };
const years = [2009, 2010, 2011, 2012, 2013];
const good = years.flatMap((year) => [
  `Nord,intervention,Nord,${year},7,900`,
  `Nord,control,Bo Nord,${year},20,5000`,
]);
const goodProgrammes = ['Nord,2012,900,10'];

function errorsOf(files: Parameters<typeof assembleFiles>[0]) {
  return assembleFiles(files).findings.filter(({ severity }) => severity === 'error');
}
const replace = (rows: readonly string[], from: string, to: string) =>
  rows.map((row) => (row === from ? to : row));

test('a complete study has no errors', () => {
  expect(errorsOf([counts(good), programmes(goodProgrammes), costs])).toEqual([]);
  expect(checkStudy(smallStudy([nord])).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the example has no errors and no warnings, and says that a control is shared', () => {
  expect(checkStudy(exampleStudy()).map(({ code, severity }) => [code, severity])).toEqual([
    ['control-shared', 'note'],
  ]);
});

const broken: readonly [string, Parameters<typeof assembleFiles>[0], FindingCode, string | undefined][] = [
  [
    'a negative count',
    [counts(replace(good, good[0]!, 'Nord,intervention,Nord,2009,-7,900')), programmes(goodProgrammes)],
    'count-negative',
    'E2',
  ],
  [
    'a fractional count',
    [counts(replace(good, good[2]!, 'Nord,intervention,Nord,2010,7.5,900')), programmes(goodProgrammes)],
    'count-fractional',
    'E4',
  ],
  [
    'a year that stands twice',
    [counts([...good, good[0]!]), programmes(goodProgrammes)],
    'year-twice',
    'E12',
  ],
  [
    'an area without control, at its own counts',
    [counts(good.filter((row) => !row.includes('control'))), programmes(goodProgrammes)],
    'no-control',
    'E2',
  ],
  [
    'tenancies of 0',
    [counts(replace(good, good[1]!, 'Nord,control,Bo Nord,2009,20,0')), programmes(goodProgrammes)],
    'tenancies-not-positive',
    'F3',
  ],
  [
    'a hole in the window',
    [counts(good.filter((row) => row !== good[4])), programmes(goodProgrammes)],
    'hole',
    'E2',
  ],
  [
    'a blank count',
    [counts(replace(good, good[4]!, 'Nord,intervention,Nord,2011,,900')), programmes(goodProgrammes)],
    'blank-cell',
    'E6',
  ],
  [
    'text where a number belongs',
    [counts(replace(good, good[4]!, 'Nord,intervention,Nord,2011,syv,900')), programmes(goodProgrammes)],
    'not-a-number',
    'E6',
  ],
  [
    'an unknown group',
    [counts(replace(good, good[4]!, 'Nord,other,Nord,2011,7,900')), programmes(goodProgrammes)],
    'unknown-group',
    'B6',
  ],
  [
    'an unknown column where one is missing',
    [
      {
        name: 'evictions.csv',
        bytes: bytes('area,group,organisation,year,evicted\nNord,control,X,2010,1\n'),
      },
      programmes(goodProgrammes),
    ],
    'unknown-column',
    'E1',
  ],
  [
    'a missing column',
    [
      { name: 'evictions.csv', bytes: bytes('area,group,year\nNord,control,2010\n') },
      programmes(goodProgrammes),
    ],
    'missing-column',
    'A1',
  ],
  [
    'missing tenancies',
    [counts(good.map((row) => row.replace(/\d+$/, ''))), programmes(goodProgrammes)],
    'tenancies-missing',
    'E3',
  ],
  [
    'an area without programme',
    [counts(good), programmes(['Syd,2012,900,10'])],
    'area-without-programme',
    'E2',
  ],
  [
    'more evictions than tenancies',
    [counts(replace(good, good[0]!, 'Nord,intervention,Nord,2009,901,900')), programmes(goodProgrammes)],
    'more-evictions-than-tenancies',
    'E2',
  ],
  [
    'a fraction of a tenancy in a row of evictions',
    [counts(replace(good, good[1]!, 'Nord,control,Bo Nord,2009,20,48.79')), programmes(goodProgrammes)],
    'tenancies-fractional',
    'F3',
  ],
  [
    'a fraction of a tenancy in the programmes table',
    [counts(good), programmes(['Nord,2012,900.5,10'])],
    'tenancies-fractional',
    'A2',
  ],
  ['no programmes', [counts(good)], 'no-programmes', undefined],
  ['no counts', [programmes(goodProgrammes)], 'no-counts', undefined],
  ['negative hours', [counts(good), programmes(['Nord,2012,900,-1'])], 'hours-negative', 'A2'],
  [
    'an unknown option',
    [counts(good), programmes(goodProgrammes), { name: 'study.json', bytes: bytes('{"trends":"linear"}') }],
    'option-unknown',
    undefined,
  ],
  [
    'an option that does not fit',
    [counts(good), programmes(goodProgrammes), { name: 'study.json', bytes: bytes('{"from":0}') }],
    'option-invalid',
    undefined,
  ],
  [
    'a study.json that is none',
    [counts(good), programmes(goodProgrammes), { name: 'study.json', bytes: bytes('{') }],
    'file-unreadable',
    undefined,
  ],
  [
    'an excluded area that does not exist',
    [counts(good), programmes(goodProgrammes), { name: 'study.json', bytes: bytes('{"exclude":["Øst"]}') }],
    'option-unknown-area',
    undefined,
  ],
  [
    'every area excluded',
    [counts(good), programmes(goodProgrammes), { name: 'study.json', bytes: bytes('{"exclude":["nord"]}') }],
    'all-excluded',
    undefined,
  ],
];

test.each(broken)('%s is an error with its place', (_, files, code, cell) => {
  const errors = errorsOf(files);
  const found = errors.find((each) => each.code === code);
  expect(errors.map((each) => each.code)).toContain(code);
  if (cell !== undefined) {
    const { row, column } = found!.place!;
    expect(`${String.fromCharCode(65 + column)}${row + 1}`).toBe(cell);
  }
});

test.each([
  ['251 characters', 'N'.repeat(251), true],
  ['250 characters', 'N'.repeat(250), false],
  ['200 characters, of which 60 are looked up as two', `${'*'.repeat(60)}${'N'.repeat(140)}`, true],
])('a name of %s: longer than Excel looks up, or not', (_, name, isTooLong) => {
  const long = { ...nord, organisation: 'Bo' };
  for (const study of [
    smallStudy([{ ...long, area: name }]),
    smallStudy([{ ...long, organisation: name }]),
  ]) {
    const codes = checkStudy(study).map(({ code }) => code);
    expect(codes.filter((code) => code === 'name-too-long')).toHaveLength(isTooLong ? 1 : 0);
  }
});

test('one organisation with two counts in a year is an error', () => {
  const other = { ...nord, area: 'Syd', control: [30, 31, 29, 28, 26] };
  const study = smallStudy([
    { ...nord, organisation: 'Bo' },
    { ...other, organisation: 'Bo' },
  ]);
  expect(checkStudy(study)).toContainEqual(
    expect.objectContaining({
      code: 'control-differs',
      details: { organisation: 'Bo', year: 2013, first: 27, other: 26 },
    }),
  );
});

test('with pooled tenancies an area cannot be left out', () => {
  const study = exampleStudy();
  const findings = checkStudy({ ...study, options: { ...study.options, exclude: ['Trigeparken'] } });
  expect(findings.map(({ code }) => code)).toContain('pooled-cannot-exclude');
});

test('one number of tenancies for every year is said to be an assumption', () => {
  expect(checkStudy(smallStudy([nord])).map(({ code }) => code)).toEqual(['tenancies-constant']);
});

test('no costs, no hours and no evictions in year 0 are warnings, not errors', () => {
  const study = smallStudy([{ ...nord, intervention: [9, 8, 0, 5, 4], weeklyHours: null }], {}, []);
  const findings = checkStudy(study).filter(({ severity }) => severity === 'warning');
  expect(findings.map(({ code }) => code)).toEqual([
    'hours-missing',
    'no-costs',
    'tenancies-constant',
    'no-events-year-0',
  ]);
});

test('a straight line that leads below 0 is said', () => {
  const study = smallStudy([{ ...nord, intervention: [30, 20, 6, 5, 4] }], { trend: 'linear' });
  expect(checkStudy(study)).toContainEqual({
    code: 'linear-below-zero',
    severity: 'warning',
    details: { group: 'intervention', eventYear: 1 },
  });
});

test('a hole is one finding per area and group, with its years and the first row of the group', () => {
  const rows = good.filter((row) => !/control.*(2010|2013)/.test(row));
  expect(errorsOf([counts(rows), programmes(goodProgrammes)])).toEqual([
    {
      code: 'hole',
      severity: 'error',
      details: { area: 'Nord', group: 'control', years: [2010, 2013] },
      place: { source: 'evictions.csv', kind: 'file', row: 2, column: 4 },
    },
  ]);
});

describe('one number of tenancies for a group of several organisations', () => {
  const rows = (tenancies: string) =>
    years.flatMap((year) => [
      `Nord,intervention,Nord,${year},7,900`,
      `Nord,control,Bo A,${year},20,${tenancies}`,
      `Nord,control,Bo B,${year},20,${tenancies}`,
    ]);
  const table = {
    name: 'programmes.csv',
    bytes: bytes('area,first_full_year,tenancies,control_tenancies\nNord,2012,900,5000'),
  };
  test('is an error, since it would be added once per organisation', () => {
    expect(errorsOf([counts(rows('')), table])).toMatchObject([
      { code: 'tenancies-per-organisation', details: { area: 'Nord', group: 'control' } },
    ]);
  });
  test('is none where the rows have their own', () => {
    expect(errorsOf([counts(rows('2500')), table])).toEqual([]);
  });
});

test.each(['I alt', 'TOTAL:', 'Gennemsnit', 'samlet :'])(
  'a row named %s is left out with a warning, in areas and in costs',
  (name) => {
    const files = [
      counts([...good, `${name},,,2009,70,9000`]),
      programmes([...goodProgrammes, `${name},,900,10`]),
      { name: 'costs.csv', bytes: bytes(`source,dkk_per_eviction\nX,50000\n${name},50000\n`) },
    ];
    const { study, findings } = assembleFiles(files);
    const told = findings.filter(({ code }) => code === 'row-left-out');
    expect(told.map(({ severity, place }) => [severity, place!.source, place!.row])).toEqual([
      ['warning', 'evictions.csv', 11],
      ['warning', 'programmes.csv', 2],
      ['warning', 'costs.csv', 2],
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(study.tables.costs).toHaveLength(1);
  },
);

test('a cost that stands twice is a warning; the same source with another amount is none', () => {
  const table = 'source,dkk_per_eviction\nKAB,50000\nkab ,50000\nKAB,60000\n';
  const { findings } = assembleFiles([
    counts(good),
    programmes(goodProgrammes),
    { name: 'costs.csv', bytes: bytes(table) },
  ]);
  expect(findings.filter(({ code }) => code === 'cost-twice')).toEqual([
    {
      code: 'cost-twice',
      severity: 'warning',
      details: { source: 'kab', amount: 50000 },
      place: { source: 'costs.csv', kind: 'file', row: 2, column: 1 },
    },
  ]);
});

test('choices keep to the rules of study.json wherever they come from', () => {
  const study = smallStudy([nord], { confidence: 0.2, draws: NaN, horizonYears: 1000 });
  const errors = checkStudy(study).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, details }) => [code, details])).toEqual([
    ['option-invalid', { option: 'confidence', expected: '0.5 … 0.999', found: '0.2' }],
    ['option-invalid', { option: 'draws', expected: '100 … 1000000', found: 'NaN' }],
    ['option-invalid', { option: 'horizon_years', expected: '1 … 30', found: '1000' }],
  ]);
});

test('years outside the window that only one group has are said', () => {
  const rows = [...good, 'Nord,control,Bo Nord,2015,20,5000', 'Nord,control,Bo Nord,2008,20,5000'];
  const { findings } = assembleFiles([counts(rows), programmes(goodProgrammes), costs]);
  expect(findings).toEqual([
    {
      code: 'years-of-one-group',
      severity: 'note',
      details: { area: 'Nord', group: 'control', years: [2008, 2015] },
      place: { source: 'evictions.csv', kind: 'file', row: 11, column: 4 },
    },
  ]);
});

test('a rise or fall of more than 30 % in tenancies is a warning, one of 30 % is none', () => {
  const jumping = (to: number) =>
    assembleFiles([
      counts(replace(good, good[9]!, `Nord,control,Bo Nord,2013,20,${to}`)),
      programmes(goodProgrammes),
      costs,
    ]).findings.map(({ code, severity, details }) => [code, severity, details]);
  const about = { area: 'Nord', group: 'control', year: 2013 };
  expect(jumping(6500)).toEqual([]);
  expect(jumping(6505)).toEqual([['tenancies-jump', 'warning', { ...about, percent: 30 }]]);
  expect(jumping(3400)).toEqual([['tenancies-jump', 'warning', { ...about, percent: -32 }]]);
});
