import { writeReport, type WriteOptions, type Written } from '../excel';
import { planReport } from '../report';
import type { Finding, Study } from '../study';
import { today } from './today';
import { version } from './version';

/** Plans the report on a study without errors and writes it into new sheets of the open workbook. */
export function writeStudy(
  study: Study,
  findings: readonly Finding[],
  options: WriteOptions & { readonly suffix: string },
): Promise<Written> {
  const plan = planReport(study, findings, { suffix: options.suffix, date: today(), version });
  return writeReport(plan, options);
}
