/** The engine over one Univer instance, in Node and in a page alike. */
import type { Injector, Univer, Workbook } from '@univerjs/core';
import { IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import {
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { BookSnapshot, Rect } from '../book';
import { bookOf, emptySheet } from '../empty-book';
import type { Calculation } from './calculation';
import { createCells } from './cells';
import { createCharts } from './charts';
import { createCustomFunctions } from './custom-functions';
import type { Emitter } from './emitter';
import type { Engine, Selection, SheetId } from './engine';
import { readFilledFormulasOnce } from './filled-formulas';
import { keepFormulasLightly } from './formula-bookkeeping';
import { createHistory } from './history';
import { createLayout } from './layout';
import { createNames } from './names';
import { createForgetting } from './meanings';
import { Notes } from './notes';
import { askForNumbersOnce } from './numbers-in-texts';
import { withoutSheet } from './renamed-sheets';
import { compareFewCellsDirectly } from './quick-comparison';
import { createSheetRules } from './sheet-rules';
import { createSheets } from './sheets';
import { fill, takeSnapshot, toWorkbookData } from './snapshot';
import { createStyles } from './styles';
import { createTables } from './tables';
import { watch } from './watch';
import { createWorkspace, toRange, toRect, UNIT } from './workspace';

/** A workbook with one empty sheet. */
export function emptyBook(sheetName: string): BookSnapshot {
  return bookOf(emptySheet(sheetName));
}

/**
 * @param univer with all plugins registered, and no workbook yet
 * @param book opened first; of it only sheets and cells are taken
 * @param takeCalculation gives the calculation once a workbook is open: Univer starts its plugins only then
 * @param emitter the events' way out, shared with the calculation
 * @param setDrawing stops drawing the grid, or goes on with it; in Node there is none
 */
export function createUniverEngine(
  univer: Univer,
  takeCalculation: () => Calculation,
  emitter: Emitter,
  book: BookSnapshot,
  setDrawing: (isOn: boolean) => void = () => undefined,
): Engine {
  const injector: Injector = univer.__getInjector();
  univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, toWorkbookData(book));
  const instances = injector.get(IUniverInstanceService);
  const calculation = takeCalculation();
  readFilledFormulasOnce(injector);
  keepFormulasLightly(injector);
  compareFewCellsDirectly();
  askForNumbersOnce();

  const workspace = createWorkspace(injector, (name, event) => emitter.emit(name, event));
  const notes = new Notes();
  const styles = createStyles(workspace);
  const cells = createCells(workspace, styles.writeHeld);
  const tables = createTables(workspace, notes, cells);
  const forgetMeaning = createForgetting(injector, calculation, () =>
    workspace
      .workbook()
      .getSheetOrders()
      .flatMap((sheet) => notes.of(sheet).conditionalFormats.map(({ formula }) => formula)),
  );
  const names = createNames(workspace, forgetMeaning);
  const removeContents = (sheet: SheetId): void => {
    for (const table of tables.list()) if (table.sheet === sheet) tables.remove(table.id);
    const sheetName = workspace.worksheet(sheet).getName();
    for (const name of names.list()) {
      const reference = withoutSheet(name.reference, sheetName);
      if (name.sheet === sheetName) names.remove(name.name, sheetName);
      else if (reference !== name.reference) names.put({ ...name, reference });
    }
    // Formulas that mention the sheet are not told that it is gone.
    calculation.markEverythingDirty();
  };
  const selections = injector.get(SheetsSelectionsService);
  emitter.on('cells', ({ sheet, rect }) => tables.headersChanged(sheet, rect));

  const selection = (): Selection => {
    const range = selections.getCurrentLastSelection()?.range;
    const sheet = workspace.workbook().getActiveSheet().getSheetId();
    return { sheet, rect: range == null ? { row: 0, column: 0, rows: 1, columns: 1 } : toRect(range) };
  };
  let isOpen = true;
  watch(workspace, notes, forgetMeaning);
  const selectionWatch = selections.selectionSet$.subscribe(() => {
    if (isOpen) emitter.emit('selection', selection());
  });

  const base: Omit<Engine, 'snapshot'> = {
    sheets: createSheets(workspace, notes, removeContents),
    cells,
    styles,
    layout: createLayout(workspace, notes),
    names,
    tables,
    charts: createCharts(workspace, notes, cells),
    rules: createSheetRules(workspace, notes),
    settings: new Map(),
    customXml: new Map(),
    functions: createCustomFunctions(workspace, calculation),
    history: createHistory(workspace),
    selection,
    select(sheet, rect) {
      if (workspace.workbook().getActiveSheet().getSheetId() !== sheet) {
        workspace.mutate(SetWorksheetActiveOperation, { subUnitId: sheet });
      }
      workspace.mutate(SetSelectionsOperation, { subUnitId: sheet, selections: [markOf(sheet, rect)] });
    },
    hold(what) {
      if (what === 'calculation') calculation.hold(true);
      else setDrawing(false);
    },
    release() {
      calculation.hold(false);
      setDrawing(true);
    },
    calculate: () => calculation.calculate(),
    settle: () => calculation.settle(),
    async recalculate() {
      calculation.markEverythingDirty();
      await calculation.settle();
    },
    async load(book) {
      await calculation.settle();
      for (const { id } of base.tables.list()) base.tables.remove(id);
      for (const { name, sheet } of base.names.list()) base.names.remove(name, sheet);
      isOpen = false;
      instances.disposeUnit(UNIT);
      notes.forgetAll();
      univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, toWorkbookData(book));
      isOpen = true;
      fill(base, book);
      calculation.markEverythingDirty();
      await calculation.settle();
      emitter.emit('sheets', { sheet: base.sheets.active() });
    },
    on: (name, listener) => emitter.on(name, listener),
    close() {
      isOpen = false;
      selectionWatch.unsubscribe();
      calculation.dispose();
      univer.dispose();
    },
  };
  return {
    ...base,
    snapshot: () => takeSnapshot(base, (sheet, row, column) => cells.spill(sheet, row, column)),
  };
}

function markOf(sheet: SheetId, rect: Rect): object {
  const range = { ...toRange(rect), sheetId: sheet, unitId: UNIT };
  const first = { ...range, endRow: range.startRow, endColumn: range.startColumn };
  return {
    range,
    primary: {
      ...first,
      actualRow: rect.row,
      actualColumn: rect.column,
      isMerged: false,
      isMergedMainCell: false,
    },
    style: null,
  };
}
