import type { ExcelProblem } from '../excel';
import type { Language } from '../study';
import { paneTexts as danish } from '../texts/da/pane';
import { paneTexts as english } from '../texts/en/pane';

/** What went wrong in Excel, what it left behind and what to do, in plain sentences. */
export function problemText(problem: ExcelProblem, language: Language): string {
  const { problems, asItWas, leftOver } = language === 'da' ? danish : english;
  return `${problems[problem.code](problem.detail)} ${problem.isUndone ? asItWas : leftOver}`;
}
