import { ExcelProblem, freeSuffix } from '../excel';
import {
  defaultOptions,
  evaluateStudy,
  firstOfEachKind,
  hasErrors,
  type Finding,
  type InputFile,
  type Language,
} from '../study';
import { findingLine } from '../texts/describe-finding';
import { answeredStudy } from './answered-study';
import { describeResult } from './describe-result';
import { displayLanguage } from './language';
import { problemText } from './problem-text';
import { readSource } from './read-source';
import { workHere, wholeOf } from './study-work';
import { findingsOf, reduce, startState, type Source } from './wizard';
import { writeStudy } from './write-study';

/** The wizard's steps without a window: what `npm run report` asks of the built add-in. */
export type EvaluationRequest = { readonly language?: Language } & (
  | { readonly source: 'example' }
  | { readonly source: 'files'; readonly files: readonly InputFile[] }
  | { readonly source: 'workbook' }
);

export type Evaluation =
  | {
      readonly ok: true;
      /** What came out, in sentences. */
      readonly summary: readonly string[];
      /** Warnings and notes, one line each. */
      readonly findings: readonly string[];
      readonly sheets: readonly string[];
    }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Reads, checks, plans and writes; with an error nothing is written, and every error is one plain line. */
export async function evaluate(request: EvaluationRequest): Promise<Evaluation> {
  const language = request.language ?? displayLanguage();
  const options = { ...defaultOptions, language };
  try {
    const source: Source =
      request.source === 'files' ? { kind: 'files', files: request.files } : { kind: request.source };
    const assembled = await readSource(source, options, workHere);
    // study.json may choose another language than the one that Excel shows.
    const spoken = request.language ?? assembled.study.options.language;
    const state = [{ type: 'reading-started', source } as const, { type: 'read', assembled } as const].reduce(
      reduce,
      startState(spoken),
    );
    const findings = findingsOf(state);
    if (hasErrors(findings)) {
      const errors = findings.filter(({ severity }) => severity === 'error');
      return { ok: false, errors: linesOf(errors, spoken) };
    }
    const { answers } = state;
    const study = answeredStudy({ assembled: wholeOf(assembled), answers, language: spoken });
    const suffix = await freeSuffix(spoken);
    const { sheets } = await writeStudy({ assembled, answers, language: spoken, suffix }, workHere);
    return {
      ok: true,
      summary: describeResult(evaluateStudy(study), study.options),
      findings: linesOf(findings, spoken),
      sheets,
    };
  } catch (error) {
    if (error instanceof ExcelProblem) return { ok: false, errors: [problemText(error, language)] };
    throw error;
  }
}

/** As many of a kind as somebody reads in a terminal. */
const mostOfAKind = 50;

const linesOf = (findings: readonly Finding[], language: Language): readonly string[] =>
  firstOfEachKind(findings, mostOfAKind).map((each) => findingLine(each, language));

declare global {
  interface Window {
    SocialeVicevaerter?: { readonly evaluate: typeof evaluate };
  }
}

if (typeof window !== 'undefined') window.SocialeVicevaerter = { evaluate };
