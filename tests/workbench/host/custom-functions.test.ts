import type { HeadlessWorkbench, HeadlessOptions } from '../../../src/workbench/headless';
import { startHeadless } from '../../../src/workbench/headless';
import type { FunctionsMetadata } from '../../../src/workbench/host/host';

/** Functions as an add-in declares and associates them, called by formulas through genuine office.js. */
const parameter = (name: string, rest: object = {}) => ({ name, type: 'number', ...rest });
const METADATA: FunctionsMetadata = {
  functions: [
    { id: 'ADD', name: 'ADD', parameters: [parameter('a'), parameter('b', { optional: true })] },
    { id: 'ECHO', name: 'ECHO', parameters: [parameter('x', { type: 'any', dimensionality: 'matrix' })] },
    { id: 'ECHO_ONE', name: 'ECHO_ONE', parameters: [parameter('x', { type: 'any' })] },
    { id: 'GRID', name: 'GRID', parameters: [] },
    { id: 'FAIL', name: 'FAIL', parameters: [parameter('how', { type: 'string' })] },
    {
      id: 'TAKES_ERRORS',
      name: 'TAKES.ERRORS',
      parameters: [parameter('x', { type: 'any', dimensionality: 'matrix' })],
      options: { allowErrorForDataTypeAny: true },
    },
  ],
};
/** Runs in the add-in's window, as its built script does. */
const SCRIPT = `
  calls = [];
  CustomFunctions.associate({
    ADD: (a, b) => { calls.push('ADD'); return a + (b === null ? 100 : b); },
    ECHO: (x) => JSON.stringify(x),
    ECHO_ONE: (x) => JSON.stringify(x),
    GRID: () => [[1, 'a'], [new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero), true]],
    FAIL: (how) => {
      if (how === 'value') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'rates: a number was expected');
      if (how === 'na') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'the year 2013 is blank');
      if (how === 'div') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero, 'no message here');
      if (how === 'nan') return NaN;
      if (how === 'infinite') return Infinity;
      throw new Error('a bug');
    },
    TAKES_ERRORS: (x) => JSON.stringify(x),
  });`;

let workbench: HeadlessWorkbench;
const start = async (options: HeadlessOptions = {}): Promise<void> => {
  workbench = await startHeadless(options);
  workbench.runScript(SCRIPT, 'functions.js');
  workbench.host.registerFunctions(METADATA, 'SV');
};
afterEach(() => workbench.close());

const rect = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const results = async (formulas: readonly string[], above: readonly (string | number | null)[] = []) => {
  const sheet = workbench.engine.sheets.active();
  if (above.length > 0) workbench.engine.cells.write(sheet, rect(0, 0, 1, above.length), [above]);
  workbench.engine.cells.write(sheet, rect(2, 0, 1, formulas.length), [formulas]);
  await workbench.host.settle();
  return workbench.engine.cells.values(sheet, rect(2, 0, 1, formulas.length))[0];
};

it('computes formulas by the add-in’s functions, in any case, also inside other formulas', async () => {
  await start();
  expect(await results(['=SV.ADD(2,3)', '=sv.add(2,3)*10', '=SUM(SV.ADD(1,1),A3)', '=SV.NONE(1)'])).toEqual([
    5,
    50,
    7,
    { error: '#NAME?' },
  ]);
});

it('computes formulas that were there before the functions were', async () => {
  workbench = await startHeadless();
  const sheet = workbench.engine.sheets.active();
  workbench.engine.cells.write(sheet, rect(0, 0), [['=SV.ADD(2,3)']]);
  await workbench.host.settle();
  expect(workbench.engine.cells.values(sheet, rect(0, 0))).toEqual([[{ error: '#NAME?' }]]);
  workbench.runScript(SCRIPT, 'functions.js');
  workbench.host.registerFunctions(METADATA, 'SV');
  await workbench.host.settle();
  expect(workbench.engine.cells.values(sheet, rect(0, 0))).toEqual([[5]]);
});

it('passes omitted optional arguments as null and refuses what is missing or too much', async () => {
  await start();
  expect(await results(['=SV.ADD(2)', '=SV.ADD(2,)', '=SV.ADD()', '=SV.ADD(1,2,3)'])).toEqual([
    102,
    102,
    { error: '#VALUE!' },
    { error: '#VALUE!' },
  ]);
});

it('passes ranges as rows, a single cell to a matrix parameter as one row of one', async () => {
  await start();
  expect(
    await results(
      ['=SV.ECHO(A1:B1)', '=SV.ECHO(A1)', '=SV.ECHO(7)', '=SV.ECHO({1,2;3,4})', '=SV.ECHO_ONE(B1)'],
      [1, 'x'],
    ),
  ).toEqual(['[[1,"x"]]', '[[1]]', '[[7]]', '[[1,2],[3,4]]', '"x"']);
});

it.each([
  [0 as const, ['[[1,0]]', '0', 100]],
  [null, ['[[1,null]]', 'null', 100]],
  ['' as const, ['[[1,""]]', '""', '100']],
])('passes a blank cell as %j when told so', async (blanks, [matrix, single]) => {
  await start({ blanks });
  expect(await results(['=SV.ECHO(A1:B1)', '=SV.ECHO_ONE(B1)'], [1, null])).toEqual([matrix, single]);
});

it('spills arrays, errors in them included, and computes what depends on them', async () => {
  await start();
  const sheet = workbench.engine.sheets.active();
  workbench.engine.cells.write(sheet, rect(0, 0, 1, 4), [['=SV.GRID()', null, null, '=A1+1']]);
  await workbench.host.settle();
  expect(workbench.engine.cells.values(sheet, rect(0, 0, 2, 4))).toEqual([
    [1, 'a', null, 2],
    [{ error: '#DIV/0!' }, true, null, null],
  ]);
  expect(workbench.engine.snapshot().sheets[0]?.cells[0]).toMatchObject({ spill: { rows: 2, columns: 2 } });
});

it('shows errors by their kind, with the messages that Excel shows', async () => {
  await start();
  const ways = ['value', 'na', 'div', 'nan', 'infinite', 'bug'];
  expect(await results(ways.map((how) => `=SV.FAIL("${how}")`))).toEqual(
    ['#VALUE!', '#N/A', '#DIV/0!', '#VALUE!', '#NUM!', '#VALUE!'].map((error) => ({ error })),
  );
  const message = (column: number) => workbench.host.functionErrorMessage('Sheet1', 2, column);
  expect([message(0), message(1), message(2)]).toEqual([
    'rates: a number was expected',
    'the year 2013 is blank',
    undefined,
  ]);
});

it('does not call a function for arguments that are errors, unless it takes them', async () => {
  await start();
  expect(await results(['=SV.ADD(A1,1)', '=SV.ECHO(A1:B1)', '=SV.TAKES.ERRORS(A1)'], ['=NA()', 1])).toEqual([
    { error: '#N/A' },
    { error: '#N/A' },
    expect.stringContaining('#N/A'),
  ]);
});

it('calls a function again only when its arguments change', async () => {
  await start();
  const sheet = workbench.engine.sheets.active();
  const calls = () => (workbench.window as unknown as { calls: string[] }).calls.length;
  workbench.engine.cells.write(sheet, rect(0, 0, 1, 3), [[1, 5, '=SV.ADD(A1,2)']]);
  await workbench.host.settle();
  expect(calls()).toBe(1);
  workbench.engine.cells.write(sheet, rect(0, 1), [[6]]);
  await workbench.host.settle();
  expect(calls()).toBe(1);
  workbench.engine.cells.write(sheet, rect(0, 0), [[10]]);
  await workbench.host.settle();
  expect([calls(), workbench.engine.cells.values(sheet, rect(0, 2))]).toEqual([2, [[12]]]);
});

it('computes rows of calls that build on each other', async () => {
  await start();
  const sheet = workbench.engine.sheets.active();
  const rows = Array.from({ length: 200 }, (_, i) => [i, `=SV.ADD(A${i + 1},1)`, `=SV.ADD(B${i + 1},1)`]);
  workbench.engine.cells.write(sheet, rect(0, 0, 200, 3), rows);
  await workbench.host.settle();
  expect(workbench.engine.cells.values(sheet, rect(199, 1, 1, 2))).toEqual([[200, 201]]);
});
