import type {
  Block,
  ChartPlan,
  Content,
  InputPlan,
  Rect,
  Reference,
  SheetKey,
  SheetPlan,
  StyledRange,
  StyleName,
  TablePlan,
  ValidationPlan,
} from './plan';
import { absolute, quotedSheet, type Fixed } from './references';
import { heightOf, linesIn, rowsToRunOver, widthOf, wrappedRowHeights, type RowHeight } from './row-heights';
import { styleLooks } from './styles';

/** The final names of the sheets, which formulas need. */
export type SheetNames = Readonly<Record<SheetKey, string>>;

/** A sheet while it is being composed: cells are put down, and whatever is put down can be referred to. */
export class SheetDraft {
  private readonly blocks: Block[] = [];
  private readonly styles: StyledRange[] = [];
  private readonly tables: TablePlan[] = [];
  private readonly charts: ChartPlan[] = [];
  private readonly validations: ValidationPlan[] = [];
  private readonly inputs: InputPlan[] = [];
  private readonly merges: Rect[] = [];
  private readonly rowHeights: RowHeight[] = [];
  private readonly notes: { readonly row: number; readonly column: number; readonly text: string }[] = [];

  constructor(
    readonly key: SheetKey,
    private readonly names: SheetNames,
    private readonly columnWidths: readonly number[],
  ) {}

  /** Puts a rectangle of cells down and gives its reference. */
  put(row: number, column: number, cells: readonly (readonly Content[])[], style?: StyleName): Reference {
    const reference: Reference = {
      sheet: this.key,
      row,
      column,
      rows: cells.length,
      columns: cells[0]?.length ?? 0,
    };
    this.blocks.push({ row, column, cells });
    if (style) this.style(reference, style);
    return reference;
  }

  /** The sheet's title, in a row tall enough for it. */
  title(text: string): void {
    this.cell(0, 0, text, 'title');
    this.rowHeights.push({ row: 0, height: 26 });
  }

  /** One cell. */
  cell(row: number, column: number, content: Content, style?: StyleName): Reference {
    return this.put(row, column, [[content]], style);
  }

  style(range: Rect, style: StyleName): void {
    const { row, column, rows, columns } = range;
    this.styles.push({ range: { row, column, rows, columns }, style });
  }

  /** Running text over several columns. One that a formula builds needs to be told all that it may come to say. */
  paragraph(
    row: number,
    columns: number,
    content: Content,
    style: StyleName,
    sayings: readonly string[] = [],
  ): Reference {
    const reference = this.cell(row, 0, content);
    const range = { row, column: 0, rows: 1, columns };
    this.style(range, style);
    this.merges.push(range);
    if (sayings.length > 0) {
      const look = styleLooks[style];
      const width = widthOf(this.columnWidths, 0, columns);
      const lines = sayings.map((text) => linesIn(text.replaceAll(placeholder, longFigure), look, width));
      this.rowHeights.push({ row, height: heightOf(Math.max(...lines), look) });
    }
    return reference;
  }

  /** The bar of a header over columns that have no words of their own. */
  headerBar(row: number, column: number, columns: number): void {
    this.style({ row, column, rows: 1, columns }, 'header');
  }

  /** How something is reckoned, beside its row; a long one runs on over rows below that have none. */
  note(row: number, column: number, text: string): void {
    this.cell(row, column, text);
    this.notes.push({ row, column, text });
  }

  table(table: TablePlan): void {
    this.tables.push(table);
  }

  chart(chart: ChartPlan): void {
    this.charts.push(chart);
  }

  validation(validation: ValidationPlan): void {
    this.validations.push(validation);
  }

  /**
   * Says what is typed into a cell, so that it is found again when the report is
   * written anew: the same in both languages, and whatever else the report holds.
   */
  input(cell: Rect, what: string): void {
    this.inputColumn(cell, what, [[]]);
  }

  /** The same for the cells of a column, of what each is. */
  inputColumn({ row, column }: Rect, what: string, of: InputPlan['of']): void {
    this.inputs.push({ row, column, what, of });
  }

  /** How a formula on this sheet writes the reference: without the sheet's name where it is this one. */
  at(reference: Reference, fixed: Fixed = 'both'): string {
    const address = absolute(reference, fixed);
    return reference.sheet === this.key ? address : `${quotedSheet(this.names[reference.sheet])}!${address}`;
  }

  /** The same for each cell of a column, `index` counted from its first: tables have a hundred thousand rows. */
  cellsAt(column: Reference, fixed: Fixed = 'both'): (index: number) => string {
    const first = this.at({ ...column, rows: 1, columns: 1 }, fixed);
    const beforeRow = first.slice(0, -String(column.row + 1).length);
    return (index) => `${beforeRow}${column.row + index + 1}`;
  }

  plan(rest: Pick<SheetPlan, 'frozenRows' | 'page' | 'tabColor'>): SheetPlan {
    this.spreadNotes();
    return {
      key: this.key,
      name: this.names[this.key],
      blocks: joinRows(this.blocks),
      styles: joinStyles(this.styles),
      tables: this.tables,
      charts: this.charts,
      validations: this.validations,
      inputs: this.inputs,
      merges: this.merges,
      columnWidths: this.columnWidths,
      rowHeights: [
        ...wrappedRowHeights(this.blocks, this.styles, this.merges, this.columnWidths),
        ...this.rowHeights,
      ],
      ...rest,
    };
  }

  /** Only now is it known which rows have no note of their own. */
  private spreadNotes(): void {
    for (const { row, column, text } of this.notes.splice(0)) {
      const cell = { row, column, rows: 1, columns: 1 };
      const rows = rowsToRunOver(text, cell, styleLooks.how, this.blocks, this.columnWidths);
      this.style({ ...cell, rows }, rows === 1 ? 'how' : 'longHow');
      if (rows > 1) this.merges.push({ ...cell, rows });
    }
  }
}

/** What most sheets repeat on every page. */
export const sheetTitle = { row: 0, rows: 1 };

/** A figure in a sentence, for its length. */
const longFigure = '1.234.567';
const placeholder = /\{\w+\}/g;

/** Blocks that stand directly under each other with the same columns are written as one. */
function joinRows(blocks: readonly Block[]): Block[] {
  const joined: { row: number; column: number; cells: (readonly Content[])[] }[] = [];
  const sorted = [...blocks].sort((a, b) => a.column - b.column || width(a) - width(b) || a.row - b.row);
  for (const block of sorted) {
    const last = joined.at(-1);
    const follows =
      last?.column === block.column &&
      width(last) === width(block) &&
      last.row + last.cells.length === block.row;
    // One by one: as arguments of a single call, a hundred thousand rows are too many.
    if (follows) for (const row of block.cells) last.cells.push(row);
    else joined.push({ row: block.row, column: block.column, cells: [...block.cells] });
  }
  return joined;
}

function width(block: Block): number {
  return block.cells[0]?.length ?? 0;
}

/** The same for looks: one request per look and run of rows instead of one per row. */
function joinStyles(styles: readonly StyledRange[]): StyledRange[] {
  const joined: {
    range: { row: number; column: number; rows: number; columns: number };
    style: StyleName;
  }[] = [];
  for (const { range, style } of styles) {
    const same = joined.find(
      (each) =>
        each.style === style &&
        each.range.column === range.column &&
        each.range.columns === range.columns &&
        each.range.row + each.range.rows === range.row,
    );
    if (same) same.range.rows += range.rows;
    else joined.push({ range: { ...range }, style });
  }
  return joined;
}
