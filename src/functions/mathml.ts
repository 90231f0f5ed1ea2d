/** Just enough MathML to write the formulas of the help pages; every browser draws it without a script. */

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const token = (text: string): string => {
  if (/^[\d.,]+$/.test(text)) return `<mn>${text}</mn>`;
  if (/^\p{L}+$/u.test(text)) return text.length === 1 ? `<mi>${text}</mi>` : `<mtext>${text}</mtext>`;
  return `<mo>${escape(text)}</mo>`;
};

/** A row of symbols, numbers and operators parted by blanks, and of ready MathML. */
export function row(...parts: readonly string[]): string {
  const inner = parts.flatMap((part) =>
    /^<[a-z]/.test(part)
      ? [part]
      : part
          .split(' ')
          .filter((one) => one !== '')
          .map(token),
  );
  return `<mrow>${inner.join('')}</mrow>`;
}

export const fraction = (above: string, below: string): string => `<mfrac>${row(above)}${row(below)}</mfrac>`;
export const power = (base: string, exponent: string): string => `<msup>${row(base)}${row(exponent)}</msup>`;
export const root = (inner: string): string => `<msqrt>${row(inner)}</msqrt>`;
export const sub = (base: string, index: string): string => `<msub>${row(base)}${row(index)}</msub>`;
export const sum = (index: string, inner: string): string =>
  row(`<munder><mo>∑</mo>${row(index)}</munder>`, inner);
export const bracket = (inner: string): string => row('(', inner, ')');

/** A formula on a line of its own. */
export const display = (...parts: readonly string[]): string =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">${row(...parts)}</math>`;

/** A formula with its words replaced, where `words` has them. */
export function inWords(math: string, words: Readonly<Partial<Record<string, string>>>): string {
  return math.replace(
    /<mtext>([^<]*)<\/mtext>/g,
    (_, word: string) => `<mtext>${words[word] ?? word}</mtext>`,
  );
}
