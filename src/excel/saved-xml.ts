/**
 * Texts that the add-in keeps in the workbook, each in a custom XML part: Excel saves these with the file, and
 * leaves them alone where the add-in is missing. What a part holds stands in its namespace, so that a list of
 * the parts tells all without their content.
 */
const stem = 'urn:sociale-vicevaerter';

/** What a part is of: a study as it stands in the wizard, the tables that it was read from, a report as written. */
export const savedNamespace = {
  study: `${stem}:study`,
  tables: (set: string): string => `${stem}:tables:${set}`,
  report: (suffix: string): string => `${stem}:report:${suffix.toLowerCase()}`,
  marks: (suffix: string): string => `${stem}:marks:${suffix.toLowerCase()}`,
} as const;

/** The set that a part's tables belong to; null where it holds none. */
export function setOfTables(namespace: string): string | null {
  const beginning = savedNamespace.tables('');
  return namespace.startsWith(beginning) ? namespace.slice(beginning.length) : null;
}

/** What a version of the add-in writes; one that is higher was written by a newer one. */
export const savedVersion = 1;

/**
 * A request stays well below the 5 MB that Excel on the web takes, with what JSON adds to it, up to as much again; and
 * the pane is held up while Office.js makes one, and while one that came is taken apart.
 */
const mostCharacters = 100_000;

/** JSON as documents: several where it is longer than `most` characters. */
export function toSavedXml(namespace: string, json: string, most = mostCharacters): readonly string[] {
  return [...oneByOne(namespace, json, most)];
}

/** The same, each document made when it is asked for. */
export function* oneByOne(
  namespace: string,
  json: string,
  most = mostCharacters,
): Generator<string, void, void> {
  const text = plainJson(json);
  const of = Math.max(1, Math.ceil(text.length / most));
  for (let index = 0; index < of; index += 1) {
    const piece = text.slice(index * most, (index + 1) * most);
    yield (
      `<saved xmlns="${namespace}" version="${savedVersion}" part="${index + 1}" of="${of}" ` +
      `sum="${sumOf(piece)}">${escapeXml(piece)}</saved>`
    );
  }
}

/**
 * A text read back, in the pieces that it was kept in, because putting a long one together takes its time; `newer` from
 * a newer version of the add-in, `damaged` where something is missing or changed.
 */
export type SavedText = { readonly pieces: readonly string[] } | 'newer' | 'damaged';

export function fromSavedXml(documents: readonly string[]): SavedText {
  return joined(documents.map(pieceOf));
}

/** One of a text's documents; null where it is none. */
export interface SavedPiece {
  readonly version: number;
  readonly part: number;
  readonly of: number;
  readonly text: string;
  /** Whether it is as it was written. */
  readonly isWhole: boolean;
}

export function pieceOf(xml: string): SavedPiece | null {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  const number = (name: string): number => Number(root.getAttribute(name) ?? NaN);
  if (root.localName !== 'saved' || !(number('version') >= 1)) return null;
  const text = root.textContent ?? '';
  return {
    version: number('version'),
    part: number('part'),
    of: number('of'),
    text,
    isWhole: root.getAttribute('sum') === sumOf(text),
  };
}

/**
 * The text of which these are all the pieces, in any order. One that is there twice counts once: where Excel did as
 * told and only its answer was lost, the same is written again.
 */
export function joined(pieces: readonly (SavedPiece | null)[]): SavedText {
  if (pieces.some((piece) => piece !== null && piece.version > savedVersion)) return 'newer';
  const [first] = pieces;
  const texts = new Map<number, string>();
  for (const piece of pieces) {
    if (!piece?.isWhole || piece.of !== first!.of) return 'damaged';
    if ((texts.get(piece.part) ?? piece.text) !== piece.text) return 'damaged';
    texts.set(piece.part, piece.text);
  }
  if (texts.size === 0 || texts.size !== first!.of) return 'damaged';
  const inOrder = Array.from({ length: texts.size }, (_, index) => texts.get(index + 1));
  return inOrder.every((text) => text !== undefined) ? { pieces: inOrder } : 'damaged';
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** JSON without the characters that XML has no place for, or that a cut might leave in halves. */
function plainJson(json: string): string {
  return json.replace(
    /[\ud800-\udfff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}

/** FNV-1a over the characters: tells a text that was changed, by accident or by hand. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return sum.toString(16);
}
