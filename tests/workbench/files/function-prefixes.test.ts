import { formulaFromFile, formulaToFile } from '../../../src/workbench/files/function-prefixes';
import { moveFormula } from '../../../src/workbench/files/shared-formula';

describe('formulas in the spelling of files', () => {
  const spellings: readonly (readonly [bar: string, file: string])[] = [
    ['=SUM(A1:B2)/COUNTIFS(A:A,">0")', 'SUM(A1:B2)/COUNTIFS(A:A,">0")'],
    ['=NORM.S.INV(0.975)*STDEV.S(A1:A9)', '_xlfn.NORM.S.INV(0.975)*_xlfn.STDEV.S(A1:A9)'],
    ['=CHISQ.INV(0.025,2*B4)/2', '_xlfn.CHISQ.INV(0.025,2*B4)/2'],
    ['=SORT(FILTER(A1:A9,B1:B9>1))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>1))'],
    ['=SORTBY(A1:A9,B1:B9)', '_xlfn.SORTBY(A1:A9,B1:B9)'],
    ['=SV.DID_EFFECT(A1:E1,A2:E2,A3:E3,2)', '_xldudf_SV_DID_EFFECT(A1:E1,A2:E2,A3:E3,2)'],
    ['=IFERROR(NORM.DIST(1,0,1,TRUE),"NORM.DIST(")', 'IFERROR(_xlfn.NORM.DIST(1,0,1,TRUE),"NORM.DIST(")'],
    ["='DAYS(1)'!A1+Tabel[DAYS(x)]", "'DAYS(1)'!A1+Tabel[DAYS(x)]"],
    ['=LET(x,A1,y,x+1,x*y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)'],
    ['=MAP(A1:A3,LAMBDA(v,v*2))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))'],
    ['=LET(a,SUM(B1,B2),a/2)', '_xlfn.LET(_xlpm.a,SUM(B1,B2),_xlpm.a/2)'],
  ];

  test.each(spellings)('%s is written as %s and read back the same', (bar, file) => {
    expect(formulaToFile(bar)).toBe(file);
    expect(formulaFromFile(file)).toBe(bar);
  });
});

describe('a formula moved as by filling', () => {
  const moves: readonly (readonly [formula: string, rows: number, columns: number, moved: string])[] = [
    ['A1+$B$2+C$3+$D4', 2, 1, 'B3+$B$2+D$3+$D6'],
    ['SUM(\'A1 B2\'!A1:B2,"C3")', 1, 1, 'SUM(\'A1 B2\'!B2:C3,"C3")'],
    ['LOG10(A1)+2E3+Ark1!Z9', 1, 0, 'LOG10(A2)+2E3+Ark1!Z10'],
    ['SUM(A:B,1:2,$A:$B,$1:$2)', 1, 1, 'SUM(B:C,2:3,$A:$B,$1:$2)'],
    ['A1', -1, 0, '#REF!'],
    ['Tabel[A1]+AA10', 1, 1, 'Tabel[A1]+AB11'],
  ];

  test.each(moves)('%s by %d rows and %d columns is %s', (formula, rows, columns, moved) => {
    expect(moveFormula(formula, rows, columns)).toBe(moved);
  });
});
