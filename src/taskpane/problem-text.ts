import type { ExcelProblem } from '../excel';
import type { Language } from '../study';
import { paneTexts as danish } from '../texts/da/pane';
import { paneTexts as english } from '../texts/en/pane';

/** What went wrong in Excel and what to do, in one or two plain sentences. */
export function problemText(problem: ExcelProblem, language: Language): string {
  const { problems, leftOver } = language === 'da' ? danish : english;
  const text = problems[problem.code](problem.detail);
  return problem.isUndone ? text : `${text} ${leftOver}`;
}
