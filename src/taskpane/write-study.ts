import { ExcelProblem, writeReport, type WriteOptions, type Written } from '../excel';
import { planReport } from '../report';
import type { Finding, Study } from '../study';
import { simulateInSlices } from './simulate-in-slices';
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
  const figures = await simulateInSlices(study, {
    ...(signal && { signal }),
    onProgress: (share) => onProgress?.(simulatingShare * share),
  });
  if (signal?.aborted) throw new ExcelProblem('cancelled', '');
  const simulation = figures && { figures, at: now() };
  const plan = planReport(study, findings, { suffix: options.suffix, date: today(), version, simulation });
  return writeReport(plan, {
    ...options,
    onProgress: (share) => onProgress?.(simulatingShare + (1 - simulatingShare) * share),
  });
}
