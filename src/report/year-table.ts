import type { ReportContext } from './context';
import type { Content, Reference, SheetKey, StyleName } from './plan';
import { cellOf } from './references';
import type { SheetDraft } from './sheet-draft';

/** One row of a table with a column for every event year. */
export interface Line {
  readonly label: string;
  readonly unit: string;
  readonly content: (year: number) => Content;
  readonly style: StyleName;
  /** How it is reckoned, in words, at the end of the row. */
  readonly note?: string;
  /** Gives every cell of the row a name in the workbook: `effect` names `sv_effect_1`, `sv_effect_2` … */
  readonly name?: string;
  /** The years that get a cell; those after the start unless told. */
  readonly years?: readonly number[];
}

/**
 * A table under composition whose columns are the event years, first to last, so that everything about a year
 * stands in one column: label, unit, years, one column for all years after the start, and words.
 */
export class YearTable {
  readonly after: readonly number[];
  readonly allColumn: number;
  readonly noteColumn: number;

  constructor(
    private readonly draft: SheetDraft,
    private readonly context: ReportContext,
    private readonly sheet: SheetKey,
    readonly years: readonly number[],
    readonly firstColumn: number,
    /** The row that the next line gets. */
    public row: number,
  ) {
    this.after = years.filter((year) => year > 0);
    this.allColumn = firstColumn + years.length;
    this.noteColumn = this.allColumn + 1;
  }

  /** Address of a year's cell in a row that has a column for every event year. */
  at(row: Reference, year: number): string {
    return this.draft.at(cellOf(row, 0, year - this.years[0]!));
  }

  line(line: Line): Reference {
    const { draft, row, years: all } = this;
    this.row += 1;
    const years = line.years ?? this.after;
    draft.put(row, 0, [[line.label, line.unit]]);
    draft.put(row, this.firstColumn + years[0]! - all[0]!, [years.map(line.content)], line.style);
    if (line.note !== undefined) draft.note(row, this.noteColumn, line.note);
    const reference: Reference = {
      sheet: this.sheet,
      row,
      column: this.firstColumn,
      rows: 1,
      columns: all.length,
    };
    if (line.name !== undefined) {
      for (const year of years)
        this.context.name(`${line.name}_${year}`, cellOf(reference, 0, year - all[0]!));
    }
    return reference;
  }

  heading(text: string, note?: string): void {
    this.draft.cell(this.row, 0, text, 'heading');
    if (note !== undefined) this.draft.note(this.row, this.noteColumn, note);
    this.row += 1;
  }

  /** Composes lines that stand above what they are reckoned from: keeps rows free, to be filled in later. */
  reserve(rows: number): (compose: () => void) => void {
    const first = this.row;
    this.row += rows;
    return (compose) => {
      const { row } = this;
      this.row = first;
      compose();
      if (this.row !== first + rows) throw new Error(`Reserved ${rows} rows, filled ${this.row - first}.`);
      this.row = row;
    };
  }
}
