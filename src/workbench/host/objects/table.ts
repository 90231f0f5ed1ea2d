/** Tables, their columns and rows. */
import type { Rect } from '../../book';
import type { EngineTable, TableId } from '../../engine/engine';
import { invalidArgument, itemNotFound } from '../errors';
import * as rules from '../rules';
import { eventMethods } from './event-methods';
import type { Desk, HostObject, ObjectClass, Property } from './object';
import { object } from './object';
import { toWire, writeCells } from './range-values';
import { toRange } from './references';

export function table(id: TableId, desk: Desk): EngineTable {
  const found = desk.engine.tables.list().find((item) => item.id === id);
  if (found === undefined) throw itemNotFound();
  return found;
}

const body = ({ range }: EngineTable): Rect => ({ ...range, row: range.row + 1, rows: range.rows - 1 });

function listed(sheet: string | null, desk: Desk): readonly EngineTable[] {
  return desk.engine.tables.list().filter((item) => sheet === null || item.sheet === sheet);
}

function find(sheet: string | null, key: unknown, desk: Desk): EngineTable | undefined {
  const wanted = String(key).toLowerCase();
  return listed(sheet, desk).find(({ id, name }) => id === key || name.toLowerCase() === wanted);
}

/** Headers are texts, each different: Excel makes them so. */
function settleHeaders(sheet: string, rect: Rect, desk: Desk): void {
  const headerRect = { ...rect, rows: 1 };
  const used = new Set<string>();
  const texts = desk.engine.cells.texts(sheet, headerRect)[0] ?? [];
  const headers = texts.map((text, i) => {
    const stem = text === '' ? `${desk.language === 'da-DK' ? 'Kolonne' : 'Column'}${i + 1}` : text;
    let header = stem;
    for (let number = 2; used.has(header.toLowerCase()); number += 1) header = `${stem}${number}`;
    used.add(header.toLowerCase());
    return header;
  });
  const values = desk.engine.cells.values(sheet, headerRect)[0] ?? [];
  if (headers.every((header, i) => header === values[i])) return;
  desk.engine.cells.write(sheet, headerRect, [headers.map((header) => `'${header}`)]);
}

/** Cells below are moved down by one row, to make place for headers. */
function insertHeaderRow(sheet: string, rect: Rect, desk: Desk): void {
  const values = desk.engine.cells.values(sheet, rect);
  const formulas = desk.engine.cells.formulas(sheet, rect);
  const contents = values.map((row, i) => row.map((value, j) => formulas[i]?.[j] ?? toWire(value)));
  desk.engine.cells.write(sheet, { ...rect, row: rect.row + 1 }, contents);
  desk.engine.cells.write(sheet, { ...rect, rows: 1 }, [Array.from({ length: rect.columns }, () => null)]);
}

function freeName(desk: Desk): string {
  const stem = desk.language === 'da-DK' ? 'Tabel' : 'Table';
  let number = 1;
  while (find(null, `${stem}${number}`, desk) !== undefined) number += 1;
  return `${stem}${number}`;
}

export const TableCollection: ObjectClass<'TableCollection'> = {
  properties: { count: { get: (sheet, desk) => listed(sheet, desk).length } },
  items: (sheet, desk) => listed(sheet, desk).map(({ id }) => object('Table', id)),
  methods: {
    add(sheet, [reference, hasHeaders], desk) {
      const target = toRange(reference, desk, sheet ?? desk.engine.sheets.active());
      rules.sheetIsUnprotected(desk, target.sheet);
      rules.rangeIsBounded(target.rect);
      const inserted = hasHeaders === true ? 0 : 1;
      const present = { ...target.rect, rows: target.rect.rows + inserted };
      // A table has at least one row under its headers.
      const rect = { ...present, rows: Math.max(2, present.rows) };
      rules.tableDoesNotOverlap(desk, { sheet: target.sheet, rect });
      if (inserted === 1) insertHeaderRow(target.sheet, target.rect, desk);
      settleHeaders(target.sheet, rect, desk);
      const name = freeName(desk);
      const style = 'TableStyleMedium2';
      const look = { name, range: rect, style, bandedRows: true, filterButtons: true };
      return object('Table', desk.engine.tables.add(target.sheet, look));
    },
    getItem(sheet, [key], desk) {
      const found = find(sheet, key, desk);
      if (found === undefined) throw itemNotFound();
      return object('Table', found.id);
    },
    getItemOrNullObject(sheet, [key], desk) {
      const found = find(sheet, key, desk);
      return found === undefined ? null : object('Table', found.id);
    },
    getItemAt(sheet, [index], desk) {
      const found = listed(sheet, desk)[Number(index)];
      if (found === undefined) throw itemNotFound();
      return object('Table', found.id);
    },
    getCount: (sheet, _args, desk) => listed(sheet, desk).length,
    ...eventMethods('AddedEvent', 'DataChangedEvent', 'DeletedEvent'),
  },
};

function look(name: 'bandedRows' | 'filterButtons'): Property<TableId> {
  return {
    get: (id, desk) => table(id, desk)[name],
    set(id, value, desk) {
      rules.formatsMayChange(desk, table(id, desk).sheet);
      desk.engine.tables.change(id, { [name]: value === true });
    },
  };
}

export const Table: ObjectClass<'Table'> = {
  identity: (id, desk) => ({ id, name: table(id, desk).name }),
  properties: {
    id: { get: (id) => id },
    name: {
      get: (id, desk) => table(id, desk).name,
      set(id, name, desk) {
        rules.sheetIsUnprotected(desk, table(id, desk).sheet);
        rules.nameIsAllowed(name);
        if (name.toLowerCase() !== table(id, desk).name.toLowerCase())
          rules.nameIsFree(desk, name, undefined);
        desk.engine.tables.rename(id, name);
      },
    },
    style: {
      get: (id, desk) => table(id, desk).style ?? '',
      set: (id, value, desk) => desk.engine.tables.change(id, { style: String(value) }),
    },
    showHeaders: { get: () => true },
    showTotals: { get: () => false },
    showBandedRows: look('bandedRows'),
    showFilterButton: look('filterButtons'),
  },
  navigation: {
    columns: (id) => object('TableColumnCollection', id),
    rows: (id) => object('TableRowCollection', id),
    worksheet: (id, desk) => object('Worksheet', table(id, desk).sheet),
  },
  methods: {
    getRange: (id, _args, desk) => part(id, desk, ({ range }) => range),
    getHeaderRowRange: (id, _args, desk) => part(id, desk, ({ range }) => ({ ...range, rows: 1 })),
    getDataBodyRange: (id, _args, desk) => part(id, desk, body),
    resize(id, [reference], desk) {
      const { sheet, range } = table(id, desk);
      rules.sheetIsUnprotected(desk, sheet);
      const { rect } = toRange(reference, desk, sheet);
      // Documented: the headers must remain in the same row, and the ranges must overlap.
      if (rect.row !== range.row || rect.rows < 2) throw invalidArgument();
      rules.tableDoesNotOverlap(desk, { sheet, rect }, id);
      settleHeaders(sheet, rect, desk);
      desk.engine.tables.resize(id, rect);
    },
    convertToRange(id, _args, desk) {
      const { sheet, range } = table(id, desk);
      rules.sheetIsUnprotected(desk, sheet);
      desk.engine.tables.remove(id);
      return object('Range', { sheet, rect: range });
    },
    delete(id, _args, desk) {
      const { sheet, range } = table(id, desk);
      rules.sheetIsUnprotected(desk, sheet);
      desk.engine.tables.remove(id);
      desk.engine.cells.clear(sheet, range, 'all');
    },
    ...eventMethods('DataChangedEvent', 'SelectionChangedEvent'),
  },
};

function part(id: TableId, desk: Desk, choose: (found: EngineTable) => Rect): HostObject<'Range'> {
  const found = table(id, desk);
  return object('Range', { sheet: found.sheet, rect: choose(found) });
}

function columns(id: TableId, desk: Desk): HostObject<'TableColumn'>[] {
  return table(id, desk).columns.map((_name, index) => object('TableColumn', { table: id, index }));
}

function findColumn(id: TableId, key: unknown, desk: Desk): HostObject<'TableColumn'> | null {
  const names = table(id, desk).columns;
  // Columns are numbered from 1 in their order.
  const index =
    typeof key === 'number'
      ? key - 1
      : names.findIndex((name) => name.toLowerCase() === String(key).toLowerCase());
  return index >= 0 && index < names.length ? object('TableColumn', { table: id, index }) : null;
}

export const TableColumnCollection: ObjectClass<'TableColumnCollection'> = {
  properties: { count: { get: (id, desk) => table(id, desk).columns.length } },
  items: columns,
  methods: {
    getItem(id, [key], desk) {
      const found = findColumn(id, key, desk);
      if (found === null) throw itemNotFound();
      return found;
    },
    getItemOrNullObject: (id, [key], desk) => findColumn(id, key, desk),
    getItemAt(id, [index], desk) {
      const found = columns(id, desk)[Number(index)];
      if (found === undefined) throw itemNotFound();
      return found;
    },
    getCount: (id, _args, desk) => table(id, desk).columns.length,
  },
};

type ColumnTarget = HostObject<'TableColumn'>['target'];

function columnRect({ table: id, index }: ColumnTarget, desk: Desk, choose: (found: EngineTable) => Rect) {
  const found = table(id, desk);
  const rect = choose(found);
  return { sheet: found.sheet, rect: { ...rect, column: rect.column + index, columns: 1 } };
}

export const TableColumn: ObjectClass<'TableColumn'> = {
  identity: ({ index }) => ({ id: index + 1 }),
  properties: {
    id: { get: ({ index }) => index + 1 },
    index: { get: ({ index }) => index },
    name: {
      get: ({ table: id, index }, desk) => table(id, desk).columns[index],
      set: (target, value, desk) =>
        writeCells(
          columnRect(target, desk, ({ range }) => ({ ...range, rows: 1 })),
          `'${String(value)}`,
          desk,
        ),
    },
    values: {
      get(target, desk) {
        const { sheet, rect } = columnRect(target, desk, ({ range }) => range);
        return desk.engine.cells.values(sheet, rect).map((row) => row.map(toWire));
      },
      set: (target, value, desk) =>
        writeCells(
          columnRect(target, desk, ({ range }) => range),
          value,
          desk,
        ),
    },
  },
  methods: {
    getRange: (target, _args, desk) =>
      object(
        'Range',
        columnRect(target, desk, ({ range }) => range),
      ),
    getDataBodyRange: (target, _args, desk) => object('Range', columnRect(target, desk, body)),
    getHeaderRowRange: (target, _args, desk) =>
      object(
        'Range',
        columnRect(target, desk, ({ range }) => ({ ...range, rows: 1 })),
      ),
  },
};

export const TableRowCollection: ObjectClass<'TableRowCollection'> = {
  properties: { count: { get: (id, desk) => table(id, desk).range.rows - 1 } },
  items: (id, desk) =>
    Array.from({ length: table(id, desk).range.rows - 1 }, (_, index) =>
      object('TableRow', { table: id, index }),
    ),
  methods: {
    getCount: (id, _args, desk) => table(id, desk).range.rows - 1,
    getItemAt(id, [index], desk) {
      if (Number(index) < 0 || Number(index) >= table(id, desk).range.rows - 1) throw itemNotFound();
      return object('TableRow', { table: id, index: Number(index) });
    },
    /** Only at the end: cells in between would have to move. */
    add(id, [index, values], desk) {
      const { sheet, range } = table(id, desk);
      rules.sheetIsUnprotected(desk, sheet);
      if (index !== null && index !== undefined && index !== -1 && index !== range.rows - 1) {
        throw invalidArgument('The workbench adds table rows only at the end.');
      }
      const rows = Array.isArray(values) ? values : [Array<unknown>(range.columns).fill(values ?? '')];
      const rect = { ...range, row: range.row + range.rows, rows: rows.length };
      rules.tableDoesNotOverlap(desk, { sheet, rect }, id);
      writeCells({ sheet, rect }, rows, desk);
      desk.engine.tables.resize(id, { ...range, rows: range.rows + rows.length });
      return object('TableRow', { table: id, index: range.rows - 1 });
    },
  },
};

export const TableRow: ObjectClass<'TableRow'> = {
  properties: {
    index: { get: ({ index }) => index },
    values: {
      get: (target, desk) => {
        const { sheet, rect } = rowRect(target, desk);
        return desk.engine.cells.values(sheet, rect).map((row) => row.map(toWire));
      },
      set: (target, value, desk) => writeCells(rowRect(target, desk), value, desk),
    },
  },
  methods: { getRange: (target, _args, desk) => object('Range', rowRect(target, desk)) },
};

function rowRect({ table: id, index }: ColumnTarget, desk: Desk) {
  const { sheet, range } = table(id, desk);
  return { sheet, rect: { ...range, row: range.row + 1 + index, rows: 1 } };
}
