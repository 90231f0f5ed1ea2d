/** Worksheets and their collection. */
import type { SheetId, SheetState } from '../../engine/engine';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../addresses';
import { invalidArgument, itemNotFound } from '../errors';
import * as rules from '../rules';
import type { Desk, HostObject, ObjectClass } from './object';
import { object } from './object';
import { eventMethods } from './event-methods';
import { findRange, toRange } from './references';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

function state(sheet: SheetId, desk: Desk): SheetState {
  const found = desk.engine.sheets.list().find(({ id }) => id === sheet);
  if (found === undefined) throw itemNotFound();
  return found;
}

export const Worksheet: ObjectClass<'Worksheet'> = {
  identity: (sheet, desk) => ({ id: state(sheet, desk).id, name: state(sheet, desk).name }),
  properties: {
    id: { get: (sheet, desk) => state(sheet, desk).id },
    name: {
      get: (sheet, desk) => state(sheet, desk).name,
      set(sheet, name, desk) {
        rules.workbookIsUnprotected(desk);
        rules.sheetNameIsAllowed(name);
        rules.sheetNameIsFree(desk, name, sheet);
        desk.engine.sheets.rename(sheet, name);
      },
    },
    position: {
      get: (sheet, desk) => desk.engine.sheets.list().findIndex(({ id }) => id === sheet),
      set(sheet, position, desk) {
        rules.workbookIsUnprotected(desk);
        const count = desk.engine.sheets.list().length;
        if (typeof position !== 'number' || position < 0 || position >= count) throw invalidArgument();
        desk.engine.sheets.move(sheet, position);
      },
    },
    visibility: {
      get: (sheet, desk) => VISIBILITY[state(sheet, desk).visibility],
      set(sheet, value, desk) {
        rules.workbookIsUnprotected(desk);
        const known = rules.valueIsKnown(value, ['Visible', 'Hidden', 'VeryHidden']);
        if (known !== 'Visible') rules.aVisibleSheetRemains(desk, sheet);
        const visibility = (Object.keys(VISIBILITY) as (keyof typeof VISIBILITY)[]).find(
          (key) => VISIBILITY[key] === known,
        );
        desk.engine.sheets.setVisibility(sheet, visibility ?? 'visible');
      },
    },
    tabColor: {
      get: (sheet, desk) => state(sheet, desk).tabColor ?? '',
      set(sheet, color, desk) {
        rules.workbookIsUnprotected(desk);
        desk.engine.sheets.setTabColor(sheet, color === '' ? undefined : String(color));
      },
    },
    showGridlines: {
      get: (sheet, desk) => state(sheet, desk).showGridlines,
      set: (sheet, shown, desk) => desk.engine.sheets.setGridlines(sheet, shown === true),
    },
  },
  navigation: {
    tables: (sheet) => object('TableCollection', sheet),
    charts: (sheet) => object('ChartCollection', sheet),
    names: (sheet) => object('NamedItemCollection', sheet),
    protection: (sheet) => object('WorksheetProtection', sheet),
    freezePanes: (sheet) => object('WorksheetFreezePanes', sheet),
    pageLayout: (sheet) => object('PageLayout', sheet),
  },
  methods: {
    getRange(sheet, [address], desk) {
      state(sheet, desk);
      if (address === undefined || address === null || address === '') return wholeSheet(sheet);
      if (typeof address !== 'string') throw invalidArgument();
      return object('Range', findRange(desk, sheet, address));
    },
    getRangeByIndexes(sheet, [row, column, rows, columns], desk) {
      state(sheet, desk);
      return cells(sheet, Number(row), Number(column), Number(rows), Number(columns));
    },
    getCell: (sheet, [row, column]) => cells(sheet, Number(row), Number(column), 1, 1),
    getUsedRange(sheet, [valuesOnly], desk) {
      const rect = desk.engine.cells.used(sheet, valuesOnly === true);
      return object('Range', { sheet, rect: rect ?? { row: 0, column: 0, rows: 1, columns: 1 } });
    },
    getUsedRangeOrNullObject(sheet, [valuesOnly], desk) {
      const rect = desk.engine.cells.used(sheet, valuesOnly === true);
      return rect === null ? null : object('Range', { sheet, rect });
    },
    activate(sheet, _args, desk) {
      rules.sheetMayBeActivated(desk, sheet);
      desk.engine.sheets.activate(sheet);
    },
    delete(sheet, _args, desk) {
      rules.workbookIsUnprotected(desk);
      rules.sheetMayBeDeleted(desk, sheet);
      desk.engine.sheets.remove(sheet);
    },
    calculate: (_sheet, _args, desk) => desk.engine.recalculate(),
    ...eventMethods(
      'SelectionChangedEvent',
      'DataChangedEvent',
      'ActivatedEvent',
      'DeactivatedEvent',
      'CalculatedEvent',
    ),
  },
};

function wholeSheet(sheet: SheetId): HostObject<'Range'> {
  return object('Range', {
    sheet,
    rect: { row: 0, column: 0, rows: MAXIMUM_ROWS, columns: MAXIMUM_COLUMNS },
  });
}

function cells(
  sheet: SheetId,
  row: number,
  column: number,
  rows: number,
  columns: number,
): HostObject<'Range'> {
  const fits =
    row >= 0 &&
    column >= 0 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows <= MAXIMUM_ROWS &&
    column + columns <= MAXIMUM_COLUMNS;
  if (!fits) throw invalidArgument();
  return object('Range', { sheet, rect: { row, column, rows, columns } });
}

function find(key: unknown, desk: Desk): SheetId | undefined {
  const wanted = String(key).toLowerCase();
  const sheets = desk.engine.sheets.list();
  return sheets.find(({ id, name }) => id === key || name.toLowerCase() === wanted)?.id;
}

function freeName(desk: Desk): string {
  const stem = desk.language === 'da-DK' ? 'Ark' : 'Sheet';
  let number = desk.engine.sheets.list().length + 1;
  while (find(`${stem}${number}`, desk) !== undefined) number += 1;
  return `${stem}${number}`;
}

export const WorksheetCollection: ObjectClass<'WorksheetCollection'> = {
  items: (_all, desk) => desk.engine.sheets.list().map(({ id }) => object('Worksheet', id)),
  methods: {
    getItem(_all, [key], desk) {
      const sheet = find(key, desk);
      if (sheet === undefined) throw itemNotFound();
      return object('Worksheet', sheet);
    },
    getItemOrNullObject(_all, [key], desk) {
      const sheet = find(key, desk);
      return sheet === undefined ? null : object('Worksheet', sheet);
    },
    getActiveWorksheet: (_all, _args, desk) => object('Worksheet', desk.engine.sheets.active()),
    getFirst: (_all, [visibleOnly], desk) => object('Worksheet', edge(desk, visibleOnly === true, 0)),
    getLast: (_all, [visibleOnly], desk) => object('Worksheet', edge(desk, visibleOnly === true, -1)),
    getCount: (_all, [visibleOnly], desk) => listed(desk, visibleOnly === true).length,
    add(_all, [name], desk) {
      rules.workbookIsUnprotected(desk);
      const wanted = name ?? freeName(desk);
      rules.sheetNameIsAllowed(wanted);
      rules.sheetNameIsFree(desk, wanted);
      return object('Worksheet', desk.engine.sheets.add(wanted));
    },
    ...eventMethods(
      'SelectionChangedEvent',
      'DataChangedEvent',
      'ActivatedEvent',
      'DeactivatedEvent',
      'AddedEvent',
      'DeletedEvent',
      'CalculatedEvent',
    ),
  },
};

function listed(desk: Desk, visibleOnly: boolean): readonly SheetState[] {
  return desk.engine.sheets.list().filter(({ visibility }) => !visibleOnly || visibility === 'visible');
}

function edge(desk: Desk, visibleOnly: boolean, at: number): SheetId {
  const found = listed(desk, visibleOnly).at(at);
  if (found === undefined) throw itemNotFound();
  return found.id;
}

export const WorksheetProtection: ObjectClass<'WorksheetProtection'> = {
  properties: {
    protected: { get: (sheet, desk) => state(sheet, desk).isProtected },
  },
  methods: {
    protect(sheet, _args, desk) {
      rules.sheetIsUnprotected(desk, sheet);
      desk.engine.sheets.setProtected(sheet, true);
    },
    unprotect(sheet, _args, desk) {
      rules.workbookIsWritable(desk);
      desk.engine.sheets.setProtected(sheet, false);
    },
  },
};

export const WorksheetFreezePanes: ObjectClass<'WorksheetFreezePanes'> = {
  methods: {
    freezeRows: (sheet, [count], desk) => desk.engine.layout.freeze(sheet, Number(count ?? 0), 0),
    freezeColumns: (sheet, [count], desk) => desk.engine.layout.freeze(sheet, 0, Number(count ?? 0)),
    freezeAt(sheet, [reference], desk) {
      const { rect } = toRange(reference, desk, sheet);
      desk.engine.layout.freeze(sheet, rect.row + rect.rows, rect.column + rect.columns);
    },
    unfreeze: (sheet, _args, desk) => desk.engine.layout.freeze(sheet, 0, 0),
    getLocationOrNullObject(sheet, _args, desk) {
      const { rows, columns } = desk.engine.layout.frozen(sheet);
      if (rows === 0 && columns === 0) return null;
      const rect = { row: 0, column: 0, rows: rows || MAXIMUM_ROWS, columns: columns || MAXIMUM_COLUMNS };
      return object('Range', { sheet, rect });
    },
  },
};
