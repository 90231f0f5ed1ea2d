import type { Group } from '../../study';

/** One count of evictions as it stands in Area data. */
export interface SharedCount {
  readonly area: string;
  readonly group: Group;
  readonly organisation: string;
  readonly year: number;
  /** Null where the count does not enter the evaluation. */
  readonly eventYear: number | null;
  /** Null where there is no number. */
  readonly evictions: number | null;
}

/** All counts of a group in an event year, whose sum the report shows. */
export interface Line {
  readonly group: Group;
  readonly eventYear: number;
}

export interface MaskedCounts {
  /** Which of the counts are masked, in their order. */
  readonly isMasked: readonly boolean[];
  /** How many of these are small themselves; the others would give these away. */
  readonly small: number;
  /** Lines with masked counts whose sum can be shown. */
  readonly sumsShown: readonly Line[];
  /** Lines whose sum would give a count away, or is small itself. */
  readonly sumsMasked: readonly Line[];
}

/** The least number of evictions that is no small count; 0 is none either. */
export const leastShown = 5;

export function isSmall(count: number | null): boolean {
  return count !== null && count > 0 && count < leastShown;
}

/**
 * Which counts must be masked so that none from 1 to 4 can be found out. Where an event year of a group holds
 * a small count, all counts of that line are masked: what is left over of its sum then says nothing about one
 * of them. A control organisation's count that stands for several areas is one number, masked wherever it
 * stands. The sum of a line with masked counts is shown only when it is no small count itself, and when at
 * least two numbers make it up of which none enters another sum: then a count and another one of the same
 * line could have been one more and one less, and all that is shown would be the same.
 */
export function maskedCounts(counts: readonly SharedCount[]): MaskedCounts {
  const lines = linesOf(counts);
  const masked = new Set(counts.filter(({ evictions }) => isSmall(evictions)).map(numberKey));
  for (let before = -1; before !== masked.size;) {
    before = masked.size;
    for (const { keys } of lines)
      if (keys.some((key) => masked.has(key))) keys.forEach((key) => masked.add(key));
  }
  const touched = lines.filter(({ keys }) => keys.some((key) => masked.has(key)));
  const uses = new Map<string, number>();
  for (const key of lines.flatMap(({ keys }) => keys)) uses.set(key, (uses.get(key) ?? 0) + 1);
  const isSafe = ({ keys, sum }: LineKeys): boolean =>
    sum >= leastShown && keys.length >= 2 && keys.every((key) => uses.get(key) === 1);
  const line = ({ group, eventYear }: LineKeys): Line => ({ group, eventYear });
  return {
    isMasked: counts.map((count) => masked.has(numberKey(count))),
    small: counts.filter(({ evictions }) => isSmall(evictions)).length,
    sumsShown: touched.filter(isSafe).map(line),
    sumsMasked: touched.filter((each) => !isSafe(each)).map(line),
  };
}

interface LineKeys extends Line {
  /** A number that enters the sum twice stands twice. */
  readonly keys: readonly string[];
  readonly sum: number;
}

function linesOf(counts: readonly SharedCount[]): readonly LineKeys[] {
  const lines = new Map<string, { group: Group; eventYear: number; keys: string[]; sum: number }>();
  for (const count of counts) {
    const { group, eventYear, evictions } = count;
    if (eventYear === null || evictions === null) continue;
    const key = `${group} ${eventYear}`;
    const line = lines.get(key) ?? { group, eventYear, keys: [], sum: 0 };
    lines.set(key, line);
    line.keys.push(numberKey(count));
    line.sum += evictions;
  }
  return [...lines.values()];
}

/** A control organisation has one count a year, whatever area it stands for. */
export function numberKey({ area, group, organisation, year }: SharedCount): string {
  const whose =
    group === 'control' && organisation !== '' ? organisation.toLowerCase() : `${area}\n${organisation}`;
  return `${group}\n${whose}\n${year}`;
}
