/** Excel tables: a name for a range with headers, whose columns formulas can name. */
import { SetSuperTableMutation } from '@univerjs/engine-formula';
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableManager,
} from '@univerjs/sheets-table';
import type { Rect, TableSnapshot } from '../book';
import type { Cells, EngineTable, SheetId, TableId, Tables } from './engine';
import type { Notes } from './notes';
import type { Workspace } from './workspace';
import { intersects, toRange, toRect, UNIT } from './workspace';

export function createTables(
  workspace: Workspace,
  notes: Notes,
  cells: Pick<Cells, 'texts'>,
): Tables & { headersChanged(sheet: SheetId, rect: Rect): void } {
  const manager = workspace.injector.get(TableManager);
  let added = 0;

  const headers = (sheet: SheetId, range: Rect): string[] =>
    (cells.texts(sheet, { ...range, rows: 1 })[0] ?? []).map((text, i) =>
      text === '' ? `Column${i + 1}` : text,
    );
  const list = (): EngineTable[] => {
    const tables = manager.getTableList(UNIT).map((info): EngineTable => {
      const range = toRect(info.range);
      return {
        id: info.id,
        sheet: info.subUnitId,
        name: info.name,
        range,
        // Read only where they are asked for: most want to know names and places.
        get columns() {
          return headers(info.subUnitId, range);
        },
        ...lookOf(notes, info.subUnitId, info.id),
      };
    });
    const order = workspace.workbook().getSheetOrders();
    return tables.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet));
  };
  const get = (id: TableId): EngineTable => {
    const found = list().find((table) => table.id === id);
    if (found === undefined) throw new Error(`There is no table with the id ${id}.`);
    return found;
  };
  /** Tells the formula engine the columns' names: Univer itself reads them only once. */
  const announce = ({ name, sheet, range, columns }: EngineTable): void => {
    const titleMap = new Map(columns.map((title, index) => [title, index]));
    const reference = { sheetId: sheet, range: toRange(range), titleMap };
    workspace.mutate(SetSuperTableMutation, { tableName: name, reference });
  };

  return {
    list,
    add(sheet, { name, range, style, bandedRows, filterButtons }) {
      added += 1;
      while (manager.getTable(UNIT, `table-${added}`) !== undefined) added += 1;
      const tableId = `table-${added}`;
      notes
        .of(sheet)
        .tableLooks.set(tableId, { ...(style !== undefined && { style }), bandedRows, filterButtons });
      workspace.makeRoom(sheet, range);
      workspace.mutate(AddSheetTableMutation, {
        subUnitId: sheet,
        tableId,
        name,
        range: toRange(range),
        header: headers(sheet, range),
      });
      announce(get(tableId));
      return tableId;
    },
    rename(id, name) {
      const { sheet } = get(id);
      workspace.mutate(SetSheetTableMutation, { subUnitId: sheet, tableId: id, config: { name } });
      announce(get(id));
    },
    resize(id, range) {
      const { sheet } = get(id);
      workspace.makeRoom(sheet, range);
      const config = { updateRange: { newRange: toRange(range) } };
      workspace.mutate(SetSheetTableMutation, { subUnitId: sheet, tableId: id, config });
      announce(get(id));
    },
    change(id, change) {
      const { sheet } = get(id);
      notes.of(sheet).tableLooks.set(id, { ...lookOf(notes, sheet, id), ...change });
    },
    remove(id) {
      const { sheet } = get(id);
      workspace.mutate(DeleteSheetTableMutation, { subUnitId: sheet, tableId: id });
      notes.of(sheet).tableLooks.delete(id);
    },
    headersChanged(sheet, rect) {
      for (const table of list()) {
        if (table.sheet === sheet && intersects({ ...table.range, rows: 1 }, rect)) announce(table);
      }
    },
  };
}

function lookOf(
  notes: Notes,
  sheet: SheetId,
  id: TableId,
): Pick<TableSnapshot, 'style' | 'bandedRows' | 'filterButtons'> {
  return notes.of(sheet).tableLooks.get(id) ?? { bandedRows: true, filterButtons: true };
}
