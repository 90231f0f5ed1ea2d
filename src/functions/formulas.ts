import type { FunctionId } from '../texts/en/function-help';
import type { SymbolName } from '../texts/en/help-pages';
import { bracket, display, fraction, power, root, row, sub, sum } from './mathml';

/** A function's formula in mathematical notation, the same in every language, and the symbols to explain. */
export interface Formula {
  readonly math: readonly string[];
  readonly symbols: readonly SymbolName[];
  readonly reference: string;
}

const report = 'CFBU: Sociale viceværter.';
const garwood = 'Garwood, F. (1936): Fiducial limits for the Poisson distribution. Biometrika 28, 437–442.';
const angrist =
  'Angrist, J. D. & Pischke, J.-S. (2009): Mostly Harmless Econometrics, chapter 5. Princeton University Press.';
const oehlert = 'Oehlert, G. W. (1992): A note on the delta method. The American Statistician 46, 27–29.';
const cameron =
  'Cameron, A. C. & Trivedi, P. K. (2013): Regression Analysis of Count Data. Cambridge University Press.';
const marsaglia =
  'Marsaglia, G. & Tsang, W. W. (2000): A simple method for generating gamma variables. ACM Transactions on Mathematical Software 26, 363–372.';
const brealey = 'Brealey, R. A., Myers, S. C. & Allen, F.: Principles of Corporate Finance. McGraw-Hill.';

const at = (symbol: string, year: string): string => row(`${symbol} (`, ...year.split(' '), ')');
const expected = (year: string): string => row(sub('r', 'e'), '(', year, ')');
const growth = power(bracket(fraction(at('r', '0'), at('r', 'p'))), row('k / (', '− p )'));
const perYear: readonly SymbolName[] = ['r', 'k'];
const share = fraction(at('r', 'k'), at('r', '0'));
const expectedShare = fraction(expected('k'), at('r', '0'));

export const formulas: Readonly<Record<FunctionId, Formula>> = {
  EVICTION_RATE: {
    math: [display('r = ', row('P'), '·', fraction('y', 'n'))],
    symbols: ['y', 'n', 'P'],
    reference: report,
  },
  RATE_CI: {
    math: [
      display(
        'lower = ',
        fraction('P', '2 n'),
        '·',
        sub(power('χ', '2'), '2 y'),
        bracket(fraction('α', '2')),
      ),
      display(
        'upper = ',
        fraction('P', '2 n'),
        '·',
        sub(power('χ', '2'), '2 y + 2'),
        bracket(row('1 − ', fraction('α', '2'))),
      ),
    ],
    symbols: ['y', 'n', 'P', 'χ²', 'α'],
    reference: garwood,
  },
  EVENT_YEAR: { math: [display('t = j − f + 1')], symbols: ['t', 'j', 'f'], reference: report },
  EVENT_SERIES: {
    math: [display('j = f − 1 + t ,', 't = from … to')],
    symbols: ['t', 'j', 'f'],
    reference: report,
  },
  EXPECTED_RATE: {
    math: [
      display('compound :', expected('k'), '=', at('r', '0'), '·', growth),
      display('linear :', expected('k'), '= max (', at('r', '0'), '+ b k , 0 )'),
      display('none :', expected('k'), '=', at('r', '0')),
    ],
    symbols: [...perYear, 'p', 'b'],
    reference: report,
  },
  EXPECTED_FALL: {
    math: [display('1 −', expectedShare)],
    symbols: [...perYear, 're'],
    reference: report,
  },
  ACTUAL_FALL: { math: [display('1 −', share)], symbols: perYear, reference: report },
  FALL_BEYOND_TREND: {
    math: [display('A = ', bracket(row('1 −', share)), '−', bracket(row('1 −', expectedShare)))],
    symbols: [...perYear, 're'],
    reference: report,
  },
  DID_EFFECT: {
    math: [
      display('effect = A − B ,'),
      display('A = ', bracket(row('1 −', share)), '−', bracket(row('1 −', expectedShare))),
    ],
    symbols: [...perYear, 're', 'A', 'B'],
    reference: `${report} ${angrist}`,
  },
  DID_TABLE: {
    math: [display('effect = A − B ,'), display('prevented = effect ·', at('r', '0'))],
    symbols: [...perYear, 'A', 'B'],
    reference: report,
  },
  DID_CI: {
    math: [
      display(
        'delta :',
        'effect ± z ·',
        root(
          sum('i', row(power(bracket(fraction('∂ effect', row('∂ ', sub('y', 'i')))), '2'), sub('y', 'i'))),
        ),
      ),
      display('simulated :', sub('λ', 'i'), '∼ Gamma', bracket(row(sub('y', 'i'), '+', fraction('1', '2')))),
    ],
    symbols: ['yi', 'z', 'λi'],
    reference: `${oehlert} ${marsaglia}`,
  },
  DID_PROBABILITY: {
    math: [
      display(
        'Pr ( effect > d ) ,',
        sub('λ', 'i'),
        '∼ Gamma',
        bracket(row(sub('y', 'i'), '+', fraction('1', '2'))),
      ),
    ],
    symbols: ['yi', 'λi', 'threshold'],
    reference: marsaglia,
  },
  DID_POISSON: {
    math: [
      display(
        'RRR = ',
        fraction(row(sub('Y', '1'), '/', sub('N', '1')), row(sub('Y', '0'), '/', sub('N', '0'))),
        '/',
        fraction(row(sub('X', '1'), '/', sub('M', '1')), row(sub('X', '0'), '/', sub('M', '0'))),
      ),
      display(
        'se ( log RRR ) = ',
        root(
          row(
            ...['Y 1', 'Y 0', 'X 1', 'X 0'].flatMap((pair, i) => [
              ...(i > 0 ? ['+'] : []),
              fraction('1', sub(pair[0]!, pair[2]!)),
            ]),
          ),
        ),
      ),
      display('reduction = 1 − RRR'),
    ],
    symbols: ['Y', 'X', 'N'],
    reference: cameron,
  },
  MIN_DETECTABLE: {
    math: [
      display(
        '− log ( 1 − d ) = (',
        sub('z', row('1 − α / 2')),
        '+',
        sub('z', 'power'),
        ') ·',
        root(
          row(
            fraction('1', row(sub('λ', 'i'), sub('n', 'i'), 'P')),
            '+',
            fraction('1', row(sub('λ', 'i'), '( 1 − d )', sub('n', 'i'), 'Q')),
            '+',
            fraction('1', row(sub('λ', 'c'), sub('n', 'c'), 'P')),
            '+',
            fraction('1', row(sub('λ', 'c'), sub('n', 'c'), 'Q')),
          ),
        ),
      ),
    ],
    symbols: ['d', 'λ', 'ni', 'PQ', 'z'],
    reference: cameron,
  },
  PREVENTED: {
    math: [display('effect ·', at('r', '0'), '·', fraction('n', '1000'))],
    symbols: ['r', 'n'],
    reference: report,
  },
  HOURS_PER_1000: {
    math: [display('1000 ·', fraction(sum('a', sub('h', 'a')), sum('a', sub('n', 'a'))))],
    symbols: ['h', 'na'],
    reference: report,
  },
  PROGRAMME_COST: { math: [display('K ·', fraction('h', 'H'))], symbols: ['K', 'h', 'H'], reference: report },
  SAVINGS: { math: [display('v · c')], symbols: ['v', 'c'], reference: report },
  NET_RESULT: { math: [display('v · ( c + s ) − C')], symbols: ['v', 'c', 's', 'C'], reference: report },
  BREAK_EVEN: {
    math: [display('eviction :', fraction('C − v c', 'v')), display('total : C − v c')],
    symbols: ['C', 'v', 'c'],
    reference: report,
  },
  BREAK_EVEN_EVICTIONS: {
    math: [display(fraction('C', 'c + s'))],
    symbols: ['C', 'c', 's'],
    reference: report,
  },
  PAYBACK_YEARS: {
    math: [
      display(
        'T = i − 1 +',
        fraction(row('−', sub('S', 'i − 1')), row(sub('S', 'i'), '−', sub('S', 'i − 1'))),
        ',',
        sub('S', 'i − 1'),
        '< 0 ≤',
        sub('S', 'i'),
      ),
    ],
    symbols: ['S'],
    reference: brealey,
  },
};
