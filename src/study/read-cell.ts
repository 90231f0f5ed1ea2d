import { finding, type Finding } from './finding';
import { isBlank, textOf, type CellContent, type Place } from './grid';
import { readNumber, saysNoNumber, type Expected } from './read-number';

/** What a number is about, for the sentence that says what is wrong with it. */
export interface NumberAbout {
  /** The column by its field, or the year that heads it. */
  readonly column: string;
  readonly area?: string;
  readonly year?: number;
}

/**
 * The number in a cell. Null for a blank, which is a hole and never 0; for a sign that says that there is no
 * number; and for what is none: all but the blank are said.
 */
export function numberInCell(
  content: CellContent | undefined,
  expected: Expected,
  about: NumberAbout,
  place: Place,
  findings: Finding[],
): number | null {
  if (typeof content === 'number') return content;
  if (isBlank(content)) return null;
  const found = textOf(content);
  const read = typeof content === 'string' ? readNumber(found, expected) : null;
  if (!read) {
    findings.push(
      saysNoNumber(found)
        ? finding('warning', 'no-number-given', { found, ...about }, place)
        : finding('error', 'not-a-number', { found, ...about }, place),
    );
    return null;
  }
  if (read.doubtful) findings.push(finding('note', 'number-doubtful', { found, read: read.value }, place));
  return read.value;
}

/** What Excel shows where a formula has no result, in English and in Danish. */
const errorText =
  /^#(?:N\/A|I\/T|VALUE!|VÆRDI!|REF!|REFERENCE!|NAME\?|NAVN\?|NULL!|NUL!|DIV\/0!|DIVISION\/0!|NUM!|SPILL!|OVERLØB!|CALC!|BEREGN!)$/u;
export const isErrorText = (text: string): boolean => errorText.test(text);

/** The organisation that a cell names: '' where it names none, as a dash does; null, with a finding, for an error. */
export function organisationIn(
  content: CellContent | undefined,
  place: Place,
  findings: Finding[],
): string | null {
  const text = textOf(content);
  if (isErrorText(text)) {
    findings.push(finding('error', 'cell-error', { found: text, column: 'organisation' }, place));
    return null;
  }
  return saysNoNumber(text) ? '' : text;
}
