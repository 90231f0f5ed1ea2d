import type { HeadlessWorkbench } from '../../../src/workbench/headless';
import { startHeadless } from '../../../src/workbench/headless';

/** What add-ins ask of Excel, through genuine office.js. */
let workbench: HeadlessWorkbench;
let Excel: HeadlessWorkbench['Excel'];
beforeEach(async () => {
  workbench = await startHeadless();
  ({ Excel } = workbench);
});
afterEach(() => workbench.close());

const onSheet = async <Result>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result> | Result,
): Promise<Result> =>
  Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem('Sheet1'), context);
    await context.sync();
    return result;
  });
const snapshotOf = async (name = 'Sheet1') => {
  await workbench.host.settle();
  const found = workbench.engine.snapshot().sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};

describe('ranges', () => {
  it('read values that an earlier action of the same request computes', async () => {
    const values = await onSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [[2]];
      sheet.getRange('B1').formulas = [['=A1*3']];
      const before = sheet.getRange('B1').load('values');
      sheet.getRange('A1').values = [[5]];
      const after = sheet.getRange('B1').load('values');
      await context.sync();
      return [before.values, after.values];
    });
    expect(values).toEqual([[[6]], [[15]]]);
  });

  it('leave cells alone for null, empty them for an empty text, repeat one value', async () => {
    const values = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:C1').values = [[1, 2, 3]];
      sheet.getRange('A1:C1').values = [[null, '', 9]];
      sheet.getRange('A2:C2').values = 'x' as unknown as string[][];
      const range = sheet.getRange('A1:C2').load('values,valueTypes,text');
      await context.sync();
      return [range.values, range.valueTypes, range.text];
    });
    expect(values).toEqual([
      [
        [1, '', 9],
        ['x', 'x', 'x'],
      ],
      [
        ['Double', 'Empty', 'Double'],
        ['String', 'String', 'String'],
      ],
      [
        ['1', '', '9'],
        ['x', 'x', 'x'],
      ],
    ]);
  });

  it('take what is written as if it were typed, except after an apostrophe or in text cells', async () => {
    const values = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:E1').values = [['12.5', "'12.5", 'true', '=1+1', '#N/A']];
      sheet.getRange('A2').numberFormat = [['@']];
      sheet.getRange('A2').values = [['007']];
      const range = sheet.getRange('A1:E2').load('values,valueTypes');
      await context.sync();
      return [range.values[0], range.valueTypes[0], range.values[1]?.[0], range.valueTypes[1]?.[0]];
    });
    expect(values).toEqual([
      [12.5, '12.5', true, 2, '#N/A'],
      ['Double', 'String', 'Boolean', 'Double', 'Error'],
      '007',
      'String',
    ]);
  });

  it('give displayed texts by number format, with Danish separators in a Danish Excel', async () => {
    const danish = await startHeadless({ language: 'da-DK' });
    const text = await danish.Excel.run(async (context) => {
      const { cultureInfo } = context.application;
      cultureInfo.load('name,numberFormat/numberDecimalSeparator,numberFormat/numberGroupSeparator');
      const range = context.workbook.worksheets.getItem('Ark1').getRange('A1:B1');
      range.values = [[1234.5, 0.256]];
      range.numberFormat = [['#,##0.0', '0.0%']];
      range.load('text');
      await context.sync();
      const { numberDecimalSeparator, numberGroupSeparator } = cultureInfo.numberFormat;
      return [range.text, cultureInfo.name, numberDecimalSeparator, numberGroupSeparator];
    });
    await danish.close();
    expect(text).toEqual([[['1.234,5', '25,6%']], 'da-DK', ',', '.']);
  });

  it('lead to cells, rows, columns, offsets, used and shared parts', async () => {
    const addresses = await onSheet(async (sheet, context) => {
      sheet.getRange('B2:C4').values = [
        [1, 2],
        [3, 4],
        [5, ''],
      ];
      const range = sheet.getRange('B2:C4');
      const ranges = [
        range.getCell(1, 1),
        range.getRow(0),
        range.getColumn(1),
        range.getOffsetRange(2, -1),
        range.getResizedRange(1, 1),
        range.getBoundingRect('E1'),
        range.getEntireColumn(),
        range.getLastRow(),
        range.getIntersectionOrNullObject('C3:D9'),
        sheet.getUsedRange(true),
        sheet.getRange('C:C').getUsedRangeOrNullObject(true),
        sheet.getRangeByIndexes(0, 0, 2, 3),
      ];
      for (const each of ranges) each.load('address');
      const nothing = range.getIntersectionOrNullObject('Z9').load('address');
      await context.sync();
      return [...ranges.map(({ address }) => address.replace('Sheet1!', '')), nothing.isNullObject];
    });
    expect(addresses).toEqual([
      'C3', 'B2:C2', 'C2:C4', 'A4:B6', 'B2:D5', 'B1:E4', 'B:C', 'B4:C4', 'C3:C4', 'B2:C4', 'C2:C3', 'A1:C2', true,
    ]); // prettier-ignore
  });

  it('are written in pieces when they are large, and arrive whole', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => [i, i * 2, `row ${i}`]);
    const last = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:C2500').values = rows;
      const range = sheet.getRange('A2500:C2500').load('values');
      await context.sync();
      return range.values;
    });
    expect(last).toEqual([[2499, 4998, 'row 2499']]);
    expect((await snapshotOf()).cells).toHaveLength(7500);
  });

  it('keep looks, sizes, locks and merges', async () => {
    await onSheet((sheet) => {
      const { format } = sheet.getRange('A1:B2');
      format.font.bold = true;
      format.font.color = 'red';
      format.font.size = 14;
      format.font.name = 'Arial';
      format.fill.color = '#ffee00';
      format.horizontalAlignment = 'Center';
      format.verticalAlignment = 'Top';
      format.wrapText = true;
      format.indentLevel = 1;
      format.columnWidth = 105;
      format.rowHeight = 30;
      format.protection.locked = false;
      const bottom = format.borders.getItem('EdgeBottom');
      bottom.style = 'Continuous';
      bottom.weight = 'Thick';
      bottom.color = '#123456';
      format.borders.getItem('InsideVertical').style = 'Dash';
      sheet.getRange('A1:B2').numberFormat = [
        ['0', '0.0'],
        ['0', '@'],
      ];
      sheet.getRange('D1:E1').merge();
    });
    const sheet = await snapshotOf();
    const { styles } = workbench.engine.snapshot();
    const lookAt = (row: number, column: number) =>
      styles[sheet.cells.find((cell) => cell.row === row && cell.column === column)?.style ?? -1];
    const shared = {
      bold: true,
      fontColor: '#FF0000',
      fontSize: 14,
      fontName: 'Arial',
      fill: '#FFEE00',
      horizontal: 'center',
      vertical: 'top',
      wrap: true,
      indent: 1,
      unlocked: true,
    };
    const right = { style: 'dashed', color: '#000000' };
    const bottom = { style: 'thick', color: '#123456' };
    expect(lookAt(0, 0)).toEqual({ ...shared, numberFormat: '0', borders: { right } });
    expect(lookAt(0, 1)).toEqual({ ...shared, numberFormat: '0.0' });
    expect(lookAt(1, 0)).toEqual({ ...shared, numberFormat: '0', borders: { right, bottom } });
    expect(lookAt(1, 1)).toEqual({ ...shared, numberFormat: '@', borders: { bottom } });
    expect(sheet.columnWidths).toEqual(new Map([[0, 20], [1, 20]])); // prettier-ignore
    expect(sheet.rowHeights).toEqual(new Map([[0, 30], [1, 30]])); // prettier-ignore
    expect(sheet.merges).toEqual([{ row: 0, column: 3, rows: 1, columns: 2 }]);
  });

  it('say null for a look that their cells do not share', async () => {
    const read = await onSheet(async (sheet, context) => {
      sheet.getRange('A1').format.font.bold = true;
      const range = sheet.getRange('A1:A2').load('format/font/bold,format/font/size,format/columnWidth');
      await context.sync();
      return [range.format.font.bold, range.format.font.size, range.format.columnWidth];
    });
    expect(read).toEqual([null, 11, 48]);
  });

  it('keep validations and conditional formats', async () => {
    await onSheet((sheet) => {
      const { dataValidation } = sheet.getRange('A1:A3');
      dataValidation.rule = { list: { inCellDropDown: true, source: 'compound,linear,none' } };
      dataValidation.prompt = { showPrompt: true, title: 'Trend', message: 'Choose' };
      dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 'No', message: 'Choose one' };
      sheet.getRange('B1').dataValidation.rule = {
        wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' },
      };
      const format = sheet.getRange('A1:B3').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$A1="linear"';
      format.custom.format.fill.color = '#FFEEDD';
      format.custom.format.font.bold = true;
    });
    const sheet = await snapshotOf();
    expect(sheet.validations).toEqual([
      {
        range: { row: 0, column: 0, rows: 3, columns: 1 },
        kind: 'list',
        first: 'compound,linear,none',
        allowBlank: true,
        prompt: { title: 'Trend', message: 'Choose' },
        alert: { title: 'No', message: 'Choose one' },
      },
      {
        range: { row: 0, column: 1, rows: 1, columns: 1 },
        kind: 'whole',
        operator: 'between',
        first: '1',
        second: '10',
        allowBlank: true,
      },
    ]);
    expect(sheet.conditionalFormats).toEqual([
      {
        range: { row: 0, column: 0, rows: 3, columns: 2 },
        formula: '=$A1="linear"',
        style: { fill: '#FFEEDD', bold: true },
      },
    ]);
    await onSheet((each) => {
      each.getRange('A1').dataValidation.clear();
      each.getRange('A1').conditionalFormats.clearAll();
    });
    const cleared = await snapshotOf();
    expect([cleared.validations.length, cleared.conditionalFormats]).toEqual([1, []]);
  });
});

describe('sheets', () => {
  it('are added, renamed, moved, hidden, coloured, frozen, protected and deleted', async () => {
    const names = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('Effekt');
      worksheets.add();
      await context.sync();
      added.name = 'Resultat';
      added.position = 0;
      added.tabColor = '#FF0000';
      added.showGridlines = false;
      added.freezePanes.freezeRows(2);
      added.protection.protect();
      worksheets.getItem('Sheet3').visibility = 'VeryHidden';
      worksheets.load('items/name,items/visibility,items/position,items/tabColor,items/showGridlines');
      added.load('id');
      added.protection.load('protected');
      await context.sync();
      return worksheets.items.map((sheet) => [
        sheet.name,
        sheet.visibility,
        sheet.position,
        sheet.showGridlines,
      ]);
    });
    expect(names).toEqual([
      ['Resultat', 'Visible', 0, false],
      ['Sheet1', 'Visible', 1, true],
      ['Sheet3', 'VeryHidden', 2, true],
    ]);
    expect(await snapshotOf('Resultat')).toMatchObject({
      tabColor: '#FF0000',
      isProtected: true,
      frozen: { rows: 2, columns: 0 },
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Resultat').delete();
      await context.sync();
    });
    expect(workbench.engine.snapshot().sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet3']);
  });

  it('keep their ids when they are renamed', async () => {
    const ids = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1').load('id');
      await context.sync();
      const before = sheet.id;
      sheet.name = 'Other';
      await context.sync();
      const again = context.workbook.worksheets.getItem(before).load('id,name');
      await context.sync();
      return [before === again.id, again.name];
    });
    expect(ids).toEqual([true, 'Other']);
  });

  it('keep their page layout', async () => {
    await onSheet((sheet) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintArea('A1:F40');
      pageLayout.centerHorizontally = true;
      pageLayout.leftMargin = 36;
      pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P';
      pageLayout.headersFooters.defaultForAllPages.leftHeader = 'Report';
    });
    expect((await snapshotOf()).page).toEqual({
      orientation: 'landscape',
      paper: 'a4',
      fitToWidth: 1,
      titleRows: { first: 0, last: 1 },
      printArea: { row: 0, column: 0, rows: 40, columns: 6 },
      centerHorizontally: true,
      margins: { left: 36 },
      footer: { center: 'Page &P' },
      header: { left: 'Report' },
    });
  });
});

describe('tables', () => {
  it('carry structured references, columns, rows and looks', async () => {
    const read = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B3').values = [
        ['area', 'count'],
        ['Nord', 3],
        ['Syd', 4],
      ];
      const table = sheet.tables.add('A1:B3', true);
      table.name = 'Data';
      table.style = 'TableStyleLight1';
      table.showBandedRows = false;
      table.showFilterButton = false;
      table.rows.add(undefined, [['Øst', 5]]);
      sheet.getRange('D1').formulas = [['=SUM(Data[count])']];
      const sum = sheet.getRange('D1').load('values');
      const column = table.columns.getItem('count').getDataBodyRange().load('address,values');
      const body = table.getDataBodyRange().load('address');
      const header = table.getHeaderRowRange().load('values');
      table.columns.load('items/name');
      table.load('name,id');
      context.workbook.tables.load('items/name');
      await context.sync();
      return {
        sum: sum.values,
        column: [column.address, column.values],
        body: body.address,
        header: header.values,
        columns: table.columns.items.map(({ name }) => name),
        tables: context.workbook.tables.items.map(({ name }) => name),
      };
    });
    expect(read).toEqual({
      sum: [[12]],
      column: ['Sheet1!B2:B4', [[3], [4], [5]]],
      body: 'Sheet1!A2:B4',
      header: [['area', 'count']],
      columns: ['area', 'count'],
      tables: ['Data'],
    });
    expect((await snapshotOf()).tables).toEqual([
      {
        name: 'Data',
        range: { row: 0, column: 0, rows: 4, columns: 2 },
        columns: ['area', 'count'],
        style: 'TableStyleLight1',
        bandedRows: false,
        filterButtons: false,
      },
    ]);
  });

  it('get headers of their own when the cells have none, and different ones', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').values = [[1, 2]];
      sheet.tables.add('A1:B1', false);
      sheet.getRange('D1:E2').values = [
        ['x', 'x'],
        [1, 2],
      ];
      sheet.tables.add('D1:E2', true);
    });
    const { tables, cells } = await snapshotOf();
    expect(tables.map(({ columns }) => columns)).toEqual([
      ['Column1', 'Column2'],
      ['x', 'x2'],
    ]);
    expect(cells).toContainEqual({ row: 1, column: 0, value: 1 });
  });
});

describe('names', () => {
  it('stand for ranges and compute', async () => {
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:C1').values = [[1, 2, 3]];
      context.workbook.names.add('sv_rates', sheet.getRange('A1:C1'), 'three rates');
      sheet.getRange('E1').formulas = [['=SUM(sv_rates)']];
      const sum = sheet.getRange('E1').load('values');
      const item = context.workbook.names.getItem('SV_RATES').load('name,formula,comment,type,scope');
      const range = item.getRange().load('address');
      const none = context.workbook.names.getItemOrNullObject('sv_none').load('name');
      await context.sync();
      return [
        sum.values,
        item.name,
        item.formula,
        item.comment,
        item.type,
        item.scope,
        range.address,
        none.isNullObject,
      ];
    });
    expect(read).toEqual([
      [[6]],
      'sv_rates',
      '=Sheet1!$A$1:$C$1',
      'three rates',
      'Range',
      'Workbook',
      'Sheet1!A1:C1',
      true,
    ]);
    await Excel.run(async (context) => {
      context.workbook.names.getItem('sv_rates').delete();
      await context.sync();
    });
    expect(workbench.engine.snapshot().names).toEqual([]);
    expect(workbench.engine.snapshot().sheets[0]?.cells.at(-1)?.value).toEqual({ error: '#NAME?' });
  });
});

describe('charts', () => {
  it('keep their series, titles, axes, legend and place', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:D3').values = [
        ['year', -1, 0, 1],
        ['intervention', 62, 81, 56],
        ['control', 309, 317, 273],
      ];
      const chart = sheet.charts.add('LineMarkers', sheet.getRange('B2:D2'), 'Rows');
      chart.name = 'Figure 10';
      chart.title.text = 'Evictions fall';
      chart.title.format.font.size = 12;
      chart.legend.position = 'Bottom';
      chart.axes.categoryAxis.title.text = 'Event year';
      chart.axes.valueAxis.title.text = 'Per 1,000';
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.maximum = 400;
      chart.axes.valueAxis.numberFormat = '0.0';
      chart.axes.valueAxis.majorGridlines.visible = false;
      const first = chart.series.getItemAt(0);
      first.name = '=Sheet1!A2';
      first.setXAxisValues(sheet.getRange('B1:D1'));
      first.format.line.color = '#0F6CBD';
      first.format.line.lineStyle = 'Dash';
      first.format.line.weight = 1.5;
      first.markerStyle = 'Square';
      first.markerBackgroundColor = '#0F6CBD';
      first.markerSize = 7;
      const second = chart.series.add('Kontrol');
      second.setValues(sheet.getRange('B3:D3'));
      second.format.fill.setSolidColor('#888888');
      second.smooth = true;
      chart.setPosition('F2', 'M16');
      chart.load('top,left,width,height,chartType');
      chart.series.load('items/name');
      await context.sync();
      expect([chart.left, chart.top, chart.width, chart.height, chart.chartType]).toEqual([
        240,
        15,
        384,
        225,
        'LineMarkers',
      ]);
      expect(chart.series.items.map(({ name }) => name)).toEqual(['intervention', 'Kontrol']);
    });
    expect((await snapshotOf()).charts).toEqual([
      {
        name: 'Figure 10',
        kind: 'line',
        title: 'Evictions fall',
        titleFont: { size: 12 },
        series: [
          {
            name: 'intervention',
            nameReference: 'Sheet1!$A$2',
            values: 'Sheet1!$B$2:$D$2',
            categories: 'Sheet1!$B$1:$D$1',
            color: '#0F6CBD',
            dash: 'dash',
            weight: 1.5,
            marker: 'square',
            markerSize: 7,
          },
          { name: 'Kontrol', values: 'Sheet1!$B$3:$D$3', color: '#888888', smooth: true },
        ],
        categoryAxis: { title: 'Event year' },
        valueAxis: { title: 'Per 1,000', minimum: 0, maximum: 400, numberFormat: '0.0', gridlines: false },
        legend: 'bottom',
        anchor: { row: 1, column: 5, rows: 15, columns: 8 },
      },
    ]);
  });

  it('take titles from cells, series from a block, and go away', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:C3').values = [
        ['', 'saved', 'cost'],
        [2011, 5, 8],
        [2012, 6, 8],
      ];
      sheet.getRange('E1').formulas = [['="Sum "&SUM(B2:C3)']];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns');
      chart.title.setFormula('=Sheet1!E1');
      chart.legend.visible = false;
      sheet.charts.add('Line', sheet.getRange('B2:B3')).delete();
    });
    const { charts } = await snapshotOf();
    expect(charts).toHaveLength(1);
    expect(charts[0]).toMatchObject({
      kind: 'column',
      title: 'Sum 27',
      titleReference: 'Sheet1!$E$1',
      legend: 'none',
      series: [
        { name: 'saved', nameReference: 'Sheet1!$B$1', values: 'Sheet1!$B$2:$B$3' },
        { name: 'cost', nameReference: 'Sheet1!$C$1', values: 'Sheet1!$C$2:$C$3' },
      ],
    });
  });
});

describe('the workbook', () => {
  it('keeps settings as they were given', async () => {
    const read = await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('study', { from: -2, areas: ['Nord'] });
      settings.add('plain', 'text');
      await context.sync();
      const study = settings.getItem('study').load('value');
      const none = settings.getItemOrNullObject('none').load('value');
      await context.sync();
      settings.getItem('plain').delete();
      await context.sync();
      return [study.value, none.isNullObject];
    });
    expect(read).toEqual([{ from: -2, areas: ['Nord'] }, true]);
    expect([...workbench.engine.snapshot().settings.keys()]).toEqual(['study']);
  });

  it('keeps documents of its own, found again by id and namespace', async () => {
    const read = await Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      const study = customXmlParts.add('<?xml version="1.0"?><s xmlns="urn:study">1 &lt; 2</s>').load('id');
      customXmlParts.add('<p:o xmlns:p="urn:other"/>');
      await context.sync();
      const [id, xml] = [study.id, study.getXml()];
      const scoped = customXmlParts.getByNamespace('urn:study').load('items/id,items/namespaceUri');
      const none = customXmlParts.getByNamespace('urn:none').getOnlyItemOrNullObject().load('id');
      const other = customXmlParts.getByNamespace('urn:other').getOnlyItem().load('namespaceUri');
      const count = customXmlParts.getCount();
      await context.sync();
      const found = scoped.items.map((each) => [each.id === id, each.namespaceUri]);
      customXmlParts.getItem(id).setXml('<s xmlns="urn:study">3</s>');
      other.delete();
      await context.sync();
      return [xml.value, found, none.isNullObject, other.namespaceUri, count.value];
    });
    const xml = '<s xmlns="urn:study">1 &lt; 2</s>';
    expect(read).toEqual([xml, [[true, 'urn:study']], true, 'urn:other', 2]);
    expect([...workbench.engine.snapshot().customXml.values()]).toEqual(['<s xmlns="urn:study">3</s>']);
    for (const broken of ['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a>&</a>', '<a>\u0001</a>']) {
      const add = Excel.run(async (context) => {
        context.workbook.customXmlParts.add(broken);
        await context.sync();
      });
      await expect(add).rejects.toMatchObject({ code: 'InvalidArgument' });
    }
  });

  it('knows its selection, and follows what is selected and activated', async () => {
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Other');
      sheet.activate();
      sheet.getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return [selected.address, cell.address, active.name];
    });
    expect(read).toEqual(['Other!B2:C3', 'Other!B2', 'Other']);
  });

  it('calculates when it is told to, and holds back while calculation is suspended', async () => {
    const values = await onSheet(async (sheet, context) => {
      const { application } = context.workbook;
      application.load('calculationMode');
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('B1').formulas = [['=A1+1']];
      await context.sync();
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      sheet.getRange('A1').values = [[10]];
      const suspended = sheet.getRange('B1').load('values');
      await context.sync();
      const synced = sheet.getRange('B1').load('values');
      await context.sync();
      application.calculate('Full');
      await context.sync();
      return [application.calculationMode, suspended.values, synced.values];
    });
    expect(values).toEqual(['Automatic', [[2]], [[11]]]);
  });

  it('keeps objects that are tracked between requests, and forgets them after', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('address');
      await context.sync();
      range.values = [[1]];
      await context.sync();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[1]]);
    });
    const kept = await Excel.run(async (context) => {
      const count = (
        context.workbook as unknown as { _GetReferenceCount(): { value: number } }
      )._GetReferenceCount();
      await context.sync();
      return count.value;
    });
    expect(kept).toBe(0);
  });
});
