import { allFindings } from './all-findings';
import type { Assembled } from './assemble';
import type { Finding } from './finding';
import type { Place } from './grid';
import { acceptsOption, type OptionRule } from './option-rules';
import {
  defaultOptions,
  groups,
  type CostEstimate,
  type EvictionCount,
  type PooledTenancies,
  type Programme,
  type Study,
  type StudyOptions,
} from './study';

/**
 * What was read, as a text that is kept with the workbook. Counts, of which there may be a hundred thousand, are
 * packed by columns, with every name written once.
 */
export function packStudy({ study, reading }: Assembled): string {
  const words = new Words();
  const { counts, pooledTenancies, programmes, costs } = study.tables;
  const places = (place: Place | undefined): readonly number[] =>
    place ? [words.of(place.source), words.of(place.kind), place.row, place.column] : [];
  const rows = counts.map((count) => [
    words.of(count.area),
    groups.indexOf(count.group),
    words.of(count.organisation),
    count.year,
    count.evictions,
    count.tenancies,
    ...places(count.place),
    ...places(count.tenanciesPlace),
  ]);
  return JSON.stringify({
    words: words.all,
    counts: rows,
    pooledTenancies,
    programmes,
    costs,
    options: study.options,
    published: study.published,
    reading,
  });
}

/** What `packStudy` packed; null where the text is no such thing, whatever it is. */
export function unpackStudy(text: string): Assembled | null {
  try {
    const packed = JSON.parse(text) as Record<string, unknown>;
    const words = listOf(packed['words'], isText);
    const study: Study = {
      tables: {
        counts: listOf(packed['counts'], isList).map((row) => countOf(row, words)),
        pooledTenancies: listOf(packed['pooledTenancies'], isPooledTenancies),
        programmes: listOf(packed['programmes'], isProgramme),
        costs: listOf(packed['costs'], isCost),
      },
      options: optionsOf(packed['options']),
      published: listOf(packed['published'], isRecord) as unknown as Study['published'],
    };
    const reading = listOf(packed['reading'], isFinding);
    return { study, reading, findings: allFindings(study, reading) };
  } catch {
    return null;
  }
}

/** Every word once, by its number. */
class Words {
  readonly all: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.all.length);
    return this.all.push(word) - 1;
  }
}

type Guard<Kind> = (value: unknown) => value is Kind;

const isText: Guard<string> = (value) => typeof value === 'string';
const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isNumberOrNone: Guard<number | null> = (value) => value === null || isNumber(value);
const isList: Guard<readonly unknown[]> = (value) => Array.isArray(value);
const isRecord: Guard<Readonly<Record<string, unknown>>> = (
  value,
): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const kinds: readonly unknown[] = ['sheet', 'file', 'file-sheet', 'whole'] satisfies readonly Place['kind'][];
const isPlace: Guard<Place> = (value): value is Place =>
  isRecord(value) &&
  isText(value['source']) &&
  kinds.includes(value['kind']) &&
  isNumber(value['row']) &&
  isNumber(value['column']);
const isGroup = (value: unknown): boolean => (groups as readonly unknown[]).includes(value);

const isPooledTenancies: Guard<PooledTenancies> = (value): value is PooledTenancies =>
  isRecord(value) &&
  isNumber(value['eventYear']) &&
  isGroup(value['group']) &&
  isNumber(value['tenancies']) &&
  isPlace(value['place']);

const isProgramme: Guard<Programme> = (value): value is Programme =>
  isRecord(value) &&
  isText(value['area']) &&
  isNumber(value['firstFullYear']) &&
  isNumberOrNone(value['tenancies']) &&
  isNumberOrNone(value['controlTenancies']) &&
  isNumberOrNone(value['weeklyHours']) &&
  isPlace(value['place']);

const isCost: Guard<CostEstimate> = (value): value is CostEstimate =>
  isRecord(value) && isText(value['source']) && isNumber(value['amount']) && isPlace(value['place']);

const isFinding: Guard<Finding> = (value): value is Finding =>
  isRecord(value) &&
  isText(value['code']) &&
  ['error', 'warning', 'note'].includes(value['severity'] as string) &&
  isRecord(value['details']) &&
  (value['place'] === undefined || isPlace(value['place']));

function listOf<Kind>(value: unknown, isKind: Guard<Kind>): readonly Kind[] {
  if (!isList(value) || !value.every(isKind)) throw new TypeError('not a list of what it should be');
  return value;
}

function countOf(row: readonly unknown[], words: readonly string[]): EvictionCount {
  const [area, group, organisation, year, evictions, tenancies, ...places] = row;
  const word = (index: unknown): string => {
    const found = words[index as number];
    if (found === undefined) throw new TypeError('a word that is missing');
    return found;
  };
  const placeAt = (first: number): Place => {
    const [source, kind, ...at] = places.slice(first, first + 4);
    const place = { source: word(source), kind: word(kind), row: at[0], column: at[1] };
    if (!isPlace(place)) throw new TypeError('no place');
    return place;
  };
  if (!isNumber(year) || !isNumber(evictions) || !isNumberOrNone(tenancies) || !groups[group as number])
    throw new TypeError('no count');
  return {
    area: word(area),
    group: groups[group as number]!,
    organisation: word(organisation),
    year,
    evictions,
    tenancies,
    place: placeAt(0),
    ...(places.length > 4 && { tenanciesPlace: placeAt(4) }),
  };
}

/** What an older version of the add-in did not know has its default. */
function optionsOf(value: unknown): StudyOptions {
  if (!isRecord(value)) throw new TypeError('no options');
  for (const option of Object.keys(defaultOptions)) {
    const isKnown = value[option] !== undefined;
    if (isKnown && !acceptsOption(option as OptionRule['field'], value[option]))
      throw new TypeError(`${option} cannot be that`);
  }
  return { ...defaultOptions, ...value };
}
