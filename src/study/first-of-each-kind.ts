import { finding, type Finding } from './finding';

/**
 * The first findings of each kind, in their order, the last followed by how many more there are. A broken table gives
 * one for every row: nobody would read them, but none of another kind must be lost behind them.
 */
export function firstOfEachKind(findings: readonly Finding[], most: number): readonly Finding[] {
  const all = new Map<string, number>();
  for (const each of findings) all.set(kindOf(each), (all.get(kindOf(each)) ?? 0) + numberOf(each));
  const said = new Map<string, number>();
  return findings.flatMap((each) => {
    const kind = kindOf(each);
    const number = (said.get(kind) ?? 0) + 1;
    said.set(kind, number);
    if (number > most) return [];
    const more = all.get(kind)! - most;
    if (number < most || more <= 0) return [each];
    return [each, finding(each.severity, 'more-of-a-kind', { code: codeOf(each), number: more })];
  });
}

/** One of each kind before all others, each in their order: so none is missed where only the first are shown. */
export function kindsFirst(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  const isFirst = (each: Finding): boolean => seen.size < seen.add(kindOf(each)).size;
  const [first, rest]: [Finding[], Finding[]] = [[], []];
  for (const each of findings) (isFirst(each) ? first : rest).push(each);
  return [...first, ...rest];
}

const codeOf = (each: Finding): string => (each.code === 'more-of-a-kind' ? each.details.code : each.code);
const numberOf = (each: Finding): number => (each.code === 'more-of-a-kind' ? each.details.number : 1);
const kindOf = (each: Finding): string => `${each.severity} ${codeOf(each)}`;
