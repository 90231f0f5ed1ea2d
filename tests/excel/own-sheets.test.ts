import { sheetOf } from '../../src/excel/own-sheets';

test.each([
  ["='Effekt'!$A$1", 'Effekt'],
  ['=Effekt!$A$1', 'Effekt'],
  ["='Områdedata B'!$A$1", 'Områdedata B'],
  ["='Bo''s ark'!$A$1", "Bo's ark"],
  ['=#REF!$A$1', null],
  ["='x", null],
  ['=1', null],
])('the name formula %s points to the sheet %p', (formula, sheet) => {
  expect(sheetOf(formula)).toBe(sheet);
});
