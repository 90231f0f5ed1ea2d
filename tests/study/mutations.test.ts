import fc from 'fast-check';
import {
  assembleFiles,
  assembleStudy,
  type CellContent,
  type Finding,
  type Place,
  type StudyTables,
} from '../../src/study';
import { withoutHang } from '../support/hang-guard';
import {
  asFiles,
  asSheets,
  factsFor,
  saving,
  studyFacts,
  Writer,
  writing,
  written,
  type Cells,
  type StudyFacts,
  type Writing,
} from '../support/written-study';

/**
 * Valid files, harmed as people and programs harm them. What is read afterwards is what the harmed file says, or
 * something is said that was not said before and that names the matter: never a crash, never a number that is
 * silently wrong.
 */
const mutationsPerStudy = 25;

interface Read {
  readonly tables: StudyTables;
  readonly findings: readonly Finding[];
}

/** What was read, one for every number of the tables, with where it stands. */
type Statement = readonly (string | number | null)[];
function placed({
  counts,
  programmes,
  pooledTenancies,
  costs,
}: StudyTables): (readonly [Statement, Place])[] {
  return [
    ...counts.flatMap((each) => {
      const of = [each.area, each.group, each.organisation, each.year];
      return [
        [['count', ...of, each.evictions], each.place],
        [['tenancies', ...of, each.tenancies], each.tenanciesPlace ?? each.place],
      ] as const;
    }),
    ...programmes.map((each) => {
      const { area, firstFullYear, tenancies, controlTenancies, weeklyHours } = each;
      return [
        ['programme', area, firstFullYear, tenancies, controlTenancies, weeklyHours],
        each.place,
      ] as const;
    }),
    ...pooledTenancies.map(
      (each) => [['pooled', each.eventYear, each.group, each.tenancies], each.place] as const,
    ),
    ...costs.map((each) => [['cost', each.source, each.amount], each.place] as const),
  ];
}
const statementsOf = (tables: StudyTables): Statement[] => placed(tables).map(([statement]) => statement);

/** What the first list has and the other has not, repeated statements counted. */
function without(statements: readonly Statement[], others: readonly Statement[]): Statement[] {
  const left = new Map<string, number>();
  for (const each of others) left.set(JSON.stringify(each), (left.get(JSON.stringify(each)) ?? 0) + 1);
  return statements.filter((each) => {
    const count = left.get(JSON.stringify(each)) ?? 0;
    left.set(JSON.stringify(each), count - 1);
    return count <= 0;
  });
}

const about = ({ code, details, place }: Finding): string => JSON.stringify([code, details, place]);

/** Something is said that was not, of the table that was harmed or of what is read otherwise. */
function isSaid(before: Read, after: Read, source: string, different: readonly Statement[]): boolean {
  const known = new Set(before.findings.map(about));
  const named = different.flat().filter((each) => typeof each === 'string' && each.length > 2);
  const names = [source, ...named];
  return after.findings
    .filter((each) => !known.has(about(each)))
    .some(
      (each) =>
        each.place?.source === source ||
        each.code.startsWith('no-') ||
        names.some((name) => JSON.stringify(each.details).includes(JSON.stringify(name).slice(1, -1))),
    );
}

/**
 * Whether every statement that was not there before is one that was, with other fields as they now stand in the
 * cells that were changed; and whether what is gone stood in them.
 */
function isAsWritten(
  gone: readonly Statement[],
  come: readonly Statement[],
  saysNow: (field: string | number | null) => boolean,
): boolean {
  const asked = new Map<string | number | null, boolean>();
  const isWritten = (field: string | number | null): boolean => {
    const known = asked.get(field) ?? saysNow(field);
    asked.set(field, known);
    return known;
  };
  return (
    come.length >= gone.length &&
    come.every((statement) =>
      gone.some(
        (other) =>
          other.length === statement.length &&
          other.every((field, index) => field === statement[index] || isWritten(statement[index]!)),
      ),
    )
  );
}

function expectHonest(
  before: Read,
  after: Read,
  source: string,
  saysNow: (field: string | number | null) => boolean,
  what: unknown,
  mayBeGone: readonly Statement[] = [],
): void {
  const [was, is] = [statementsOf(before.tables), statementsOf(after.tables)];
  const [gone, come] = [without(without(was, is), mayBeGone), without(is, was)];
  if (gone.length + come.length === 0) return;
  if (isAsWritten(gone, come, saysNow)) return;
  if (isSaid(before, after, source, [...gone, ...come])) return;
  throw new Error(`Silently wrong after ${JSON.stringify({ what, source, gone, come })}`);
}

/** How a person retypes a cell, and what it then says; undefined where nobody can say. */
const retypings: readonly ((content: string) => readonly [CellContent, meaning?: string | number])[] = [
  (text) => [` ${text} `, text],
  (text) => [`${text}*`, text],
  (text) => [text.toUpperCase()],
  (text) => [`ca. ${text}`],
  (text) => [`${text} stk.`],
  (text) => [`${text}?`],
  (text) => [`${text},5`],
  (text) => [`-${text}`, /^\d+$/u.test(text) ? -Number(text) : `-${text}`],
  (text) => [text.replace('1', 'l')],
  (text) => [text.replace('0', 'O')],
  (text) => [`${text}/${text}`],
  (text) => [text.slice(0, -1), text.slice(0, -1)],
  () => ['..'],
  () => ['-'],
  () => ['<5'],
  () => ['#N/A'],
  () => [true],
  () => [2012.5, 2012.5],
  () => ['ukendt', 'ukendt'],
  () => ['1.2.3'],
  () => ['=1+1', '=1+1'],
];

type Change =
  | {
      readonly kind: 'deleted' | 'swapped' | 'retyped';
      readonly at: number;
      readonly other: number;
      readonly how: number;
    }
  | { readonly kind: 'row cut' | 'row twice' | 'blank row'; readonly at: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('deleted' as const, 'swapped' as const, 'retyped' as const),
    ...{ at: fc.nat(), other: fc.nat(), how: fc.nat(retypings.length - 1) },
  }),
  fc.record({
    kind: fc.constantFrom('row cut' as const, 'row twice' as const, 'blank row' as const),
    at: fc.nat(),
  }),
);

/** What a cell's content says, by the hand that wrote it. */
function meaningsOf(facts: StudyFacts, how: Writing): Map<string, Set<string | number>> {
  const writer = new Writer(facts, how);
  const meanings = new Map<string, Set<string | number>>();
  const say = (content: CellContent, meaning: string | number | null): void => {
    if (content === null || meaning === null) return;
    const key = String(content);
    meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
  };
  for (const { year, evictions, tenancies, group } of facts.counts) {
    say(writer.year(year), year);
    for (const number of [evictions, tenancies]) say(writer.number(number), number);
    say(writer.group(group), group);
  }
  for (const { firstFullYear, tenancies, controlTenancies, weeklyHours } of facts.programmes) {
    say(writer.year(firstFullYear), firstFullYear);
    for (const number of [tenancies, controlTenancies]) say(writer.number(number), number);
    say(writer.decimal(weeklyHours), weeklyHours);
  }
  for (const { tenancies } of facts.pooled) say(writer.number(tenancies), tenancies);
  for (const { amount } of facts.costs) say(writer.amount(amount), amount);
  return meanings;
}

interface Changed {
  readonly tables: readonly Cells[];
  readonly table: number;
  /** What now stands in the cells that were changed, beside what it was made of. */
  readonly says: readonly (string | number)[];
  readonly cut: number | null;
}

function changed(
  tables: readonly Cells[],
  each: Change,
  meanings: ReadonlyMap<string, ReadonlySet<string | number>>,
  names: readonly string[],
): Changed {
  const cells = tables.flatMap((table, index) =>
    table.flatMap((row, rowIndex) =>
      row.flatMap((content, column) => (content === null ? [] : [{ index, row: rowIndex, column, content }])),
    ),
  );
  const at = cells[each.at % cells.length]!;
  const copies = tables.map((table) => table.map((row) => [...row]));
  const table = copies[at.index]!;
  const saysOf = (content: CellContent): (string | number)[] =>
    content === null ? [] : [String(content), ...(meanings.get(String(content)) ?? [])];
  const said = { tables: copies, table: at.index };
  switch (each.kind) {
    case 'deleted':
      table[at.row]![at.column] = null;
      return { ...said, says: [], cut: null };
    case 'swapped': {
      const near = cells.filter(({ index }) => index === at.index);
      const other = near[each.other % near.length]!;
      table[at.row]![at.column] = other.content;
      table[other.row]![other.column] = at.content;
      const says = [...saysOf(at.content), ...saysOf(other.content)];
      // In a block the group of a row says whose numbers they are.
      const isGroup = says.some((each) => each === 'control' || each === 'intervention');
      return { ...said, says: isGroup ? [...says, ...names] : says, cut: null };
    }
    case 'retyped': {
      const [content, meaning] = retypings[each.how]!(String(at.content));
      table[at.row]![at.column] = content;
      // A name may be any text; a number is what it is written as.
      const names = [String(content).trim()];
      const numbers = meaning === undefined ? [] : [meaning, ...saysOf(String(meaning)), Number(meaning)];
      return { ...said, says: [...names, ...numbers], cut: null };
    }
    case 'row cut':
      table.splice(at.row, 1);
      return { ...said, says: [], cut: at.row };
    case 'row twice':
      table.splice(at.row, 0, table[at.row]!);
      return { ...said, says: [], cut: null };
    case 'blank row':
      table.splice(at.row, 0, []);
      return { ...said, says: [], cut: null };
  }
}

test('cells deleted, swapped and retyped, rows cut, repeated and parted: read as they stand, or said', () => {
  fc.assert(
    fc.property(
      studyFacts,
      writing,
      fc.array(change, { minLength: mutationsPerStudy, maxLength: mutationsPerStudy }),
      (study, how, changes) => {
        const facts = factsFor(study, how);
        const tables = written(facts, how);
        const meanings = meaningsOf(facts, how);
        const names = facts.counts.map(({ organisation }) => organisation);
        const read = (cells: readonly Cells[]): Read => {
          const { study: assembled, findings } = assembleStudy(asSheets(cells, how));
          return { tables: assembled.tables, findings };
        };
        const before = read(tables);
        for (const each of changes) {
          const { tables: harmed, table, says, cut } = changed(tables, each, meanings, names);
          const source = `Ark${table + 1}`;
          const isNow = new Set(says);
          // A row that was cut is not known to have been there.
          const isCut = (place: Place): boolean =>
            cut !== null && place.source === source && place.row === how.firstRow + cut;
          expectHonest(
            ...([before, read(harmed), source] as const),
            (field) => field !== null && (isNow.has(field) || isNow.has(String(field))),
            each,
            placed(before.tables).flatMap(([statement, place]) => (isCut(place) ? [statement] : [])),
          );
        }
      },
    ),
    { numRuns: 240, seed: 4 },
  );
});

/** What happens to the bytes of a file on its way. */
const harm = fc.record({
  kind: fc.constantFrom(
    'byte replaced',
    'byte lost',
    'cut off',
    'encoded twice',
    'encoded for a Mac',
    'no mark',
  ),
  file: fc.nat(),
  at: fc.nat(),
  // Never a blank: it would part digits as people part thousands.
  byte: fc.integer({ min: 0x80, max: 0xff }).filter((byte) => byte !== 0xa0),
});

const onMac: Readonly<Record<string, number>> = { æ: 0xbe, ø: 0xbf, å: 0x8c, Æ: 0xae, Ø: 0xaf, Å: 0x81 };

/**
 * A letter beyond ASCII, or what parts cells; but not what parts two numbers: that leaves one number that nobody can
 * tell from a right one, as a lost digit does.
 */
function mayBeLost(bytes: Uint8Array, index: number): boolean {
  const isDigit = (at: number): boolean => bytes[at]! >= 0x30 && bytes[at]! <= 0x39;
  const near =
    [1, 2, 3].some((left) => isDigit(index - left)) && [1, 2, 3].some((right) => isDigit(index + right));
  const parts = [0x0a, 0x0d, 0x22, 0x3b, 0x09];
  return bytes[index]! >= 0x80 || (parts.includes(bytes[index]!) && !near);
}

function harmed(
  bytes: Uint8Array,
  text: string,
  { kind, at, byte }: { kind: string; at: number; byte: number },
): Uint8Array {
  switch (kind) {
    case 'byte replaced':
      return bytes.map((each, index) => (index === at % bytes.length ? byte : each));
    case 'byte lost': {
      const free = [...bytes.keys()].filter((index) => mayBeLost(bytes, index));
      const lost = free[at % free.length];
      return bytes.filter((_, index) => index !== lost);
    }
    case 'cut off':
      return bytes.slice(0, at % (bytes.length + 1));
    case 'encoded twice':
      return new TextEncoder().encode(new TextDecoder('windows-1252').decode(new TextEncoder().encode(text)));
    case 'encoded for a Mac':
      return Uint8Array.from(Array.from(text, (letter) => onMac[letter] ?? letter.charCodeAt(0) % 256));
    default: {
      const marks = [
        [0xef, 0xbb, 0xbf],
        [0xff, 0xfe],
        [0xfe, 0xff],
      ];
      const mark = marks.find((each) => each.every((one, index) => bytes[index] === one));
      return mark ? bytes.slice(mark.length) : bytes;
    }
  }
}

/** Names that differ only in letters that an encoding changes, in quotation marks, or in a letter or two. */
function isNearly(name: string, other: string): boolean {
  const [one, two] = [name, other].map((each) => each.replace(/[^ !#-~]/gu, '')) as [string, string];
  const longest = Math.max(one.length, two.length);
  let before = 0;
  while (before < longest && one[before] === two[before]) before += 1;
  let after = 0;
  while (after < longest && one.at(-1 - after) === two.at(-1 - after)) after += 1;
  return before + after >= longest - 2;
}

test('bytes replaced and lost, files cut off and saved in other encodings: read as they stand, or said', () => {
  fc.assert(
    fc.property(
      studyFacts,
      writing,
      saving,
      fc.array(harm, { minLength: mutationsPerStudy, maxLength: mutationsPerStudy }),
      (study, drawn, how, harms) => {
        const writer = { ...drawn, years: drawn.years === 'date' ? 'text date' : drawn.years } as Writing;
        const facts = factsFor(study, writer);
        const files = asFiles(written(facts, writer), how);
        const texts = asFiles(written(facts, writer), { ...how, encoding: 'utf-8' });
        const read = (each: typeof files): Read => {
          const { study: assembled, findings } = assembleFiles(each);
          return { tables: assembled.tables, findings };
        };
        const before = read(files);
        for (const each of harms) {
          const at = each.file % files.length;
          const text = new TextDecoder().decode(texts[at]!.bytes);
          const bytes = harmed(files[at]!.bytes, text, each);
          const after = read(files.map((file, index) => (index === at ? { ...file, bytes } : file)));
          const gone = without(statementsOf(before.tables), statementsOf(after.tables)).flat();
          const isCutOff = each.kind === 'cut off';
          expectHonest(
            ...([before, after, files[at]!.name] as const),
            (field) =>
              gone.some((other) =>
                typeof field === 'string' && typeof other === 'string'
                  ? isNearly(field, other)
                  : // The last number of a file may have lost its end.
                    isCutOff && String(other).startsWith(String(field)),
              ),
            each,
            // Costs stand last: nothing tells that there were more.
            isCutOff ? statementsOf(before.tables).filter(([kind]) => kind === 'cost') : [],
          );
        }
      },
    ),
    { numRuns: 160, seed: 4 },
  );
});

test('any bytes end in a study or in findings, never in a crash', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(bytes, bytes, (evictions, programmes) => {
      const { findings } = withoutHang('files of any bytes', () =>
        assembleFiles([
          { name: 'evictions.csv', bytes: evictions },
          { name: 'programmes.csv', bytes: programmes },
          { name: 'study.json', bytes: evictions },
        ]),
      );
      expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 500, seed: 4 },
  );
});
