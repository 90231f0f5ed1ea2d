import { eventYears, type EvictionCount, type Study } from '../../src/study';

/**
 * Another study whose small counts (1 to 4) are all different, while everything that may be told is the same:
 * the sum of a group over all areas in an event year, unless it is small itself, made of one number alone, or
 * tied to other sums by a control organisation that serves several areas. If a masked copy cannot tell the two
 * apart, nobody can.
 */
export function twinOf(study: Study): Study {
  const { tables, options } = study;
  const window = new Set(eventYears(options));
  const firstYears = new Map(tables.programmes.map(({ area, firstFullYear }) => [area, firstFullYear]));
  const eventYear = ({ area, year }: EvictionCount): number => year - firstYears.get(area)! + 1;
  const key = ({ area, group, organisation, year }: EvictionCount): string =>
    group === 'control' ? `${organisation} ${year}` : `${area} ${organisation} ${year}`;
  const values = new Map(tables.counts.map((count) => [`${count.group} ${key(count)}`, count.evictions]));
  const lines = new Map<string, string[]>();
  for (const count of tables.counts) {
    if (!window.has(eventYear(count)) || options.exclude.includes(count.area)) continue;
    const line = `${count.group} ${eventYear(count)}`;
    lines.set(line, [...(lines.get(line) ?? []), `${count.group} ${key(count)}`]);
  }
  const uses = new Map<string, number>();
  for (const each of [...lines.values()].flat()) uses.set(each, (uses.get(each) ?? 0) + 1);
  const changed = new Map(values);
  const isSmall = (value: number): boolean => value > 0 && value < 5;
  const done = new Set<string>();
  for (const keys of lines.values()) {
    const before = keys.map((each) => values.get(each)!);
    if (!before.some(isSmall)) continue;
    const isAlone = keys.length === 1 || keys.some((each) => uses.get(each)! > 1);
    if (isAlone) continue;
    const after = otherNumbers(before);
    keys.forEach((each, index) => changed.set(each, after[index]!));
    keys.forEach((each) => done.add(each));
  }
  for (const [each, value] of values)
    if (isSmall(value) && !done.has(each)) changed.set(each, value === 4 ? 3 : value + 1);
  return {
    ...study,
    tables: {
      ...tables,
      counts: tables.counts.map((count) => ({
        ...count,
        evictions: changed.get(`${count.group} ${key(count)}`)!,
      })),
    },
  };
}

/** Numbers of the same sum, with another one wherever a small one stood, and still a small one among them. */
function otherNumbers(before: readonly number[]): readonly number[] {
  const sum = before.reduce((total, each) => total + each, 0);
  const isSmall = (value: number): boolean => value > 0 && value < 5;
  let state = 12345;
  const below = (most: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
  for (let attempt = 0; attempt < 100_000; attempt += 1) {
    const balance = below(before.length);
    const after = before.map((each) => (isSmall(each) ? 1 + below(4) : Math.max(0, each - 2 + below(5))));
    after[balance] =
      sum - after.reduce((total, each, index) => (index === balance ? total : total + each), 0);
    const isOther = before.every((each, index) => !isSmall(each) || after[index] !== each);
    if (isOther && after[balance] >= 0 && after.some(isSmall)) return after;
  }
  throw new Error(`No other numbers for ${before.join(', ')}.`);
}
