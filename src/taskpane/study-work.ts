import {
  compareReport,
  preparePlan,
  tablesAsXml,
  type Inspection,
  type PreparedPlan,
  type ReportAsRead,
  type TypedInput,
} from '../excel';
import { inputsOf, keyText, planSheetBySheet, type WorkbookPlan } from '../report';
import {
  assembleFiles,
  assembleStudy,
  changedCounts,
  checkStudy,
  evaluateRobustness,
  evaluateStudy,
  exampleStudy,
  packStudy,
  simulateFigures,
  summedUp,
  unpackStudy,
  type Assembled,
  type ChangedCount,
  type Finding,
  type InputFile,
  type SourceGrid,
  type StudyOptions,
  type Summed,
} from '../study';
import { answeredStudy, type WholeStudy } from './answered-study';
import { describeChanges } from './describe-changes';
import { findingsOfAnswered } from './findings-of-answered';
import { studyFields, type StudyField } from './study-fields';
import { figuresOf, type StudyFigures } from './study-figures';

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
  example: ({ options }: { readonly options: StudyOptions }): Assembled => {
    const study = exampleStudy(options);
    return { study, reading: [], findings: checkStudy(study) };
  },

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

  unpack: ({ pieces }: { readonly pieces: readonly string[] }): Assembled | null =>
    unpackStudy(pieces.join('')),

  compare: ({
    assembled,
    fresh,
  }: {
    readonly assembled: Assembled;
    readonly fresh: Assembled;
  }): readonly ChangedCount[] => changedCounts(assembled.study.tables.counts, fresh.study.tables.counts),

  check: (of: WholeStudy): readonly Finding[] => findingsOfAnswered(of),

  /** What the pane shows of the counts and of what comes out. */
  figures: (of: WholeStudy): StudyFigures => figuresOf(of),

  /** What would change the result, in sentences. */
  changes: (of: WholeStudy): readonly string[] => {
    const study = answeredStudy(of);
    const results = evaluateStudy(study);
    return describeChanges(study, results, evaluateRobustness(study, results.aligned));
  },

  /** Simulates, and plans the report on a study without errors, up to what only Excel can do. */
  plan: (
    {
      settings,
      simulatedAt,
      typed,
      ...of
    }: WholeStudy & {
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
    return preparePlan(plan, new Map(typed.map(({ key, now }) => [key, now])));
  },

  /** What a user has made of a report, parted by whether the report written anew has the same input for it. */
  compareReport: ({
    settings,
    report,
    ...of
  }: WholeStudy & {
    readonly settings: PlanSettings;
    readonly report: ReportAsRead;
  }): Inspection & { readonly notKept: Inspection['typed'] } => {
    const compared = compareReport(report);
    if (compared.typed.length === 0) return { ...compared, notKept: [] };
    const plan = toEnd(
      planSheetBySheet(answeredStudy(of), findingsOfAnswered(of), { ...settings, simulation: null }),
    );
    const isKept = keeperOf(plan);
    return {
      ...compared,
      typed: compared.typed.filter(isKept),
      notKept: compared.typed.filter((each) => !isKept(each)),
    };
  },
};

export type StudyWork = typeof studyWork;
export type WorkName = keyof StudyWork;

/** The counts stay where the work is done: who asks for it names a study by what it is shown as. */
export type WorkInput<Name extends WorkName> = AsShown<Parameters<StudyWork[Name]>[0]>;
type AsShown<Input> = { readonly [Field in keyof Input]: Field extends StudyField ? Summed : Input[Field] };
/** And is answered in the same way. */
export type WorkResult<Name extends WorkName> = Shown<ReturnType<StudyWork[Name]>>;
type Shown<Result> = Result extends Assembled ? Summed : Result;

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

/** Whole studies, by what they are shown as. */
const held = new WeakMap<Summed, Assembled>();

/** A study to be shown and answered, whose counts are kept for the work on it. */
export function hold(whole: Assembled): Summed {
  const summed = { ...whole, study: summedUp(whole.study) };
  held.set(summed, whole);
  return summed;
}

/** The whole of what `hold` gave, as long as that is there. */
export function wholeOf(summed: Summed): Assembled {
  const whole = held.get(summed);
  if (!whole) throw new TypeError('a study that was not held here');
  return whole;
}

/** What a worker does, and what is done in place: work on studies that are held here. */
export function work(
  name: WorkName,
  input: Readonly<Record<string, unknown>>,
  onProgress: OnProgress = () => undefined,
): unknown {
  const studies = studyFields.flatMap((field) => {
    const summed = input[field] as Summed | undefined;
    return summed ? [[field, wholeOf(summed)] as const] : [];
  });
  const asked = studyWork[name] as (given: unknown, onProgress: OnProgress) => unknown;
  const result = asked({ ...input, ...Object.fromEntries(studies) }, onProgress);
  return isWhole(result) ? hold(result) : result;
}

function isWhole(value: unknown): value is Assembled {
  return typeof value === 'object' && value !== null && 'study' in value && 'reading' in value;
}

export function isHeld(value: unknown): value is Summed {
  return held.has(value as Summed);
}

/** In place: for runs without a window. */
export const workHere: DoWork = (name, input, options) =>
  Promise.resolve().then(() => work(name, input, options?.onProgress) as WorkResult<typeof name>);

function toEnd<Result>(work: Generator<number, Result, void>, onStep?: OnProgress): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    onStep?.(step.value);
  }
}

/** Whether the plan has the input, and takes what was typed where there is a choice of words. */
function keeperOf(plan: WorkbookPlan): (typed: TypedInput) => boolean {
  const inputs = new Map(inputsOf(plan).map((input) => [keyText(input.key), input]));
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
