import { sheetMarkers, sheetNames } from '../report';
import { columnLetters, type Language } from '../study';
import { inExcel } from './in-excel';
import { isDangling } from './own-sheets';

/** The first of '', 'B', 'C' … whose sheets and names are not in the workbook, or no longer. One round trip. */
export async function freeSuffix(language: Language): Promise<string> {
  return inExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load('items/name');
    names.load('items/name,items/formula');
    await context.sync();
    const taken = new Set(
      [...worksheets.items, ...names.items.filter((each) => !isDangling(each))].map(({ name }) =>
        name.toLocaleLowerCase('da'),
      ),
    );
    const isFree = (suffix: string): boolean =>
      [...Object.values(sheetNames(language, suffix)), ...sheetMarkers(suffix)].every(
        (name) => !taken.has(name.toLocaleLowerCase('da')),
      );
    let number = 0;
    const suffix = (): string => (number === 0 ? '' : columnLetters(number));
    while (!isFree(suffix())) number += 1;
    return suffix();
  });
}
