import { runToEnd } from '../stats';
import type { Finding, Study } from '../study';
import { reportContext, sheetKeys, type ReportSettings } from './context';
import { dataSheet } from './data-sheet';
import { effectChoices, effectSheet } from './effect-sheet';
import { methodSheet } from './method-sheet';
import type { WorkbookPlan } from './plan';
import { allRows } from './references';
import { robustnessSheet } from './robustness-sheet';
import { savingsSheet } from './savings-sheet';
import { yearsSheet } from './years-sheet';

/**
 * A study as a workbook on paper. Every result is a formula that leads back to an input cell.
 *
 * @param findings what reading and checking had to say; it stands on the Method sheet
 */
export function planReport(
  study: Study,
  findings: readonly Finding[],
  settings: ReportSettings,
): WorkbookPlan {
  return runToEnd(planSheetBySheet(study, findings, settings));
}

/** `planReport` as a generator, so that a page can pause: it yields the number of sheets that are planned. */
export function* planSheetBySheet(
  study: Study,
  findings: readonly Finding[],
  settings: ReportSettings,
): Generator<number, WorkbookPlan, void> {
  const { context, named } = reportContext(study.options.language, settings);
  // A whole column: a name of one cell goes along where that is cut and pasted, into a sheet of the user's as well.
  for (const key of sheetKeys)
    context.name(`sheet_${key}`, { sheet: key, row: 0, column: 0, rows: allRows, columns: 1 });
  const data = dataSheet(study, context);
  yield 1;
  const years = yearsSheet(study, data.references, context, effectChoices.confidence);
  yield 2;
  const effect = effectSheet(study, data.references, years.references, context);
  yield 3;
  const savings = savingsSheet(study, data.references, effect.references, context);
  yield 4;
  const references = { years: years.references, effect: effect.references, savings: savings.references };
  const robustness = robustnessSheet(study, data.references, references, context);
  yield 5;
  const method = methodSheet(study, findings, references, context);
  return {
    suffix: settings.suffix,
    sheets: [data.plan, years.plan, effect.plan, savings.plan, robustness, method],
    names: named,
    show: 'effect',
  };
}
