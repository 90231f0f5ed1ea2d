import type { ChartPlan, Rect, Reference, ValidationPlan } from '../report';
import { absolute, quotedSheet, relative, styleLooks, type StyleLook } from '../report';
import { forThisRequest } from './for-this-request';
import {
  bytesOfTheWay,
  bytesPerInstruction,
  type asFormula,
  type PreparedPlan,
  type PreparedSheet,
} from './prepare-plan';

/**
 * One thing to do in the workbook, with roughly how many bytes it adds to the request: Excel on the web takes
 * at most 5 MB at once.
 */
export interface Step {
  readonly bytes: number;
  readonly run: (target: Target) => void;
}

/** The workbook in one request, and its sheets: each is asked for once, however many steps write into it. */
export interface Target {
  readonly context: Excel.RequestContext;
  readonly sheet: (name: string) => Excel.Worksheet;
}

export function targetOf(context: Excel.RequestContext): Target {
  const known = new Map<string, Excel.Worksheet>();
  const sheet = (name: string): Excel.Worksheet => {
    const found = known.get(name) ?? context.workbook.worksheets.getItem(name);
    known.set(name, found);
    return found;
  };
  return { context, sheet };
}

/** What is done with each sheet as soon as it is there. */
export type MarkSheet = (context: Excel.RequestContext, sheet: Excel.Worksheet, index: number) => void;

/**
 * The steps that write a plan, in order: sheets first, because formulas name them.
 *
 * @param inFormula what a formula says where the sheets have other names for now
 * @param isNameThere whether the workbook has the name already, leading nowhere
 */
export function planSteps(
  plan: PreparedPlan,
  mark: MarkSheet,
  inFormula: (formula: string) => string = (formula) => formula,
  isNameThere: (name: string) => boolean = () => false,
): Step[] {
  const add = plan.sheets.map(({ name }, index) =>
    step(sizeOf(6), ({ context }) => mark(context, context.workbook.worksheets.add(name), index)),
  );
  return [
    ...add,
    ...plan.sheets.flatMap((sheet) => contentSteps(sheet, inFormula)),
    ...plan.sheets.flatMap(lookSteps),
    ...plan.names.map(({ name, refersTo }) =>
      step(sizeOf(1), (target) => {
        const { names } = target.context.workbook;
        if (isNameThere(name)) names.getItem(name).formula = `=${addressIn(plan, refersTo)}`;
        else names.add(name, rangeOf(target, plan, refersTo));
      }),
    ),
    ...plan.sheets.flatMap((sheet) =>
      sheet.charts.map((chart) =>
        step(sizeOf(28 + 18 * chart.series.length), (target) => addChart(target, plan, sheet, chart)),
      ),
    ),
  ];
}

/** Roughly what instructions about one range take. */
function sizeOf(instructions: number): number {
  return bytesOfTheWay + instructions * bytesPerInstruction;
}

function step(bytes: number, run: Step['run']): Step {
  return { bytes, run };
}

function range(sheet: Excel.Worksheet, { row, column, rows, columns }: Rect): Excel.Range {
  return forThisRequest(sheet.getRangeByIndexes(row, column, rows, columns));
}

function rangeOf({ sheet }: Target, plan: PreparedPlan, reference: Reference): Excel.Range {
  const { name } = plan.sheets.find(({ key }) => key === reference.sheet)!;
  return range(sheet(name), reference);
}

/** `'Effekt'!$A$5`. */
function addressIn(plan: PreparedPlan, reference: Reference): string {
  const { name } = plan.sheets.find(({ key }) => key === reference.sheet)!;
  return `${quotedSheet(name)}!${absolute(reference)}`;
}

function contentSteps(sheet: PreparedSheet, inFormula: (formula: string) => string): Step[] {
  return sheet.blocks.map(({ bytes, text, from, to, ...where }) =>
    step(bytes, (target) => {
      const cells = JSON.parse(sheet.texts[text]!.slice(from, to)) as ReturnType<typeof asFormula>[][];
      range(target.sheet(sheet.name), where).formulas = cells.map((row) =>
        row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? inFormula(cell) : cell)),
      );
    }),
  );
}

/** Everything about a sheet that is not content: tables, looks, widths, rules, what is frozen. */
function lookSteps(sheet: PreparedSheet): Step[] {
  const on = (instructions: number, run: (target: Excel.Worksheet) => void): Step =>
    step(sizeOf(instructions), (target) => run(target.sheet(sheet.name)));
  return [
    ...sheet.tables.map(({ name, range: where }) =>
      on(6, (target) => {
        const table = target.tables.add(range(target, where), true);
        table.name = name;
        table.style = 'TableStyleLight1';
        table.showFilterButton = false;
        table.showBandedRows = false;
      }),
    ),
    ...sheet.columnWidths.map((characters, column) =>
      on(1, (target) => {
        range(target, { row: 0, column, rows: 1, columns: 1 }).format.columnWidth = pointsOf(characters);
      }),
    ),
    ...sheet.styles.map(({ range: where, style }) =>
      on(instructionsOf(styleLooks[style]), (target) => applyLook(range(target, where), styleLooks[style])),
    ),
    ...sheet.merges.map((where) => on(1, (target) => range(target, where).merge(false))),
    ...sheet.rowHeights.map(({ row, height }) =>
      on(1, (target) => {
        range(target, { row, column: 0, rows: 1, columns: 1 }).format.rowHeight = height;
      }),
    ),
    ...sheet.validations.map((validation) =>
      on(3, (target) => addValidation(range(target, validation.range), validation)),
    ),
    on(3, (target) => {
      target.showGridlines = false;
      target.tabColor = sheet.tabColor;
      target.freezePanes.freezeRows(sheet.frozenRows);
    }),
  ];
}

/**
 * Print set-up of every sheet. It goes into a request of its own: Excel refuses it on a computer without a
 * printer, and the report is none the worse for that.
 */
export function setUpPrinting(context: Excel.RequestContext, plan: PreparedPlan): void {
  for (const sheet of plan.sheets) {
    const { pageLayout } = context.workbook.worksheets.getItem(sheet.name);
    pageLayout.orientation = sheet.page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
    pageLayout.paperSize = 'A4';
    pageLayout.zoom = sheet.page.isOnePage
      ? { horizontalFitToPages: 1, verticalFitToPages: 1 }
      : { horizontalFitToPages: 1 };
    const { row, rows } = sheet.page.titleRows;
    pageLayout.setPrintTitleRows(`$${row + 1}:$${row + rows}`);
    pageLayout.headersFooters.defaultForAllPages.centerFooter = sheet.page.footer;
  }
}

/** Excel's files measure columns in characters of 7 pixels with 5 pixels of margin; Office.js in points. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function applyLook(target: Excel.Range, look: StyleLook): void {
  const { format } = target;
  if (look.numberFormat !== undefined) target.numberFormat = look.numberFormat as unknown as string[][];
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.fontColor !== undefined) format.font.color = look.fontColor;
  if (look.fontSize !== undefined) format.font.size = look.fontSize;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  if (look.horizontal) format.horizontalAlignment = horizontal[look.horizontal];
  if (look.vertical) format.verticalAlignment = look.vertical === 'top' ? 'Top' : 'Center';
  if (look.line) drawBorder(format, look.line.edge === 'top' ? 'EdgeTop' : 'EdgeBottom', look.line.color);
  if (look.frame) for (const edge of allEdges) drawBorder(format, edge, look.frame);
}

function instructionsOf({ line, frame, ...rest }: StyleLook): number {
  const borders = (line ? 1 : 0) + (frame === undefined ? 0 : allEdges.length);
  return Object.keys(rest).length + 3 * borders;
}

const horizontal = { left: 'Left', center: 'Center', right: 'Right' } as const;
const allEdges = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

function drawBorder(format: Excel.RangeFormat, edge: (typeof allEdges)[number], color: string): void {
  const border = format.borders.getItem(edge);
  border.style = 'Continuous';
  border.color = color;
}

function addValidation(target: Excel.Range, { rule, message }: ValidationPlan): void {
  const { dataValidation } = target;
  dataValidation.rule = validationRule(rule);
  dataValidation.prompt = { showPrompt: true, title: '', message };
  dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '', message };
}

function validationRule(rule: ValidationPlan['rule']): Excel.DataValidationRule {
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: rule.choices.join(',') } };
  const operands =
    rule.to === null
      ? { formula1: rule.from, operator: 'GreaterThanOrEqualTo' as const }
      : { formula1: rule.from, formula2: rule.to, operator: 'Between' as const };
  return rule.kind === 'whole' ? { wholeNumber: operands } : { decimal: operands };
}

const chartTypes = { line: 'LineMarkers', column: 'ColumnClustered', stackedBar: 'BarStacked' } as const;
const dashes = { solid: 'Continuous', dash: 'Dash', dot: 'RoundDot' } as const;
const markers = { none: 'None', circle: 'Circle', square: 'Square' } as const;

function addChart(target: Target, plan: PreparedPlan, sheet: PreparedSheet, chart: ChartPlan): void {
  const [first, ...others] = chart.series;
  const type = chartTypes[chart.kind];
  const seriesBy = first!.values.rows > 1 ? 'Columns' : 'Rows';
  const drawn = target.sheet(sheet.name).charts.add(type, rangeOf(target, plan, first!.values), seriesBy);
  drawn.name = chart.name;
  if (typeof chart.title === 'string') drawn.title.text = chart.title;
  else drawn.title.setFormula(`=${addressIn(plan, chart.title)}`);
  drawn.legend.position = 'Bottom';
  drawn.axes.categoryAxis.title.text = chart.categoryTitle;
  drawn.axes.valueAxis.title.text = chart.valueTitle;
  drawn.axes.valueAxis.numberFormat = chart.valueFormat;
  const categories = rangeOf(target, plan, chart.categories);
  const draw = (
    series: Excel.ChartSeries,
    { name, color, dash, weight, marker }: ChartPlan['series'][number],
  ): void => {
    series.name = name;
    series.setXAxisValues(categories);
    if (chart.kind !== 'line') {
      series.format.fill.setSolidColor(color);
      return;
    }
    series.format.line.color = color;
    series.format.line.lineStyle = dashes[dash];
    series.format.line.weight = weight;
    series.markerStyle = markers[marker];
    if (marker === 'none') return;
    series.markerBackgroundColor = color;
    series.markerForegroundColor = color;
  };
  draw(drawn.series.getItemAt(0), first!);
  for (const each of others) {
    const series = drawn.series.add(each.name);
    series.setValues(rangeOf(target, plan, each.values));
    draw(series, each);
  }
  const { anchor } = chart;
  const corner = (row: number, column: number): string => relative({ row, column, rows: 1, columns: 1 });
  drawn.setPosition(
    corner(anchor.row, anchor.column),
    corner(anchor.row + anchor.rows - 1, anchor.column + anchor.columns - 1),
  );
}
