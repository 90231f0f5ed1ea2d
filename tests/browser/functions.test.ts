import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { examples, exampleSheet, type Example } from '../../src/functions/examples';
import { catalogue } from '../../src/functions/catalogue';
import { cellValue, openWorkbench, paneOf, typeInto, type OpenWorkbench } from '../support/workbench-page';

/** Every custom function as a person types it, answered by the built add-in through Office.js's own messages. */
const formulaRow = 12;

// Some forty formulas are typed key by key, on whatever machine this runs.
jest.setTimeout(240_000);

let workbench: OpenWorkbench;

/** Puts the example's cells where its formula looks for them, below nothing that was there before. */
async function fill(rows: readonly (readonly (number | string | null)[])[]): Promise<void> {
  await workbench.page.evaluate(
    ([cells, last]) => {
      const { engine } = window.workbench!;
      const sheet = engine.sheets.active();
      engine.cells.clear(sheet, { row: 0, column: 0, rows: last + 20, columns: 12 }, 'contents');
      for (const [row, values] of cells.entries()) {
        engine.cells.write(sheet, { row, column: 0, rows: 1, columns: values.length }, [values]);
      }
    },
    [rows, formulaRow] as const,
  );
}

/** Types the formula and gives what the cell, or the cells it spills into, hold when it is answered. */
async function answered(formula: string, rows: number, columns: number): Promise<unknown[][]> {
  const { page } = workbench;
  await typeInto(page, formulaRow, 0, formula);
  await page.waitForFunction(
    ([row, text]) => {
      const { engine } = window.workbench!;
      const cell = { row, column: 0, rows: 1, columns: 1 };
      const written = engine.cells.formulas(engine.sheets.active(), cell)[0]?.[0];
      const value = engine.cells.values(engine.sheets.active(), cell)[0]?.[0];
      const isBusy = typeof value === 'object' && value !== null && value.error === '#BUSY!';
      return (
        written?.toUpperCase() === text.toUpperCase() && value !== null && value !== undefined && !isBusy
      );
    },
    [formulaRow, formula] as const,
  );
  return page.evaluate(
    ([row, r, c]) => {
      const { engine } = window.workbench!;
      const found = engine.cells.values(engine.sheets.active(), { row, column: 0, rows: r, columns: c });
      return found.map((each) => [...each]);
    },
    [formulaRow, rows, columns] as const,
  );
}

function resultRows({ result }: Example): readonly (readonly (number | string)[])[] {
  return typeof result === 'number' ? [[result]] : result;
}

const years = [-2, -1, 0, 1, 2];
const rates = [11, 12, 10, 8, 5];
const control = [6, 6, 5, 4, 4];
/** What is typed, the rows above it, what the cell shows, and what its message says in both languages. */
const mistakes: readonly [
  string,
  readonly (readonly (number | string | null)[])[],
  string,
  { da: string; en: string },
][] = [
  [
    '=SV.EVICTION_RATE("mange",100)',
    [],
    '#VALUE!',
    {
      da: 'udsættelser skal være et tal, men er "mange".',
      en: 'evictions must be a number, but is "mange".',
    },
  ],
  [
    '=SV.EVICTION_RATE(3,0)',
    [],
    '#VALUE!',
    { da: 'lejemål skal være over 0, men er 0.', en: 'tenancies must be above 0, but is 0.' },
  ],
  [
    '=SV.DID_EFFECT(A1:E1,A2:E2,A3:E3,2,"stejl")',
    [years, rates, control],
    '#VALUE!',
    { da: 'men er "stejl".', en: 'but is "stejl".' },
  ],
  [
    '=SV.DID_EFFECT(A1:E1,A2:E2,A3:D3,2)',
    [years, rates, control],
    '#VALUE!',
    { da: 'rater_kontrol', en: 'control_rates' },
  ],
  ['=SV.ACTUAL_FALL(A1:E1,A2:E2,2)', [years, [11, 12, 0, 8, 5]], '#DIV/0!', { da: '', en: '' }],
  [
    '=SV.DID_EFFECT(A1:E1,A2:E2,A3:E3,2)',
    [years, ['ikke talt', 12, 10, 8, 5], control],
    '#VALUE!',
    { da: '"ikke talt"', en: '"ikke talt"' },
  ],
  ['=SV.BREAK_EVEN(149035,0,54156)', [], '#N/A', { da: 'forebyggede', en: 'prevented' }],
  [
    '=SV.PAYBACK_YEARS(A1:B1,A2:B2)',
    [
      [100, 100],
      [1, 1],
    ],
    '#N/A',
    { da: 'esparelser', en: 'avings' },
  ],
];

describe.each(['da', 'en'] as const)('in Excel’s language %s', (language) => {
  beforeAll(async () => {
    workbench = await openWorkbench(language);
    await paneOf(workbench.page);
  });
  afterAll(() => workbench.close());

  test('every example, typed into the grid, gives its documented result', async () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(catalogue.length);
    for (const example of examples) {
      const { rows, formula } = exampleSheet(example, 'en');
      await fill(rows);
      const expected = resultRows(example);
      const found = await answered(formula, expected.length, expected[0]!.length);
      for (const [i, row] of expected.entries()) {
        for (const [j, value] of row.entries()) {
          const cell = found[i]![j];
          if (typeof value === 'number') {
            const allowed = example.within ?? 1e-6 * Math.max(1e-3, Math.abs(value));
            expect([formula, i, j, typeof cell, Math.abs((cell as number) - value) <= allowed]).toEqual([
              formula,
              i,
              j,
              'number',
              true,
            ]);
          } else if (/^#/.test(value)) expect([formula, cell]).toEqual([formula, { error: value }]);
          // Headers come in the language of Excel: here only that there is one.
          else expect([formula, typeof cell]).toEqual([formula, 'string']);
        }
      }
    }
  });

  test('a mistake gets its error and a message in that language', async () => {
    for (const [formula, rows, error, message] of mistakes) {
      await fill(rows);
      expect([formula, await answered(formula, 1, 1)]).toEqual([formula, [[{ error }]]]);
      const said = await workbench.page.evaluate(
        ([row]) => {
          const { engine, pane } = window.workbench!;
          const sheet = engine.sheets.list().find(({ id }) => id === engine.sheets.active())!;
          return pane.host.functionErrorMessage(sheet.name, row, 0) ?? '';
        },
        [formulaRow] as const,
      );
      expect([formula, said]).toEqual([formula, expect.stringContaining(message[language])]);
    }
  });

  test('the same seed gives the same figures in Node and in the browser', async () => {
    const calls = new Map<string, (...values: unknown[]) => unknown>();
    const CustomFunctions = {
      associate: (id: string, call: (...values: unknown[]) => unknown) => calls.set(id, call),
    };
    const script = readFileSync(path.join(__dirname, '../../dist/functions.js'), 'utf8');
    runInContext(script, createContext({ CustomFunctions, console }));
    const counts = [
      years,
      [62, 81, 56, 46, 29],
      [5498, 5443, 5442, 5380, 5386],
      [309, 317, 273, 222, 188],
      [48791, 49292, 51222, 51040, 51478],
    ];
    const inNode = calls.get('DID_CI')!(
      ...counts.map((row) => [row]),
      2,
      'compound',
      0.95,
      'simulated',
      5000,
      7,
    ) as number[][];
    await fill(counts);
    const formula = '=SV.DID_CI(A1:E1,A2:E2,A3:E3,A4:E4,A5:E5,2,"compound",0.95,"simulated",5000,7)';
    expect(await answered(formula, 1, 2)).toEqual(inNode);
    expect(await cellValue(workbench.page, formulaRow, 0)).toBe(inNode[0]![0]);
  });
});
