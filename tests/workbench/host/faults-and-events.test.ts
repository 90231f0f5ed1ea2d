import type { HeadlessWorkbench } from '../../../src/workbench/headless';
import { startHeadless } from '../../../src/workbench/headless';

let workbench: HeadlessWorkbench;
beforeEach(async () => {
  workbench = await startHeadless();
});
afterEach(() => workbench.close());

const rect = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const write = (value: number) =>
  workbench.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1').values = [[value]];
    await context.sync();
  });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('faults', () => {
  it('fail the round trip that they are asked for, and only that', async () => {
    workbench.host.failRoundTrip(2, 'GeneralException');
    const codes = [await codeOf(write(1)), await codeOf(write(2)), await codeOf(write(3))];
    expect(codes).toEqual(['done', 'GeneralException', 'done']);
    workbench.host.failRoundTrip(1, 'InvalidOrTimedOutSession');
    expect(await codeOf(write(4))).toBe('InvalidOrTimedOutSession');
    expect(workbench.engine.cells.values(workbench.engine.sheets.active(), rect(0, 0))).toEqual([[3]]);
  });

  it('refuse requests while the user is typing in a cell', async () => {
    workbench.host.setCellEditing(true);
    expect(await codeOf(write(1))).toBe('InvalidOperationInCellEditMode');
    workbench.host.setCellEditing(false);
    expect(await codeOf(write(1))).toBe('done');
  });

  it('protect the workbook’s structure', async () => {
    workbench.host.setWorkbookProtected(true);
    const add = workbench.Excel.run(async (context) => {
      context.workbook.worksheets.add('New');
      await context.sync();
    });
    expect(await codeOf(add)).toBe('AccessDenied');
  });
});

describe('requirement sets', () => {
  it('are those of Excel on the web unless told otherwise', async () => {
    const supported = (from: HeadlessWorkbench, version: string) =>
      from.Office.context.requirements.isSetSupported('ExcelApi', version);
    expect([
      supported(workbench, '1.10'),
      supported(workbench, '1.15'),
      supported(workbench, '1.16'),
    ]).toEqual([true, true, false]);
    const old = await startHeadless({ requirements: { ExcelApi: '1.9' } });
    expect([supported(old, '1.9'), supported(old, '1.10')]).toEqual([true, false]);
    await old.close();
  });

  it('make office.js refuse what is above them, when it is asked to check', async () => {
    const old = await startHeadless({ requirements: { ExcelApi: '1.6' } });
    const { OfficeExtension } = old.window as unknown as {
      OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
    };
    OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
    const freeze = old.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().freezePanes.freezeRows(1);
      await context.sync();
    });
    expect(await codeOf(freeze)).toBe('ApiNotFound');
    await old.close();
  });
});

describe('counters', () => {
  it('count one round trip for each sync that sends something, with its size', async () => {
    const { counters } = workbench.host;
    expect(counters.roundTrips).toBe(0);
    await workbench.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:B2').load('values');
      await context.sync();
      range.values = [[1, 2], [3, 4]]; // prettier-ignore
      await context.sync();
      await context.sync();
    });
    await soon();
    expect(counters.roundTrips).toBe(2);
    expect(counters.requestBytes.every((bytes) => bytes > 100 && bytes < 2000)).toBe(true);
  });
});

describe('events', () => {
  it('tell of selections, by the workbook and by the sheet', async () => {
    const seen: string[] = [];
    await workbench.Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => {
        const address = await workbench.Excel.run(async (inner) => {
          const range = inner.workbook.getSelectedRange().load('address');
          await inner.sync();
          return range.address;
        });
        seen.push(`workbook ${address}`);
      });
      context.workbook.worksheets.getFirst().onSelectionChanged.add((event) => {
        seen.push(`sheet ${event.address}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    workbench.engine.select(workbench.engine.sheets.active(), rect(1, 1, 2, 2));
    await soon();
    expect(seen.sort()).toEqual(['sheet B2:C3', 'workbook Sheet1!B2:C3']);
  });

  it('tell of cells that the user or the add-in changed, until the handler is removed', async () => {
    const seen: string[] = [];
    const handler = await workbench.Excel.run(async (context) => {
      const added = context.workbook.worksheets.getFirst().onChanged.add((event) => {
        seen.push(`${event.type} ${event.changeType} ${event.address}`);
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    const sheet = workbench.engine.sheets.active();
    workbench.engine.cells.write(sheet, rect(4, 2), [['typed']]);
    await write(7);
    await soon();
    expect(seen).toEqual(['WorksheetChanged RangeEdited C5', 'WorksheetChanged RangeEdited A1']);
    await workbench.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    workbench.engine.cells.write(sheet, rect(4, 2), [['again']]);
    await soon();
    expect(seen).toHaveLength(2);
  });

  it('tell of the sheet that becomes active', async () => {
    const seen: string[] = [];
    await workbench.Excel.run(async (context) => {
      const other = context.workbook.worksheets.add('Other').load('id');
      context.workbook.worksheets.onActivated.add((event) => {
        seen.push(event.worksheetId);
        return Promise.resolve();
      });
      await context.sync();
      other.activate();
      await context.sync();
      await soon();
      expect(seen).toEqual([other.id]);
    });
  });
});
