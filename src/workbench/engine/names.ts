/** Names for cells. */
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import type { NameSnapshot } from '../book';
import type { Names } from './engine';
import type { Workspace } from './workspace';
import { UNIT } from './workspace';

/** Univer's mark for a name of the whole workbook. */
const WHOLE_WORKBOOK = 'AllDefaultWorkbook';

export function createNames(workspace: Workspace, forgetMeaning: (name: string) => void): Names {
  const service = workspace.injector.get(IDefinedNamesService);
  let added = 0;

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
