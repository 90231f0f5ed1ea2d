import { RULES } from '../../../src/workbench/host/rules';
import type { HeadlessWorkbench } from '../../../src/workbench/headless';
import { startHeadless } from '../../../src/workbench/headless';

/** What Excel refuses, and the code with which it does. */
let workbench: HeadlessWorkbench;
beforeEach(async () => {
  workbench = await startHeadless();
});
afterEach(() => workbench.close());

type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;

const attempt = async (work: Work, from = workbench): Promise<string> => {
  try {
    await from.Excel.run(async (context) => {
      work(context.workbook.worksheets.getFirst(), context);
      await context.sync();
    });
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

/** Every rule with something that breaks it, and something close to it that does not. */
const CASES: Readonly<Record<keyof typeof RULES, readonly (readonly [string, string, Work])[]>> = {
  arrayFitsRange: [
    ['an array of other dimensions', 'InvalidArgument', (sheet) => (sheet.getRange('A1:B2').values = [[1]])],
    [
      'rows of different lengths',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A1:B2').formulas = [[1, 2], [3]]),
    ],
    ['an array of its dimensions', 'done', (sheet) => (sheet.getRange('A1:B1').values = [[1, 2]])],
  ],
  rangeIsBounded: [
    ['values for whole columns', 'InvalidArgument', (sheet) => (sheet.getRange('A:B').values = 1 as never)],
    ['a width for whole columns', 'done', (sheet) => (sheet.getRange('A:B').format.columnWidth = 50)],
  ],
  readIsSmallEnough: [
    [
      'reading more than five million cells',
      'ResponsePayloadSizeLimitExceeded',
      (sheet) => sheet.getRange('A1:F1000000').load('values'),
    ],
  ],
  requestIsSmallEnough: [
    [
      'a request of more than 5 MB',
      'RequestPayloadSizeLimitExceeded',
      (sheet) => {
        for (let i = 1; i <= 200; i++) sheet.getRange(`A${i}`).values = [['x'.repeat(30000)]];
      },
    ],
  ],
  sheetNameIsAllowed: [
    [
      'a name of 32 characters',
      'InvalidArgument',
      (_sheet, { workbook }) => workbook.worksheets.add('x'.repeat(32)),
    ],
    ['a name with a colon', 'InvalidArgument', (_sheet, { workbook }) => workbook.worksheets.add('a:b')],
    ['a name in apostrophes', 'InvalidArgument', (_sheet, { workbook }) => workbook.worksheets.add("'a'")],
    ['a blank name', 'InvalidArgument', (sheet) => (sheet.name = ' ')],
    ['the reserved name', 'InvalidArgument', (sheet) => (sheet.name = 'History')],
    ['a name of 31 characters', 'done', (_sheet, { workbook }) => workbook.worksheets.add('Ø'.repeat(31))],
  ],
  sheetNameIsFree: [
    [
      'a taken name in another case',
      'ItemAlreadyExists',
      (_sheet, { workbook }) => workbook.worksheets.add('SHEET1'),
    ],
    ['its own name in another case', 'done', (sheet) => (sheet.name = 'SHEET1')],
  ],
  aVisibleSheetRemains: [
    ['hiding the only sheet', 'InvalidOperation', (sheet) => (sheet.visibility = 'Hidden')],
    ['deleting the only sheet', 'InvalidOperation', (sheet) => sheet.delete()],
  ],
  sheetMayBeDeleted: [
    [
      'deleting a very hidden sheet',
      'InvalidOperation',
      (_sheet, { workbook }) => {
        const added = workbook.worksheets.add('Gone');
        added.visibility = 'VeryHidden';
        added.delete();
      },
    ],
    [
      'deleting a hidden sheet',
      'done',
      (_sheet, { workbook }) => {
        const added = workbook.worksheets.add('Gone');
        added.visibility = 'Hidden';
        added.delete();
      },
    ],
  ],
  sheetMayBeActivated: [
    [
      'activating a hidden sheet',
      'InvalidOperation',
      (_sheet, { workbook }) => {
        const added = workbook.worksheets.add('Away');
        added.visibility = 'Hidden';
        added.activate();
      },
    ],
  ],
  cellsAreUnlocked: [
    [
      'writing into a protected sheet',
      'AccessDenied',
      (sheet) => {
        sheet.protection.protect();
        sheet.getRange('A1').values = [[1]];
      },
    ],
    [
      'writing into an unlocked cell of a protected sheet',
      'done',
      (sheet) => {
        sheet.getRange('A1').format.protection.locked = false;
        sheet.protection.protect();
        sheet.getRange('A1').values = [[1]];
      },
    ],
    [
      'writing after the protection is taken off',
      'done',
      (sheet) => {
        sheet.protection.protect();
        sheet.protection.unprotect();
        sheet.getRange('A1').values = [[1]];
      },
    ],
  ],
  formatsMayChange: [
    [
      'colouring a protected sheet',
      'AccessDenied',
      (sheet) => {
        sheet.protection.protect();
        sheet.getRange('A1').format.fill.color = '#FF0000';
      },
    ],
  ],
  workbookIsUnprotected: [
    [
      'adding a sheet to a protected workbook',
      'AccessDenied',
      (_sheet, { workbook }) => {
        workbook.protection.protect();
        workbook.worksheets.add('New');
      },
    ],
    [
      'writing cells of a protected workbook',
      'done',
      (sheet, { workbook }) => {
        workbook.protection.protect();
        sheet.getRange('A1').values = [[1]];
      },
    ],
  ],
  workbookIsWritable: [],
  formulaIsWellFormed: [
    ['an open bracket', 'InvalidArgument', (sheet) => (sheet.getRange('A1').formulas = [['=SUM(A2:A3']])],
    [
      'semicolons between arguments',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A1').formulas = [['=SUM(1;2)']]),
    ],
    ['a missing operand', 'InvalidArgument', (sheet) => (sheet.getRange('A1').formulas = [['=1+']])],
    [
      'two operands side by side',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A1').formulas = [['=A1 B1 C']]),
    ],
    ['an unknown function', 'done', (sheet) => (sheet.getRange('A1').formulas = [['=SV.UNKNOWN(1,,"x;y")']])],
    [
      'all that formulas are made of',
      'done',
      (sheet) =>
        (sheet.getRange('A1').formulas = [
          [
            `=-SUM('It''s'!$A$1:B2,{1,2;3,4},Data[[#All],[a b]:[c]],.5E-3%,A:A,1:3)*(1<>2)&"x""y"&IF(TRUE,,)^-2+#N/A`,
          ],
        ]),
    ],
  ],
  textIsShortEnough: [
    [
      'a text of 32,768 characters',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A1').values = [['x'.repeat(32768)]]),
    ],
    [
      'a formula of 8,193 characters',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A1').values = [[`=${'1+'.repeat(4096)}1`]]),
    ],
  ],
  nameIsAllowed: [
    [
      'a name like a cell',
      'InvalidArgument',
      (sheet, { workbook }) => workbook.names.add('SV1', sheet.getRange('A1')),
    ],
    [
      'a name with a blank',
      'InvalidArgument',
      (sheet, { workbook }) => workbook.names.add('a b', sheet.getRange('A1')),
    ],
    ['the name R', 'InvalidArgument', (sheet, { workbook }) => workbook.names.add('r', sheet.getRange('A1'))],
    [
      'a name with a digit first',
      'InvalidArgument',
      (sheet, { workbook }) => workbook.names.add('1a', sheet.getRange('A1')),
    ],
    [
      'a name with Danish letters',
      'done',
      (sheet, { workbook }) => workbook.names.add('sv_område_1', sheet.getRange('A1')),
    ],
  ],
  nameIsFree: [
    [
      'a name twice, in another case',
      'InvalidArgument',
      (sheet, { workbook }) => {
        workbook.names.add('rate', sheet.getRange('A1'));
        workbook.names.add('RATE', sheet.getRange('A2'));
      },
    ],
    [
      'the same name in the workbook and in a sheet',
      'done',
      (sheet, { workbook }) => {
        workbook.names.add('rate', sheet.getRange('A1'));
        sheet.names.add('rate', sheet.getRange('A2'));
      },
    ],
  ],
  tableDoesNotOverlap: [
    [
      'a table over another',
      'InvalidArgument',
      (sheet) => {
        sheet.tables.add('A1:B3', true);
        sheet.tables.add('B3:C5', true);
      },
    ],
    [
      'a table beside another',
      'done',
      (sheet) => {
        sheet.tables.add('A1:B3', true);
        sheet.tables.add('C1:D3', true);
      },
    ],
  ],
  mergesDoNotOverlapTables: [
    [
      'merging cells of a table',
      'InvalidOperation',
      (sheet) => {
        sheet.tables.add('A1:B3', true);
        sheet.getRange('A2:B2').merge();
      },
    ],
  ],
  xmlIsWellFormed: [
    ['an element without end', 'InvalidArgument', (_, { workbook }) => workbook.customXmlParts.add('<a>')],
    ['a document', 'done', (_, { workbook }) => workbook.customXmlParts.add('<a b="&lt;">ø<c/></a>')],
  ],
  valueIsKnown: [
    [
      'an alignment that does not exist',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A1').format.horizontalAlignment = 'Middle' as never),
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (rule, cases) => {
  const { basis, source } = RULES[rule as keyof typeof RULES];
  it(`says where it comes from (${basis})`, () => expect(source.length).toBeGreaterThan(20));
  if (cases.length === 0) return;
  it.each(cases)('%s: %s', async (_what, outcome, work) => {
    expect(await attempt(work)).toBe(outcome);
  });
});

it('refuses to change a workbook that is open for reading', async () => {
  const reading = await startHeadless({ isReadOnly: true });
  const attempts: Work[] = [
    (sheet) => (sheet.getRange('A1').values = [[1]]),
    (_sheet, { workbook }) => workbook.worksheets.add('New'),
    (_sheet, { workbook }) => workbook.settings.add('a', 'b'),
    (sheet) => (sheet.getRange('A1').format.font.bold = true),
  ];
  const codes: string[] = [];
  for (const work of attempts) codes.push(await attempt(work, reading));
  codes.push(await attempt((sheet) => sheet.getRange('A1').load('values'), reading));
  await reading.close();
  expect(codes).toEqual(['AccessDenied', 'AccessDenied', 'AccessDenied', 'AccessDenied', 'done']);
});

it('leaves the actions before a failing one done, and says which failed', async () => {
  const failed = await workbench.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A2').values = [[1, 2]];
    sheet.getRange('A3').values = [[3]];
    await context.sync();
  }).catch((error: unknown) => error as OfficeExtension.Error);
  if (failed === undefined) throw new Error('the request should have failed');
  expect(failed.code).toBe('InvalidArgument');
  expect(failed.debugInfo.errorLocation).toBe('Range.values');
  const { cells } = workbench.engine.snapshot().sheets[0] ?? { cells: [] };
  expect(cells).toEqual([{ row: 0, column: 0, value: 1 }]);
});

it('refuses what it does not know by name', async () => {
  const failed = await workbench.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().shapes.addGeometricShape('Rectangle');
    await context.sync();
  }).catch((error: unknown) => error as OfficeExtension.Error);
  expect(failed).toMatchObject({
    code: 'ApiNotFound',
    message: 'The workbench does not know Worksheet.shapes.',
  });
  const inserted = await workbench.Excel.run(async (context) => {
    context.workbook.linkedWorkbooks.breakAllLinks();
    await context.sync();
  }).catch((error: unknown) => error as OfficeExtension.Error);
  expect(inserted).toMatchObject({ code: 'ApiNotFound' });
});

it.each([
  [
    'a sheet',
    (_sheet: Excel.Worksheet, context: Excel.RequestContext) =>
      context.workbook.worksheets.getItem('None').load('name'),
  ],
  ['a table', (sheet: Excel.Worksheet) => sheet.tables.getItem('None').load('name')],
  [
    'a name',
    (_sheet: Excel.Worksheet, context: Excel.RequestContext) =>
      context.workbook.names.getItem('None').load('name'),
  ],
  ['a chart', (sheet: Excel.Worksheet) => sheet.charts.getItem('None').load('name')],
  [
    'a setting',
    (_sheet: Excel.Worksheet, context: Excel.RequestContext) =>
      context.workbook.settings.getItem('None').load('value'),
  ],
])('says ItemNotFound for %s that is not there', async (_what, work) => {
  expect(await attempt(work as Work)).toBe('ItemNotFound');
});
