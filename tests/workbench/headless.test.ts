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

it('speaks Danish and opens a workbook when it is told to', async () => {
  const empty = workbench.engine.snapshot();
  const [sheet] = empty.sheets;
  if (sheet === undefined) throw new Error('a workbook has a sheet');
  const cells = [
    { row: 0, column: 0, value: 20 },
    { row: 0, column: 1, value: -1, formula: '=A1*2' },
  ];
  const danish = await startHeadless({
    language: 'da-DK',
    book: { ...empty, sheets: [{ ...sheet, name: 'Områdedata', cells }] },
  });
  const read = await danish.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('områdedata').getRange('B1').load('values');
    await context.sync();
    return range.values;
  });
  expect([read, danish.Office.context.displayLanguage]).toEqual([[[40]], 'da-DK']);
  await danish.close();
});

it('keeps two workbenches apart', async () => {
  const other = await startHeadless();
  await other.Excel.run(async (context) => {
    context.workbook.worksheets.add('Only here');
    await context.sync();
  });
  expect(workbench.engine.snapshot().sheets).toHaveLength(1);
  await other.close();
});

it('runs a built script in the add-in’s window and names it where it fails', () => {
  workbench.runScript('answer = 6 * 7;', 'answer.js');
  expect((workbench.window as unknown as { answer: number }).answer).toBe(42);
  const fail = (): void => workbench.runScript('throw new Error("broken")', 'broken.js');
  expect(fail).toThrow('broken');
});

it('leaves nothing running when it is closed', async () => {
  const timers = () =>
    process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout' || kind === 'MessagePort');
  const before = timers().length;
  const other = await startHeadless();
  other.engine.cells.write(other.engine.sheets.active(), { row: 0, column: 0, rows: 1, columns: 1 }, [
    ['=1+1'],
  ]);
  await other.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(timers().length).toBeLessThanOrEqual(before);
});
