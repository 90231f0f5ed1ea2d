import type { ExcelProblem } from '../excel';
import {
  allFindings,
  defaultOptions,
  readNumber,
  type Assembled,
  type Finding,
  type Language,
  type Study,
  type StudyOptions,
} from '../study';

/**
 * The wizard as data: what has been read, chosen and written. A pure reducer: the same state and action give
 * the same next state, nothing is read from Excel and nothing is written. Every rule about the study itself
 * lives in `study/`.
 */
export type Source = 'example' | 'workbook';
export type Step = 'source' | 'check' | 'result';
export const steps: readonly Step[] = ['source', 'check', 'result'];

export interface Choices {
  readonly from: number;
  readonly to: number;
  readonly trend: StudyOptions['trend'];
  readonly confidence: number;
  /** As typed: what cannot be read stays there to be put right. */
  readonly municipalSaving: string;
  readonly exclude: readonly string[];
}

/** What is going on in Excel right now. */
export type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'writing'; readonly share: number };

export interface WizardState {
  readonly language: Language;
  readonly step: Step;
  readonly source: Source | null;
  readonly assembled: Assembled | null;
  readonly choices: Choices;
  readonly work: Work;
  /** What went wrong, and during what: `idle` where it was neither reading nor writing. */
  readonly problem: { readonly error: ExcelProblem | Error; readonly during: Work['kind'] } | null;
  /** A report is there already: its sheets, and the suffix under which a new one can go beside it. */
  readonly existing: { readonly names: string; readonly suffix: string } | null;
  readonly written: { readonly sheets: readonly string[] } | null;
}

export type WizardAction =
  | { readonly type: 'language-chosen'; readonly language: Language }
  | { readonly type: 'reading-started'; readonly source: Source }
  | { readonly type: 'read'; readonly assembled: Assembled }
  | { readonly type: 'choice-made'; readonly choices: Partial<Choices> }
  | { readonly type: 'writing-started' }
  | { readonly type: 'writing-progressed'; readonly share: number }
  | { readonly type: 'report-exists'; readonly names: string; readonly suffix: string }
  | { readonly type: 'written'; readonly sheets: readonly string[] }
  | { readonly type: 'failed'; readonly problem: ExcelProblem | Error }
  | { readonly type: 'dismissed' }
  | { readonly type: 'went-back' };

export function startState(language: Language): WizardState {
  const { from, to, trend, confidence } = defaultOptions;
  return {
    language,
    step: 'source',
    source: null,
    assembled: null,
    choices: { from, to, trend, confidence, municipalSaving: '', exclude: [] },
    work: { kind: 'idle' },
    problem: null,
    existing: null,
    written: null,
  };
}

/** What a person does while Excel reads or writes has no effect: what is written stays what is shown. */
const waitsForExcel: ReadonlySet<WizardAction['type']> = new Set([
  'reading-started',
  'choice-made',
  'writing-started',
  'dismissed',
  'went-back',
]);

const settled = { work: { kind: 'idle' }, problem: null, existing: null } as const;

export function reduce(state: WizardState, action: WizardAction): WizardState {
  if (state.work.kind !== 'idle' && waitsForExcel.has(action.type)) return state;
  switch (action.type) {
    case 'language-chosen':
      return { ...state, language: action.language };
    case 'reading-started':
      return { ...state, ...settled, source: action.source, work: { kind: 'reading' } };
    case 'read':
      return { ...state, ...settled, step: 'check', assembled: action.assembled, written: null };
    case 'choice-made':
      return { ...state, ...settled, choices: { ...state.choices, ...action.choices } };
    case 'writing-started':
      return { ...state, ...settled, work: { kind: 'writing', share: 0 } };
    case 'writing-progressed':
      return state.work.kind === 'writing'
        ? { ...state, work: { kind: 'writing', share: action.share } }
        : state;
    case 'report-exists':
      return { ...state, ...settled, existing: { names: action.names, suffix: action.suffix } };
    case 'written':
      return { ...state, ...settled, step: 'result', written: { sheets: action.sheets } };
    case 'failed':
      return { ...state, ...settled, problem: { error: action.problem, during: state.work.kind } };
    case 'dismissed':
      return { ...state, ...settled };
    case 'went-back':
      return { ...state, ...settled, step: state.step === 'result' ? 'check' : 'source' };
  }
}

/** The municipality's saving as typed: null when it is left empty, NaN when it is no amount from 0. */
export function typedSaving(text: string): number | null {
  if (text.trim() === '') return null;
  const value = readNumber(text, 'whole')?.value;
  return value !== undefined && value >= 0 ? value : NaN;
}

/** The study as it stands with the choices; null before anything was read. */
export function studyOf(state: WizardState): Study | null {
  if (!state.assembled) return null;
  const { study } = state.assembled;
  const saving = typedSaving(state.choices.municipalSaving);
  const { from, to, trend, confidence, exclude } = state.choices;
  const municipalSaving = Number.isNaN(saving) ? null : saving;
  const chosen = { language: state.language, from, to, trend, confidence, exclude, municipalSaving };
  const options = { ...study.options, ...chosen };
  const asPublished = from === study.options.from && to === study.options.to && exclude.length === 0;
  return { ...study, options, published: asPublished ? study.published : [] };
}

/** What reading and checking have to say of the study as it stands. */
export function findingsOf(state: WizardState): readonly Finding[] {
  const study = studyOf(state);
  return study && state.assembled ? allFindings(study, state.assembled.reading) : [];
}

/** Event years that the window may begin and end with. */
export const windowStarts = [-5, -4, -3, -2, -1] as const;
export const windowEnds = [1, 2, 3, 4, 5] as const;
export const confidences = [0.9, 0.95, 0.99] as const;
