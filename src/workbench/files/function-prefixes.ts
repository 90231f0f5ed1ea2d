import { formulaTokens } from './formula-tokens';

/**
 * How functions are spelt in .xlsx files where that differs from the formula bar. Files mark every function
 * that is younger than the format (Excel 2010 and later) with `_xlfn.`, two of the dynamic-array functions
 * with `_xlfn._xlws.`, and the names inside LET and LAMBDA with `_xlpm.`; a reader that finds them unmarked
 * answers #NAME?. Custom functions are spelt `_xldudf_NAMESPACE_NAME`.
 * Source: Microsoft, "Issue: An _xlfn. prefix is displayed in front of a formula"; [MS-XLSX] 2.2.2
 * (future-function-list). The spelling of a dotted custom function is assumed.
 */
const younger = `
ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND
BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV
CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH
COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST
F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS
FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST
GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC
IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS
MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE
PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY
POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST
RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T
T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR
UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR
Z.TEST`;

const spelling: ReadonlyMap<string, string> = new Map([
  ...younger
    .trim()
    .split(/\s+/u)
    .map((name) => [name, `_xlfn.${name}`] as const),
  ['FILTER', '_xlfn._xlws.FILTER'],
  ['SORT', '_xlfn._xlws.SORT'],
]);

const customNamespace = 'SV';

/** A formula as the bar shows it (with or without `=`) in the spelling of files, without `=`. */
export function formulaToFile(formula: string): string {
  const tokens = formulaTokens(formula.replace(/^=/u, ''));
  const locals = localNames(formula);
  return tokens
    .map(({ kind, text }, index) => {
      if (kind !== 'word') return text;
      if (isCall(tokens, index)) return functionToFile(text);
      return locals.has(text.toUpperCase()) ? `_xlpm.${text}` : text;
    })
    .join('');
}

/** A formula in the spelling of files as the bar shows it, with `=`. */
export function formulaFromFile(formula: string): string {
  const text = formulaTokens(formula)
    .map((token) => (token.kind === 'word' ? wordFromFile(token.text) : token.text))
    .join('');
  return `=${text}`;
}

function isCall(tokens: ReturnType<typeof formulaTokens>, index: number): boolean {
  return tokens[index + 1]?.text === '(';
}

function functionToFile(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith(`${customNamespace}.`)) {
    return `_xldudf_${customNamespace}_${upper.slice(customNamespace.length + 1)}`;
  }
  return spelling.get(upper) ?? name;
}

function wordFromFile(word: string): string {
  const custom = `_xldudf_${customNamespace}_`;
  if (word.startsWith(custom)) return `${customNamespace}.${word.slice(custom.length)}`;
  return word.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.)+/u, '');
}

/** The names that LET and LAMBDA of this formula give to values, in capitals. */
function localNames(formula: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/\b(?:LET|LAMBDA)\s*\(/iu.test(formula)) return names;
  const calls: { readonly name: string; readonly words: (string | undefined)[] }[] = [];
  const tokens = formulaTokens(formula);
  let argument: string[] = [];
  const endArgument = (): void => {
    // Only a word that stands alone is a name; anything longer is a value.
    calls.at(-1)?.words.push(argument.length === 1 ? argument[0] : undefined);
  };
  const outer: string[][] = [];
  for (const [index, { text }] of tokens.entries()) {
    if (text === '(') {
      outer.push(argument);
      argument = [];
      calls.push({ name: tokens[index - 1]?.text.toUpperCase() ?? '', words: [] });
    } else if (text === ')') {
      endArgument();
      const call = calls.pop();
      // LET alternates names and values and ends with a value; LAMBDA lists names and ends with a value.
      const declared = call?.words.slice(0, -1).filter((_, at) => call.name === 'LAMBDA' || at % 2 === 0);
      if (call?.name === 'LET' || call?.name === 'LAMBDA') {
        for (const word of declared ?? []) if (word !== undefined) names.add(word.toUpperCase());
      }
      argument = [...(outer.pop() ?? []), 'call'];
    } else if (text === ',') {
      endArgument();
      argument = [];
    } else if (text.trim() !== '') {
      argument.push(text);
    }
  }
  return names;
}
