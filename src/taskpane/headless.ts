import { ExcelProblem, freeSuffix, readWorkbook, writeReport } from '../excel';
import { planReport } from '../report';
import {
  assembleFiles,
  assembleStudy,
  checkStudy,
  defaultOptions,
  evaluateStudy,
  exampleStudy,
  hasErrors,
  type Assembled,
  type InputFile,
  type Language,
  type StudyOptions,
} from '../study';
import { findingLine } from '../texts/describe-finding';
import { describeResult } from './describe-result';
import { displayLanguage } from './language';
import { problemText } from './problem-text';
import { version } from './version';

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
  try {
    const { study, findings } = await assemble(request, { ...defaultOptions, language });
    // study.json may choose another language than the one that Excel shows.
    const spoken = request.language ?? study.options.language;
    const spokenStudy = { ...study, options: { ...study.options, language: spoken } };
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (hasErrors(findings)) return { ok: false, errors: errors.map((each) => findingLine(each, spoken)) };
    const suffix = await freeSuffix(spoken);
    const date = new Date().toISOString().slice(0, 10);
    const plan = planReport(spokenStudy, findings, { suffix, date, version });
    const { sheets } = await writeReport(plan, { suffix });
    return {
      ok: true,
      summary: describeResult(evaluateStudy(spokenStudy), spokenStudy.options),
      findings: findings.map((each) => findingLine(each, spoken)),
      sheets,
    };
  } catch (error) {
    if (error instanceof ExcelProblem) return { ok: false, errors: [problemText(error, language)] };
    throw error;
  }
}

async function assemble(request: EvaluationRequest, options: StudyOptions): Promise<Assembled> {
  if (request.source === 'files') return assembleFiles(request.files, options);
  if (request.source === 'workbook') return assembleStudy(await readWorkbook(), options);
  const study = exampleStudy(options);
  return { study, reading: [], findings: checkStudy(study) };
}

declare global {
  interface Window {
    SocialeVicevaerter?: { readonly evaluate: typeof evaluate };
  }
}

if (typeof window !== 'undefined') window.SocialeVicevaerter = { evaluate };
