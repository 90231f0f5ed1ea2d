import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportTexts } from '../../../src/texts/en/report';
import { runReport } from '../../../src/workbench/commands/report';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';

/** What a consultant gets who points the command at something that cannot be evaluated. */
let folder: string;
let input: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sv-bad-input-'));
  input = join(folder, 'input');
  mkdirSync(input);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const years = [2009, 2010, 2011, 2012, 2013];
const header = 'area,group,organisation,year,evictions,tenancies';
const counts = years.flatMap((year) => [
  `Nord,intervention,Nord,${year},7,900`,
  `Nord,control,Bo Nord,${year},20,5000`,
]);
const programmes = ['area,first_full_year,tenancies,prevention_hours_per_week', 'Nord,2012,900,10'];

function writeInput(evictions: readonly string[], others: Readonly<Record<string, string>> = {}): void {
  const files = {
    'evictions.csv': evictions.join('\n'),
    'programmes.csv': programmes.join('\n'),
    'eviction-costs.csv': 'source,dkk_per_eviction\nX,50000\n',
    ...others,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(input, name), text);
}

async function run(...words: string[]): Promise<{ code: number; errors: string[]; printed: string }> {
  let printed = '';
  const errors: string[] = [];
  const spies = [
    jest.spyOn(console, 'error').mockImplementation((line: string) => errors.push(line)),
    jest.spyOn(console, 'log').mockImplementation((text: string) => {
      printed += text;
    }),
  ];
  const code = await runReport(words, folder);
  for (const spy of spies) spy.mockRestore();
  return { code, errors, printed };
}

const replaced = (index: number, line: string): string[] => [
  header,
  ...counts.map((each, i) => (i === index ? line : each)),
];

const broken: readonly [string, readonly string[], Readonly<Record<string, string>>, string][] = [
  [
    'a negative count',
    replaced(0, 'Nord,intervention,Nord,2009,-7,900'),
    {},
    'Nord, intervention, 2009: -7 evictions is below 0. (evictions.csv!E2) Correct the count.',
  ],
  [
    'a fractional count',
    replaced(2, 'Nord,intervention,Nord,2010,7.5,900'),
    {},
    'Nord, intervention, 2010: 7.5 evictions is not a whole number. (evictions.csv!E4)',
  ],
  [
    'a year twice',
    [header, ...counts, counts[0]!],
    {},
    'Nord, intervention: the year 2009 stands twice. (evictions.csv!E12)',
  ],
  [
    'no control',
    [header, ...counts.filter((line) => !line.includes('control'))],
    {},
    'Nord has no control area. (evictions.csv!E2)',
  ],
  [
    'tenancies of 0',
    replaced(1, 'Nord,control,Bo Nord,2009,20,0'),
    {},
    'Nord, control, 2009: 0 tenancies is not above 0. (evictions.csv!F3)',
  ],
  [
    'a hole in the window',
    [header, ...counts.filter((_, index) => index !== 4)],
    {},
    'Nord, intervention: evictions of 2011 are missing. (evictions.csv!E2)',
  ],
  [
    'a blank count',
    replaced(4, 'Nord,intervention,Nord,2011,,900'),
    {},
    'Nord 2011: Column “evictions” is blank. (evictions.csv!E6) A blank is not taken for 0',
  ],
  [
    'a number that holds the separator',
    replaced(1, 'Nord,control,Bo Nord,2009,20,5,000'),
    {},
    'The row has more cells than its header: “000” stands under none. (evictions.csv!G3)',
  ],
  [
    'a quotation mark that is not closed',
    replaced(1, '"Nord,control,Bo Nord,2009,20,5000'),
    {},
    'The quotation marks in line 3 do not pair. (evictions.csv!A3)',
  ],
  [
    'a programme without its first year',
    [header, ...counts],
    { 'programmes.csv': 'area,first_full_year,tenancies\nNord,,900\n' },
    'Nord: Column “first_full_year” is blank. (programmes.csv!B2)',
  ],
  [
    'an unknown option',
    [header, ...counts],
    { 'study.json': '{"trends": "linear"}' },
    'The key “trends” is not known. (study.json) Known keys: language, from, to, trend',
  ],
  [
    'a study.json that is none',
    [header, ...counts],
    { 'study.json': '{"trend": ' },
    'study.json is damaged and cannot be read.',
  ],
];

test.each(broken)(
  '%s: one plain line says what, where and what to do; exit code 1, no file',
  async (_, evictions, others, line) => {
    writeInput(evictions, others);
    const { code, errors } = await run('input', '--out', 'out.xlsx', '--language', 'en');
    expect(code).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(line);
    expect(errors[0]).not.toContain('\n');
    expect(readdirSync(folder)).toEqual(['input']);
  },
);

test('the same in Danish', async () => {
  writeInput(replaced(0, 'Nord,intervention,Nord,2009,-7,900'));
  const { errors } = await run('input', '--out', 'out.xlsx', '--language', 'da');
  expect(errors).toEqual([
    'Nord, indsats, 2009: -7 udsættelser er under 0. (evictions.csv!E2) Ret antallet.',
  ]);
});

test.each([
  ['a folder that is not there', ['nowhere', '--out', 'out.xlsx'], 'nowhere'],
  ['an output that is no .xlsx', ['input', '--out', 'out.csv'], '.xlsx'],
  ['an output in a folder that is not there', ['input', '--out', 'a/b.xlsx'], 'mappe'],
  ['a flag that is not known', ['input', '--language', 'en', '--fast'], '--fast'],
])('%s is said in one line', async (_, words, mention) => {
  writeInput([header, ...counts]);
  const { code, errors } = await run(...words);
  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(mention);
});

test('a file that is no workbook is said in one line', async () => {
  writeFileSync(join(folder, 'broken.xlsx'), 'not a workbook at all');
  const { code, errors } = await run('broken.xlsx', '--out', 'out.xlsx');
  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain('broken.xlsx');
  expect(existsSync(join(folder, 'out.xlsx'))).toBe(false);
});

test('an empty folder says that evictions and programmes are missing', async () => {
  const { code, errors } = await run('input', '--out', 'out.xlsx', '--language', 'en');
  expect(code).toBe(1);
  expect(errors.join('\n')).toContain('No evictions were found.');
});

test('good input beside it is written', async () => {
  writeInput([header, ...counts]);
  const { code, errors } = await run('input', '--out', 'out.xlsx', '--language', 'en');
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  expect(existsSync(join(folder, 'out.xlsx'))).toBe(true);
});

test('other files in the folder are said to be left out; dot-files and folders are not spoken of', async () => {
  writeInput([header, ...counts], { 'Notes.docx': 'x', '.DS_Store': 'x' });
  mkdirSync(join(input, 'old.csv'));
  // Nor of what is no file, though it is called one: a pipe never ends, and a link may lead nowhere.
  symlinkSync(join(input, 'old.csv'), join(input, 'link.csv'));
  symlinkSync(join(folder, 'nowhere'), join(input, 'broken.docx'));
  if (process.platform !== 'win32') spawnSync('mkfifo', [join(input, 'pipe.csv')]);
  const { code, printed } = await run('input', '--out', 'out.xlsx', '--language', 'en');
  expect(code).toBe(0);
  expect(printed).toContain(
    'Notes.docx was left out: only .csv, .tsv and .txt files and study.json are read.',
  );
  expect(printed).not.toContain('.DS_Store');
  expect(printed).not.toMatch(/(?:old|link|pipe)\.csv/u);
});

test('study.json is read however it is capitalised', async () => {
  writeInput([header, ...counts], { 'Study.json': '{"trends": "linear"}' });
  const { code, errors } = await run('input', '--out', 'out.xlsx', '--language', 'en');
  expect(code).toBe(1);
  expect(errors[0]).toContain('The key “trends” is not known. (Study.json)');
});

test('the report opens on the sheet that the add-in made active', async () => {
  writeInput([header, ...counts]);
  await run('input', '--out', 'out.xlsx', '--language', 'en');
  const { sheets, activeSheet } = await readXlsx(readFileSync(join(folder, 'out.xlsx')));
  expect(sheets[activeSheet]!.name).toBe(reportTexts.sheets.effect);
  expect(activeSheet).toBeGreaterThan(0);
});
