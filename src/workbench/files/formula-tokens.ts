/**
 * The pieces of a formula that matter for rewriting it: what is inside quotes (texts, sheet names) and inside
 * square brackets (table columns) must be left alone, everything else may be looked at.
 */
export interface FormulaToken {
  readonly kind: 'quoted' | 'bracketed' | 'word' | 'other';
  readonly text: string;
}

const pattern =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'[\s\S]|\[(?:[^[\]']|'[\s\S])*\])*\]|(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?|[\p{L}_\\$][\p{L}\p{N}_.\\$?]*|[\s\S]/giu;

/** Cuts a formula into tokens; joined together they are the formula again. */
export function formulaTokens(formula: string): readonly FormulaToken[] {
  return [...formula.matchAll(pattern)].map(([text]) => ({ kind: kindOf(text), text }));
}

function kindOf(text: string): FormulaToken['kind'] {
  if (text.length > 1 && (text.startsWith('"') || text.startsWith("'"))) return 'quoted';
  if (text.length > 1 && text.startsWith('[')) return 'bracketed';
  return /^[\p{L}_\\$]/u.test(text) ? 'word' : 'other';
}
