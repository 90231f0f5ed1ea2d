import { findingTexts as danish } from '../../src/texts/da/findings';
import { findingTexts as english } from '../../src/texts/en/findings';
import { describeFinding, findingLine } from '../../src/texts/describe-finding';
import { finding, type Finding, type FindingDetails } from '../../src/study';

const count = { area: 'Nord', group: 'control', year: 2010 } as const;
const cell = { found: 'x', column: 'evictions', area: 'Nord', year: 2010 };
const hole = { area: 'Nord', group: 'control', years: [2010, 2011] } as const;
/** One example of everything that can be found: the compiler holds it complete. */
const examples: FindingDetails = {
  'file-unreadable': { file: 'x.csv', reason: 'damaged' },
  'file-ignored': { file: 'x.docx' },
  'more-of-a-kind': { code: 'count-negative', number: 4980 },
  'too-many-names': { most: 50_000 },
  'sheet-not-read': { sheet: 'Ark2', reason: 'hidden' },
  'no-tables': { source: 'x.csv', known: ['År'] },
  'no-counts': {},
  'no-programmes': {},
  'unknown-column': { column: 'x', known: ['area'] },
  'missing-column': { column: 'area', table: 'yearlyTenancies' },
  'column-not-used': { column: 'x' },
  'column-without-header': {},
  'column-twice': { column: 'x' },
  'row-too-long': { found: 'x' },
  'quotes-broken': { line: 3 },
  'rows-after-blank': {},
  'blank-cell': { column: 'evictions', area: 'Nord', year: 2010 },
  'not-a-number': cell,
  'no-number-given': cell,
  'not-a-year': { found: 'x', area: 'Nord' },
  'unknown-group': { found: 'x', area: 'Nord' },
  'number-doubtful': { found: '5.498', read: 5498 },
  'row-left-out': { text: 'I alt', reason: 'total' },
  'unknown-measure': { found: 'x', area: 'Nord' },
  'name-from-above': { column: 'area', rows: 1 },
  'named-by-sheet': { area: 'Nord' },
  'cell-error': { found: '#N/A', column: 'area' },
  'names-alike': { names: ['Nord', 'NORD'], read: 'Nord' },
  'text-garbled': { found: 'SÃ¦by' },
  'names-kept-apart': { names: ['Nord', 'NORD'] },
  'subtitle-left-out': { area: 'Nord', text: 'Udsættelser' },
  'tenancies-without-counts': count,
  'date-as-year': { found: 40179, year: 2010 },
  'count-negative': { ...count, found: -1 },
  'count-fractional': { ...count, found: 1.5 },
  'more-evictions-than-tenancies': { ...count, evictions: 2, tenancies: 1 },
  'year-twice': count,
  'name-too-long': { name: 'Nord', length: 300, most: 250 },
  'control-differs': { organisation: 'Bo', year: 2010, first: 1, other: 2 },
  'control-shared': { organisation: 'Bo', areas: ['Nord', 'Syd'] },
  'control-unnamed': { areas: ['Nord'] },
  'no-control': { area: 'Nord' },
  'no-intervention': { area: 'Nord' },
  hole,
  'years-of-one-group': hole,
  'tenancies-not-positive': { ...count, found: 0 },
  'tenancies-fractional': { ...count, found: 1.5 },
  'tenancies-per-organisation': { area: 'Nord', group: 'control' },
  'tenancies-missing': count,
  'tenancies-constant': { areas: ['Nord'] },
  'tenancies-jump': { ...count, percent: 40 },
  'tenancies-twice': { eventYear: 0, group: 'control' },
  'pooled-cannot-exclude': { area: 'Nord' },
  'area-without-programme': { area: 'Nord' },
  'programme-without-counts': { area: 'Nord' },
  'programme-twice': { area: 'Nord' },
  'programme-tenancies-missing': { area: 'Nord' },
  'hours-missing': { area: 'Nord' },
  'hours-negative': { area: 'Nord', found: -1 },
  'no-costs': {},
  'cost-not-positive': { source: 'SBi', found: 0 },
  'cost-twice': { source: 'SBi', amount: 53600 },
  'option-unknown': { option: 'x', known: 'from' },
  'option-invalid': { option: 'from', expected: '-20 … -1', found: '0' },
  'option-unknown-area': { option: 'exclude', area: 'Nord' },
  'window-without-before': { from: 0 },
  'window-without-after': { to: 0 },
  'all-excluded': {},
  'first-year-zero': { group: 'control' },
  'no-events-year-0': { group: 'control' },
  'linear-below-zero': { group: 'control', eventYear: 1 },
};

test.each(Object.entries(examples))('%s says what and what to do in both languages', (code, details) => {
  for (const language of ['da', 'en'] as const) {
    const { problem, remedy } = describeFinding({ code, severity: 'note', details } as Finding, language);
    expect(problem).toMatch(/^.{15,}\.$/u);
    expect(remedy).toMatch(/^.{10,}\.$/u);
    expect(problem + remedy).not.toMatch(/undefined|null|NaN|object/u);
  }
});

test('a long list of names ends with how many more there are', () => {
  const areas = Array.from({ length: 488 }, (_, index) => `Område ${index + 1}`);
  const said = finding('warning', 'tenancies-constant', { areas });
  expect(describeFinding(said, 'en').problem).toContain('Område 8 … and 480 more.');
  expect(describeFinding(said, 'da').problem).toContain('Område 8 … og 480 mere.');
});

test('every finding has a sentence in both languages', () => {
  expect(Object.keys(danish).sort()).toEqual(Object.keys(english).sort());
});

test('a finding says what, where and what to do, in one line', () => {
  const place = { source: 'evictions.csv', kind: 'file', row: 6, column: 4 } as const;
  const negative = finding(
    'error',
    'count-negative',
    { area: 'Nord', group: 'control', year: 2010, found: -3 },
    place,
  );
  expect(findingLine(negative, 'en')).toBe(
    'Nord, control, 2010: -3 evictions is below 0. (evictions.csv!E7) Correct the count.',
  );
  expect(findingLine(negative, 'da')).toBe(
    'Nord, kontrol, 2010: -3 udsættelser er under 0. (evictions.csv!E7) Ret antallet.',
  );
});

test('a finding without a place names none', () => {
  expect(describeFinding(finding('error', 'no-counts', {}), 'en').where).toBe('');
});
