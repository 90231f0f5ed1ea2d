/**
 * Between the pane and its worker a value is copied, and the copying holds up the side that it happens on. Long
 * lists and the contents of files therefore go ahead in pieces, each a message of its own.
 */
const itemsPerPart = 1000;
/** Rows of a table are lists themselves: their cells are counted. */
const cellsPerPart = 4000;
/** Long texts are counted by their characters, alone or as a field of an item. */
const charactersPerPart = 400_000;
const bytesPerPart = 400_000;

/** A piece of one of the lists that a value was sent without, or of one of the files. */
export interface Part {
  readonly list: number;
  readonly items: readonly unknown[] | Uint8Array;
}

/** What is sent last: the value with its long lists empty, and these lists once more, in order. */
export interface Parted {
  readonly value: unknown;
  readonly lists: readonly Emptied[];
}

/** Bytes are there from the beginning, and all 0. */
type Emptied = unknown[] | Uint8Array;

/** A message's content, with the memory that is handed over with it instead of being copied. */
export interface Message<Content> {
  readonly content: Content;
  readonly handedOver: ArrayBuffer[];
}

/** Takes a value apart: yields the pieces of its long lists and returns the rest. The value is not changed. */
export function* inParts(value: unknown): Generator<Message<Part>, Message<Parted>, void> {
  const long: (readonly unknown[] | Uint8Array)[] = [];
  const lists: Emptied[] = [];
  const handedOver: ArrayBuffer[] = [];
  const without = (each: unknown): unknown => {
    if (Array.isArray(each)) {
      if (each.length <= partLength(each) && !hasManyCharacters(each)) return each.map(without);
      const list: unknown[] = [];
      long.push(each);
      lists.push(list);
      return list;
    }
    if (each instanceof Uint8Array) {
      const bytes = new Uint8Array(each.length);
      handedOver.push(bytes.buffer);
      long.push(each);
      lists.push(bytes);
      return bytes;
    }
    if (typeof each !== 'object' || each === null || Object.getPrototypeOf(each) !== Object.prototype)
      return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, without(inner)]));
  };
  const rest = without(value);
  for (const [list, items] of long.entries())
    if (items instanceof Uint8Array)
      for (let first = 0; first < items.length; first += bytesPerPart) {
        const piece = items.slice(first, first + bytesPerPart);
        yield { content: { list, items: piece }, handedOver: [piece.buffer] };
      }
    else for (const piece of piecesOf(items)) yield { content: { list, items: piece }, handedOver: [] };
  return { content: { value: rest, lists }, handedOver };
}

/** How many items of a list go into one piece, at most. */
function partLength(list: readonly unknown[]): number {
  const [first] = list;
  if (!Array.isArray(first)) return itemsPerPart;
  return Math.min(itemsPerPart, Math.max(1, Math.floor(cellsPerPart / Math.max(1, first.length))));
}

function hasManyCharacters(list: readonly unknown[]): boolean {
  let characters = 0;
  for (const item of list) characters += charactersOf(item);
  return list.length > 1 && characters > charactersPerPart;
}

function charactersOf(item: unknown): number {
  if (typeof item === 'string') return item.length;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return 0;
  let characters = 0;
  for (const field of Object.values(item)) if (typeof field === 'string') characters += field.length;
  return characters;
}

function* piecesOf(items: readonly unknown[]): Generator<readonly unknown[], void, void> {
  const most = partLength(items);
  let first = 0;
  let characters = 0;
  for (let index = 0; index < items.length; index += 1) {
    const more = charactersOf(items[index]);
    if (index > first && (index - first === most || characters + more > charactersPerPart)) {
      yield items.slice(first, index);
      first = index;
      characters = 0;
    }
    characters += more;
  }
  yield items.slice(first);
}

/** Puts a value together again: what is copied in one message keeps being one object, so its lists can be filled. */
export function together(parts: readonly Part[], { value, lists }: Parted): unknown {
  const filled = lists.map(() => 0);
  for (const { list, items } of parts) {
    const target = lists[list]!;
    if (target instanceof Uint8Array) target.set(items as Uint8Array, filled[list]);
    else for (const item of items) target.push(item);
    filled[list]! += items.length;
  }
  return value;
}
