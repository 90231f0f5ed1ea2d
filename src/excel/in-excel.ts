import { asExcelProblem } from './problem';

/** Works on the open workbook; what Office.js refuses is thrown as an `ExcelProblem`. */
export async function inExcel<Result>(
  work: (context: Excel.RequestContext) => Promise<Result>,
): Promise<Result> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw asExcelProblem(error);
  }
}
