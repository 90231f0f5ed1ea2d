/** Reports what happens in Univer, whoever did it: a program through the engine, or the user in the grid. */
import type { ICellData, ICommandInfo, IExecutionOptions, IObjectMatrixPrimitiveType } from '@univerjs/core';
import { ObjectMatrix } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { changesInput } from './calculation';
import type { SheetId } from './engine';
import type { ForgetMeaning } from './meanings';
import type { Notes } from './notes';
import { renameInNotes } from './renamed-sheets';
import type { Workspace } from './workspace';
import { toRect } from './workspace';

const SHEET_CHANGES: readonly string[] = [
  InsertSheetMutation.id,
  RemoveSheetMutation.id,
  SetTabColorMutation.id,
  SetWorksheetActiveOperation.id,
  SetWorksheetHideMutation.id,
  SetWorksheetNameMutation.id,
  SetWorksheetOrderMutation.id,
  ToggleGridlinesMutation.id,
];

interface Params {
  readonly subUnitId?: SheetId;
  readonly sheet?: { readonly id: SheetId };
  readonly cellValue?: IObjectMatrixPrimitiveType<ICellData>;
}

/** @param forgetMeaning makes formulas that name a sheet be read anew: it is another one now */
export function watch(workspace: Workspace, notes: Notes, forgetMeaning: ForgetMeaning): void {
  let names = new Map<SheetId, string>();

  const noticeCells = (sheet: SheetId, cellValue: IObjectMatrixPrimitiveType<ICellData>): void => {
    const range = new ObjectMatrix(cellValue).getDataRange();
    if (range.endRow < range.startRow || range.endColumn < range.startColumn) return;
    workspace.emit('cells', { sheet, rect: toRect(range) });
  };
  const noticeSheets = (command: Readonly<ICommandInfo>, sheet: SheetId): void => {
    if (command.id === RemoveSheetMutation.id) notes.forget(sheet);
    const sheets = workspace.workbook().getSheetOrders();
    const before = names.get(sheet);
    names = new Map(sheets.map((id) => [id, workspace.worksheet(id).getName()]));
    const after = names.get(sheet);
    if (before !== undefined && after !== undefined && before !== after) {
      renameInNotes(notes, sheets, before, after);
      forgetMeaning(before, true);
      forgetMeaning(after, true);
    } else if (command.id === InsertSheetMutation.id && after !== undefined) forgetMeaning(after);
    workspace.emit('sheets', { sheet });
  };

  workspace.commands.onCommandExecuted((command: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    const { subUnitId, sheet: added, cellValue } = (command.params ?? {}) as Params;
    const sheet = subUnitId ?? added?.id;
    if (sheet === undefined) return;
    if (command.id === SetRangeValuesMutation.id) {
      if (cellValue !== undefined && changesInput(command, options)) noticeCells(sheet, cellValue);
    } else if (SHEET_CHANGES.includes(command.id)) {
      noticeSheets(command, sheet);
    }
  });
}
