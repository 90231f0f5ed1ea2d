import type { BookSnapshot, SheetSnapshot } from './book';

/** A sheet with nothing on it and Excel's own settings. */
export function emptySheet(name: string): SheetSnapshot {
  return {
    name,
    visibility: 'visible',
    showGridlines: true,
    isProtected: false,
    cells: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    tables: [],
    charts: [],
    validations: [],
    conditionalFormats: [],
  };
}

/** A workbook of these sheets, without styles, names and settings; the first sheet is active. */
export function bookOf(...sheets: readonly SheetSnapshot[]): BookSnapshot {
  return { sheets, styles: [], names: [], settings: new Map(), customXml: new Map(), activeSheet: 0 };
}
