import { comparable, textOf, type CellContent } from './grid';
import type { TableKind } from './finding';
import { remembered } from './remembered';

/** The columns that a table of each kind may have, by the names that Danish and English headers give them. */
export interface ColumnNames {
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly optional: Readonly<Record<string, readonly string[]>>;
  /** Known and rightly left unread. */
  readonly ignored: readonly string[];
  /** Known, left unread, and worth a word. */
  readonly notUsed: readonly string[];
}

const area = [
  'area',
  'område',
  'boligområde',
  'indsatsområde',
  'housing area',
  'estate',
  'områdenavn',
  'områdets navn',
  'area name',
  'boligafdeling',
  'afdelingsnavn',
];
const group = ['group', 'gruppe', 'områdetype', 'type of area'];
const year = ['year', 'år', 'årstal', 'kalenderår', 'calendar year'];
const tenancies = [
  'tenancies',
  'number of tenancies',
  'lejemål',
  'antal lejemål',
  'boliger',
  'antal boliger',
  'lejemål i alt',
];
const organisation = [
  'organisation',
  'organization',
  'housing organisation',
  'housing organization',
  'boligorganisation',
  'boligorganisationer',
  'boligselskab',
  'boligforening',
];
const evictions = [
  'evictions',
  'udsættelser',
  'fogedudsættelser',
  'antal udsættelser',
  'antal fogedudsættelser',
  'number of evictions',
  'effektive udsættelser',
  'effektive fogedudsættelser',
  'gennemførte udsættelser',
  'sum af udsættelser',
];
const remarks = ['note', 'notes', 'remarks', 'bemærkning', 'bemærkninger', 'noter'];
const place = ['municipality', 'kommune'];
/** How the add-in's own Area data names where a number was read: its tables can be read again. */
const readFrom = ['read from', 'læst fra'];

export const columnNames: Readonly<Record<Exclude<TableKind, 'report-block'>, ColumnNames>> = {
  counts: {
    required: {
      area,
      group,
      year,
      evictions,
    },
    optional: {
      organisation,
      tenancies,
    },
    ignored: [...remarks, ...place, ...readFrom, 'kilde', 'source'],
    notUsed: ['event year', 'hændelsesår'],
  },
  programmes: {
    required: {
      area,
      firstFullYear: [
        'first full year',
        'first full programme year',
        'første hele år',
        'første hele programår',
        'første fulde år',
        'første fulde programår',
      ],
    },
    optional: {
      tenancies,
      controlTenancies: [
        'control tenancies',
        'tenancies, control',
        'lejemål, kontrol',
        'kontrollejemål',
        'lejemål i kontrolområdet',
      ],
      weeklyHours: [
        'prevention hours per week',
        'weekly prevention hours',
        'forebyggelsestimer pr. uge',
        'timer pr. uge',
        'ugentlige timer',
        'ugentlige forebyggelsestimer',
      ],
    },
    ignored: [
      ...remarks,
      ...place,
      ...readFrom,
      'included',
      'med',
      'control',
      'kontrol',
      'kontrolorganisationer',
      'kontrolområde',
      'caretakers',
      'sociale viceværter',
      'contract hours per week',
      'ansættelsestimer pr. uge',
    ],
    notUsed: [
      'start year',
      'startår',
      'start year figure 4',
      'start year appendix a',
      'prevention hours behind 149000',
    ],
  },
  yearlyTenancies: {
    required: { area, group, year, tenancies },
    optional: { organisation },
    ignored: [...remarks, ...place, ...readFrom, 'kilde', 'source'],
    notUsed: [],
  },
  tenancies: {
    required: { eventYear: ['event year', 'hændelsesår'], group, tenancies },
    optional: {},
    ignored: [...remarks, ...readFrom],
    notUsed: [],
  },
  costs: {
    required: {
      source: ['source', 'kilde'],
      amount: [
        'dkk per eviction',
        'cost per eviction',
        'amount',
        'beløb',
        'kr. pr. udsættelse',
        'udgift pr. udsættelse',
      ],
    },
    optional: {},
    ignored: [
      ...remarks,
      ...readFrom,
      'udgivet',
      'published',
      'betales af',
      'paid by',
      'grad (a–d)',
      'grade (a–d)',
    ],
    notUsed: [],
  },
};

/** The columns of a wide table besides its years. */
export const wideColumns: ColumnNames = {
  required: { area, group },
  optional: { organisation, measure: ['measure', 'variable', 'variabel', 'måltal', 'tal', 'opgørelse'] },
  ignored: [...remarks, ...place, ...readFrom, 'kilde', 'source'],
  notUsed: [],
};

/** What the numbers of a table count. */
export type Measure = 'evictions' | 'tenancies';

/** What a header, a title or the name of a sheet says of its numbers; null where it says neither, or both. */
export function measureNamed(text: string): Measure | null {
  const words = comparable(text.replace(/_/g, ' '));
  const has = (names: readonly string[]): boolean => names.some((name) => words.includes(name));
  const [isEvictions, isTenancies] = [has(evictions), has(tenancies)];
  if (isEvictions === isTenancies) return null;
  return isEvictions ? 'evictions' : 'tenancies';
}

export type TidyKind = keyof typeof columnNames;
export const tidyKinds = Object.keys(columnNames) as readonly TidyKind[];

/** The field of each kind of table that must hold a number in every row. */
export const numberField: Readonly<Record<TidyKind, string>> = {
  counts: 'evictions',
  programmes: 'firstFullYear',
  yearlyTenancies: 'tenancies',
  tenancies: 'tenancies',
  costs: 'amount',
};

const totals = [
  ...['i alt', 'ialt', 'total', 'totalt', 'hovedtotal', 'grand total', 'sum', 'samlet'],
  ...['gennemsnit', 'average', 'mean', 'alle områder', 'all areas', 'subtotal'],
];
/** `Lundtoftegade i alt`, `Total Nord`: a part's total. */
const partsTotal = /^.+[ ,:](?:i alt|ialt|total|subtotal)$|^(?:i alt|total)[ ,:].+$/u;

/** Whether a row or column of this name repeats the others, as `I alt:` does. */
export const namesTotal = remembered((text) => {
  const name = comparable(text).replace(/ ?:$/, '');
  return totals.includes(name) || partsTotal.test(name);
});

/** The form in which headers are compared: `First_full_year` is `first full year`. */
export function comparableHeader(content: CellContent | undefined): string {
  return typeof content === 'string' ? headerOf(content) : textOf(content);
}

const headerOf = remembered((text) => comparable(textOf(text).replace(/_/g, ' ')));

/** The field that a header names in a table of this kind, such as `evictions`; null where it names none. */
export function fieldOf(kind: TidyKind, header: string): string | null {
  return fieldIn(columnNames[kind], header);
}

export function fieldIn(names: ColumnNames, header: string): string | null {
  let fields = fieldsByHeader.get(names);
  if (!fields) fieldsByHeader.set(names, (fields = fieldsOf(names)));
  return fields.get(header) ?? null;
}

/** A broken file may have a header in every row. */
const fieldsByHeader = new Map<ColumnNames, ReadonlyMap<string, string>>();

function fieldsOf({ required, optional }: ColumnNames): ReadonlyMap<string, string> {
  const named = [...Object.entries(required), ...Object.entries(optional)].flatMap(([field, names]) =>
    names.map((name) => [name, field] as const),
  );
  // A name that two fields have is the first one's.
  return new Map(named.reverse());
}

/** The field of every column that a table of this kind may have. */
export function knownFields(kind: TidyKind): readonly string[] {
  const { required, optional } = columnNames[kind];
  return [...Object.keys(required), ...Object.keys(optional)];
}

const groupNames: Readonly<Record<string, 'intervention' | 'control'>> = {
  intervention: 'intervention',
  'intervention area': 'intervention',
  'intervention areas': 'intervention',
  'intervention group': 'intervention',
  treatment: 'intervention',
  'treatment group': 'intervention',
  forsøg: 'intervention',
  forsøgsgruppe: 'intervention',
  forsøgsområde: 'intervention',
  indsatsen: 'intervention',
  indsats: 'intervention',
  indsatsgruppe: 'intervention',
  indsatsområdet: 'intervention',
  indsatsområde: 'intervention',
  indsatsområder: 'intervention',
  control: 'control',
  'control area': 'control',
  'control areas': 'control',
  'control group': 'control',
  comparison: 'control',
  'comparison area': 'control',
  'comparison areas': 'control',
  'comparison group': 'control',
  sammenligning: 'control',
  sammenligningsgruppe: 'control',
  sammenligningsområde: 'control',
  sammenligningsområder: 'control',
  referenceområde: 'control',
  kontrol: 'control',
  kontrolgruppe: 'control',
  kontrolområdet: 'control',
  kontrolområde: 'control',
  kontrolområder: 'control',
};

export const groupNamed = remembered((text) => {
  const name = comparable(text);
  return Object.hasOwn(groupNames, name) ? groupNames[name]! : null;
});
