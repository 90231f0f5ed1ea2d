import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BookSnapshot } from '../book';
import { parseReference } from '../files/ranges';
import { readXlsx } from '../files/read-xlsx';
import { UnreadableFile } from '../files/unreadable-file';
import { writeXlsx } from '../files/write-xlsx';
import { startHeadless } from '../headless';
import { projectRoot } from '../project-root';
import {
  checkSize,
  readArguments,
  spokenLanguage,
  UsageError,
  type ReportArguments,
} from './report-arguments';
import { reportTextsIn, type ReportTexts } from './report-texts';

/**
 * `npm run report`: opens the workbench without a window, lets the add-in evaluate, and writes the workbook
 * that it filled. Exit code 1 with plain lines and no file where something is wrong.
 */

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** It lies in the folder and is not read: the add-in says so. */
  readonly isLeftOut: boolean;
}

export type EvaluationRequest = { readonly language?: 'da' | 'en' } & (
  | { readonly source: 'example' }
  | { readonly source: 'files'; readonly files: readonly InputFile[] }
  | { readonly source: 'workbook' }
);

export type Evaluation =
  | {
      readonly ok: true;
      readonly summary: readonly string[];
      readonly findings: readonly string[];
      /** The names of the sheets that the report consists of. */
      readonly sheets: readonly string[];
    }
  | { readonly ok: false; readonly errors: readonly string[] };

/** What the add-in's build without a pane offers to its window. */
interface AddIn {
  readonly SocialeVicevaerter?: { evaluate(request: EvaluationRequest): Promise<Evaluation> };
}

export interface Report {
  readonly evaluation: Evaluation;
  /** The workbook with the report's sheets alone. */
  readonly book: BookSnapshot;
  /** Request batches that the add-in sent to its host. */
  readonly roundTrips: number;
}

/** Evaluates an input in a workbench of its own. */
export async function makeReport({ input, language }: Omit<ReportArguments, 'out'>): Promise<Report> {
  const book = input?.kind === 'workbook' ? await readXlsx(await readFile(input.path)) : undefined;
  const script = await readFile(join(projectRoot, 'build', 'headless.js'), 'utf8');
  const workbench = await startHeadless({
    ...(book && { book }),
    language: language === 'en' ? 'en-US' : 'da-DK',
  });
  try {
    workbench.runScript(script, 'headless.js');
    const addIn = (workbench.window as unknown as AddIn).SocialeVicevaerter;
    if (!addIn) throw new Error('The add-in did not start.');
    const request = await requestFor(
      { ...(input && { input }), ...(language && { language }) },
      workbench.window,
    );
    const evaluation = await addIn.evaluate({ ...request, ...(language && { language }) });
    await workbench.host.settle();
    const filled = workbench.engine.snapshot();
    return {
      evaluation,
      book: evaluation.ok ? onlySheets(filled, evaluation.sheets) : filled,
      roundTrips: workbench.host.counters.roundTrips,
    };
  } finally {
    await workbench.close();
  }
}

async function requestFor(
  { input, language }: Omit<ReportArguments, 'out'>,
  window: { Uint8Array: typeof Uint8Array },
): Promise<EvaluationRequest> {
  if (!input) return { source: 'example' };
  if (input.kind === 'workbook') return { source: 'workbook' };
  const isFile = input.kind === 'file';
  const folder = isFile ? dirname(input.path) : input.path;
  const names = isFile ? [basename(input.path)] : await filesIn(folder);
  for (const name of names) if (isRead(name)) checkSize(join(folder, name), reportTextsIn(language ?? 'da'));
  const files = names.map(async (name) => ({
    name,
    // The window has its own Uint8Array, and the add-in may ask whether it got one.
    bytes: new window.Uint8Array(isRead(name) ? await readFile(join(folder, name)) : []),
    isLeftOut: !isRead(name),
  }));
  return { source: 'files', files: await Promise.all(files) };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((each) => !each.isDirectory() && !each.name.startsWith('.') && !each.name.endsWith(unfinished))
    .map(({ name }) => name)
    .sort();
  // A link may lead to a folder, and a pipe or a device never ends.
  const areFiles = await Promise.all(
    names.map(async (name) => !isRead(name) || (await stat(join(folder, name))).isFile()),
  );
  return names.filter((_, index) => areFiles[index]);
}

/** Other files are passed on by name alone: the add-in says that it left them out. */
function isRead(name: string): boolean {
  return /\.(?:csv|tsv|txt)$/iu.test(name) || name.toLowerCase() === 'study.json';
}

/** The report without the sheets that it was made from, or that a new workbook starts with. */
function onlySheets(book: BookSnapshot, names: readonly string[]): BookSnapshot {
  // The report's formulas never point to other sheets; names of the input might.
  const pointsInside = (reference: string): boolean => names.includes(parseReference(reference)?.sheet ?? '');
  const sheets = book.sheets.filter(({ name }) => names.includes(name));
  return {
    ...book,
    sheets,
    names: book.names.filter(({ reference }) => pointsInside(reference)),
    activeSheet: Math.max(0, sheets.indexOf(book.sheets[book.activeSheet]!)),
  };
}

/** The command; answers its exit code. */
export async function runReport(words: readonly string[], folder: string): Promise<number> {
  const t = reportTextsIn(spokenLanguage(words));
  let input: string | undefined;
  try {
    const { out, ...what } = readArguments(words, folder);
    input = what.input?.path;
    const { evaluation, book } = await makeReport(what);
    if (!evaluation.ok) return refuse(evaluation.errors);
    await writeWhole(out, await writeXlsx(book));
    console.log([...evaluation.summary, ...evaluation.findings, `→ ${out}`].join('\n'));
    return 0;
  } catch (error) {
    return refuse([lineFor(error, input ?? '', t)]);
  }
}

function lineFor(error: unknown, input: string, t: ReportTexts): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof UnreadableFile) return `${input}: ${t.unreadable[error.reason]}`;
  if (error instanceof UnwritableFile) return t.cannotWrite(error.path, t.why[error.code] ?? error.code);
  if (isFileError(error)) return t.cannotRead(error.path ?? input, t.why[error.code] ?? error.code);
  return t.failed(error instanceof Error ? error.message : String(error));
}

function refuse(lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return 1;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;
}

class UnwritableFile extends Error {
  constructor(
    readonly path: string,
    readonly code: string,
    cause: unknown,
  ) {
    super(`${path}: ${code}`, { cause });
  }
}

const unfinished = '.partial';

/**
 * Writes beside the target and renames, so that nobody ever finds half a file, also not after a power cut. Each run
 * has a file of its own until then: two with the same target would write into each other's.
 */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}${unfinished}`;
  try {
    await dropUnfinished(path);
    await writeFile(partial, bytes, { flush: true });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw isFileError(error) ? new UnwritableFile(path, error.code, error) : error;
  }
}

/** Takes away what runs left behind that were killed while they wrote. */
async function dropUnfinished(path: string): Promise<void> {
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(unfinished)) continue;
    const writer = Number(name.slice(basename(path).length + 1, -unfinished.length));
    if (Number.isInteger(writer) && !isRunning(writer))
      await rm(join(dirname(path), name), { force: true }).catch(() => undefined);
  }
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 only asks.
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
