import { startNodeEngine } from '../../../src/workbench/engine/boot-node';
import type { Engine } from '../../../src/workbench/engine/engine';

let engine: Engine;
let sheet: string;
const rect = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

beforeEach(() => {
  engine = startNodeEngine();
  sheet = engine.sheets.active();
});
afterEach(() => engine.close());

it('computes a formula exactly', async () => {
  engine.cells.write(sheet, rect(0, 0, 1, 3), [[1, 3, '=A1/B1']]);
  await engine.settle();
  expect(engine.cells.values(sheet, rect(0, 0, 1, 3))).toEqual([[1, 3, 1 / 3]]);
  expect(engine.cells.formulas(sheet, rect(0, 0, 1, 3))).toEqual([[null, null, '=A1/B1']]);
});

it('gives spilled cells and what depends on them', async () => {
  engine.cells.write(sheet, rect(0, 0, 1, 3), [['=SEQUENCE(3)/7', '=SUM(A1:A3)', '=A3']]);
  await engine.settle();
  expect(engine.cells.values(sheet, rect(0, 0, 3, 3))).toEqual([
    [1 / 7, 6 / 7, 3 / 7],
    [2 / 7, null, null],
    [3 / 7, null, null],
  ]);
});

it('has the functions of an add-in computed together and spills their arrays', async () => {
  const calls: number[] = [];
  engine.cells.write(sheet, rect(0, 0, 1, 4), [[2, '=SV.TWICE(A1)', '=B1+1', '=SV.TWICE(C1)+SV.TWICE(A1)']]);
  engine.functions.define(['SV.TWICE'], async (parcel) => {
    calls.push(parcel.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return parcel.map(({ arguments: [value] }) => [[2 * (value as number)], [3 * (value as number)]]);
  });
  await engine.calculate();
  expect(engine.cells.values(sheet, rect(0, 1))).toEqual([[{ error: '#BUSY!' }]]);
  await engine.settle();
  expect(engine.cells.values(sheet, rect(0, 0, 2, 4))).toEqual([
    [2, 4, 5, 14],
    [null, 6, null, 21],
  ]);
  expect(calls.length).toBeLessThanOrEqual(3);
});
