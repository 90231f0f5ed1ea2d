import fc from 'fast-check';
import { alike } from '../../src/study/alike';
import type { CellContent, Group, InputFile, SourceGrid } from '../../src/study';

/** A study as facts, before anybody writes it down. */
export interface StudyFacts {
  readonly counts: readonly Fact[];
  readonly tenancies: 'none' | 'yearly' | 'once' | 'pooled';
  readonly programmes: readonly {
    readonly area: string;
    readonly firstFullYear: number;
    readonly tenancies: number | null;
    readonly controlTenancies: number | null;
    readonly weeklyHours: number | null;
  }[];
  readonly pooled: readonly {
    readonly eventYear: number;
    readonly group: Group;
    readonly tenancies: number;
  }[];
  readonly costs: readonly { readonly source: string; readonly amount: number }[];
}

export interface Fact {
  readonly area: string;
  readonly group: Group;
  readonly organisation: string;
  readonly year: number;
  readonly evictions: number;
  readonly tenancies: number | null;
}

const word = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{2,9}$/u);
const firstYear = 2000;
const yearly = (most: number) => fc.array(fc.nat(most), { minLength: 30, maxLength: 30 });

/** One to four areas, each with one or two controls that may serve another area too. */
export const studyFacts: fc.Arbitrary<StudyFacts> = fc
  .record({
    areas: fc.uniqueArray(
      fc.record({
        name: fc
          .tuple(word, fc.constantFrom('', ' Øst', ' 12', ' (afd. 3)', '-Vest'))
          .map((parts) => parts.join('')),
        firstFullYear: fc.integer({ min: 2004, max: 2024 }),
        evictions: yearly(400),
        tenancies: fc.integer({ min: 800, max: 90_000 }),
        hours: fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
        controls: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ name }) => alike(name) },
    ),
    organisations: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom('Bo', 'AAB, 3B og', 'Boligforeningen "', 'KAB;'), word)
        .map(([first, last]) => (first.endsWith('"') ? `${first}${last}"` : `${first} ${last}`)),
      { minLength: 4, maxLength: 4, selector: alike },
    ),
    controlEvictions: fc.array(yearly(3000), { minLength: 4, maxLength: 4 }),
    tenancies: fc.constantFrom('none' as const, 'yearly' as const, 'once' as const, 'pooled' as const),
    pooled: fc.array(fc.integer({ min: 1000, max: 90_000 }), { minLength: 10, maxLength: 10 }),
    costs: fc.uniqueArray(
      fc.record({
        source: word.map((name) => `${name} 2015, SBi`),
        amount: fc.integer({ min: 1, max: 99_999 }),
      }),
      { maxLength: 3, selector: ({ source }) => source },
    ),
  })
  .map(({ areas, organisations, controlEvictions, tenancies, pooled, costs }) => ({
    counts: areas.flatMap((area) =>
      Array.from({ length: 5 }, (_, index) => area.firstFullYear - 3 + index).flatMap((year): Fact[] => [
        {
          ...{ area: area.name, group: 'intervention' as const, organisation: area.name, year },
          evictions: area.evictions[year - firstYear]!,
          tenancies: tenancies === 'yearly' ? area.tenancies + year : null,
        },
        ...area.controls.map((control) => ({
          ...{ area: area.name, group: 'control' as const, organisation: organisations[control]!, year },
          evictions: controlEvictions[control]![year - firstYear]!,
          tenancies: tenancies === 'yearly' ? 5000 + 10 * year + control : null,
        })),
      ]),
    ),
    tenancies,
    programmes: areas.map(({ name, firstFullYear, tenancies: number, hours }) => ({
      ...{ area: name, firstFullYear, weeklyHours: hours },
      tenancies: tenancies === 'once' ? number : null,
      controlTenancies: tenancies === 'once' ? 3 * number : null,
    })),
    pooled:
      tenancies === 'pooled'
        ? pooled.map((number, index) => ({
            eventYear: (index % 5) - 2,
            group: index < 5 ? ('intervention' as const) : ('control' as const),
            tenancies: number,
          }))
        : [],
    costs,
  }));

/** How somebody writes a study down. */
export const writing = fc.record({
  layout: fc.constantFrom(
    'tidy',
    'tidy merged',
    'wide',
    'wide two rows',
    'wide both',
    'wide measure',
    'blocks',
  ),
  language: fc.constantFrom('da' as const, 'en' as const),
  numbers: fc.constantFrom('cell', 'plain', '.', ',', '\u00a0', '\u2009', ' '),
  years: fc.constantFrom('cell', 'plain', 'date', 'text date', 'marked'),
  place: fc.constantFrom('apart', 'below', 'beside'),
  columnOrder: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  rowOrder: fc.infiniteStream(fc.nat(1000)),
  title: fc.boolean(),
  remark: fc.boolean(),
  totals: fc.boolean(),
  extraColumn: fc.boolean(),
  upperCase: fc.boolean(),
  firstRow: fc.nat(3),
  firstColumn: fc.nat(3),
});
export type Writing = typeof writing extends fc.Arbitrary<infer Value> ? Value : never;

const words = {
  da: {
    ...{ area: 'Område', group: 'Gruppe', organisation: 'Boligorganisation', year: 'År' },
    ...{ evictions: 'Fogedudsættelser', tenancies: 'Lejemål', measure: 'Opgørelse', source: 'Kilde' },
    ...{ firstFullYear: 'Første hele år', hours: 'Timer pr. uge', controlTenancies: 'Kontrollejemål' },
    ...{ amount: 'Kr. pr. udsættelse', eventYear: 'Hændelsesår', total: 'I alt', note: 'Bemærkninger' },
    ...{ intervention: 'Indsatsområde', control: 'Kontrolområde', currency: ' kr.' },
    ...{ title: 'Tal fra ejendomssystemet', remark: '* Foreløbige tal' },
  },
  en: {
    ...{ area: 'area', group: 'group', organisation: 'organisation', year: 'year' },
    ...{ evictions: 'evictions', tenancies: 'tenancies', measure: 'measure', source: 'source' },
    ...{
      firstFullYear: 'first_full_year',
      hours: 'prevention_hours_per_week',
      controlTenancies: 'control_tenancies',
    },
    ...{ amount: 'dkk_per_eviction', eventYear: 'event_year', total: 'Total', note: 'remarks' },
    ...{ intervention: 'intervention', control: 'control', currency: ' DKK' },
    ...{ title: 'Figures from our system', remark: 'Source: our own counts' },
  },
};
type Words = (typeof words)['da'];

export type Cells = CellContent[][];

const daysTo = (year: number): number => Date.UTC(year, 11, 31) / 86_400_000 + 25_569;

/** Writes the facts down as drawn; its renderings say what a cell of the tables means. */
export class Writer {
  readonly t: Words;
  constructor(
    private readonly facts: StudyFacts,
    readonly how: Writing,
  ) {
    this.t = words[how.language];
  }

  number(value: number | null): CellContent {
    const { numbers } = this.how;
    if (value === null) return null;
    if (numbers === 'cell') return value;
    if (numbers === 'plain') return String(value);
    return String(value).replace(/\B(?=(?:\d{3})+$)/gu, numbers);
  }
  decimal(value: number | null): CellContent {
    if (value === null) return null;
    if (this.how.numbers === 'cell') return value;
    return String(value).replace('.', this.how.language === 'da' ? ',' : '.');
  }
  amount(value: number): CellContent {
    return this.how.numbers === 'cell' ? value : `${String(this.number(value))}${this.t.currency}`;
  }
  year(value: number): CellContent {
    const { years } = this.how;
    if (years === 'cell') return value;
    if (years === 'date') return daysTo(value);
    if (years === 'text date') return `31-12-${value}`;
    return years === 'marked' ? `${value}*` : String(value);
  }
  group(group: Group): string {
    return this.how.upperCase ? this.t[group].toUpperCase() : this.t[group];
  }
  header(...names: (keyof Words)[]): string[] {
    return names.map((name) => (this.how.upperCase ? this.t[name].toUpperCase() : this.t[name]));
  }
  shuffled(rows: Cells): Cells {
    return rows
      .map((row, index) => ({ row, key: this.how.rowOrder.next().value, index }))
      .sort((a, b) => a.key - b.key || a.index - b.index)
      .map(({ row }) => row);
  }
  /** The columns in the order that was drawn. */
  ordered(table: Cells): Cells {
    const order = table[0]!
      .map((_, column) => column)
      .sort((a, b) => (this.how.columnOrder[a] ?? 0) - (this.how.columnOrder[b] ?? 0) || a - b);
    return table.map((row) => order.map((column) => row[column] ?? null));
  }
  framed(table: Cells, title = this.how.title ? this.t.title : null): Cells {
    return [...(title === null ? [] : [[title]]), ...table, ...(this.how.remark ? [[this.t.remark]] : [])];
  }

  tables(): Cells[] {
    const { layout } = this.how;
    return [
      ...(layout === 'blocks' ? this.blocks() : layout.startsWith('tidy') ? [this.tidy()] : this.wide()),
      this.programmes(),
      ...(this.facts.pooled.length > 0 ? [this.pooled()] : []),
      ...(this.facts.costs.length > 0 ? [this.costs()] : []),
    ];
  }

  tidy(): Cells {
    const isMerged = this.how.layout === 'tidy merged';
    const withTenancies = this.facts.tenancies === 'yearly';
    const rows = this.facts.counts.map(
      ({ area, group, organisation, year, evictions, tenancies }): CellContent[] => [
        ...[area, this.group(group), organisation, this.year(year), this.number(evictions)],
        ...(withTenancies ? [this.number(tenancies)] : []),
        ...(this.how.extraColumn ? ['x'] : []),
      ],
    );
    const header = this.header('area', 'group', 'organisation', 'year', 'evictions');
    if (withTenancies) header.push(...this.header('tenancies'));
    if (this.how.extraColumn) header.push(...this.header('note'));
    const sum = this.facts.counts.reduce((total, { evictions }) => total + evictions, 0);
    const total: Cells = this.how.totals ? [[this.t.total, null, null, null, this.number(sum)]] : [];
    if (!isMerged) return this.framed(this.ordered([header, ...this.shuffled(rows), ...total]));
    const sorted = [...rows].sort((a, b) => [0, 1, 2].reduce((so, at) => so || order(a[at], b[at]), 0));
    const merged = sorted.map((row, index) =>
      row.map((cell, column) => {
        const above = sorted[index - 1];
        const isSame = above && [0, 1, 2].slice(0, column + 1).every((at) => above[at] === row[at]);
        return column < 3 && isSame ? null : cell;
      }),
    );
    return this.framed([header, ...merged, ...total]);
  }

  wide(): Cells[] {
    const { layout } = this.how;
    const { counts, tenancies } = this.facts;
    const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => a - b);
    const groups = [...new Map(counts.map((each) => [keyOf(each), each])).values()];
    const isYearly = tenancies === 'yearly';
    const names = (each: Fact): CellContent[] => [each.area, this.group(each.group), each.organisation];
    const numbers = (each: Fact, measure: 'evictions' | 'tenancies'): CellContent[] =>
      years.map((year) => {
        const own = counts.find((count) => count.year === year && keyOf(count) === keyOf(each));
        return own ? this.number(own[measure]) : null;
      });
    const named = this.header('area', 'group', 'organisation');
    const total = (...more: CellContent[]): Cells =>
      this.how.totals ? [[this.t.total, null, null, ...more, ...years.map(() => this.number(9999))]] : [];
    const yearCells = years.map((year) => this.year(year));
    if (layout === 'wide both' && isYearly) {
      const text = (measure: keyof Words) => years.map((year) => `${this.t[measure]} ${year}`);
      const rows = groups.map((each) => [
        ...names(each),
        ...numbers(each, 'evictions'),
        ...numbers(each, 'tenancies'),
      ]);
      return [this.framed([[...named, ...text('evictions'), ...text('tenancies')], ...this.shuffled(rows)])];
    }
    if (layout === 'wide measure' && isYearly) {
      const rows = groups.flatMap((each) =>
        (['evictions', 'tenancies'] as const).map((measure) => [
          ...names(each),
          this.t[measure],
          ...numbers(each, measure),
        ]),
      );
      const header = [...named, ...this.header('measure'), ...yearCells];
      return [this.framed([header, ...this.shuffled(rows), ...total(null)])];
    }
    if (layout === 'wide two rows') {
      const blanks = years.slice(1).map(() => null);
      const rows = groups.map((each) => [
        ...names(each),
        ...numbers(each, 'evictions'),
        ...(isYearly ? numbers(each, 'tenancies') : []),
      ]);
      const above = [
        ...named,
        this.t.evictions,
        ...blanks,
        ...(isYearly ? [this.t.tenancies, ...blanks] : []),
      ];
      const below = [null, null, null, ...yearCells, ...(isYearly ? yearCells : [])];
      return [this.framed([above, below, ...this.shuffled(rows)])];
    }
    const table = (measure: 'evictions' | 'tenancies'): Cells =>
      this.framed(
        [
          [...named, ...yearCells, ...(this.how.totals ? [this.t.total] : [])],
          ...this.shuffled(
            groups.map((each) => [
              ...names(each),
              ...numbers(each, measure),
              ...(this.how.totals ? [1] : []),
            ]),
          ),
          ...total(),
        ],
        this.t[measure],
      );
    return [table('evictions'), ...(isYearly ? [table('tenancies')] : [])];
  }

  blocks(): Cells[] {
    const { counts, tenancies } = this.facts;
    const areas = [...new Set(counts.map(({ area }) => area))];
    const blocks = areas.map((area) => {
      const own = counts.filter((count) => count.area === area);
      const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b);
      const row = (group: Group): CellContent[] =>
        years.map((year) => {
          const count = own.find((each) => each.group === group && each.year === year);
          return this.number(count!.evictions);
        });
      const control = own.find(({ group }) => group === 'control')!.organisation;
      const total = this.how.totals ? [this.number(99)] : [];
      return [
        [area],
        [control, ...years.map((year) => this.year(year)), ...(this.how.totals ? [this.t.total] : [])],
        [this.group('intervention'), ...row('intervention'), ...total],
        [this.group('control'), ...row('control'), ...total],
      ];
    });
    if (tenancies !== 'yearly') return blocks;
    const rows = counts.map((each) => [
      ...[
        each.area,
        this.group(each.group),
        each.organisation,
        this.year(each.year),
        this.number(each.tenancies),
      ],
    ]);
    const header = this.header('area', 'group', 'organisation', 'year', 'tenancies');
    return [...blocks, this.ordered([header, ...this.shuffled(rows)])];
  }

  programmes(): Cells {
    const isOnce = this.facts.tenancies === 'once';
    return this.ordered([
      this.header(
        'area',
        'firstFullYear',
        'hours',
        ...(isOnce ? (['tenancies', 'controlTenancies'] as const) : []),
      ),
      ...this.shuffled(
        this.facts.programmes.map(({ area, firstFullYear, weeklyHours, tenancies, controlTenancies }) => [
          ...[area, this.year(firstFullYear), this.decimal(weeklyHours)],
          ...(isOnce ? [this.number(tenancies), this.number(controlTenancies)] : []),
        ]),
      ),
    ]);
  }

  pooled(): Cells {
    if (this.how.layout === 'blocks') {
      const row = (group: Group): CellContent[] =>
        this.facts.pooled
          .filter((each) => each.group === group)
          .map(({ tenancies }) => this.number(tenancies));
      return [
        [
          this.t.tenancies,
          ...[-2, -1, 0, 1, 2].map((year) => (this.how.numbers === 'cell' ? year : String(year))),
        ],
        [this.group('intervention'), ...row('intervention')],
        [this.group('control'), ...row('control')],
      ];
    }
    return this.ordered([
      this.header('eventYear', 'group', 'tenancies'),
      ...this.shuffled(
        this.facts.pooled.map(({ eventYear, group, tenancies }) => [
          ...[
            this.how.numbers === 'cell' ? eventYear : String(eventYear),
            this.group(group),
            this.number(tenancies),
          ],
        ]),
      ),
    ]);
  }

  costs(): Cells {
    return this.ordered([
      this.header('source', 'amount'),
      ...this.facts.costs.map(({ source, amount }) => [source, this.amount(amount)]),
    ]);
  }
}

const keyOf = ({ area, group, organisation }: Fact): string => [area, group, organisation].join('\n');
const order = (a: CellContent | undefined, b: CellContent | undefined): number => {
  if (a === b) return 0;
  return String(a) < String(b) ? -1 : 1;
};

/** The facts that a layout has room for: a block has one control. */
export function factsFor(facts: StudyFacts, how: Writing): StudyFacts {
  if (how.layout !== 'blocks') return facts;
  const control = new Map<string, string>();
  for (const { area, group, organisation } of facts.counts) {
    if (group === 'control' && !control.has(area)) control.set(area, organisation);
  }
  const counts = facts.counts.filter(
    ({ area, group, organisation }) => group === 'intervention' || control.get(area) === organisation,
  );
  return { ...facts, counts };
}

/** The tables as cells: one list of rows for each sheet or file. */
export function written(facts: StudyFacts, how: Writing): Cells[] {
  const tables = new Writer(facts, how).tables();
  if (how.place === 'apart') return tables;
  if (how.place === 'below')
    return [tables.flatMap((table, index) => (index === 0 ? table : [[null], ...table]))];
  const height = Math.max(...tables.map((table) => table.length));
  const rows: Cells = Array.from({ length: height }, () => []);
  for (const table of tables) {
    const width = Math.max(...table.map((row) => row.length)) + 1;
    for (const [index, row] of rows.entries()) {
      row.push(...Array.from({ length: width }, (_, column) => table[index]?.[column] ?? null));
    }
  }
  return [rows];
}

/** As sheets of a workbook, somewhere on them. */
export function asSheets(tables: readonly Cells[], { firstRow, firstColumn }: Writing): SourceGrid[] {
  return tables.map((cells, index) => ({
    ...{ source: `Ark${index + 1}`, kind: 'sheet', firstRow, firstColumn, cells },
  }));
}

/** How text files are saved. */
export const saving = fc.record({
  separator: fc.constantFrom(';', '\t', ','),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252', 'utf-16le', 'utf-16be'),
  saysSeparator: fc.boolean(),
  fills: fc.boolean(),
});
export type Saving = typeof saving extends fc.Arbitrary<infer Value> ? Value : never;

export function asFiles(tables: readonly Cells[], how: Saving): InputFile[] {
  return tables.map((cells, index) => {
    const width = how.fills ? Math.max(...cells.map((row) => row.length)) : 0;
    const lines = cells.map((row) =>
      Array.from({ length: Math.max(row.length, width) }, (_, column) =>
        quoted(String(row[column] ?? '')),
      ).join(how.separator),
    );
    if (how.saysSeparator) lines.unshift(`sep=${how.separator}`);
    return { name: `${index + 1}.csv`, bytes: encoded(lines.join(how.newline), how.encoding) };
  });
}

const quoted = (text: string): string =>
  /[;,\t"\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function encoded(text: string, encoding: Saving['encoding']): Uint8Array {
  if (encoding === 'windows-1252')
    return Uint8Array.from(Buffer.from(text.replaceAll('\u2009', ' '), 'latin1'));
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return Uint8Array.from(encoding === 'utf-16le' ? little : little.swap16());
}
