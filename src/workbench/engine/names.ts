/** Names for cells. */
import {
  IDefinedNamesService,
  IFunctionService,
  LexerTreeBuilder,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import type { NameSnapshot } from '../book';
import type { Calculation } from './calculation';
import type { Names } from './engine';
import type { Workspace } from './workspace';
import { UNIT } from './workspace';

/** Univer's mark for a name of the whole workbook. */
const WHOLE_WORKBOOK = 'AllDefaultWorkbook';

export function createNames(workspace: Workspace, calculation: Calculation): Names {
  const service = workspace.injector.get(IDefinedNamesService);
  const lexer = workspace.injector.get(LexerTreeBuilder);
  const formulas = workspace.injector.get(IFunctionService);
  let added = 0;

  /** Formulas that were read while a name was unknown, or meant something else, must be read again. */
  const forgetMeaning = (name: string): void => {
    formulas.deleteFormulaAstCacheKey(name);
    // Its only effect: it empties the cache of formulas in which names are already replaced.
    lexer.dispose();
    calculation.markEverythingDirty();
  };

  const all = () => Object.values(service.getDefinedNameMap(UNIT) ?? {});
  const sheetName = (id: string | undefined): string | undefined => {
    if (id === undefined || id === WHOLE_WORKBOOK) return undefined;
    return workspace.workbook().getSheetBySheetId(id)?.getName();
  };
  const find = (name: string, sheet: string | undefined) =>
    all().find(
      (item) => item.name.toLowerCase() === name.toLowerCase() && sheetName(item.localSheetId) === sheet,
    );

  return {
    list: () =>
      all().map((item): NameSnapshot => {
        const sheet = sheetName(item.localSheetId);
        return {
          name: item.name,
          reference: item.formulaOrRefString.replace(/^=/, ''),
          ...(item.comment ? { comment: item.comment } : {}),
          ...(sheet !== undefined ? { sheet } : {}),
        };
      }),
    put({ name, reference, comment, sheet }) {
      const known = find(name, sheet);
      const owner =
        sheet === undefined ? undefined : workspace.workbook().getSheetBySheetName(sheet)?.getSheetId();
      workspace.mutate(SetDefinedNameMutation, {
        id: known?.id ?? `name-${(added += 1)}`,
        name,
        formulaOrRefString: reference,
        comment: comment ?? '',
        localSheetId: owner ?? WHOLE_WORKBOOK,
      });
      forgetMeaning(name);
    },
    remove(name, sheet) {
      const known = find(name, sheet);
      if (known === undefined) return;
      workspace.mutate(RemoveDefinedNameMutation, { ...known });
      forgetMeaning(known.name);
    },
  };
}
