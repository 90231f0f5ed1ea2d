import { remembered } from './remembered';

/**
 * Numbers as people write them. Danish: `5.498`, `11,3`, `53.600 kr.`; English: `5,498`, `11.3`, `DKK 53,600`.
 * What one sign means is settled by the digits around it where it can be, and said to be doubtful where not.
 */
export interface NumberRead {
  readonly value: number;
  /** True where another person might read the same text as another number: `5.498`. */
  readonly doubtful: boolean;
}

/** What the number counts or measures: a single group of three digits after a sign is thousands in a whole number. */
export type Expected = 'whole' | 'decimal';

const currency = /^(dkk|kr\.?)\s*|\s*(dkk|kr\.?|,-)$/giu;
const digits = /^\d{1,15}$/;
const plain = /^[+-]?\d+$/;
const grouped = /^[+-]?\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const oneSign = /^([+-]?\d*)([.,])(\d+)$/;

/** The mark of a footnote behind a number or a year: `17*`, `2012¹`, `9 1)`. */
const footnoteMark = /(?<=\d)(?: ?[*†‡¹²³]+\)?| +\d\))$/u;
/** How a .csv keeps Excel from changing a number: `="2010"`, `'2010`. */
const madeText = /^="(.*)"$|^'(?=[-+\d])/u;

const withoutQuotes = (text: string): string =>
  text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .trim()
    .replace(madeText, '$1');

/** Reads one number, or gives null where the text is not one. */
export function readNumber(text: string, expected: Expected): NumberRead | null {
  if (digits.test(text)) return certain(Number(text));
  const marked = withoutQuotes(text).replace(/[\u2212\u2013]/g, '-');
  const unmarked = marked.replace(footnoteMark, '');
  const read = readUnmarked(unmarked.replace(currency, '').trim(), expected);
  return read && unmarked !== marked ? { ...read, doubtful: true } : read;
}

/** What stands in a table where there is no number: `..`, a dash, or a count hidden because it is small, `<5`. */
export const saysNoNumber = remembered((text) =>
  /^(?:\.{1,3}|…|[-–—]|[<≤] ?\d+|[*x]|n\/?a\.?|i\.? ?o\.?|ikke oplyst|uoplyst)$/iu.test(withoutQuotes(text)),
);

function readUnmarked(bare: string, expected: Expected): NumberRead | null {
  if (plain.test(bare)) return certain(Number(bare));

  const single = oneSign.exec(bare);
  if (single) return readOneSign(single[1]!, single[3]!, expected);
  return readGrouped(bare);
}

function certain(value: number): NumberRead {
  return { value, doubtful: false };
}

/** One point or comma: `11,3` is a fraction; `5.498` may be thousands or three decimals. */
function readOneSign(before: string, after: string, expected: Expected): NumberRead {
  const asFraction = Number(
    `${before === '' || before === '-' || before === '+' ? `${before}0` : before}.${after}`,
  );
  const couldBeThousands = after.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(before);
  if (!couldBeThousands) return certain(asFraction);
  return { value: expected === 'whole' ? Number(before + after) : asFraction, doubtful: true };
}

/** Several signs: the groups of three come first, one other sign may start the fraction. */
function readGrouped(text: string): NumberRead | null {
  const match = grouped.exec(text);
  if (!match) return null;
  const separator = match[1]!;
  const decimal = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const hasFraction = decimal > 0 && text[decimal] !== separator;
  const whole = (hasFraction ? text.slice(0, decimal) : text).split(separator).join('');
  return certain(Number(hasFraction ? `${whole}.${text.slice(decimal + 1)}` : whole));
}

const yearAlone = /^(19|20|21)\d{2}$/;
const isoDate = /^((?:19|20|21)\d{2})-\d{1,2}-\d{1,2}/;
const localDate = /^\d{1,2}[-./]\d{1,2}[-./]((?:19|20|21)\d{2})$/;

/** Excel's numbers for the days from 1950-01-01 to 2150-01-01, and for 1970-01-01. */
const [firstDate, lastDate, epoch] = [18264, 91313, 25569];

/** Whether a number is no year but a day, as Excel counts days. */
export function isDate(content: unknown): content is number {
  return typeof content === 'number' && content >= firstDate && content < lastDate + 1;
}

/** A calendar year from a number or from text: `2010`, `2010*`, `2010-01-01`, `01.01.2010`, Excel's number of a day; null where it is none. */
export function readYear(content: string | number): number | null {
  if (isDate(content)) return new Date((Math.floor(content) - epoch) * 86_400_000).getUTCFullYear();
  if (typeof content === 'number')
    return Number.isInteger(content) && content >= 1900 && content < 2200 ? content : null;
  if (yearAlone.test(content)) return Number(content);
  const text = withoutQuotes(content).replace(footnoteMark, '');
  if (yearAlone.test(text)) return Number(text);
  const date = isoDate.exec(text) ?? localDate.exec(text);
  return date ? Number(date[1]) : null;
}
