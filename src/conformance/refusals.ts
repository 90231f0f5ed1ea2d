import { outcome, prefix, refusal, type Check } from './check';

const isOnTheWeb = (): boolean => Office.context.platform === Office.PlatformType.OfficeOnline;

/** What Excel refuses, each beside something close to it that it takes. */
export const refusals: readonly Check[] = [
  refusal('arrayFitsRange', 'an array of other dimensions', 'InvalidArgument', (sheet) => {
    sheet.getRange('A1:B2').values = [[1]];
  }),
  refusal('arrayFitsRange', 'an array of the range’s dimensions', 'done', (sheet) => {
    sheet.getRange('A1:B1').values = [[1, 2]];
  }),
  refusal('rangeIsBounded', 'a width for whole columns', 'done', (sheet) => {
    sheet.getRange('A:B').format.columnWidth = 50;
  }),
  refusal(
    'readIsSmallEnough',
    'reading more than five million cells',
    'ResponsePayloadSizeLimitExceeded',
    (sheet) => {
      sheet.getRange('A1:F1000000').load('values');
    },
  ),
  {
    ...refusal(
      'requestIsSmallEnough',
      'a request of more than 5 MB',
      'RequestPayloadSizeLimitExceeded',
      (sheet) => {
        for (let row = 1; row <= 200; row += 1) sheet.getRange(`A${row}`).values = [['x'.repeat(30000)]];
      },
    ),
    unless: () => (isOnTheWeb() ? null : 'The limit is that of Excel on the web.'),
  },
  refusal(
    'xmlIsWellFormed',
    'a custom XML part without an end',
    'InvalidArgument',
    (_sheet, { workbook }) => {
      workbook.customXmlParts.add(`<${prefix} xmlns="urn:${prefix}">`);
    },
  ),
  {
    ...refusal('xmlIsWellFormed', 'a whole custom XML part', 'done', () => undefined),
    observe: (_sheet, context) =>
      outcome(async () => {
        const part = context.workbook.customXmlParts.add(`<${prefix} xmlns="urn:${prefix}"/>`);
        await context.sync();
        part.delete();
        await context.sync();
      }),
  },
  refusal('sheetNameIsAllowed', 'a name of 32 characters', 'InvalidArgument', (_sheet, { workbook }) => {
    workbook.worksheets.add(prefix.padEnd(32, 'x'));
  }),
  refusal(
    'sheetNameIsAllowed',
    'a name of 31 characters, with Danish letters',
    'done',
    (_sheet, { workbook }) => {
      workbook.worksheets.add(prefix.padEnd(31, 'Ø'));
    },
  ),
  refusal('sheetNameIsAllowed', 'a name with a colon', 'InvalidArgument', (_sheet, { workbook }) => {
    workbook.worksheets.add(`${prefix}:b`);
  }),
  refusal(
    'sheetNameIsAllowed',
    'a name that ends in an apostrophe',
    'InvalidArgument',
    (_sheet, { workbook }) => {
      workbook.worksheets.add(`${prefix}'`);
    },
  ),
  refusal('sheetNameIsAllowed', 'the reserved name', 'InvalidArgument', (sheet) => {
    sheet.name = 'History';
  }),
  refusal('sheetNameIsFree', 'a taken name in another case', 'ItemAlreadyExists', (_sheet, { workbook }) => {
    workbook.worksheets.add(`${prefix} SHEET`);
  }),
  refusal('sheetNameIsFree', 'its own name in another case', 'done', (sheet) => {
    sheet.name = `${prefix} SHEET`;
  }),
  refusal('sheetMayBeDeleted', 'deleting a very hidden sheet', 'InvalidOperation', (_sheet, { workbook }) => {
    const added = workbook.worksheets.add(`${prefix} gone`);
    added.visibility = 'VeryHidden';
    added.delete();
  }),
  refusal('sheetMayBeDeleted', 'deleting a hidden sheet', 'done', (_sheet, { workbook }) => {
    const added = workbook.worksheets.add(`${prefix} gone`);
    added.visibility = 'Hidden';
    added.delete();
  }),
  refusal('sheetMayBeActivated', 'activating a hidden sheet', 'InvalidOperation', (_sheet, { workbook }) => {
    const added = workbook.worksheets.add(`${prefix} away`);
    added.visibility = 'Hidden';
    added.activate();
  }),
  refusal('cellsAreUnlocked', 'writing into a protected sheet', 'AccessDenied', (sheet) => {
    sheet.protection.protect();
    sheet.getRange('A1').values = [[1]];
  }),
  refusal('cellsAreUnlocked', 'writing into an unlocked cell of a protected sheet', 'done', (sheet) => {
    sheet.getRange('A1').format.protection.locked = false;
    sheet.protection.protect();
    sheet.getRange('A1').values = [[1]];
  }),
  refusal('cellsAreUnlocked', 'writing after the protection is taken off', 'done', (sheet) => {
    sheet.protection.protect();
    sheet.protection.unprotect();
    sheet.getRange('A1').values = [[1]];
  }),
  refusal('formatsMayChange', 'colouring a protected sheet', 'AccessDenied', (sheet) => {
    sheet.protection.protect();
    sheet.getRange('A1').format.fill.color = '#FF0000';
  }),
  refusal('formulaIsWellFormed', 'an open bracket', 'InvalidArgument', (sheet) => {
    sheet.getRange('A1').formulas = [['=SUM(A2:A3']];
  }),
  refusal('formulaIsWellFormed', 'semicolons between arguments', 'InvalidArgument', (sheet) => {
    sheet.getRange('A1').formulas = [['=SUM(1;2)']];
  }),
  refusal('formulaIsWellFormed', 'a missing operand', 'InvalidArgument', (sheet) => {
    sheet.getRange('A1').formulas = [['=1+']];
  }),
  refusal('textIsShortEnough', 'a text of 32,768 characters', 'InvalidArgument', (sheet) => {
    sheet.getRange('A1').values = [['x'.repeat(32768)]];
  }),
  refusal('textIsShortEnough', 'a formula of 8,193 characters', 'InvalidArgument', (sheet) => {
    sheet.getRange('A1').formulas = [[`=${'1+'.repeat(4096)}1`]];
  }),
  refusal('nameIsAllowed', 'a name like a cell', 'InvalidArgument', (sheet, { workbook }) => {
    workbook.names.add('SVC1', sheet.getRange('A1'));
  }),
  refusal('nameIsAllowed', 'a name with a blank', 'InvalidArgument', (sheet, { workbook }) => {
    workbook.names.add(`${prefix} b`, sheet.getRange('A1'));
  }),
  refusal('nameIsAllowed', 'a name with a digit first', 'InvalidArgument', (sheet, { workbook }) => {
    workbook.names.add(`1${prefix}`, sheet.getRange('A1'));
  }),
  refusal('nameIsAllowed', 'a name with Danish letters', 'done', (sheet, { workbook }) => {
    workbook.names.add(`${prefix}_område_1`, sheet.getRange('A1'));
  }),
  refusal('nameIsFree', 'a name twice, in another case', 'InvalidArgument', (sheet, { workbook }) => {
    workbook.names.add(`${prefix}_rate`, sheet.getRange('A1'));
    workbook.names.add(`${prefix}_RATE`, sheet.getRange('A2'));
  }),
  refusal('nameIsFree', 'one name in the workbook and in a sheet', 'done', (sheet, { workbook }) => {
    workbook.names.add(`${prefix}_rate`, sheet.getRange('A1'));
    sheet.names.add(`${prefix}_rate`, sheet.getRange('A2'));
  }),
  refusal('tableDoesNotOverlap', 'a table over another', 'InvalidArgument', (sheet) => {
    sheet.tables.add('A1:B3', true);
    sheet.tables.add('B3:C5', true);
  }),
  refusal('tableDoesNotOverlap', 'a table beside another', 'done', (sheet) => {
    sheet.tables.add('A1:B3', true);
    sheet.tables.add('C1:D3', true);
  }),
  refusal('mergesDoNotOverlapTables', 'merging cells of a table', 'InvalidOperation', (sheet) => {
    sheet.tables.add('A1:B3', true);
    sheet.getRange('A2:B2').merge();
  }),
  refusal('valueIsKnown', 'an alignment that does not exist', 'InvalidArgument', (sheet) => {
    sheet.getRange('A1').format.horizontalAlignment = 'Middle' as never;
  }),
  refusal('itemExists', 'a sheet that is not there', 'ItemNotFound', (_sheet, { workbook }) => {
    workbook.worksheets.getItem(`${prefix} none`).load('name');
  }),
  refusal('itemExists', 'a name that is not there', 'ItemNotFound', (_sheet, { workbook }) => {
    workbook.names.getItem(`${prefix}_none`).load('name');
  }),
  refusal('itemExists', 'a setting that is not there', 'ItemNotFound', (_sheet, { workbook }) => {
    workbook.settings.getItem(`${prefix}_none`).load('value');
  }),
];
