import { startNodeEngine } from '../../../src/workbench/engine/boot-node';
import type { CellValue, Engine } from '../../../src/workbench/engine/engine';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { recalculate } from '../../support/libreoffice';

/**
 * Every function that the report may use, over numbers, blanks, texts, booleans and errors, computed by the
 * engine and by LibreOffice. Both get the same cells; nothing expected is written down here.
 */
const rect = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

/** A1:F12: areas, groups, years, counts with gaps, rates, a mixed column. */
const DATA = [
  ['Nord', 'T', 2011, 62, 11.34, 'text'],
  ['Nord', 'C', 2011, 309, 14.81, 5],
  ['Nord', 'T', 2012, 81, 14.7, true],
  ['Nord', 'C', 2012, 317, 15.2, null],
  ['Syd', 'T', 2011, null, 0, '=1/0'],
  ['Syd', 'C', 2011, 273, null, '=NA()'],
  ['Syd', 'T', 2012, 46, 8.12, -3],
  ['Syd', 'C', 2012, 222, 10.4, ''],
  ['Øst', 'T', 2013, 29, 5.08, 0],
  ['Øst', 'C', 2013, 188, 8.77, '12'],
  [null, null, null, null, null, null],
  ['Nord & Syd', 'T', 2014, 3, 0.25, 7],
];
const D = (column: string): string => `Data!$${column}$1:$${column}$12`;

const FORMULAS = [
  `SUM(${D('D')})`,
  `SUM(${D('D')},1,TRUE)`,
  `AVERAGE(${D('D')})`,
  `AVERAGE(${D('E')})`,
  `MAX(${D('E')})`,
  `MIN(${D('E')})`,
  `MAX(Data!A11:F11)`,
  `COUNT(${D('D')})`,
  `COUNT(Data!F1:F4)`,
  `COUNTA(${D('D')})`,
  `COUNTA(Data!A11:F11)`,
  `COUNTIFS(${D('B')},"T",${D('C')},">=2012")`,
  `COUNTIFS(${D('A')},"nord")`,
  `COUNTIFS(${D('A')},"N*")`,
  `COUNTIFS(${D('D')},"")`,
  `COUNTIFS(${D('D')},"<>")`,
  `COUNTIFS(${D('D')},0)`,
  `SUMIFS(${D('D')},${D('A')},"Nord",${D('B')},"T")`,
  `SUMIFS(${D('D')},${D('A')},"Nord",${D('C')},2012)`,
  `SUMIFS(${D('D')},${D('A')},Data!A9,${D('C')},Data!C9)`,
  `SUMIFS(${D('D')},${D('A')},"Vest")`,
  `SUMIFS(${D('D')},${D('C')},">"&2011)`,
  `SUMPRODUCT((${D('A')}="Nord")*(${D('B')}="T"))`,
  `SUMPRODUCT((${D('C')}=2012)*1,${D('D')})`,
  `SUMPRODUCT(${D('D')},${D('E')})`,
  `SUMPRODUCT(--(${D('D')}>100))`,
  `SUMPRODUCT(--(${D('D')}=""))`,
  `INDEX(${D('D')},3)`,
  `INDEX(Data!A1:F12,2,4)`,
  `INDEX(${D('D')},MATCH(2012,${D('C')},0))`,
  `INDEX(${D('D')},5)`,
  `INDEX(${D('D')},99)`,
  `MATCH("Syd",${D('A')},0)`,
  `MATCH("Vest",${D('A')},0)`,
  `MATCH(20.5,{1,5,20,30},1)`,
  `IF(Data!D5="","blank","full")`,
  `IF(Data!D5=0,"zero","other")`,
  `IF(ISNUMBER(Data!D5),1,0)`,
  `IF(1>2,"a")`,
  `IF(Data!E5,1,2)`,
  `IFERROR(1/0,"none")`,
  `IFERROR(Data!F6,0)`,
  `IFERROR(5,0)`,
  `ISNUMBER(Data!F10)`,
  `ISNUMBER(Data!F3)`,
  `ISERROR(Data!F5)`,
  `ISERROR(Data!F6)`,
  `ISERROR(Data!F1)`,
  `AND(TRUE,Data!C1>2000,1)`,
  `AND(Data!C1>2000,Data!C1<2000)`,
  `OR(FALSE,Data!C1=2011)`,
  `OR(Data!C1=1,Data!C1=2)`,
  `NOT(Data!C1=2011)`,
  `NA()`,
  `CHOOSE(2,"one","two","three")`,
  `CHOOSE(4,1,2,3)`,
  `ROUND(2.345,2)`,
  `ROUND(-2.5,0)`,
  `ROUND(0.5,0)`,
  `ROUND(1.005,2)`,
  `ROUND(1234.567,-2)`,
  `ROUND(23.4999999999,0)`,
  `FIXED(1234.567,1)`,
  `FIXED(1234.567,1,TRUE)`,
  `FIXED(-0.05,1)`,
  `FIXED(23.25,0)`,
  `FIXED(0.125,2)`,
  `FIXED(1000000,0)`,
  `"Faldet er "&FIXED(Data!E1,1)&" procentpoint."`,
  `"n="&Data!D1`,
  `Data!D5&"|"`,
  `1/3&""`,
  `LN(2)`,
  `LN(0)`,
  `LN(-1)`,
  `EXP(1)`,
  `EXP(-745)`,
  `SQRT(2)`,
  `SQRT(-1)`,
  `ABS(-3.5)`,
  `POWER(2,0.5)`,
  `POWER(-8,1/3)`,
  `2^-3`,
  `-2^2`,
  `0^0`,
  `(81/62)^(1/2)`,
  `NORM.S.INV(0.975)`,
  `NORM.S.INV(0.0001)`,
  `NORM.S.INV(0.5)`,
  `NORM.S.INV(1)`,
  `NORM.S.DIST(1.234,TRUE)`,
  // LibreOffice writes twenty characters of a number.
  `NORM.S.DIST(-6,TRUE)*1E9`,
  `NORM.S.DIST(0.5,FALSE)`,
  `CHISQ.INV(0.025,10)`,
  `CHISQ.INV(0.975,2*62+2)`,
  `CHISQ.INV(0.025,2*309)`,
  `CHISQ.INV(0.5,1)`,
  `SLOPE(Data!D1:D4,Data!C1:C4)`,
  `SLOPE(${D('E')},${D('C')})`,
  `SLOPE(${D('D')},${D('E')})`,
  `NPV(0.03,Data!E1:E4)`,
  `NPV(0.03,100,200,300)`,
  `NPV(0.05,${D('E')})`,
  `Data!D5`,
  `Data!D5+1`,
  `Data!F1+1`,
  `Data!F10+1`,
  `Data!F3+1`,
  `SUM(Data!F1:F3)`,
  `SUM(${D('F')})`,
  `MAX(Data!D1:D5)-MIN(Data!D1:D5)`,
  `Data!D1=Data!D3`,
  `"nord"=Data!A1`,
  `1<"a"`,
  `10%*200`,
  `MEDIAN(${D('D')})`,
  `SIGN(-4)`,
  `INT(-2.5)`,
  `MOD(-7,3)`,
  `ROUNDUP(2.01,1)`,
  `ROUNDDOWN(-2.19,1)`,
  `ROWS(Data!A1:B7)`,
  `COLUMNS(Data!A1:D7)`,
  `ISBLANK(Data!D5)`,
  `ISTEXT(Data!A1)`,
  `LEFT("område",3)`,
  `LEN("æøå")`,
  `LARGE(${D('D')},2)`,
  `SMALL(${D('E')},1)`,
  `COUNTBLANK(${D('D')})`,
  `SUMIF(${D('A')},"Syd",${D('D')})`,
  `COUNTIF(${D('E')},">10")`,
  `SUMSQ(3,4)`,
  `VLOOKUP("Syd",Data!A1:E12,4,FALSE)`,
  `PRODUCT(2,3,Data!D5)`,
  `STDEV.S(${D('E')})`,
  `VAR.P(${D('E')})`,
  `POISSON.DIST(3,5.5,TRUE)`,
  `GAMMA.INV(0.025,62,1)`,
  `BINOM.DIST(4,20,0.3,TRUE)`,
  `YEAR(DATE(2024,2,29))`,
  `MONTH(45292)`,
  `INTERCEPT(Data!D1:D4,Data!C1:C4)`,
  `RSQ(Data!D1:D4,Data!E1:E4)`,
  `SUM(IF(1,Data!D1:D4))`,
];

let engine: Engine;
afterEach(() => engine.close());

/** As LibreOffice prints it, with all digits. */
function shown(value: CellValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.error : String(value);
}

/** LibreOffice has errors of its own for some of Excel's. */
const SAME_ERRORS: Readonly<Record<string, string>> = {
  'Err:502': '#NUM!',
  'Err:503': '#NUM!',
  'Err:504': '#REF!',
  '#VALUE!': '#VALUE!',
};

/** Where Excel is known to differ from LibreOffice, with the answer that Excel's documentation gives. */
const EXCEL_DIFFERS: Readonly<Record<string, string>> = {
  // POWER: "if number is negative and power is not an integer, #NUM!"; 0 to the power of 0 is #NUM!.
  '0^0': '#NUM!',
  'POWER(-8,1/3)': '#NUM!',
  // INDEX: "must point to a cell within array; otherwise #REF!".
  [`INDEX(${D('D')},99)`]: '#REF!',
  // CHOOSE: "if index_num is less than 1 or greater than the number of the last value, #VALUE!".
  'CHOOSE(4,1,2,3)': '#VALUE!',
  // NORM.S.INV: "if probability >= 1, #NUM!".
  'NORM.S.INV(1)': '#NUM!',
  // LibreOffice reads a boolean cell of a file as a number; in Excel it counts as none.
  'COUNT(Data!F1:F4)': '1',
  'ISNUMBER(Data!F3)': 'FALSE',
  'SUM(Data!F1:F3)': '5',
};

it('computes what LibreOffice computes, on numbers to 12 digits', async () => {
  engine = startNodeEngine('Data');
  const data = engine.sheets.active();
  const tests = engine.sheets.add('Tests');
  engine.cells.write(
    data,
    rect(0, 0, 12, 6),
    DATA.map((row) => row.map((cell) => (cell === '12' ? "'12" : cell))),
  );
  engine.cells.write(
    tests,
    rect(0, 0, FORMULAS.length, 1),
    FORMULAS.map((formula) => [`=${formula}`]),
  );
  await engine.settle();
  const ours = engine.cells.values(tests, rect(0, 0, FORMULAS.length, 1)).map(([value]) => shown(value));

  const sheets = await recalculate(await writeXlsx(engine.snapshot()));
  const theirs = (sheets.get('Tests') ?? []).map(([text]) => SAME_ERRORS[text ?? ''] ?? text ?? '');
  const differences = FORMULAS.flatMap((formula, i) => {
    const [left, right] = [ours[i] ?? '', EXCEL_DIFFERS[formula] ?? theirs[i] ?? ''];
    const [a, b] = [Number(left), Number(right)];
    const isNumber = left !== '' && right !== '' && !Number.isNaN(a) && !Number.isNaN(b);
    const isSame = isNumber
      ? Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b), 1e-300)
      : left === right;
    return isSame ? [] : [`${formula}: engine ${left}, LibreOffice ${right}`];
  });
  expect(differences).toEqual([]);
});
