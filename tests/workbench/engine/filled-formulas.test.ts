import fc from 'fast-check';
import type { Scalar } from '../../../src/workbench/book';
import { startNodeEngine } from '../../../src/workbench/engine/boot-node';
import type { Engine } from '../../../src/workbench/engine/engine';
import { relativeForm } from '../../../src/workbench/engine/filled-formulas';

let engine: Engine;
beforeAll(() => {
  engine = startNodeEngine();
});
afterAll(() => engine.close());

/** The results of formulas that are written together, and of each when nothing else like it is there. */
async function together(formulas: readonly (readonly string[])[]): Promise<unknown> {
  const sheet = engine.sheets.active();
  const rect = { row: 10, column: 3, rows: formulas.length, columns: formulas[0]!.length };
  engine.cells.write(sheet, rect, formulas);
  await engine.settle();
  // What is added takes the sign of a 0 away.
  return engine.cells.values(sheet, rect).map((row) => row.map((value) => (value === 0 ? 0 : value)));
}

/** Written so that no two have one form: what is added to each differs, and is taken away again. */
const unlike = (formulas: readonly (readonly string[])[]): string[][] =>
  formulas.map((row, i) => row.map((formula, j) => `${formula}+${100 * i + j}-${100 * i + j}`));

const numbers: Scalar[][] = Array.from({ length: 30 }, (_, i) =>
  Array.from({ length: 8 }, (__, j) => ((7 * i + 3 * j) % 11) + (i % 3 === 0 && j % 2 === 0 ? 0.5 : 0)),
);

const cell = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 2 }), fc.boolean(), fc.integer({ min: -5, max: -1 }))
  .map(([fixedColumn, left, fixedRow, up]) => (row: number, column: number): string => {
    const letters = 'ABCDEFGH'[fixedColumn ? left : column - left - 1]!;
    return `${fixedColumn ? '$' : ''}${letters}${fixedRow ? '$' : ''}${fixedRow ? -up : row + up + 1}`;
  });
const term = fc
  .tuple(fc.constantFrom('', 'SUM', 'MAX', 'COUNTIF'), cell, cell)
  .map(([name, first, second]) => (row: number, column: number): string => {
    const [a, b] = [first(row, column), second(row, column)];
    if (name === '') return `(${a}-${b})`;
    return name === 'COUNTIF' ? `COUNTIF(${a}:${b},">"&${a})` : `${name}(${a}:${b},${b})`;
  });
/** In a block of cells, as filled from its first. */
const formula = fc
  .array(term, { minLength: 1, maxLength: 3 })
  .map((terms) => (row: number, column: number) => `=${terms.map((each) => each(row, column)).join('*')}`);

test('formulas that are one formula filled down and right have the results of formulas read one by one', async () => {
  engine.cells.write(
    engine.sheets.active(),
    { row: 0, column: 0, rows: 10, columns: 3 },
    numbers.slice(0, 10).map((row) => row.slice(0, 3)),
  );
  await fc.assert(
    fc.asyncProperty(formula, async (at) => {
      const block = Array.from({ length: 4 }, (_, i) =>
        Array.from({ length: 3 }, (__, j) => at(10 + i, 3 + j)),
      );
      expect([block, await together(block)]).toEqual([block, await together(unlike(block))]);
    }),
    { numRuns: 60, seed: 20 },
  );
});

test.each([
  ['whole columns', '=SUM(A:A)'],
  ['whole rows', '=SUM(1:3)'],
  ['columns of tables', '=SUM(Counts[Year])'],
  ['arrays', '=SUM({1,2})'],
  ['spilled ranges', '=SUM(A1#)'],
  ['ranges of which one end moves', '=SUM(A$1:A5)'],
])('%s are read as they are written', (_, text) => {
  expect(relativeForm(text, 0, 0)).toBe(null);
});

test.each([
  ['texts', '="A1"&A1', '="A2"&A2'],
  ['sheets called like cells', "='A1'!B1", "='A2'!B2"],
  ['fixed rows', '=A$1', '=A$2'],
  ['numbers', '=A1*2', '=A2*3'],
])('%s tell formulas apart', (_, above, below) => {
  expect(relativeForm(above, 0, 1)).not.toBe(relativeForm(below, 1, 1));
});

test('functions whose names end in digits, and names, are no cells', () => {
  expect(relativeForm('=LOG10(A1)+rate_1', 0, 1)).toBe(relativeForm('=LOG10(A2)+rate_1', 1, 1));
});

test('a formula that is overwritten leaves the others filled from it as they were', async () => {
  const sheet = engine.sheets.add('Filled');
  const at = (row: number) => ({ row, column: 1, rows: 1, columns: 1 });
  engine.cells.write(sheet, { row: 0, column: 0, rows: 3, columns: 2 }, [
    [1, '=A1*10'],
    [2, '=A2*10'],
    [3, '=A3*10'],
  ]);
  await engine.settle();
  engine.cells.write(sheet, at(0), [[7]]);
  engine.cells.write(sheet, { ...at(2), column: 0 }, [[4]]);
  await engine.settle();
  expect(engine.cells.values(sheet, { row: 0, column: 1, rows: 3, columns: 1 })).toEqual([[7], [20], [40]]);
  expect(engine.cells.formulas(sheet, { row: 0, column: 1, rows: 3, columns: 1 })).toEqual([
    [null],
    ['=A2*10'],
    ['=A3*10'],
  ]);
});
