import fc from 'fast-check';
import type { Scalar } from '../../../src/workbench/book';
import { startNodeEngine } from '../../../src/workbench/engine/boot-node';
import type { Engine } from '../../../src/workbench/engine/engine';

/** A column so long that its conditions are met in one pass. */
const rows = 72;
/** So few that Univer compares them one by one: of more it remembers texts, and then no longer takes "12%" for 0.12. */
const few = 8;
const rect = (row: number, column: number, height = 1, width = 1) => ({
  ...{ row, column },
  ...{ rows: height, columns: width },
});

let engine: Engine;
beforeAll(() => {
  engine = startNodeEngine();
});
afterAll(() => engine.close());

const value = fc.constantFrom<Scalar>(
  ...[0, 1, -2.5, 12, 2012, 0.1, 1e6, true, false, null],
  ...['Nord', 'nord', 'NORD', 'Syd', 'Område 12', '12', "'2012", '12%', 'TRUE', "'", 'a*b', '>5', '#N/A'],
  ...['=1/0', '=""', '=0.1+0.2', '=NA()', '="Straße"', '="2011-05-01"'],
);
const criterion = fc.constantFrom(
  ...[
    '0',
    '12',
    '0.3',
    '-2.5',
    '"Nord"',
    '"syd"',
    '"Område 12"',
    '""',
    '"<>"',
    '"="',
    '"N*"',
    '"?yd"',
    '"a~*b"',
  ],
  ...['">5"', '">=0"', '"<>0"', '"<>Nord"', '"=nord"', '"<=12"', '"<Syd"', 'TRUE', '"TRUE"', '"12"', '"12%"'],
  ...['"2012"', 'D1', 'A1', 'B2', '"#N/A"', 'NA()', '"STRASSE"', '2012', '"=>5"'],
);

it('counts and sums a long column as Univer does its parts', async () => {
  const sheet = engine.sheets.active();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(value, value), { minLength: rows, maxLength: rows }),
      fc.array(fc.tuple(criterion, criterion), { minLength: 20, maxLength: 20 }),
      async (cells, criteria) => {
        const numbers = cells.map((_, index) => index / 4);
        const columns = cells.map((pair, index): Scalar[] => [...pair, numbers[index]!]);
        engine.cells.write(sheet, rect(0, 0, rows, 3), columns);
        const over = (first: number, last: number) => (one: string, other: string) => [
          `COUNTIFS(A$${first}:A$${last},${one},B$${first}:B$${last},${other})`,
          `SUMIFS(C$${first}:C$${last},A$${first}:A$${last},${one},B$${first}:B$${last},${other})`,
        ];
        const parts = Array.from({ length: rows / few }, (_, part) => over(few * part + 1, few * part + few));
        const formulas = criteria.map(([one, other]) => {
          const inParts = parts.map((part) => part(one, other));
          const sums = [0, 1].map((which) => inParts.map((part) => part[which]).join('+'));
          return [...over(1, rows)(one, other), ...sums].map((text) => `=${text}`);
        });
        engine.cells.write(sheet, rect(0, 4, criteria.length, 4), formulas);
        await engine.settle();
        const found = engine.cells.values(sheet, rect(0, 4, criteria.length, 4));
        for (const [index, [count, sum, ...expected]] of found.entries())
          expect([criteria[index], count, sum]).toEqual([criteria[index], ...expected]);
      },
    ),
    { numRuns: 12, seed: 4 },
  );
});
