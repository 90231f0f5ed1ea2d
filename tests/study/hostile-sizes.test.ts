import { spawnSync } from 'node:child_process';
import { assembleFiles, assembleStudy, type CellContent } from '../../src/study';
import { processorSeconds, watchdog, withoutHang } from '../support/hang-guard';

/**
 * Files in which one thing is repeated a hundred thousand times: what looks at each against all others, or goes
 * back over a text again and again, takes minutes for them. A cell holds no more than Excel's, and so stands in
 * several rows.
 */
const [length, times] = [30_000, 12];
const inRows = (rowOf: (row: number) => string): string =>
  Array.from({ length: times }, (_, row) => rowOf(row)).join('\n');

const repeated: readonly string[] = [
  ...['"', ';', '\t', '\n', '\r\n', ' ', '\u00a0', '\u200b', '\u0000'],
  ...['1', '1.', '1 ', '1\u00a0', '.', ',0', '-', '1/', '1-', '(', '*'],
  ...['a', 'a-', '-\n', '=', "'", '{', '_x000D_', 'Ã¸', '\ufffd', '\u202e', '🏠'],
  ...['2010', '2010-', '2010;', '31-12-2010;', 'kr.', '<5', 'ca. ', 'e9'],
  ...['I alt ', 'I alt;', 'Kontrol ', 'År;', 'Område;Gruppe;År;Udsættelser\n', '* a\n', '\n;\n'],
  ...['Nord;Indsats;2010;5\n\n', ';Indsats;;5\n', 'Område;Gruppe;2010;2011\nNord;Indsats;5;6\n'],
  ...['Udsættelser;2010;2011;2012\nNord;5;6;7\n', 'Indsats;-2;-1;0;1;2\nNord;5;6;7;8;9\n'],
];

const places: readonly (readonly [string, (text: string) => string])[] = [
  ['as the whole file', (text) => inRows(() => text)],
  ['as a header', (text) => `Område;Gruppe;${text};År;Udsættelser\nNord;Indsats;;2010;5\n`],
  [
    'as names',
    (text) => `Område;Gruppe;År;Udsættelser\n${inRows((row) => `${text};Indsats;${2010 + row};5`)}`,
  ],
  ['as years', (text) => `Område;Gruppe;År;Udsættelser\n${inRows(() => `Nord;Indsats;${text};5`)}`],
  [
    'as counts',
    (text) => `Område;Gruppe;År;Udsættelser\n${inRows((row) => `Nord;Indsats;${2010 + row};${text}`)}`,
  ],
  ['below a table', (text) => `Område;Gruppe;År;Udsættelser\nNord;Indsats;2010;5\n${inRows(() => text)}`],
];

describe.each(places)('texts of 30,000 characters %s', (place, fileOf) => {
  test.each(repeated.map((text) => [JSON.stringify(text), text] as const))('%s', (name, text) => {
    const content = fileOf(text.repeat(Math.ceil(length / text.length)).slice(0, length));
    const bytes = new TextEncoder().encode(content);
    const { findings } = withoutHang(`${name} ${place}`, () =>
      assembleFiles([
        { name: 'evictions.csv', bytes },
        { name: 'study.json', bytes },
      ]),
    );
    expect(findings.length).toBeGreaterThan(0);
  });
});

test.each<[string, (row: number) => readonly CellContent[]]>([
  ['a header in every row', () => ['Område', 'Gruppe', 'År', 'Udsættelser']],
  ['a wide header in every row', () => ['Område', 'Gruppe', 2010, 2011, 2012]],
  ['a block in every row', (row) => (row % 2 ? ['Nord', -2, -1, 0, 1, 2] : ['Indsats', 5, 6, 7, 8, 9])],
  [
    'a table of one row after another',
    (row) => [['Område', 'Gruppe', 'År', 'Udsættelser'], ['Nord', 'Indsats', 2010, 5], []][row % 3]!,
  ],
  [
    'another area in every row',
    (row) => (row === 0 ? ['Område', 'Gruppe', 'År', 'Udsættelser'] : [`Nord ${row}`, 'Indsats', 2010, 5]),
  ],
  [
    'one name in thousands of spellings',
    (row) =>
      row === 0
        ? ['Område', 'Gruppe', 'År', 'Udsættelser']
        : [`Nord${' '.repeat(row % 5000)}x`, 'Indsats', 2010, 5],
  ],
  [
    'an error in every cell',
    (row) => (row === 0 ? ['Område', 'Gruppe', 'År', 'Udsættelser'] : ['#N/A', '#REF!', '#NAME?', '#DIV/0!']),
  ],
  [
    'a thousand years across',
    (row) =>
      row === 0
        ? ['Område', 'Gruppe', ...Array.from({ length: 1000 }, (_, year) => 1500 + year)]
        : row < 100
          ? [`Nord ${row}`, 'Indsats', ...Array.from({ length: 1000 }, () => 1)]
          : [],
  ],
])('a sheet with %s', (name, rowOf) => {
  const cells = Array.from({ length: 30_000 }, (_, row) => rowOf(row));
  const grid = { source: 'Ark1', kind: 'sheet' as const, firstRow: 0, firstColumn: 0, cells };
  const { findings } = withoutHang(name, () => assembleStudy([grid]));
  expect(findings.length).toBeGreaterThan(0);
});

describe('the guard itself', () => {
  const spin = (seconds: number): void => {
    const since = processorSeconds();
    while (processorSeconds() - since < seconds);
  };

  test('fails what takes long, whether it answers at once or later, and not what is allowed more', async () => {
    expect(() => withoutHang('slow', () => spin(0.3), -4.9)).toThrow(/slow took 0\.\d s/u);
    await expect(
      withoutHang('later', async () => Promise.resolve().then(() => spin(0.3)), -4.9),
    ).rejects.toThrow(/later took/u);
    expect(withoutHang('quick', () => 7)).toBe(7);
    expect(() => withoutHang('broken', () => JSON.parse('{') as unknown)).toThrow(SyntaxError);
  });

  test('ends the process of what never ends, and says what it was', () => {
    const program = `const { Worker } = require('node:worker_threads');
      const dog = new Worker(${JSON.stringify(watchdog)}, { eval: true, workerData: { seconds: 0.3 } });
      dog.once('online', () => { dog.postMessage({ name: 'an endless loop', since: 0 }); for (;;); });`;
    const { status, signal, stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    expect([status === 0, signal === 'SIGKILL' || status === 1]).toEqual([false, true]);
    expect(stderr).toBe('Hung, and ended: an endless loop\n');
  });
});
