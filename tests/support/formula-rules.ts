import { rectOf } from '../../src/report/share/addresses';
import { formulaTokens } from '../../src/workbench/files/formula-tokens';
import { nameOf, type BookFile } from './book-file';

/** Functions of ECMA-376 (18.17.7), that is of Excel 2007, which are written as they are … */
const old = new Set(
  `ABS AND AVERAGE CHAR COLUMN CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS EXP FIXED IF IFERROR INDEX INT
  ISBLANK ISERROR ISNA ISNUMBER ISTEXT LARGE LEFT LEN LN LOG LOWER MATCH MAX MEDIAN MID MIN MOD N NA NORMSINV NOT NOW
  OR PERCENTILE POWER RANK RIGHT ROUND ROW ROWS SEARCH SIGN SLOPE SMALL SQRT STDEV SUBSTITUTE SUM SUMIF SUMIFS
  SUMPRODUCT SUMSQ TEXT TRIM TRUE FALSE UPPER VALUE VAR YEAR`.split(/\s+/u),
);
/** … and those of [MS-XLSX] 2.2.2 (future-function-list), which Excel takes for an unknown name without the prefix. */
const future = new Set([
  '_xlfn.NORM.S.INV',
  '_xlfn.NORM.S.DIST',
  '_xlfn.CHISQ.INV',
  '_xlfn.CHISQ.INV.RT',
  '_xlfn.IFNA',
]);

export function formulaProblems(book: BookFile, formula: string): string[] {
  const problems: string[] = [];
  if (formula.length > 8192) problems.push(`${formula.length} characters, and Excel takes 8,192`);
  const tokens = formulaTokens(formula);
  const calls: { args: number; isCall: boolean }[] = [];
  let deepest = 0;
  for (const [index, { kind, text }] of tokens.entries()) {
    const next = tokens[index + 1]?.text;
    if (
      kind === 'quoted' &&
      text.startsWith('"') &&
      text.length - 2 - (text.slice(1, -1).match(/""/gu)?.length ?? 0) > 255
    )
      problems.push('a text of more than 255 characters');
    if (kind === 'word' && next === '(' && !old.has(text.toUpperCase()) && !future.has(text))
      problems.push(`${text} is no function`);
    if (next === '!' && (kind === 'quoted' || kind === 'word')) {
      const sheet = kind === 'quoted' ? text.slice(1, -1).replaceAll("''", "'") : text;
      if (!book.isSheet(sheet)) problems.push(`speaks of the sheet ${sheet}, which is not there`);
    } else if (kind === 'word' && next !== '(' && rectOf(text) === null && !/^(?:TRUE|FALSE)$/iu.test(text)) {
      const isTable = next?.startsWith('[') === true;
      const isKnown = isTable
        ? book.sheets.some(({ tables }) => tables.some((table) => nameOf(table) === text))
        : book.names.some(({ name }) => name.toLowerCase() === text.toLowerCase());
      if (!isKnown) problems.push(`speaks of ${text}, which is not there`);
    }
    if (text === '(') {
      calls.push({ args: 1, isCall: tokens[index - 1]?.kind === 'word' });
      deepest = Math.max(deepest, calls.filter(({ isCall }) => isCall).length);
    } else if (text === ',') {
      const call = calls.at(-1);
      if (call) call.args += 1;
    } else if (text === ')') {
      const call = calls.pop();
      if (!call) problems.push('a bracket is closed and not open');
      else if (call.args > 255) problems.push(`${call.args} arguments, and Excel takes 255`);
    }
  }
  if (calls.length > 0) problems.push('a bracket is open and not closed');
  if (deepest > 64) problems.push(`${deepest} levels of functions, and Excel takes 64`);
  if (/#(?:REF|NAME)/u.test(formula)) problems.push('holds an error');
  return problems;
}
