import { preparePlan, tablesAsXml, type PreparedPlan, type TypedInput } from '../excel';
import { inputsOf, planSheetBySheet, withInputs, type WorkbookPlan } from '../report';
import {
  assembleFiles,
  assembleStudy,
  changedCounts,
  evaluateRobustness,
  evaluateStudy,
  packStudy,
  simulateFigures,
  unpackStudy,
  type Assembled,
  type ChangedCount,
  type Finding,
  type InputFile,
  type SourceGrid,
  type StudyOptions,
} from '../study';
import { answeredStudy, findingsOfAnswered, type AnsweredStudy } from './answered-study';
import { describeChanges } from './describe-changes';
import { figuresOf, type StudyFigures } from './study-figures';
import { summaryOf, type CountsSummary } from './counts-summary';

type OnProgress = (share: number) => void;

/** How a report is to be written. */
export interface PlanSettings {
  /** Tells several reports in one workbook apart; '' for the first. */
  readonly suffix: string;
  readonly date: string;
  readonly version: string;
}

/** How much of making a plan is simulating. */
const simulatingShare = 0.6;
const plannedSheets = 6;

/**
 * What takes long with a study that may be large, by name. All of it is pure: the pane has it done by a worker,
 * so that it is never held up itself; a run without a window does it in place.
 */
export const studyWork = {
  readGrids: ({
    grids,
    options,
  }: {
    readonly grids: readonly SourceGrid[];
    readonly options: StudyOptions;
  }): Assembled => assembleStudy(grids, options),

  readFiles: (
    {
      files,
      options,
      grids,
    }: {
      readonly files: readonly InputFile[];
      readonly options: StudyOptions;
      readonly grids: readonly SourceGrid[];
    },
    onProgress: OnProgress,
  ): Assembled => assembleFiles(files, options, grids, onProgress),

  /** Piece by piece: a call takes only so many arguments. */
  toBase64: ({ bytes }: { readonly bytes: Uint8Array }): string => {
    const pieces: string[] = [];
    for (let from = 0; from < bytes.length; from += 0x8000)
      pieces.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
    return btoa(pieces.join(''));
  },

  pack: ({ assembled, set }: { readonly assembled: Assembled; readonly set: string }): readonly string[] =>
    tablesAsXml(set, packStudy(assembled)),

  summary: ({ assembled }: { readonly assembled: Assembled }): CountsSummary =>
    summaryOf(assembled.study.tables.counts),

  unpack: ({ text }: { readonly text: string }): Assembled | null => unpackStudy(text),

  compare: ({
    assembled,
    fresh,
  }: {
    readonly assembled: Assembled;
    readonly fresh: Assembled;
  }): readonly ChangedCount[] => changedCounts(assembled.study.tables.counts, fresh.study.tables.counts),

  check: (of: AnsweredStudy): readonly Finding[] => findingsOfAnswered(of),

  /** What the pane shows of the counts and of what comes out. */
  figures: (of: AnsweredStudy): StudyFigures => figuresOf(of),

  /** What would change the result, in sentences. */
  changes: (of: AnsweredStudy): readonly string[] => {
    const study = answeredStudy(of);
    return describeChanges(study, evaluateStudy(study), evaluateRobustness(study));
  },

  /** Simulates, and plans the report on a study without errors, up to what only Excel can do. */
  plan: (
    {
      settings,
      simulatedAt,
      typed,
      ...of
    }: AnsweredStudy & {
      readonly settings: PlanSettings;
      readonly simulatedAt: string;
      /** What was typed into the sheets of the report that this one takes the place of. */
      readonly typed: readonly TypedInput[];
    },
    onProgress: OnProgress,
  ): PreparedPlan => {
    const study = answeredStudy(of);
    const figures = toEnd(simulateFigures(study), (share) => onProgress(simulatingShare * share));
    const simulation = figures && { figures, at: simulatedAt };
    const plan = toEnd(
      planSheetBySheet(study, findingsOfAnswered(of), { ...settings, simulation }),
      (sheets) => onProgress(simulatingShare + (1 - simulatingShare) * (sheets / plannedSheets)),
    );
    return preparePlan(withInputs(plan, new Map(typed.map(({ key, now }) => [key, now]))));
  },

  /** What was typed into a report, parted by whether the report written anew has the same input for it. */
  partTyped: ({
    settings,
    typed,
    ...of
  }: AnsweredStudy & {
    readonly settings: PlanSettings;
    readonly typed: readonly TypedInput[];
  }): { readonly kept: readonly TypedInput[]; readonly notKept: readonly TypedInput[] } => {
    const plan = toEnd(
      planSheetBySheet(answeredStudy(of), findingsOfAnswered(of), { ...settings, simulation: null }),
    );
    const isKept = keeperOf(plan);
    return { kept: typed.filter(isKept), notKept: typed.filter((each) => !isKept(each)) };
  },
};

export type StudyWork = typeof studyWork;
export type WorkName = keyof StudyWork;
export type WorkInput<Name extends WorkName> = Parameters<StudyWork[Name]>[0];
export type WorkResult<Name extends WorkName> = ReturnType<StudyWork[Name]>;

export interface WorkOptions {
  readonly onProgress?: OnProgress;
  /** Cancels at once. */
  readonly signal?: AbortSignal;
}

/** Has work done, here or elsewhere. */
export type DoWork = <Name extends WorkName>(
  name: Name,
  input: WorkInput<Name>,
  options?: WorkOptions,
) => Promise<WorkResult<Name>>;

/** In place: for runs without a window, and what the worker itself does. */
export const workHere: DoWork = (name, input, options) => {
  const work = studyWork[name] as (given: typeof input, onProgress: OnProgress) => WorkResult<typeof name>;
  return Promise.resolve().then(() => work(input, options?.onProgress ?? (() => undefined)));
};

function toEnd<Result>(work: Generator<number, Result, void>, onStep?: OnProgress): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    onStep?.(step.value);
  }
}

/** Whether the plan has the input, and takes what was typed where there is a choice of words. */
function keeperOf(plan: WorkbookPlan): (typed: TypedInput) => boolean {
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
