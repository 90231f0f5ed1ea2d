import { asExcelProblem, ExcelProblem } from './problem';

/**
 * Excel says the same of a protected workbook, of one that is open for reading only and of one that this user
 * may not change: what it is decides what the user can do, so it is asked. One round trip, after a refusal only.
 */
export async function explained(error: unknown): Promise<ExcelProblem> {
  const problem = asExcelProblem(error);
  if (problem.code !== 'protected') return problem;
  try {
    const { isProtected, isReadOnly } = await Excel.run(async (context) => {
      const { workbook } = context;
      workbook.load('readOnly');
      workbook.protection.load('protected');
      await context.sync();
      return { isProtected: workbook.protection.protected, isReadOnly: workbook.readOnly };
    });
    if (isProtected || !isReadOnly) return problem;
    return new ExcelProblem('read-only', problem.detail, problem.isUndone);
  } catch {
    return problem;
  }
}
