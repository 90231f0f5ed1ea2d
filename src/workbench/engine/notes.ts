/** What Univer does not hold of a sheet: kept beside it as plain data. */
import type { ConditionalFormatSnapshot, PageSnapshot, TableSnapshot, ValidationSnapshot } from '../book';
import type { ChartId, EngineChart, SheetId, TableId } from './engine';

export interface SheetNotes {
  isProtected: boolean;
  isVeryHidden: boolean;
  charts: Map<ChartId, EngineChart>;
  validations: readonly ValidationSnapshot[];
  conditionalFormats: readonly ConditionalFormatSnapshot[];
  page: PageSnapshot | undefined;
  /** Exact sizes beside the whole pixels that the grid uses. */
  columnWidths: Map<number, { characters: number; pixels: number }>;
  rowHeights: Map<number, { points: number; pixels: number }>;
  tableLooks: Map<TableId, Pick<TableSnapshot, 'style' | 'bandedRows' | 'filterButtons'>>;
}

export class Notes {
  readonly #sheets = new Map<SheetId, SheetNotes>();

  of(sheet: SheetId): SheetNotes {
    const known = this.#sheets.get(sheet);
    if (known !== undefined) return known;
    const fresh: SheetNotes = {
      isProtected: false,
      isVeryHidden: false,
      charts: new Map(),
      validations: [],
      conditionalFormats: [],
      page: undefined,
      columnWidths: new Map(),
      rowHeights: new Map(),
      tableLooks: new Map(),
    };
    this.#sheets.set(sheet, fresh);
    return fresh;
  }

  forget(sheet: SheetId): void {
    this.#sheets.delete(sheet);
  }

  forgetAll(): void {
    this.#sheets.clear();
  }
}
