import {
  ExcelProblem,
  inspectReport,
  writeReport,
  type Inspection,
  type WriteOptions,
  type Written,
} from '../excel';
import { inputsOf, planReport, planSheetBySheet, withInputs, type WorkbookPlan } from '../report';
import { simulateFigures, type Finding, type Study } from '../study';
import { inSlices } from './in-slices';
import { now, today } from './today';
import { version } from './version';

/** How much of the waiting is simulating. */
const simulatingShare = 0.4;
export interface StudyToWrite {
  readonly study: Study;
  readonly findings: readonly Finding[];
  /** Tells several reports in one workbook apart; '' for the first. */
  readonly suffix: string;
  /** What was typed into the sheets of the report that this one takes the place of. */
  readonly typed?: Inspection['typed'];
}

/** Simulates, plans the report on a study without errors and writes it into new sheets of the open workbook. */
export async function writeStudy(
  { study, findings, suffix, typed = [] }: StudyToWrite,
  options: WriteOptions = {},
): Promise<Written> {
  const { signal, onProgress } = options;
  const figures = await inSlices(simulateFigures(study), {
    ...(signal && { signal }),
    onProgress: (share) => onProgress?.(simulatingShare * share),
  });
  if (signal?.aborted) throw new ExcelProblem('cancelled', '');
  const simulation = figures && { figures, at: now() };
  const settings = { suffix, date: today(), version, simulation };
  const plan = await inSlices(planSheetBySheet(study, findings, settings), signal && { signal });
  if (!plan) throw new ExcelProblem('cancelled', '');
  return writeReport(withInputs(plan, new Map(typed.map(({ key, now: value }) => [key, value]))), {
    ...options,
    onProgress: (share) => onProgress?.(simulatingShare + (1 - simulatingShare) * share),
  });
}

/** What a user has made of a report, held against the one that is to take its place. */
export interface UpdateToAsk extends Inspection {
  readonly suffix: string;
  /** Of what was typed, what the new report has no input cell for. */
  readonly notKept: Inspection['typed'];
}

/** Looks at a report before it is written anew; what was typed is kept where the new report has the same input. */
export async function inspectStudy({ study, findings, suffix }: StudyToWrite): Promise<UpdateToAsk> {
  const inspection = await inspectReport(suffix);
  const plan = planReport(study, findings, { suffix, date: today(), version, simulation: null });
  const isKept = keeperOf(plan);
  return {
    ...inspection,
    suffix,
    typed: inspection.typed.filter(isKept),
    notKept: inspection.typed.filter((each) => !isKept(each)),
  };
}

/** Whether the plan has the input, and takes what was typed where there is a choice of words. */
function keeperOf(plan: WorkbookPlan): (typed: Inspection['typed'][number]) => boolean {
  const inputs = new Map(inputsOf(plan).map((input) => [input.key, input]));
  return ({ key, now: typed }) => {
    const input = inputs.get(key);
    if (!input) return false;
    const { validations } = plan.sheets.find((sheet) => sheet.key === input.sheet)!;
    const rule = validations.find(
      ({ range }) =>
        range.column === input.column && input.row >= range.row && input.row < range.row + range.rows,
    )?.rule;
    return rule?.kind !== 'list' || (typeof typed === 'string' && rule.choices.includes(typed));
  };
}

/** Whether nothing of the user's would be lost or needs to be said. */
export function isUntouched({ typed, notKept, cells, charts, lostInputs }: UpdateToAsk): boolean {
  return typed.length + notKept.length + charts.length + lostInputs === 0 && cells?.length === 0;
}
