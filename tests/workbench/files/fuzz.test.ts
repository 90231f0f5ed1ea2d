import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { pack, unpack, type Parts } from '../../../src/workbench/files/parts';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';
import { UnreadableFile } from '../../../src/workbench/files/unreadable-file';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { withoutHang } from '../../support/hang-guard';
import { bookOf, cellsOf, effectChart, emptySheet, rateSheet } from './example-book';

/** A file that was damaged on its way is read, or refused in words: it never throws anything else, or hangs. */
let good: Parts;
let bytes: Uint8Array;
beforeAll(async () => {
  const counts = cellsOf([
    ['Område', 'Gruppe', 'År', 'Udsættelser'],
    ['Nord', 'indsats', 2010, 12],
    ['Nord', 'kontrol', 2010, '=SUM(A1:A2)'],
    ['Syd & Øst', 'indsats', 2011, true],
  ]);
  const sheet = { ...emptySheet('Udsættelser'), cells: counts };
  bytes = await writeXlsx(bookOf(sheet, { ...rateSheet, charts: [effectChart] }));
  good = unpack(bytes);
});

async function isReadOrRefused(file: Uint8Array, name = 'a damaged workbook'): Promise<boolean> {
  try {
    const book = await withoutHang(name, () => readXlsx(file));
    return Array.isArray(book.sheets);
  } catch (error) {
    if (error instanceof UnreadableFile) return true;
    throw error;
  }
}

/** Half the changes fall on what files consist of, so that they reach deeper than the first check. */
const fragment = fc.constantFrom(
  ...['<', '>', '"', '&', '&#0;', '&#xD800;', '<c', '</c>', '<row r="0">', '<f>', 't="s"', 't="e"'],
  ...['r="XFD1048577"', 'r="A0"', 'r="-1"', '<v>1e999</v>', '<v>-1</v>', '<v>99999999</v>', 's="9999"'],
  ...['<!--', ']]>', '<!DOCTYPE x>', '\u0000', 'xmlns=""', '<mergeCell ref="A1:XFD1048576"/>', 'ref="B2:A1"'],
  ...[
    'count="4294967296"',
    'Target="../../../../etc/passwd"',
    'rId999',
    '<definedName name="a">A1</definedName>',
  ],
);
const change = fc.record({
  part: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(4000)),
  inserted: fc.oneof(fragment, fc.string({ maxLength: 12 }), fc.constant('')),
});
const changes = fc.array(change, { minLength: 1, maxLength: 4 });
type Change = typeof change extends fc.Arbitrary<infer Each> ? Each : never;

function changed(parts: Parts, list: readonly Change[]): Parts {
  const result = new Map(parts);
  const names = [...parts.keys()];
  for (const { part, at, length, inserted } of list) {
    const name = names[part % names.length]!;
    const text = strFromU8(result.get(name)!, true);
    const start = Math.floor(at * text.length);
    result.set(name, strToU8(text.slice(0, start) + inserted + text.slice(start + length), true));
  }
  return result;
}

test('a workbook with damaged parts', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => isReadOrRefused(pack(changed(good, list), 0))),
    { numRuns: 1500, seed: 20161124 },
  );
});

test('a workbook with parts missing', async () => {
  const some = fc.subarray([...Array(40).keys()]);
  await fc.assert(
    fc.asyncProperty(some, async (kept) =>
      isReadOrRefused(pack(new Map([...good].filter((_, index) => kept.includes(index))), 0)),
    ),
    { numRuns: 300, seed: 20161125 },
  );
});

test('a workbook with damaged bytes, or cut off', async () => {
  const damage = fc.record({
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ cut, bytes: list }) => {
      const file = bytes.slice(0, cut < 0.5 ? bytes.length : Math.floor(cut * bytes.length));
      for (const [at, byte] of list) if (file.length > 0) file[at % file.length] = byte;
      return isReadOrRefused(file);
    }),
    { numRuns: 1500, seed: 20161126 },
  );
});

test('bytes of no kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) =>
      isReadOrRefused(new Uint8Array([0x50, 0x4b, 3, 4, ...noise])),
    ),
    { numRuns: 500, seed: 20161127 },
  );
});

/** So that what goes back over a text again and again, or looks at each cell against all others, takes minutes. */
describe('a large workbook', () => {
  let large: Parts;
  let small: Parts;
  const filled = async (length: number): Promise<Parts> => {
    const rows = Array.from({ length }, (_, row) => [`Nord ${row}`, 'indsats', 2010, `=C${row + 1}+1`]);
    return unpack(await writeXlsx(bookOf({ ...emptySheet('Udsættelser'), cells: cellsOf(rows) })));
  };
  beforeAll(async () => {
    large = await filled(10_000);
    small = await filled(10);
  });
  const sheet = 'xl/worksheets/sheet1.xml';

  test.each([
    ...['</c>', '</row>', '</v>', '</f>', '</si>', '</t>', '<c ', '<row', '>', '"', '/>', ' r=', '='],
  ])('that is without any %s', async (lost) => {
    const parts = new Map(
      [...large].map(([name, part]) => [
        name,
        name.endsWith('.rels') ? part : strToU8(strFromU8(part).replaceAll(lost, '')),
      ]),
    );
    expect(await isReadOrRefused(pack(parts, 0), `without ${lost}`)).toBe(true);
  });

  test.each([
    ...['<', '>', '&', '"', "'", '<c', '<c>', '<row>', '<f>', '<!--', '<![CDATA[', '<?', '<is><t>', ' a="b"'],
    ...[
      '&amp;',
      '&#65;',
      ' ',
      '\n',
      '<row/>',
      '<c r="A1"/>',
      '<c r="XFD1048576"/>',
      '<mergeCell ref="A1:B2"/>',
    ],
    ...['<f t="shared" ref="A1:XFD1048576" si="0">A1</f>', '<f t="array" ref="A1:XFD1048576">A1</f>'],
    ...['<row r="1048576" spans="1:16384"/>', '<col min="1" max="16384" width="9"/>'],
  ])('with %s a hundred thousand times', async (text) => {
    const times = Math.ceil(300_000 / text.length);
    for (const [part, before] of [
      [sheet, '</sheetData>'],
      [sheet, '</worksheet>'],
      ['xl/sharedStrings.xml', '</sst>'],
      ['xl/styles.xml', '</styleSheet>'],
      ['xl/workbook.xml', '</workbook>'],
    ] as const) {
      const parts = new Map(small);
      const xml = strFromU8(parts.get(part)!);
      expect([part, xml.includes(before)]).toEqual([part, true]);
      parts.set(part, strToU8(xml.replace(before, () => text.repeat(times) + before)));
      expect(await isReadOrRefused(pack(parts, 0), `${text} in ${part} before ${before}`)).toBe(true);
    }
  });

  const pieces = [
    "'",
    '[',
    "['",
    "[['",
    '"',
    '(',
    '{',
    '!',
    '$',
    ':',
    '-',
    ',',
    '#',
    '1',
    '1E',
    '.',
    'A',
    'A1:',
    'æ',
    ' ',
  ];
  test.each(pieces)('with formulas of %s again and again', async (text) => {
    const formulas = [text, `[${text}`, `'${text}`, `"${text}`, `A${text}`, `(${text}`].flatMap(
      (start, index) => {
        const formula = (start + text.repeat(8192)).slice(0, 8192);
        const escaped = formula.replaceAll('"', '&quot;');
        return [`<row r="${20_000 + index}"><c r="A${20_000 + index}"><f>${escaped}</f><v>1</v></c></row>`];
      },
    );
    const parts = new Map(small);
    const xml = strFromU8(parts.get(sheet)!);
    parts.set(sheet, strToU8(xml.replace('</sheetData>', () => `${formulas.join('')}</sheetData>`)));
    expect(await isReadOrRefused(pack(parts, 0), `formulas of ${text}`)).toBe(true);
  });
});
