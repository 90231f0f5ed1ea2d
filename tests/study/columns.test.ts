import { assembleFiles } from '../../src/study';
import { comparableHeader, fieldOf, knownFields, tidyKinds } from '../../src/study/columns';
import { columnLabel as danish } from '../../src/texts/da/findings';
import { findingLine } from '../../src/texts/describe-finding';
import { columnLabel as english } from '../../src/texts/en/findings';

describe('the header that a message names', () => {
  const fields = tidyKinds.flatMap((kind) => knownFields(kind).map((field) => ({ kind, field })));
  test.each(fields)('is read as the column $field of $kind in both languages', ({ kind, field }) => {
    expect(fieldOf(kind, comparableHeader(english(field)))).toBe(field);
    expect(fieldOf(kind, comparableHeader(danish(field)))).toBe(field);
  });

  test('is in the language of the message', () => {
    const text = 'area,first_full_year,colour\nNord,2012,red\n\ngroup,tenancies\ncontrol,5000\n';
    const { reading } = assembleFiles([{ name: 'x.csv', bytes: new TextEncoder().encode(text) }]);
    const lines = (language: 'da' | 'en') => reading.map((each) => findingLine(each, language));
    expect(lines('en')).toEqual([
      'The column “colour” is not known and was not read. (x.csv!C1) If it belongs to the study, name it one of: area, first_full_year, ' +
        'tenancies, control_tenancies, prevention_hours_per_week.',
      'The column “event_year” is missing in the table of tenancies. (x.csv!A4) ' +
        'Add it, or correct the header that should be it.',
    ]);
    expect(lines('da')).toEqual([
      'Kolonnen “colour” kendes ikke og blev ikke læst. (x.csv!C1) Hører den til undersøgelsen, så kald den en af: område, første hele år, ' +
        'lejemål, kontrollejemål, forebyggelsestimer pr. uge.',
      'Kolonnen “hændelsesår” mangler i tabellen med lejemål. (x.csv!A4) ' +
        'Tilføj den, eller ret den overskrift, der skulle være den.',
    ]);
  });
});

test('a message quotes no more than 40 characters of a cell', () => {
  const text = `area,group,year,evictions\nNord,control,2010,${'x'.repeat(500)}\n`;
  const { reading } = assembleFiles([{ name: 'x.csv', bytes: new TextEncoder().encode(text) }]);
  expect(findingLine(reading[0]!, 'en')).toContain(`“${'x'.repeat(39)}…”`);
});
