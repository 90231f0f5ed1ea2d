/** What every part of the engine needs of Univer: the open workbook, its sheets, and the way to change them. */
import type {
  ICommandService,
  IExecutionOptions,
  Injector,
  IRange,
  Workbook,
  Worksheet,
} from '@univerjs/core';
import {
  ICommandService as CommandService,
  IUniverInstanceService,
  UniverInstanceType,
} from '@univerjs/core';
import type { Rect } from '../book';
import type { EngineEvents, SheetId } from './engine';

/** One workbook is open at a time. */
export const UNIT = 'workbook';

export interface Workspace {
  readonly injector: Injector;
  readonly commands: ICommandService;
  workbook(): Workbook;
  /** Throws for a sheet that is not there. */
  worksheet(sheet: SheetId): Worksheet;
  /** Applies a Univer mutation to the open workbook; `params` without the unit's id. */
  mutate(mutation: { readonly id: string }, params: object, options?: IExecutionOptions): void;
  /** Enlarges the sheet where `rect` reaches beyond it. */
  makeRoom(sheet: SheetId, rect: Rect): void;
  emit<Name extends keyof EngineEvents>(name: Name, event: EngineEvents[Name]): void;
}

export function createWorkspace(injector: Injector, emit: Workspace['emit']): Workspace {
  const commands = injector.get(CommandService);
  const instances = injector.get(IUniverInstanceService);
  const workbook = (): Workbook => {
    const found = instances.getUnit<Workbook>(UNIT, UniverInstanceType.UNIVER_SHEET);
    if (found == null) throw new Error('No workbook is open.');
    return found;
  };
  const worksheet = (sheet: SheetId): Worksheet => {
    const found = workbook().getSheetBySheetId(sheet);
    if (found == null) throw new Error(`There is no sheet with the id ${sheet}.`);
    return found;
  };
  return {
    injector,
    commands,
    workbook,
    worksheet,
    mutate(mutation, params, options) {
      commands.syncExecuteCommand(mutation.id, { unitId: UNIT, ...params }, options);
    },
    makeRoom(sheet, rect) {
      const config = worksheet(sheet);
      const rows = Math.min(rect.row + rect.rows, MAXIMUM_ROWS);
      const columns = Math.min(rect.column + rect.columns, MAXIMUM_COLUMNS);
      if (rows > config.getRowCount()) config.setRowCount(rows);
      if (columns > config.getColumnCount()) config.setColumnCount(columns);
    },
    emit,
  };
}

export const MAXIMUM_ROWS = 1048576;
export const MAXIMUM_COLUMNS = 16384;

/** Rectangles as Univer writes them: both ends included. */
export function toRange(rect: Rect): IRange {
  return {
    startRow: rect.row,
    startColumn: rect.column,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.column + rect.columns - 1,
  };
}

export function toRect(range: IRange): Rect {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

export function intersects(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
