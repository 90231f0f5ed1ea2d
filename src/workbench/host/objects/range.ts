/** Ranges of cells. */
import type { Rect } from '../../book';
import {
  boundingRect,
  intersection,
  isWholeColumns,
  isWholeRows,
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
} from '../../addresses';
import { invalidArgument, invalidOperation, itemNotFound } from '../errors';
import * as rules from '../rules';
import type { Desk, HostObject, ObjectClass, RangeTarget } from './object';
import { object } from './object';
import { asRows, readCells, toWire, valueTypeOf, writeCells } from './range-values';
import { fullAddress, toRange } from './references';

function range(sheet: string, rect: Rect): HostObject<'Range'> {
  const fits =
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.rows >= 1 &&
    rect.columns >= 1 &&
    rect.row + rect.rows <= MAXIMUM_ROWS &&
    rect.column + rect.columns <= MAXIMUM_COLUMNS;
  if (!fits) throw invalidArgument();
  return object('Range', { sheet, rect });
}

export const Range: ObjectClass<'Range'> = {
  properties: {
    address: { get: (target, desk) => fullAddress(desk, target) },
    rowIndex: { get: ({ rect }) => rect.row },
    columnIndex: { get: ({ rect }) => rect.column },
    rowCount: { get: ({ rect }) => rect.rows },
    columnCount: { get: ({ rect }) => rect.columns },
    cellCount: { get: ({ rect }) => rect.rows * rect.columns },
    values: {
      get: (target, desk) =>
        readCells(target, (rect) =>
          desk.engine.cells.values(target.sheet, rect).map((row) => row.map(toWire)),
        ),
      set: writeCells,
    },
    formulas: {
      get: (target, desk) =>
        readCells(target, (rect) => {
          const values = desk.engine.cells.values(target.sheet, rect);
          const formulas = desk.engine.cells.formulas(target.sheet, rect);
          return formulas.map((row, i) => row.map((formula, j) => formula ?? toWire(values[i]?.[j] ?? null)));
        }),
      set: writeCells,
    },
    text: {
      get: (target, desk) => readCells(target, (rect) => shownTexts(target.sheet, rect, desk)),
    },
    valueTypes: {
      get: (target, desk) =>
        readCells(target, (rect) =>
          desk.engine.cells.values(target.sheet, rect).map((row) => row.map(valueTypeOf)),
        ),
    },
    numberFormat: {
      get: (target, desk) =>
        readCells(target, (rect) =>
          desk.engine.styles
            .read(target.sheet, rect)
            .map((row) => row.map(({ numberFormat }) => numberFormat ?? 'General')),
        ),
      set(target, value, desk) {
        rules.rangeIsBounded(target.rect);
        const rows = asRows(value, target.rect);
        rules.formatsMayChange(desk, target.sheet);
        const present = desk.engine.styles.read(target.sheet, target.rect);
        const formats = rows.map((row, i) =>
          row.map((format, j) =>
            typeof format === 'string' ? format : (present[i]?.[j]?.numberFormat ?? 'General'),
          ),
        );
        desk.engine.styles.setNumberFormats(target.sheet, target.rect, formats);
      },
    },
    hidden: { get: () => false },
    hyperlink: {
      get: (target, desk) => desk.hyperlinks.get(fullAddress(desk, target)) ?? null,
      set(target, value, desk) {
        rules.cellsAreUnlocked(desk, target);
        const link = value as { textToDisplay?: string };
        desk.hyperlinks.set(fullAddress(desk, target), link);
        if (link.textToDisplay !== undefined) writeCells(target, link.textToDisplay, desk);
      },
    },
  },
  navigation: {
    format: (target) => object('RangeFormat', target),
    worksheet: ({ sheet }) => object('Worksheet', sheet),
    dataValidation: (target) => object('DataValidation', target),
    conditionalFormats: (target) => object('ConditionalFormatCollection', target),
  },
  methods: {
    getCell: ({ sheet, rect }, [row, column]) =>
      range(sheet, {
        row: rect.row + Number(row),
        column: rect.column + Number(column),
        rows: 1,
        columns: 1,
      }),
    getRow: ({ sheet, rect }, [row]) => range(sheet, { ...rect, row: rect.row + Number(row), rows: 1 }),
    getColumn: ({ sheet, rect }, [column]) =>
      range(sheet, { ...rect, column: rect.column + Number(column), columns: 1 }),
    getOffsetRange: ({ sheet, rect }, [rows, columns]) =>
      range(sheet, { ...rect, row: rect.row + Number(rows), column: rect.column + Number(columns) }),
    getResizedRange: ({ sheet, rect }, [rows, columns]) =>
      range(sheet, { ...rect, rows: rect.rows + Number(rows), columns: rect.columns + Number(columns) }),
    getAbsoluteResizedRange: ({ sheet, rect }, [rows, columns]) =>
      range(sheet, { ...rect, rows: Number(rows), columns: Number(columns) }),
    getBoundingRect: ({ sheet, rect }, [other], desk) =>
      range(sheet, boundingRect(rect, toRange(other, desk, sheet).rect)),
    getIntersection(target, [other], desk) {
      const shared = sharedCells(target, other, desk);
      if (shared === null) throw itemNotFound();
      return shared;
    },
    getIntersectionOrNullObject: (target, [other], desk) => sharedCells(target, other, desk),
    getEntireColumn: ({ sheet, rect }) => range(sheet, { ...rect, row: 0, rows: MAXIMUM_ROWS }),
    getEntireRow: ({ sheet, rect }) => range(sheet, { ...rect, column: 0, columns: MAXIMUM_COLUMNS }),
    getLastRow: ({ sheet, rect }) => range(sheet, { ...rect, row: rect.row + rect.rows - 1, rows: 1 }),
    getLastColumn: ({ sheet, rect }) =>
      range(sheet, { ...rect, column: rect.column + rect.columns - 1, columns: 1 }),
    getLastCell: ({ sheet, rect }) =>
      range(sheet, {
        row: rect.row + rect.rows - 1,
        column: rect.column + rect.columns - 1,
        rows: 1,
        columns: 1,
      }),
    getUsedRange(target, [valuesOnly], desk) {
      const rect = desk.engine.cells.used(target.sheet, valuesOnly === true, target.rect);
      if (rect === null) throw itemNotFound();
      return range(target.sheet, rect);
    },
    getUsedRangeOrNullObject(target, [valuesOnly], desk) {
      const rect = desk.engine.cells.used(target.sheet, valuesOnly === true, target.rect);
      return rect === null ? null : range(target.sheet, rect);
    },
    clear(target, [applyTo], desk) {
      rules.cellsAreUnlocked(desk, boundedTarget(target, desk));
      const what = rules.valueIsKnown(applyTo ?? 'All', [
        'All',
        'Contents',
        'Formats',
        'Hyperlinks',
        'RemoveHyperlinks',
      ]);
      if (what.endsWith('Hyperlinks')) desk.hyperlinks.delete(fullAddress(desk, target));
      else
        desk.engine.cells.clear(
          target.sheet,
          target.rect,
          what.toLowerCase() as 'all' | 'contents' | 'formats',
        );
    },
    select(target, _args, desk) {
      rules.sheetMayBeActivated(desk, target.sheet);
      desk.engine.select(target.sheet, target.rect);
    },
    merge(target, [across], desk) {
      rules.cellsAreUnlocked(desk, target);
      rules.mergesDoNotOverlapTables(desk, target);
      mergeCells(target, across === true, desk);
    },
    unmerge(target, _args, desk) {
      rules.cellsAreUnlocked(desk, target);
      for (const merge of desk.engine.layout.merges(target.sheet)) {
        if (intersection(merge, target.rect) !== null) desk.engine.layout.unmerge(target.sheet, merge);
      }
    },
    copyFrom(target, [source, copyType, skipBlanks, transpose], desk) {
      const plain = (copyType ?? 'All') === 'Values' || copyType === 'Formulas';
      if (!plain || skipBlanks === true || transpose === true) {
        throw invalidOperation('The workbench copies only values or formulas, cell by cell.');
      }
      copyCells(target, toRange(source, desk, target.sheet), copyType === 'Values', desk);
    },
    /** office.js asks for this before it sends a large array in several pieces. */
    _ValidateArraySize({ rect }, [rows, columns]) {
      if (rows !== rect.rows || columns !== rect.columns) {
        rules.arrayFitsRange(
          rect,
          Array.from({ length: Number(rows) }, () => Array<unknown>(Number(columns)).fill('')),
        );
      }
    },
  },
};

/** Whole columns and rows as far as they are used. */
function boundedTarget(target: RangeTarget, desk: Desk): RangeTarget {
  if (!isWholeColumns(target.rect) && !isWholeRows(target.rect)) return target;
  const { row, column } = target.rect;
  return {
    sheet: target.sheet,
    rect: desk.engine.cells.used(target.sheet, false, target.rect) ?? { row, column, rows: 1, columns: 1 },
  };
}

function sharedCells(target: RangeTarget, other: unknown, desk: Desk): HostObject<'Range'> | null {
  const found = toRange(other, desk, target.sheet);
  if (found.sheet !== target.sheet) throw invalidArgument();
  const rect = intersection(target.rect, found.rect);
  return rect === null ? null : range(target.sheet, rect);
}

/** Merging keeps only the first cell's contents. */
function mergeCells({ sheet, rect }: RangeTarget, across: boolean, desk: Desk): void {
  const parts = across
    ? Array.from({ length: rect.rows }, (_, i) => ({ ...rect, row: rect.row + i, rows: 1 }))
    : [rect];
  for (const part of parts) {
    const contents = Array.from({ length: part.rows }, (_, i) =>
      Array.from({ length: part.columns }, (_, j) => (i === 0 && j === 0 ? undefined : null)),
    );
    desk.engine.cells.write(sheet, part, contents);
    desk.engine.layout.merge(sheet, part);
  }
}

function copyCells(target: RangeTarget, source: RangeTarget, valuesOnly: boolean, desk: Desk): void {
  const values = desk.engine.cells.values(source.sheet, source.rect);
  const formulas = desk.engine.cells.formulas(source.sheet, source.rect);
  const rect = { ...target.rect, rows: source.rect.rows, columns: source.rect.columns };
  const contents = values.map((row, i) =>
    row.map((value, j) => (valuesOnly ? toWire(value) : (formulas[i]?.[j] ?? toWire(value)))),
  );
  rules.cellsAreUnlocked(desk, { sheet: target.sheet, rect });
  desk.engine.cells.write(target.sheet, rect, contents);
}

/** Numbers as the user's language writes them (assumed to differ from English only by their separators). */
function shownTexts(sheet: string, rect: Rect, desk: Desk): string[][] {
  const texts = desk.engine.cells.texts(sheet, rect);
  const values = desk.engine.cells.values(sheet, rect);
  return texts.map((row, i) =>
    row.map((text, j) => {
      if (desk.language !== 'da-DK' || typeof values[i]?.[j] !== 'number') return text;
      return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    }),
  );
}
