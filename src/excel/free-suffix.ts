import { sheetNames } from '../report';
import { columnLetters, type Language } from '../study';
import { asExcelProblem } from './problem';
import { loadSavedReports } from './saved-reports';

/** The first of '', 'B', 'C' … whose sheets are not in the workbook yet. One round trip. */
export async function freeSuffix(language: Language): Promise<string> {
  try {
    return await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      const reports = loadSavedReports(context);
      await context.sync();
      const taken = new Set(worksheets.items.map(({ name }) => name.toLocaleLowerCase('da')));
      const used = new Set(reports().map(({ suffix }) => suffix));
      const isFree = (suffix: string): boolean =>
        !used.has(suffix) &&
        Object.values(sheetNames(language, suffix)).every((name) => !taken.has(name.toLocaleLowerCase('da')));
      let number = 0;
      const suffix = (): string => (number === 0 ? '' : columnLetters(number));
      while (!isFree(suffix())) number += 1;
      return suffix();
    });
  } catch (error) {
    throw asExcelProblem(error);
  }
}
