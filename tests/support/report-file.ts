import { writeReport } from '../../src/excel';
import { planReport } from '../../src/report';
import { runToEnd } from '../../src/stats';
import { checkStudy, simulateFigures, type Study } from '../../src/study';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { openWorkbook } from './open-workbook';

/** Writes the report on a study into the workbook that is open. */
export async function writeStudyInto(study: Study, suffix = ''): Promise<void> {
  const figures = runToEnd(simulateFigures(study));
  const simulation = figures && { figures, at: '2026-11-23 14:05' };
  const settings = { suffix, date: '2026-11-23', version: '0.1.0', simulation };
  await writeReport(planReport(study, checkStudy(study), settings));
}

/** A workbook with the report on a study in it, open in the workbench. */
export async function openWithReport(study: Study): Promise<HeadlessWorkbench> {
  const workbench = await openWorkbook({ language: 'da-DK' });
  Object.assign(globalThis, { Office: workbench.Office });
  await writeStudyInto(study);
  return workbench;
}
