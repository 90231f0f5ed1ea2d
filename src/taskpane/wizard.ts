import type { ExcelProblem, SelectedRange, WorkbookPart } from '../excel';
import {
  type Answers,
  type ChangedCount,
  type CostsFrom,
  type Finding,
  type InputFile,
  type Language,
  type Summed,
  type SummedStudy,
} from '../study';
import { answeredStudy, isSameStudy, type AnsweredStudy } from './answered-study';
import { blockersIn, countedSteps, type Blockers, type CountedStep } from './blockers';
import type { SavedWizard } from './saved-wizard';
import type { UpdateToAsk } from './write-study';

/**
 * The wizard as data: what has been read, answered and written. A pure reducer: the same state and action give
 * the same next state, nothing is read from Excel and nothing is written. Every rule about the study itself
 * lives in `study/`.
 */
export type Source =
  | { readonly kind: 'example' }
  /** Every sheet of the open workbook. */
  | { readonly kind: 'workbook' }
  /** Chosen sheets and tables of it. */
  | { readonly kind: 'parts'; readonly parts: readonly WorkbookPart[] }
  /** What was selected in it. */
  | { readonly kind: 'selection'; readonly selected: SelectedRange }
  /** Tables as text, study.json and other workbooks. */
  | { readonly kind: 'files'; readonly files: readonly InputFile[] };

/** The first step has two views: where the tables are, and what was recognised in them. */
export type Step = 'source' | 'areas' | 'timing' | 'method' | 'costs' | 'write' | 'result';
const order: readonly Step[] = ['source', 'areas', 'timing', 'method', 'costs', 'write', 'result'];
export function isStep(value: unknown): value is Step {
  return (order as readonly unknown[]).includes(value);
}

/** Which of the counted steps a step belongs to, from 1; the result comes after the last. */
export function stepNumber(step: Step): number {
  const counted = step === 'source' ? 'areas' : step === 'result' ? 'write' : step;
  return countedSteps.indexOf(counted) + 1;
}

/** What is going on in Excel right now. */
export type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'writing'; readonly share: number };

export interface WizardState {
  readonly language: Language;
  readonly step: Step;
  /** What is being read, or was to be read last. */
  readonly asked: Source | null;
  /** What the study was read from. */
  readonly source: Source | null;
  readonly assembled: Summed | null;
  readonly answers: Answers;
  /** What was found about the study with these or earlier answers; null where it was never checked. */
  readonly checked: CheckedStudy | null;
  /** The step is to be left as soon as the answers are checked. */
  readonly isGoingOn: boolean;
  /** How often this step was to be left although something is wrong with it. */
  readonly attempts: number;
  /** A single answer is being changed from the last step, and that is where the next button leads. */
  readonly isChanging: boolean;
  readonly work: Work;
  /** What went wrong, and during what: `idle` where it was neither reading nor writing. */
  readonly problem: { readonly error: ExcelProblem | Error; readonly during: Work['kind'] } | null;
  /** Reports are there already, and the suffix under which a new one can go beside them: asked, never guessed. */
  readonly existing: ExistingReports | null;
  /** How it was to be written the last time: for trying again. */
  readonly how: HowToWrite;
  /** What a user has made of the report that is to be updated: asked about before it is. */
  readonly update: UpdateToAsk | null;
  readonly written: WrittenReport | null;
  /** Studies that were kept in the workbook when the pane opened, the latest first; null before that is known. */
  readonly saved: SavedStudies | null;
  /** What the workbook's tables give otherwise than when they were read, and what they give now. */
  readonly changed: { readonly counts: readonly ChangedCount[]; readonly assembled: Summed } | null;
}

/** A study with its answers, and what reading and checking have to say of it. */
export interface CheckedStudy extends AnsweredStudy {
  readonly findings: readonly Finding[];
}

/** Where a report goes: asked, never guessed. */
export type HowToWrite =
  | { readonly kind: 'first' }
  | { readonly kind: 'beside'; readonly suffix: string }
  | {
      readonly kind: 'update';
      readonly suffix: string;
      /** The user has seen what will be kept and what not. */
      readonly isAgreed?: true;
      readonly typed?: UpdateToAsk['typed'];
    };

export interface ExistingReports {
  /** None where sheets of the user's stand where the report should go. */
  readonly reports: readonly { readonly suffix: string; readonly sheets: readonly string[] }[];
  readonly names: string;
  readonly suffix: string;
}

export interface WrittenReport {
  readonly sheets: readonly string[];
  readonly suffix: string;
  /** How many inputs on the sheets are what was typed there, not what the pane reckons with. */
  readonly typed: number;
}

export interface SavedStudies {
  readonly studies: readonly {
    readonly part: string;
    readonly wizard: SavedWizard;
    /** It holds answers that the workbook has not taken yet. */
    readonly hasUnsaved?: boolean;
  }[];
  /** There are studies that cannot be opened: from a newer version of the add-in, or damaged. */
  readonly hasNewer: boolean;
  readonly hasDamaged: boolean;
}

export type WizardAction =
  | { readonly type: 'language-chosen'; readonly language: Language }
  | { readonly type: 'reading-started'; readonly source: Source }
  | { readonly type: 'reading-progressed'; readonly share: number }
  | { readonly type: 'read'; readonly assembled: Summed }
  | { readonly type: 'checked'; readonly checked: CheckedStudy }
  | { readonly type: 'saved-found'; readonly saved: SavedStudies }
  /** A study that was found cannot be opened after all. */
  | { readonly type: 'saved-damaged'; readonly part: string }
  | { readonly type: 'resumed'; readonly wizard: SavedWizard; readonly assembled: Summed }
  | {
      readonly type: 'source-checked';
      /** What the tables were compared with. */
      readonly known: Summed;
      readonly counts: readonly ChangedCount[];
      readonly assembled: Summed;
    }
  | { readonly type: 'changes-taken' }
  | { readonly type: 'answered'; readonly answers: Answers }
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' }
  | { readonly type: 'change-asked'; readonly step: CountedStep }
  | { readonly type: 'writing-started'; readonly how: HowToWrite }
  | { readonly type: 'writing-progressed'; readonly share: number }
  | { readonly type: 'report-exists'; readonly existing: ExistingReports }
  | { readonly type: 'update-inspected'; readonly update: UpdateToAsk }
  | { readonly type: 'written'; readonly written: WrittenReport }
  | { readonly type: 'failed'; readonly problem: ExcelProblem | Error }
  | { readonly type: 'dismissed' };

export function startState(language: Language): WizardState {
  return {
    language,
    step: 'source',
    asked: null,
    source: null,
    assembled: null,
    answers: {},
    checked: null,
    isGoingOn: false,
    attempts: 0,
    isChanging: false,
    work: { kind: 'idle' },
    problem: null,
    existing: null,
    how: { kind: 'first' },
    update: null,
    written: null,
    saved: null,
    changed: null,
  };
}

/** What a person does while Excel reads or writes has no effect: what is written stays what is shown. */
const waitsForExcel: ReadonlySet<WizardAction['type']> = new Set([
  'reading-started',
  'answered',
  'went-on',
  'went-back',
  'change-asked',
  'writing-started',
  'resumed',
  'changes-taken',
  'dismissed',
]);

const settled = {
  work: { kind: 'idle' },
  problem: null,
  existing: null,
  update: null,
  isGoingOn: false,
} as const;
const arrived = { ...settled, attempts: 0 } as const;

export function reduce(state: WizardState, action: WizardAction): WizardState {
  if (state.work.kind !== 'idle' && waitsForExcel.has(action.type)) return state;
  switch (action.type) {
    case 'language-chosen':
      return { ...state, language: action.language };
    case 'reading-started':
      return { ...state, ...settled, asked: action.source, work: { kind: 'reading', share: 0 } };
    case 'reading-progressed':
      return state.work.kind === 'reading'
        ? { ...state, work: { kind: 'reading', share: action.share } }
        : state;
    case 'read':
      return checkedAsRead({
        ...{ ...state, ...arrived, step: 'areas', source: state.asked },
        ...{ assembled: action.assembled, written: null, changed: null },
      });
    case 'checked': {
      if (state.assembled !== action.checked.assembled) return state;
      const checked = { ...state, checked: action.checked };
      return state.isGoingOn && isChecked(checked) ? goOn(checked) : checked;
    }
    case 'saved-found':
      return { ...state, saved: action.saved };
    case 'saved-damaged':
      return state.saved
        ? {
            ...state,
            saved: {
              ...state.saved,
              studies: state.saved.studies.filter(({ part }) => part !== action.part),
              hasDamaged: true,
            },
          }
        : state;
    case 'resumed':
      return resume(state, action.wizard, action.assembled);
    case 'source-checked':
      if (state.assembled !== action.known) return state;
      return { ...state, changed: action.counts.length === 0 ? null : action };
    case 'changes-taken': {
      if (!state.changed) return state;
      // The sheets have the earlier counts: the result is the pane's again once they are written.
      const step = state.step === 'result' ? 'write' : state.step;
      return checkedAsRead({ ...state, ...settled, step, assembled: state.changed.assembled, changed: null });
    }
    case 'answered':
      return { ...state, ...settled, answers: { ...state.answers, ...action.answers } };
    case 'went-on':
      return goOn(state);
    case 'went-back':
      return {
        ...state,
        ...arrived,
        isChanging: false,
        step: order[order.indexOf(state.step) - 1] ?? state.step,
      };
    case 'change-asked':
      return state.step === 'write' ? { ...state, ...arrived, isChanging: true, step: action.step } : state;
    case 'writing-started':
      return { ...state, ...settled, how: action.how, work: { kind: 'writing', share: 0 } };
    case 'writing-progressed':
      return state.work.kind === 'writing'
        ? { ...state, work: { kind: 'writing', share: action.share } }
        : state;
    case 'report-exists':
      return { ...state, ...settled, existing: action.existing };
    case 'update-inspected':
      return { ...state, ...settled, update: action.update };
    case 'written':
      return { ...state, ...arrived, step: 'result', written: action.written };
    case 'failed':
      return { ...state, ...settled, problem: { error: action.problem, during: state.work.kind } };
    case 'dismissed':
      return { ...state, ...settled };
  }
}

/** Back to where a study was left; what cannot be shown without a report leads to the step before it. */
function resume(
  state: WizardState,
  { language, step, source, answers, written }: SavedWizard,
  assembled: Summed,
): WizardState {
  return checkedAsRead({
    ...startState(language),
    saved: state.saved,
    step: step === 'source' ? 'areas' : step === 'result' && !written ? 'write' : step,
    ...{ source, answers, written, assembled },
  });
}

/** As long as nothing is answered, what was found on reading holds. */
function checkedAsRead(state: WizardState): WizardState {
  const { assembled, answers, language } = state;
  const isAsRead = assembled !== null && Object.keys(answers).length === 0;
  return {
    ...state,
    checked: isAsRead ? { assembled, answers, language, findings: assembled.findings } : null,
  };
}

/**
 * Nothing proceeds over an error: the step stays, and the attempt is counted, so that the error can be shown. Nor
 * over answers that are not checked yet: then it goes on when they are.
 */
function goOn(state: WizardState): WizardState {
  if (state.step === 'source') return state.assembled ? { ...state, ...arrived, step: 'areas' } : state;
  if (state.step === 'write' || state.step === 'result') return state;
  if (!isChecked(state)) return { ...state, isGoingOn: true };
  if (isBlocked(state, state.step)) return { ...state, ...settled, attempts: state.attempts + 1 };
  const ahead = countedSteps.slice(countedSteps.indexOf(state.step) + 1);
  const step = state.isChanging
    ? (ahead.find((each) => isBlocked(state, each)) ?? 'write')
    : (ahead[0] ?? 'write');
  return { ...state, ...arrived, isChanging: state.isChanging && step !== 'write', step };
}

/** The study as it stands with the answers; null before anything was read. */
export function studyOf({ assembled, answers, language }: WizardState): SummedStudy | null {
  return assembled && answeredStudy({ assembled, answers, language });
}

/** What reading and checking have to say of the study: as it stands, or stood before the last answers. */
export function findingsOf({ assembled, checked }: WizardState): readonly Finding[] {
  return checked?.findings ?? assembled?.findings ?? [];
}

/** Whether the study was checked as it stands. */
export function isChecked({ assembled, answers, language, checked }: WizardState): boolean {
  return assembled !== null && checked !== null && isSameStudy(checked, { assembled, answers, language });
}

/** Where the cost of an eviction comes from as things stand. */
export function costsFromOf({ answers, assembled }: WizardState): CostsFrom {
  const hasRead = (assembled?.study.tables.costs.length ?? 0) > 0;
  return answers.costsFrom ?? (hasRead ? 'tables' : 'none');
}

export function blockersOf(state: WizardState, step: CountedStep): Blockers {
  return blockersIn(findingsOf(state), state.answers, step);
}

function isBlocked(state: WizardState, step: CountedStep): boolean {
  const { fields, errors } = blockersOf(state, step);
  return fields.length + errors.length > 0;
}

/** Whether every step is in order, so that the study may be written. */
export function isSound(state: WizardState): boolean {
  return isChecked(state) && countedSteps.every((step) => !isBlocked(state, step));
}

/** Event years that the window may begin and end with. */
export const windowStarts = [-5, -4, -3, -2, -1] as const;
export const windowEnds = [1, 2, 3, 4, 5] as const;
export const confidences = [0.8, 0.9, 0.95, 0.99] as const;
