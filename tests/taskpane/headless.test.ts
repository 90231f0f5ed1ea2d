import { runInNewContext } from 'node:vm';
import type { Scalar } from '../../src/workbench/book';
import type { HeadlessOptions, HeadlessWorkbench } from '../../src/workbench/headless';
import { evaluate, type Evaluation } from '../../src/taskpane/headless';
import { bookOf, openWorkbook } from '../support/open-workbook';

/** The wizard's steps through genuine office.js, without a window. */
let workbench: HeadlessWorkbench;
async function open(options: HeadlessOptions = {}): Promise<void> {
  workbench = await openWorkbook(options);
  Object.assign(globalThis, { Office: workbench.Office });
}
afterEach(() => workbench.close());

const sheets = (): string[] => workbench.engine.snapshot().sheets.map(({ name }) => name);

const danishSheets = ['Områdedata', 'Hændelsesår', 'Effekt', 'Besparelse', 'Robusthed', 'Metode'];
const years = [2009, 2010, 2011, 2012, 2013];
const rows: readonly (readonly Scalar[])[] = [
  ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Udsættelser', 'Lejemål'],
  ...years.flatMap((year, index) => [
    ['Nord', 'Indsats', 'Nord', year, 9 - index, 900],
    ['Nord', 'Kontrol', 'Bo Nord', year, 20, 5000],
  ]),
];
const programmes: readonly (readonly Scalar[])[] = [
  ['Område', 'Første hele år', 'Lejemål', 'Forebyggelsestimer pr. uge'],
  ['Nord', 2012, 900, 10],
];
const withCell = (row: number, column: number, value: Scalar): readonly (readonly Scalar[])[] =>
  rows.map((each, i) => (i === row ? each.map((cell, j) => (j === column ? value : cell)) : each));

function errorsOf(evaluation: Evaluation): readonly string[] {
  if (evaluation.ok) throw new Error('It was evaluated, although it should not have been.');
  return evaluation.errors;
}

test.each([
  [
    'da-DK',
    danishSheets,
    'I år 2 var udsættelserne i indsatsområderne faldet 23,3 procentpoint mere',
    '−28,8',
  ],
  [
    'en-US',
    ['Area data', 'Event years', 'Effect', 'Cost savings', 'Robustness', 'Method'],
    'In year 2, evictions in the intervention areas had fallen 23.3 percentage points more',
    '−28.8',
  ],
] as const)(
  'the example speaks the language that Excel shows (%s)',
  async (language, names, finding, low) => {
    await open({ language });
    const evaluation = await evaluate({ source: 'example' });
    if (!evaluation.ok) throw new Error(evaluation.errors.join());
    expect(evaluation.sheets).toEqual(names);
    expect(sheets().slice(1)).toEqual(names);
    expect(evaluation.summary[0]).toContain(finding);
    expect(evaluation.summary[0]).toContain(low);
  },
);

test('a language that is asked for goes before the one that Excel shows', async () => {
  await open({ language: 'en-US' });
  const evaluation = await evaluate({ source: 'example', language: 'da' });
  expect(evaluation).toMatchObject({ ok: true, sheets: danishSheets });
});

test('the tables of the open workbook are evaluated, and a second report goes beside the first', async () => {
  await open({ language: 'da-DK', book: bookOf({ Tal: rows, Indsats: programmes }) });
  const first = await evaluate({ source: 'workbook' });
  const second = await evaluate({ source: 'workbook' });
  expect(first).toMatchObject({ ok: true, sheets: danishSheets });
  expect(second).toMatchObject({ ok: true, sheets: danishSheets.map((name) => `${name} B`) });
  if (first.ok && second.ok) expect(second.summary).toEqual(first.summary);
  // No cost per eviction was given: that is a warning, and no figure is made up for it.
  expect(first.ok && first.findings.join()).toContain('Der er ingen pris pr. udsættelse');
  expect(first.ok && first.summary.join()).toContain('Nettoresultatet kan ikke beregnes');
});

test.each([
  ['a negative count', withCell(1, 4, -3), 'Nord, indsats, 2009: -3 udsættelser er under 0. (Tal!E2)'],
  [
    'a count that is no number',
    withCell(4, 4, 'ca. 20'),
    '“ca. 20” i “udsættelser” er ikke et tal. (Tal!E5)',
  ],
  ['a blank', withCell(2, 4, null), 'En tom celle læses ikke som 0'],
  ['tenancies of 0', withCell(3, 5, 0), '0 lejemål er ikke over 0. (Tal!F4)'],
  ['a hole in the window', rows.filter((_, index) => index !== 5), 'Nord, indsats: Udsættelser i 2011'],
  ['a year twice', [...rows, rows[1]!], 'Nord, indsats: Året 2009 findes to gange. (Tal!E12)'],
  ['no control', rows.filter(([, group]) => group !== 'Kontrol'), 'Nord har intet kontrolområde.'],
])('%s in the workbook is named with its cell, and nothing is written', async (_, cells, line) => {
  await open({ language: 'da-DK', book: bookOf({ Tal: cells, Indsats: programmes }) });
  const errors = errorsOf(await evaluate({ source: 'workbook' }));
  expect(errors.join('\n')).toContain(line);
  for (const error of errors) expect(error).not.toMatch(/[\n\r]/);
  expect(sheets()).toEqual(['Tal', 'Indsats']);
});

test('of thousands of errors the first of each kind are said, and the rest is counted', async () => {
  const bad = Array.from({ length: 2000 }, (_, index) => [
    `Nord ${index}`,
    'Indsats',
    'Nord',
    2009,
    'x1',
    900,
  ]);
  const last = ['Syd', 'Indsats', 'Syd', 'i fjor', 1, 900];
  await open({ language: 'da-DK', book: bookOf({ Tal: [rows[0]!, ...bad, last], Indsats: programmes }) });
  const errors = errorsOf(await evaluate({ source: 'workbook' }));
  const numbers = errors.filter((line) => line.includes('er ikke et tal'));
  expect(numbers).toHaveLength(50);
  expect(errors[errors.indexOf(numbers.at(-1)!) + 1]).toBe(
    '… og 1.950 mere af samme slags. Se på de første: Ofte har de alle samme årsag.',
  );
  // Behind them all, and not lost.
  expect(errors.join('\n')).toContain('i fjor');
});

test('an empty workbook is told what is missing', async () => {
  await open({ language: 'da-DK' });
  expect(errorsOf(await evaluate({ source: 'workbook' })).join()).toContain(
    'Der blev ikke fundet nogen udsættelser.',
  );
});

test('files are read from bytes of another realm, and their study.json may choose the language', async () => {
  await open({ language: 'en-US' });
  const csv = (table: readonly (readonly Scalar[])[]): string =>
    table.map((row) => row.join(';')).join('\r\n');
  const texts = {
    'evictions.csv': csv(rows),
    'programmes.csv': csv(programmes),
    'study.json': '{"language": "da", "trend": "none"}',
  };
  const files = Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: runInNewContext(`new Uint8Array([${[...Buffer.from(text)].join()}])`) as Uint8Array,
  }));
  expect(files[0]!.bytes).not.toBeInstanceOf(Uint8Array);
  expect(await evaluate({ source: 'files', files })).toMatchObject({ ok: true, sheets: danishSheets });
});

test('a user who is typing in a cell is told how to go on, in one plain line', async () => {
  await open({ language: 'da-DK' });
  workbench.host.setCellEditing(true);
  expect(errorsOf(await evaluate({ source: 'example' }))).toEqual([
    'Excel venter på, at du bliver færdig med at skrive i en celle. Tryk Enter eller Esc i arket, og prøv igen. Projektmappen er, som den var.',
  ]);
  workbench.host.setCellEditing(false);
  expect(await evaluate({ source: 'example' })).toMatchObject({ ok: true });
});

test('a write that Excel refuses halfway leaves the workbook as it was, and says so', async () => {
  await open({ language: 'en-US' });
  const before = sheets();
  workbench.host.failRoundTrip(3, 'GeneralException');
  const errors = errorsOf(await evaluate({ source: 'example' }));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(/^Excel refused: .+ The workbook is as it was\.$/);
  expect(sheets()).toEqual(before);
});
