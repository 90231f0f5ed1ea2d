import { outcome, prefix, scratchName, type Check } from './check';

/** How Excel answers what it takes: what the add-in reads back, and in which order things happen. */
export const behaviours: readonly Check[] = [
  {
    rule: 'actionsRunInOrder',
    what: 'actions before one that fails stay done, those after it are not begun',
    expected: ['InvalidArgument', 'Range.values', [[1], [''], ['']]],
    observe: async (sheet, context) => {
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [[1, 2]];
      sheet.getRange('A3').values = [[3]];
      const failed = await context.sync().then(
        () => ({ code: 'done', debugInfo: { errorLocation: '' } }),
        (error: unknown) =>
          error as { readonly code: string; readonly debugInfo: { readonly errorLocation: string } },
      );
      const left = sheet.getRange('A1:A3').load('values');
      await context.sync();
      return [failed.code, failed.debugInfo.errorLocation, left.values];
    },
  },
  {
    rule: 'readsSeeWrites',
    what: 'a value that is read after a write in the same request is computed',
    expected: [[2], [4]],
    observe: async (sheet, context) => {
      sheet.getRange('A1:A2').formulas = [[2], ['=A1*2']];
      const read = sheet.getRange('A1:A2').load('values');
      await context.sync();
      return read.values;
    },
  },
  {
    rule: 'formulasAreEnglish',
    what: 'formulas are written and read in English, with commas, whatever Excel’s language',
    expected: [
      ['=SUM(1.5,2)', '=IF(TRUE,1,2)'],
      [3.5, 1],
    ],
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.formulas = [['=SUM(1.5,2)', '=IF(TRUE,1,2)']];
      range.load('formulas,values');
      await context.sync();
      return [range.formulas[0], range.values[0]];
    },
  },
  {
    rule: 'apostropheMeansText',
    what: 'an apostrophe makes text of what would be a formula, a number or a date, and is not part of it',
    expected: [
      ['=1+1', '1-2', '007', 'SAND'],
      ['String', 'String', 'String', 'String'],
    ],
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1:D1');
      range.formulas = [["'=1+1", "'1-2", "'007", "'SAND"]];
      range.load('values,valueTypes');
      await context.sync();
      return [range.values[0], range.valueTypes[0]];
    },
  },
  {
    rule: 'nullLeavesCells',
    what: 'null in an array leaves the cell as it is',
    expected: [[1, 3]],
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.values = [[1, 2]];
      range.formulas = [[null, 3]];
      range.load('values');
      await context.sync();
      return range.values;
    },
  },
  {
    rule: 'kindsOfValues',
    what: 'blanks are empty texts, errors are texts in English, numbers and truth values themselves',
    expected: [
      ['', 1.5, true, 'x', '#DIV/0!', '#N/A', '#NAME?'],
      ['Empty', 'Double', 'Boolean', 'String', 'Error', 'Error', 'Error'],
    ],
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1:G1');
      range.formulas = [[null, 1.5, true, 'x', '=1/0', '=NA()', `=${prefix.toUpperCase()}.UNKNOWN(1)`]];
      range.load('values,valueTypes');
      await context.sync();
      return [range.values[0], range.valueTypes[0]];
    },
  },
  {
    rule: 'oneFormatForAll',
    what: 'one number format is taken for all cells of a range',
    expected: [
      ['0.0', '0.0'],
      ['0.0', '0.0'],
    ],
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.numberFormat = '0.0' as unknown as string[][];
      range.load('numberFormat');
      await context.sync();
      return range.numberFormat;
    },
  },
  {
    rule: 'textsAreLocal',
    what: 'shown numbers differ from English ones by their separators only',
    expected: true,
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.values = [[1234.5]];
      range.numberFormat = [['#,##0.0']];
      range.load('text');
      const { numberFormat } = context.application.cultureInfo;
      numberFormat.load('numberDecimalSeparator,numberGroupSeparator');
      await context.sync();
      const { numberDecimalSeparator: decimal, numberGroupSeparator: group } = numberFormat;
      return range.text[0]?.[0] === `1${group}234${decimal}5` ? true : range.text[0]?.[0];
    },
  },
  {
    rule: 'columnsKeepTheirLook',
    what: 'colouring a column colours the cells that are used',
    expected: '#FFFF00',
    observe: async (sheet, context) => {
      sheet.getRange('A5').values = [[1]];
      sheet.getRange('A:A').format.fill.color = '#FFFF00';
      const { fill } = sheet.getRange('A5').format;
      fill.load('color');
      await context.sync();
      return fill.color;
    },
  },
  {
    rule: 'usedRange',
    what: 'the used range begins where values do, and there is none without values',
    expected: [true, [2, 1, 1, 2]],
    observe: async (sheet, context) => {
      sheet.getRange('A1').format.fill.color = '#FFFF00';
      const none = sheet.getUsedRangeOrNullObject(true);
      none.load('address');
      await context.sync();
      sheet.getRange('B3:C3').values = [[1, 2]];
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      return [none.isNullObject, [used.rowIndex, used.columnIndex, used.rowCount, used.columnCount]];
    },
  },
  {
    rule: 'namesPointToSheets',
    what: 'a name follows its sheet when it is renamed, and says when it is gone',
    expected: [`='${scratchName}'!$A$1:$B$2`, `='${prefix} it''s'!$A$1:$B$2`, '=#REF!'],
    observe: async (sheet, context) => {
      const { names, worksheets } = context.workbook;
      const formula = async (name: string): Promise<string> => {
        const item = names.getItem(name).load('formula');
        await context.sync();
        return String(item.formula);
      };
      names.add(`${prefix}_block`, sheet.getRange('A1:B2'));
      const first = await formula(`${prefix}_block`);
      sheet.name = `${prefix} it's`;
      const second = await formula(`${prefix}_block`);
      sheet.name = scratchName;
      const other = worksheets.add(`${prefix} other`);
      names.add(`${prefix}_lost`, other.getRange('A1'));
      await context.sync();
      other.delete();
      const third = await formula(`${prefix}_lost`);
      return [first, second, third.slice(0, 6)];
    },
  },
  {
    rule: 'nothingIsNull',
    what: 'what is not there is a null object, and so is what would belong to it',
    expected: [true, true],
    observe: async (_sheet, context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject(`${prefix} none`);
      const within = missing.getRange('A1');
      within.load('address');
      await context.sync();
      return [missing.isNullObject, within.isNullObject];
    },
  },
  {
    rule: 'sheetsAreFoundInAnyCase',
    what: 'sheets are found by their name in any case',
    expected: scratchName,
    observe: async (_sheet, context) => {
      const found = context.workbook.worksheets.getItem(scratchName.toUpperCase()).load('name');
      await context.sync();
      return found.name;
    },
  },
  {
    rule: 'tablesKeepTheirCells',
    what: 'a table over written cells keeps them; its headings become texts',
    expected: [['x', '2011'], ['a', 1], `${prefix}_table`],
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.values = [
        ['x', 2011],
        ['a', 1],
      ];
      const table = sheet.tables.add(range, true);
      table.name = `${prefix}_table`;
      table.style = 'TableStyleLight1';
      table.showFilterButton = false;
      table.showBandedRows = false;
      range.load('values');
      table.load('name');
      await context.sync();
      return [...range.values, table.name];
    },
  },
  {
    rule: 'mergesKeepTheFirst',
    what: 'merged cells keep the first value alone',
    expected: [['a', '']],
    observe: async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.values = [['a', 'b']];
      range.merge(false);
      range.load('values');
      await context.sync();
      return range.values;
    },
  },
  {
    rule: 'sizesAreKept',
    what: 'column widths and row heights in points are kept to within a pixel',
    expected: [true, true],
    observe: async (sheet, context) => {
      const { format } = sheet.getRange('A1');
      format.columnWidth = 100;
      format.rowHeight = 33;
      format.load('columnWidth,rowHeight');
      await context.sync();
      const isNear = (size: number, wanted: number): true | number =>
        Math.abs(size - wanted) <= 1 ? true : size;
      return [isNear(format.columnWidth, 100), isNear(format.rowHeight, 33)];
    },
  },
  {
    rule: 'validationsAreKept',
    what: 'rules for what may be typed are kept',
    expected: { formula1: 0, formula2: 1, operator: 'Between' },
    observe: async (sheet, context) => {
      const { dataValidation } = sheet.getRange('A1');
      dataValidation.rule = { decimal: { formula1: 0, formula2: 1, operator: 'Between' } };
      dataValidation.load('rule');
      await context.sync();
      return dataValidation.rule.decimal;
    },
  },
  {
    rule: 'rowsAreFrozen',
    what: 'frozen rows are kept',
    expected: '1:3',
    observe: async (sheet, context) => {
      sheet.freezePanes.freezeRows(3);
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      return frozen.address.split('!').at(-1);
    },
  },
  {
    rule: 'chartsFindTheirSeries',
    what: 'a chart over a block takes names from its first column and categories from its first row',
    expected: ['North', 'South'],
    observe: async (sheet, context) => {
      sheet.getRange('A1:D3').values = [
        ['', 2011, 2012, 2013],
        ['North', 1, 2, 3],
        ['South', 3, 2, 1],
      ];
      const chart = sheet.charts.add('LineMarkers', sheet.getRange('A1:D3'), 'Rows');
      chart.series.load('items/name');
      await context.sync();
      return chart.series.items.map(({ name }) => name);
    },
  },
  {
    rule: 'chartsAreBuiltUp',
    what: 'a chart takes further series, names, titles and a place',
    expected: [['First', 'Second'], 'Title', 'Years', 'Rate', 'Bottom'],
    observe: async (sheet, context) => {
      sheet.getRange('A1:C3').values = [
        [2011, 2012, 2013],
        [1, 2, 3],
        [3, 2, 1],
      ];
      const chart = sheet.charts.add('LineMarkers', sheet.getRange('A2:C2'), 'Rows');
      chart.name = `${prefix} chart`;
      chart.title.text = 'Title';
      chart.legend.position = 'Bottom';
      chart.axes.categoryAxis.title.text = 'Years';
      chart.axes.valueAxis.title.text = 'Rate';
      const first = chart.series.getItemAt(0);
      first.name = 'First';
      first.setXAxisValues(sheet.getRange('A1:C1'));
      const second = chart.series.add('Second');
      second.setValues(sheet.getRange('A3:C3'));
      second.setXAxisValues(sheet.getRange('A1:C1'));
      chart.setPosition('E2', 'J12');
      chart.series.load('items/name');
      chart.title.load('text');
      chart.legend.load('position');
      const { categoryAxis, valueAxis } = chart.axes;
      categoryAxis.title.load('text');
      valueAxis.title.load('text');
      await context.sync();
      return [
        chart.series.items.map(({ name }) => name),
        chart.title.text,
        categoryAxis.title.text,
        valueAxis.title.text,
        chart.legend.position,
      ];
    },
  },
  {
    rule: 'settingsKeepData',
    what: 'a setting keeps data with the workbook until it is deleted',
    expected: [{ a: [1, 'æ', null] }, true],
    observe: async (_sheet, context) => {
      const { settings } = context.workbook;
      settings.add(`${prefix}_setting`, { a: [1, 'æ', null] });
      const kept = settings.getItem(`${prefix}_setting`).load('value');
      await context.sync();
      settings.getItem(`${prefix}_setting`).delete();
      const gone = settings.getItemOrNullObject(`${prefix}_setting`);
      await context.sync();
      return [kept.value as unknown, gone.isNullObject];
    },
  },
  {
    rule: 'changesAreReported',
    what: 'a listener hears of a changed cell, with its address',
    expected: 'B2',
    observe: async (sheet, context) => {
      let report: (address: string) => void;
      const heard = new Promise<string>((done) => {
        report = done;
      });
      const listener = sheet.onChanged.add(({ address }) => {
        report(address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('B2').values = [[1]];
      await context.sync();
      const patience = new Promise<string>((done) => setTimeout(() => done('nothing within 5 s'), 5000));
      const address = await Promise.race([heard, patience]);
      listener.remove();
      await context.sync();
      return address;
    },
  },
  {
    rule: 'sheetsBecomeActive',
    what: 'a sheet that is activated is the active one, and its selection can be set',
    expected: [scratchName, 'B2:C3'],
    observe: async (sheet, context) => {
      sheet.activate();
      sheet.getRange('B2:C3').select();
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      const selected = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return [active.name, selected.address.split('!').at(-1)];
    },
  },
  {
    rule: 'printSetUpIsKept',
    what: 'print set-up is taken and kept',
    expected: ['done', 'Landscape'],
    observe: async (sheet, context) => {
      const { pageLayout } = sheet;
      const taken = await outcome(async () => {
        pageLayout.orientation = 'Landscape';
        pageLayout.paperSize = 'A4';
        pageLayout.zoom = { horizontalFitToPages: 1 };
        pageLayout.setPrintTitleRows('$1:$2');
        pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P';
        await context.sync();
      });
      pageLayout.load('orientation');
      await context.sync();
      return [taken, pageLayout.orientation];
    },
  },
];
