import {
  freeSuffix,
  readReport,
  reportsThere,
  writeReport,
  type Inspection,
  type WriteOptions,
  type Written,
} from '../excel';
import type { Language } from '../study';
import type { AnsweredStudy } from './answered-study';
import { isUnchanged } from './is-unchanged';
import type { DoWork } from './study-work';
import { now, today } from './today';
import { version } from './version';
import type { ExistingReports } from './wizard';

/** How much of the waiting is simulating and planning. */
const planningShare = 0.4;

export interface StudyToWrite extends AnsweredStudy {
  /** Tells several reports in one workbook apart; '' for the first. */
  readonly suffix: string;
  /** What was typed into the sheets of the report that this one takes the place of. */
  readonly typed?: Inspection['typed'];
}

/**
 * Simulates, plans the report on a study without errors and writes it into new sheets of the open workbook.
 *
 * @param doWork where what takes long is done
 */
export async function writeStudy(
  { suffix, typed = [], ...of }: StudyToWrite,
  doWork: DoWork,
  options: WriteOptions = {},
): Promise<Written> {
  const { signal, onProgress } = options;
  const settings = { suffix, date: today(), version };
  const plan = await doWork(
    'plan',
    { ...of, settings, simulatedAt: now(), typed },
    { ...(signal && { signal }), onProgress: (share) => onProgress?.(planningShare * share) },
  );
  return writeReport(plan, {
    ...options,
    onProgress: (share) => onProgress?.(planningShare + (1 - planningShare) * share),
  });
}

/** What a user has made of a report, held against the one that is to take its place. */
export interface UpdateToAsk extends Inspection {
  readonly suffix: string;
  /** Of what was typed, what the new report has no input cell for. */
  readonly notKept: Inspection['typed'];
}

/** Looks at a report before it is written anew; what was typed is kept where the new report has the same input. */
export async function inspectStudy({ suffix, ...of }: StudyToWrite, doWork: DoWork): Promise<UpdateToAsk> {
  const report = await readReport(suffix);
  const settings = { suffix, date: today(), version };
  return { ...(await doWork('compareReport', { ...of, settings, report })), suffix };
}

/** Whether nothing of the user's would be lost or needs to be said. */
export function isUntouched(update: UpdateToAsk): boolean {
  return isUnchanged(update) && update.usersCharts.length === 0;
}

/** What stands where the report should go, and where it can go beside that. @param names that are taken */
export async function existingReports(names: string, language: Language): Promise<ExistingReports> {
  const suffix = await freeSuffix(language);
  const reports = (await reportsThere()).map((each) => ({
    suffix: each.suffix,
    sheets: [...each.sheets.values()],
  }));
  return { reports, names, suffix };
}
