import { findingTexts as danish } from '../../src/texts/da/findings';
import { findingTexts as english } from '../../src/texts/en/findings';
import { describeFinding, findingLine } from '../../src/texts/describe-finding';
import { finding } from '../../src/study';

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
