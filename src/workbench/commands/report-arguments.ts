import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reportTextsIn, type ReportLanguage, type ReportTexts } from './report-texts';

export interface ReportArguments {
  /** Absent for the built-in example. */
  readonly input?: { readonly path: string; readonly kind: 'folder' | 'file' | 'workbook' };
  /** Where the report goes: an absolute path that ends in `.xlsx`. */
  readonly out: string;
  readonly language?: ReportLanguage;
}

/** A mistake in how the command was used; its message is one plain line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The language in which the command speaks of itself: that of the report where it is told, else Danish. */
export function spokenLanguage(words: readonly string[]): ReportLanguage {
  const told = words.findIndex((word) => word === '--language');
  return words.includes('--language=en') || (told >= 0 && words[told + 1] === 'en') ? 'en' : 'da';
}

/** Understands the command line and looks at the files that it names. Throws `UsageError`. */
export function readArguments(words: readonly string[], folder: string): ReportArguments {
  const t = reportTextsIn(spokenLanguage(words));
  const { values, positionals } = parse(words, t);
  const [input, ...more] = positionals;
  if (more.length > 0) throw new UsageError(t.oneInput(more.join(', ')));
  const { language } = values;
  if (language !== undefined && language !== 'da' && language !== 'en') {
    throw new UsageError(t.wrongLanguage(language));
  }
  const found = input === undefined ? undefined : lookAtInput(resolve(folder, input), input, t);
  const out = resolve(folder, values.out ?? 'report.xlsx');
  lookAtOutput(out, found?.path, t);
  return { ...(found && { input: found }), out, ...(language !== undefined && { language }) };
}

function parse(
  words: readonly string[],
  t: ReportTexts,
): {
  values: { out?: string; language?: string };
  positionals: string[];
} {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { out: { type: 'string' }, language: { type: 'string' } },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const [option = ''] = /--?[^\s']+/u.exec(message) ?? [];
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new UsageError(isUnknown ? t.noSuchOption(option) : t.noValue(option), { cause: error });
  }
}

function lookAtInput(path: string, typed: string, t: ReportTexts): ReportArguments['input'] {
  if (!existsSync(path)) throw new UsageError(t.noInput(typed));
  if (statSync(path).isDirectory()) return { path, kind: 'folder' };
  const kind = fileKinds[extname(path).toLowerCase()];
  // A pipe or a device has a name, too, and may never end.
  if (!kind || !statSync(path).isFile()) throw new UsageError(t.wrongKind(typed));
  checkSize(path, t);
  return { path, kind };
}

const fileKinds: Readonly<Record<string, 'file' | 'workbook'>> = { '.csv': 'file', '.xlsx': 'workbook' };

/** No table of evictions is larger; what is would fill the memory before anybody could say so. */
const mostMegabytes = 64;

/** Throws `UsageError` for a file that is too large to be read, before it is. */
export function checkSize(path: string, t: ReportTexts): void {
  const megabytes = statSync(path).size / 1024 / 1024;
  if (megabytes > mostMegabytes) throw new UsageError(t.tooLarge(path, Math.round(megabytes), mostMegabytes));
}

function lookAtOutput(out: string, input: string | undefined, t: ReportTexts): void {
  if (extname(out).toLowerCase() !== '.xlsx') throw new UsageError(t.wrongEnding(out));
  if (!existsSync(dirname(out))) throw new UsageError(t.noFolder(dirname(out)));
  if (!existsSync(out)) return;
  if (!statSync(out).isFile()) throw new UsageError(t.notReplaceable(out));
  if (input !== undefined && realpathSync(out) === realpathSync(input)) {
    throw new UsageError(t.replacesInput(out));
  }
}
