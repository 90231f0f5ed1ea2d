import { IUniverInstanceService, RedoCommand, UndoCommand } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import type { History } from './engine';
import { UNIT, type Workspace } from './workspace';

export function createHistory({ injector, commands }: Workspace): History {
  const instances = injector.get(IUniverInstanceService);
  // Without a window nothing has the focus, and Univer takes back only there.
  const there = async (id: string): Promise<boolean> => {
    instances.focusUnit(UNIT);
    return commands.executeCommand(id);
  };
  return {
    async type(sheet, row, column, value) {
      await commands.executeCommand(SetRangeValuesCommand.id, {
        ...{ unitId: UNIT, subUnitId: sheet },
        range: { startRow: row, startColumn: column, endRow: row, endColumn: column },
        value: { v: value },
      });
    },
    undo: () => there(UndoCommand.id),
    redo: () => there(RedoCommand.id),
  };
}
