import fc from 'fast-check';
import { namesTotal } from '../../src/study/columns';
import { assembleFiles, hasErrors } from '../../src/study';

/** One area's counts, as a housing organisation might have them. */
const area = fc.record({
  name: fc
    .stringMatching(/^[A-ZÆØÅ][a-zæøå]{2,10}( [A-ZÆØÅ][a-zæøå]{2,8})?$/)
    .filter((name) => !namesTotal(name)),
  firstFullYear: fc.integer({ min: 2005, max: 2020 }),
  hours: fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
  counts: fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { minLength: 5, maxLength: 5 }),
  tenancies: fc.array(fc.tuple(fc.integer({ min: 5000, max: 9e4 }), fc.integer({ min: 5000, max: 9e4 })), {
    minLength: 5,
    maxLength: 5,
  }),
});

/** How the same study can be written down. */
const writing = fc.record({
  language: fc.constantFrom('da' as const, 'en' as const),
  separator: fc.constantFrom(';', '\t', ','),
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252'),
  groupDigits: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  shuffle: fc.infiniteStream(fc.nat(1000)),
});
type Writing = typeof writing extends fc.Arbitrary<infer Value> ? Value : never;

const headers = {
  en: {
    counts: ['area', 'group', 'organisation', 'year', 'evictions', 'tenancies'],
    programmes: ['area', 'first_full_year', 'prevention_hours_per_week'],
  },
  da: {
    counts: ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Fogedudsættelser', 'Lejemål'],
    programmes: ['Område', 'Første hele år', 'Timer pr. uge'],
  },
};
const groupNames = { en: ['intervention', 'control'], da: ['Indsats', 'Kontrol'] };

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'windows-1252') return Uint8Array.from(Buffer.from(text, 'latin1'));
  return new TextEncoder().encode(encoding === 'utf-8' ? text : `\ufeff${text}`);
}

function table(header: readonly string[], rows: readonly (readonly string[])[], how: Writing): Uint8Array {
  const order = rows.map((row, index) => ({ row, key: how.shuffle.next().value, index }));
  const lines = order.sort((a, b) => a.key - b.key || a.index - b.index).map(({ row }) => row);
  const quoted = (cell: string): string => (/[;,\t"]/.test(cell) ? `"${cell}"` : cell);
  const text = [header, ...lines].map((row) => row.map(quoted).join(how.separator)).join(how.newline);
  return encode(text, how.encoding);
}

test('a study reads back the same however it was written down', () => {
  const areas = fc.uniqueArray(area, {
    minLength: 1,
    maxLength: 4,
    selector: ({ name }) => name.toLowerCase(),
  });
  fc.assert(
    fc.property(areas, writing, (study, how) => {
      const whole = (value: number): string =>
        how.groupDigits ? value.toLocaleString(how.language) : String(value);
      const decimal = (value: number): string =>
        String(value).replace('.', how.language === 'da' ? ',' : '.');
      const counts = study.flatMap(({ name, firstFullYear, counts: all, tenancies }) =>
        all.flatMap((pair, index) =>
          pair.map((count, group) => [
            name,
            groupNames[how.language][group]!,
            group === 0 ? name : `${name} kontrol`,
            String(firstFullYear - 3 + index),
            whole(count),
            whole(tenancies[index]![group]!),
          ]),
        ),
      );
      const programmes = study.map(({ name, firstFullYear, hours }) => [
        name,
        String(firstFullYear),
        decimal(hours),
      ]);
      const { study: read, findings } = assembleFiles([
        { name: 'evictions.csv', bytes: table(headers[how.language].counts, counts, how) },
        { name: 'programmes.csv', bytes: table(headers[how.language].programmes, programmes, how) },
      ]);
      expect(hasErrors(findings)).toBe(false);
      const key = (row: readonly unknown[]): string => row.join('|');
      const readCounts = read.tables.counts.map((each) => [
        each.area,
        groupNames[how.language][each.group === 'control' ? 1 : 0],
        each.organisation,
        each.year,
        each.evictions,
        each.tenancies,
      ]);
      const written = study.flatMap(({ name, firstFullYear, counts: all, tenancies }) =>
        all.flatMap((pair, index) =>
          pair.map((count, group) => [
            name,
            groupNames[how.language][group],
            group === 0 ? name : `${name} kontrol`,
            firstFullYear - 3 + index,
            count,
            tenancies[index]![group],
          ]),
        ),
      );
      expect(readCounts.map(key).sort()).toEqual(written.map(key).sort());
      const readHours = read.tables.programmes.map((each) => [
        each.area,
        each.firstFullYear,
        each.weeklyHours,
      ]);
      expect(readHours.map(key).sort()).toEqual(
        study.map((each) => key([each.name, each.firstFullYear, each.hours])).sort(),
      );
    }),
    { numRuns: 300 },
  );
});

test('any bytes end in a study or in findings, never in a crash', () => {
  const valid = new TextEncoder().encode(
    'area,group,organisation,year,evictions,tenancies\nNord,control,X,2010,5,100\nNord,intervention,Nord,2010,5,100\n',
  );
  const broken = fc
    .tuple(fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(valid.length))
    .map(([edits, length]) => {
      const bytes = valid.slice();
      for (const [index, byte] of edits) bytes[index] = byte;
      return bytes.slice(0, length);
    });
  fc.assert(
    fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), broken, (evictions, programmes) => {
      const { findings } = assembleFiles([
        { name: 'evictions.csv', bytes: evictions },
        { name: 'programmes.csv', bytes: programmes },
        { name: 'study.json', bytes: evictions },
      ]);
      expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
