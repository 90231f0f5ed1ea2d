/** Validations, conditional formats and page set-up: plain data of a sheet. */
import type { SheetRules } from './engine';
import type { Notes } from './notes';
import type { Workspace } from './workspace';

export function createSheetRules(workspace: Workspace, notes: Notes): SheetRules {
  const changed = (sheet: string): void => workspace.emit('objects', { sheet });
  return {
    validations: (sheet) => notes.of(sheet).validations,
    setValidations(sheet, validations) {
      notes.of(sheet).validations = validations;
      changed(sheet);
    },
    conditionalFormats: (sheet) => notes.of(sheet).conditionalFormats,
    setConditionalFormats(sheet, formats) {
      notes.of(sheet).conditionalFormats = formats;
      changed(sheet);
    },
    page: (sheet) => notes.of(sheet).page,
    setPage(sheet, page) {
      notes.of(sheet).page = page;
      changed(sheet);
    },
  };
}
