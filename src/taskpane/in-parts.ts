/**
 * Between the pane and its worker a value is copied, and the copying holds up the side that it happens on. Long
 * lists therefore go ahead in pieces, each a message of its own.
 */
const itemsPerPart = 1000;
/** Rows of a table are lists themselves: their cells are counted. */
const cellsPerPart = 4000;

/** A piece of one of the lists that a value was sent without. */
export interface Part {
  readonly list: number;
  readonly items: readonly unknown[];
}

/** What is sent last: the value with its long lists empty, and these lists once more, in order. */
export interface Parted {
  readonly value: unknown;
  readonly lists: readonly unknown[][];
}

/** Takes a value apart: yields the pieces of its long lists and returns the rest. The value is not changed. */
export function* inParts(value: unknown): Generator<Part, Parted, void> {
  const long: (readonly unknown[])[] = [];
  const lists: unknown[][] = [];
  const without = (each: unknown): unknown => {
    if (Array.isArray(each)) {
      if (each.length <= partLength(each)) return each.map(without);
      const list: unknown[] = [];
      long.push(each);
      lists.push(list);
      return list;
    }
    if (typeof each !== 'object' || each === null || Object.getPrototypeOf(each) !== Object.prototype)
      return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, without(inner)]));
  };
  const rest = without(value);
  for (const [list, items] of long.entries()) {
    const length = partLength(items);
    for (let from = 0; from < items.length; from += length)
      yield { list, items: items.slice(from, from + length) };
  }
  return { value: rest, lists };
}

/** How many items of a list go into one piece. */
function partLength(list: readonly unknown[]): number {
  const [first] = list;
  if (!Array.isArray(first)) return itemsPerPart;
  return Math.min(itemsPerPart, Math.max(1, Math.floor(cellsPerPart / Math.max(1, first.length))));
}

/** Puts a value together again: what is copied in one message keeps being one object, so its lists can be filled. */
export function together(parts: readonly Part[], { value, lists }: Parted): unknown {
  for (const { list, items } of parts) for (const item of items) lists[list]!.push(item);
  return value;
}
