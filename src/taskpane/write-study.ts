import { ExcelProblem, writeReport, type WriteOptions, type Written } from '../excel';
import { planSheetBySheet } from '../report';
import { simulateFigures, type Finding, type Study } from '../study';
import { inSlices } from './in-slices';
import { now, today } from './today';
import { version } from './version';

/** How much of the waiting is simulating. */
const simulatingShare = 0.4;

/** Simulates, plans the report on a study without errors and writes it into new sheets of the open workbook. */
export async function writeStudy(
  study: Study,
  findings: readonly Finding[],
  options: WriteOptions & { readonly suffix: string },
): Promise<Written> {
  const { signal, onProgress } = options;
  const figures = await inSlices(simulateFigures(study), {
    ...(signal && { signal }),
    onProgress: (share) => onProgress?.(simulatingShare * share),
  });
  if (signal?.aborted) throw new ExcelProblem('cancelled', '');
  const simulation = figures && { figures, at: now() };
  const settings = { suffix: options.suffix, date: today(), version, simulation };
  const plan = await inSlices(planSheetBySheet(study, findings, settings), signal && { signal });
  if (!plan) throw new ExcelProblem('cancelled', '');
  return writeReport(plan, {
    ...options,
    onProgress: (share) => onProgress?.(simulatingShare + (1 - simulatingShare) * share),
  });
}
