import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { startHeadless } from '../../src/workbench/headless';

let workbench: HeadlessWorkbench;
beforeEach(async () => {
  workbench = await startHeadless();
});
afterEach(() => workbench.close());

it('boots genuine office.js, which writes, computes and reads back', async () => {
  const read = await workbench.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Effekt');
    const range = sheet.getRange('A1:B2');
    range.values = [
      [1, 'two'],
      [true, '=A1/3'],
    ];
    range.load('values,address,formulas,valueTypes');
    await context.sync();
    return [range.address, range.values, range.formulas, range.valueTypes];
  });
  expect(read).toEqual([
    'Effekt!A1:B2',
    [
      [1, 'two'],
      [true, 1 / 3],
    ],
    [
      [1, 'two'],
      [true, '=A1/3'],
    ],
    [
      ['Double', 'String'],
      ['Boolean', 'Double'],
    ],
  ]);
  const { sheets } = workbench.engine.snapshot();
  expect(sheets[1]?.cells).toContainEqual({ row: 1, column: 1, value: 1 / 3, formula: '=A1/3' });
});
