/** Changes of looks that are to be written together: of what is changed twice, the later counts. */
import type { Rect } from '../book';
import type { SheetId, StyleChange } from './engine';

type Rows = Map<number, Map<number, StyleChange>>;

export class HeldChanges {
  #sheets = new Map<SheetId, Rows>();
  /** Cells that were told the same in the same order have one and the same change: there are few of them. */
  #joined = new WeakMap<StyleChange, WeakMap<StyleChange, StyleChange>>();

  add(sheet: SheetId, rect: Rect, changeOf: (i: number, j: number) => StyleChange): void {
    const rows = this.#sheets.get(sheet) ?? new Map<number, Map<number, StyleChange>>();
    this.#sheets.set(sheet, rows);
    for (let i = 0; i < rect.rows; i++) {
      const cells = rows.get(rect.row + i) ?? new Map<number, StyleChange>();
      rows.set(rect.row + i, cells);
      for (let j = 0; j < rect.columns; j++) {
        const column = rect.column + j;
        cells.set(column, this.#join(cells.get(column), changeOf(i, j)));
      }
    }
  }

  at(sheet: SheetId, row: number, column: number): StyleChange | undefined {
    return this.#sheets.get(sheet)?.get(row)?.get(column);
  }

  /** All that is held; nothing is from then on. */
  take(): ReadonlyMap<SheetId, Rows> {
    const taken = this.#sheets;
    if (taken.size > 0) this.#sheets = new Map();
    return taken;
  }

  #join(before: StyleChange | undefined, after: StyleChange): StyleChange {
    if (before === undefined) return after;
    const known = this.#joined.get(before) ?? new WeakMap<StyleChange, StyleChange>();
    this.#joined.set(before, known);
    const joined = known.get(after) ?? join(before, after);
    known.set(after, joined);
    return joined;
  }
}

const NO_BORDERS = { top: null, bottom: null, left: null, right: null } as const;

function join(before: StyleChange, after: StyleChange): StyleChange {
  if (before.borders === undefined || after.borders == null) return { ...before, ...after };
  return { ...before, ...after, borders: { ...(before.borders ?? NO_BORDERS), ...after.borders } };
}
