import fc from 'fast-check';
import { planReport, type Content, type WorkbookPlan } from '../../src/report';
import { runToEnd } from '../../src/stats';
import {
  assembleFiles,
  evaluateRobustness,
  evaluateStudy,
  hasErrors,
  simulateFigures,
} from '../../src/study';
import { withoutHang } from '../support/hang-guard';

/** Files that were damaged on their way: refused with an error that says so, or evaluated and planned whole. */
const years = [2009, 2010, 2011, 2012, 2013];
const good: Readonly<Record<string, string>> = {
  'evictions.csv': [
    'Område;Gruppe;Boligorganisation;År;Udsættelser;Lejemål',
    ...['Nord', 'Syd', 'Øst'].flatMap((area) =>
      years.flatMap((year) => [
        `${area};Indsats;${area};${year};${year % 7};900`,
        `${area};Kontrol;Bo;${year};2${year % 10};5000`,
      ]),
    ),
  ].join('\r\n'),
  'programmes.csv':
    'Område;Første hele år;Lejemål;Forebyggelsestimer pr. uge\r\nNord;2012;900;10\r\nSyd;2012;900;7,5\r\nØst;2012;900;0',
  'eviction-costs.csv': 'Kilde;Kr. pr. udsættelse\r\nSBi;50.000\r\nCFBU;61.500',
  'study.json': '{"from": -2, "to": 1, "trend": "linear", "weekly_hours": {"Nord": 9}}',
};

/** What a damaged file is likely to break a reader with; the rest is left to chance. */
const fragment = fc.constantFrom(
  ...[';', ';;;;', ',', '\t', '"', '""', '\r', '\n\n', '\u0000', '\ufeff', '\u202e', '\ud800', '\u2028'],
  ...[
    '=1+1',
    '-',
    '-0',
    '1e999',
    '1e-9',
    '9'.repeat(40),
    '0x10',
    'NaN',
    'Infinity',
    '1.2.3',
    '½',
    '٣',
    '#N/A',
  ],
  ...['I alt', 'Kontrol', 'Område', 'År', '2012', '31-12-2012', '__proto__', 'constructor', '<script>'],
  ...['{', '}', '[', ':', 'null', '"from":', '"draws": 1e9,', '"exclude": ["Nord"],', '\\u0000'],
  ...[';'.repeat(2000), '\r\n'.repeat(500), 'N'.repeat(5000), '*', '~?', "'"],
);
const change = fc.record({
  file: fc.nat(3),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(400)),
  inserted: fc.oneof(fragment, fc.string({ maxLength: 6, unit: 'binary' }), fc.constant('')),
});
type Change = typeof change extends fc.Arbitrary<infer Each> ? Each : never;

function damaged(changes: readonly Change[]): { name: string; bytes: Uint8Array }[] {
  const files = new Map(Object.entries(good));
  for (const { file, at, removed, inserted } of changes) {
    const name = [...files.keys()][file]!;
    const text = files.get(name)!;
    const start = Math.floor(at * text.length);
    files.set(name, text.slice(0, start) + inserted + text.slice(start + removed));
  }
  return [...files].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
}

const isWritable = (content: Content): boolean =>
  content === null ||
  typeof content === 'boolean' ||
  (typeof content === 'number' && Number.isFinite(content)) ||
  (typeof content === 'string' && content.length <= 32_767) ||
  (typeof content === 'object' &&
    content.formula.length <= 8192 &&
    !/NaN|undefined|Infinity/u.test(content.formula));

/** Evaluates, simulates and plans; null where an error is said. */
function planOf(files: ReturnType<typeof damaged>): WorkbookPlan | null {
  const { study, findings } = assembleFiles(files);
  if (hasErrors(findings)) return null;
  const few = { ...study, options: { ...study.options, draws: 100 } };
  evaluateStudy(few);
  evaluateRobustness(few);
  const figures = runToEnd(simulateFigures(few));
  return planReport(few, findings, {
    ...{ suffix: '', date: '2026-11-25', version: '0.1.0' },
    simulation: figures && { figures, at: '2026-11-25 12:00' },
  });
}

test('the files as they were are a study without errors', () => {
  expect(hasErrors(assembleFiles(damaged([])).findings)).toBe(false);
});

test('thousands of damaged studies end in an error that is said, or in a plan that can be written', () => {
  let planned = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) =>
      withoutHang('a damaged study', () => {
        const plan = planOf(damaged(changes));
        if (!plan) {
          refused += 1;
          return;
        }
        planned += 1;
        const cells = plan.sheets.flatMap(({ blocks }) => blocks.flatMap((block) => block.cells.flat()));
        expect(cells.filter((content) => !isWritable(content))).toEqual([]);
      }),
    ),
    { numRuns: 2000, seed: 20161128 },
  );
  // Both ends are reached, so neither is passed by.
  expect(Math.min(planned, refused)).toBeGreaterThan(200);
});
