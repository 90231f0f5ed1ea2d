/** Sheets and their tabs. */
import { BooleanNumber, mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { SheetId, Sheets, SheetState } from './engine';
import type { Notes } from './notes';
import type { Workspace } from './workspace';
import { UNIT } from './workspace';

export const DEFAULT_COLUMN_PIXELS = 64;
export const DEFAULT_ROW_PIXELS = 20;

/** Univer activates a sheet that comes or is shown again, unless somebody else did it; Excel does not. */
const STAYING = { fromCollab: true };

/** @param removeContents takes away what belongs to a sheet and is kept elsewhere, before it goes */
export function createSheets(
  workspace: Workspace,
  notes: Notes,
  removeContents: (sheet: SheetId) => void,
): Sheets {
  let added = 0;

  const state = (id: SheetId): SheetState => {
    const worksheet = workspace.worksheet(id);
    const config = worksheet.getConfig();
    const note = notes.of(id);
    const hidden = note.isVeryHidden ? ('veryHidden' as const) : ('hidden' as const);
    return {
      id,
      name: worksheet.getName(),
      visibility: config.hidden === BooleanNumber.TRUE ? hidden : 'visible',
      ...(config.tabColor ? { tabColor: config.tabColor } : {}),
      showGridlines: config.showGridlines !== BooleanNumber.FALSE,
      isProtected: note.isProtected,
    };
  };

  return {
    list: () => workspace.workbook().getSheetOrders().map(state),
    active: () => workspace.workbook().getActiveSheet().getSheetId(),
    add(name) {
      added += 1;
      const ids = new Set(workspace.workbook().getSheetOrders());
      while (ids.has(`added-${added}`)) added += 1;
      const id = `added-${added}`;
      const index = ids.size;
      workspace.mutate(
        InsertSheetMutation,
        { index, sheet: mergeWorksheetSnapshotWithDefault(emptySheet(id, name)) },
        STAYING,
      );
      return id;
    },
    remove(sheet) {
      const name = workspace.worksheet(sheet).getName();
      const order = workspace.workbook().getSheetOrders();
      if (workspace.workbook().getActiveSheet().getSheetId() === sheet) {
        const other = order.find((id) => id !== sheet && state(id).visibility === 'visible');
        if (other !== undefined) workspace.mutate(SetWorksheetActiveOperation, { subUnitId: other });
      }
      removeContents(sheet);
      workspace.mutate(RemoveSheetMutation, { subUnitId: sheet, subUnitName: name });
    },
    rename(sheet, name) {
      // The command, not the mutation: it rewrites the formulas that mention the sheet.
      workspace.commands.syncExecuteCommand(SetWorksheetNameCommand.id, {
        unitId: UNIT,
        subUnitId: sheet,
        name,
      });
    },
    move(sheet, position) {
      const fromOrder = workspace.workbook().getSheetOrders().indexOf(sheet);
      workspace.mutate(SetWorksheetOrderMutation, { subUnitId: sheet, fromOrder, toOrder: position });
    },
    activate(sheet) {
      workspace.mutate(SetWorksheetActiveOperation, { subUnitId: sheet });
    },
    setVisibility(sheet, visibility) {
      notes.of(sheet).isVeryHidden = visibility === 'veryHidden';
      const hidden = visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
      workspace.mutate(SetWorksheetHideMutation, { subUnitId: sheet, hidden }, STAYING);
    },
    setTabColor(sheet, color) {
      workspace.mutate(SetTabColorMutation, { subUnitId: sheet, color: color ?? '' });
    },
    setGridlines(sheet, shown) {
      const showGridlines = shown ? BooleanNumber.TRUE : BooleanNumber.FALSE;
      workspace.mutate(ToggleGridlinesMutation, { subUnitId: sheet, showGridlines });
    },
    setProtected(sheet, isProtected) {
      notes.of(sheet).isProtected = isProtected;
      workspace.emit('sheets', { sheet });
    },
  };
}

/** A sheet of Excel's default sizes. */
export function emptySheet(id: SheetId, name: string) {
  return {
    id,
    name,
    rowCount: 200,
    columnCount: 30,
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    cellData: {},
    rowData: {},
    columnData: {},
    mergeData: [],
  };
}
