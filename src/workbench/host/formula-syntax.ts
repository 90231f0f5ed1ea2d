/** Checks whether Excel's formula bar would accept a formula (English, commas), without computing it. */

type Token = {
  readonly kind: 'operand' | 'function' | 'operator' | 'open' | 'close' | 'comma' | 'percent';
  readonly text: string;
};

const PATTERNS: readonly (readonly [Token['kind'] | 'blank', RegExp])[] = [
  ['blank', /^\s+/],
  ['operand', /^"(?:[^"]|"")*"/],
  ['operand', /^\{[^{}]*\}/],
  ['operand', /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)/],
  [
    'operand',
    /^(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!(?:\$?[A-Za-z]{1,3}\$?\d+#?|\$?[A-Za-z]{1,3}(?=:)|\$?\d+(?=:)|[\p{L}_\\][\p{L}\p{N}_.\\]*|#REF!)/u,
  ],
  ['function', /^[\p{L}_][\p{L}\p{N}_.]*\(/u],
  ['operand', /^[\p{L}_\\][\p{L}\p{N}_.\\]*\[(?:[^[\]]|\[[^[\]]*\])*\]/u],
  ['operand', /^\[(?:[^[\]]|\[[^[\]]*\])*\]/],
  ['operand', /^\$?[A-Za-z]{1,3}\$?\d+#?/],
  ['operand', /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/],
  ['operand', /^\$?[\p{L}_\\][\p{L}\p{N}_.\\]*/u],
  ['operand', /^\$\d+/],
  ['operator', /^(?:<>|<=|>=|[-+*/^&=<>:@])/],
  ['percent', /^%/],
  ['open', /^\(/],
  ['close', /^\)/],
  ['comma', /^,/],
];

/** What is wrong with the formula in words, or null when nothing is. */
export function formulaFault(formula: string): string | null {
  const tokens = tokenize(formula.slice(1));
  if (typeof tokens === 'string') return tokens;
  return structureFault(tokens);
}

function tokenize(text: string): Token[] | string {
  const tokens: Token[] = [];
  let rest = text;
  while (rest.length > 0) {
    const found = firstMatch(rest);
    if (found === null) return `"${rest.slice(0, 20)}" is not understood`;
    if (found.kind !== 'blank') tokens.push({ kind: found.kind, text: found.text });
    rest = rest.slice(found.text.length);
  }
  return tokens;
}

function firstMatch(text: string): { kind: Token['kind'] | 'blank'; text: string } | null {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[0] };
  }
  return null;
}

function structureFault(tokens: readonly Token[]): string | null {
  /** For each open bracket, whether it belongs to a function. */
  const open: boolean[] = [];
  let expectsOperand = true;
  let previous: Token | undefined;
  for (const token of tokens) {
    const fault = tokenFault(token, previous, expectsOperand, open);
    if (fault !== null) return fault;
    expectsOperand =
      token.kind === 'operator' ||
      token.kind === 'open' ||
      token.kind === 'function' ||
      token.kind === 'comma';
    previous = token;
  }
  if (open.length > 0) return 'a bracket is not closed';
  return expectsOperand ? 'a value is missing at the end' : null;
}

function tokenFault(
  token: Token,
  previous: Token | undefined,
  expectsOperand: boolean,
  open: boolean[],
): string | null {
  const isStart = token.kind === 'operand' || token.kind === 'function' || token.kind === 'open';
  if (isStart && !expectsOperand) return `an operator is missing before "${token.text}"`;
  if (token.kind === 'function' || token.kind === 'open') open.push(token.kind === 'function');
  if (token.kind === 'operator' && expectsOperand && !['-', '+', '@'].includes(token.text)) {
    return `a value is missing before "${token.text}"`;
  }
  if (token.kind === 'percent' && expectsOperand) return 'a value is missing before "%"';
  if (token.kind === 'comma' && open.at(-1) !== true) return 'a comma stands outside a function';
  if (token.kind !== 'close') return null;
  if (open.length === 0) return 'a bracket is closed that was not opened';
  const mayBeEmpty = previous?.kind === 'function' || (previous?.kind === 'comma' && open.at(-1) === true);
  open.pop();
  return expectsOperand && !mayBeEmpty ? 'a value is missing before ")"' : null;
}
