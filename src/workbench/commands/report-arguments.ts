import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface ReportArguments {
  /** Absent for the built-in example. */
  readonly input?: { readonly path: string; readonly kind: 'folder' | 'file' | 'workbook' };
  /** Where the report goes: an absolute path that ends in `.xlsx`. */
  readonly out: string;
  readonly language?: 'da' | 'en';
}

/** A mistake in how the command was used; its message is one plain line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const usage = 'npm run report [-- <folder, .csv or .xlsx file> --out <file.xlsx> --language da|en]';

/** Understands the command line and looks at the files that it names. Throws `UsageError`. */
export function readArguments(words: readonly string[], folder: string): ReportArguments {
  const { values, positionals } = parse(words);
  const [input, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One input only, not also ${more.join(', ')}. Use: ${usage}`);
  const { language } = values;
  if (language !== undefined && language !== 'da' && language !== 'en') {
    throw new UsageError(`--language is da or en, not ${language}.`);
  }
  const found = input === undefined ? undefined : lookAtInput(resolve(folder, input), input);
  const out = resolve(folder, values.out ?? 'report.xlsx');
  lookAtOutput(out, found?.path);
  return { ...(found && { input: found }), out, ...(language !== undefined && { language }) };
}

function parse(words: readonly string[]): {
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
    const [firstSentence] = (error as Error).message.split('. ');
    throw new UsageError(`${firstSentence ?? ''}. Use: ${usage}`, { cause: error });
  }
}

function lookAtInput(path: string, typed: string): ReportArguments['input'] {
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${typed}.`);
  if (statSync(path).isDirectory()) return { path, kind: 'folder' };
  const kind = fileKinds[extname(path).toLowerCase()];
  if (!kind) throw new UsageError(`${typed} is neither a folder nor a .csv or .xlsx file.`);
  checkSize(path);
  return { path, kind };
}

const fileKinds: Readonly<Record<string, 'file' | 'workbook'>> = { '.csv': 'file', '.xlsx': 'workbook' };

/** No table of evictions is larger; what is would fill the memory before anybody could say so. */
const mostMegabytes = 64;

/** Throws `UsageError` for a file that is too large to be read, before it is. */
export function checkSize(path: string): void {
  const megabytes = statSync(path).size / 1024 / 1024;
  if (megabytes <= mostMegabytes) return;
  throw new UsageError(
    `${path} is ${Math.round(megabytes)} MB: more than ${mostMegabytes} MB is not read. Save the sheets with the counts into a file of their own.`,
  );
}

function lookAtOutput(out: string, input: string | undefined): void {
  if (extname(out).toLowerCase() !== '.xlsx') throw new UsageError(`The output must end in .xlsx: ${out}.`);
  if (!existsSync(dirname(out))) throw new UsageError(`There is no folder ${dirname(out)}.`);
  if (!existsSync(out)) return;
  if (!statSync(out).isFile()) throw new UsageError(`${out} is not a file that can be replaced.`);
  if (input !== undefined && realpathSync(out) === realpathSync(input)) {
    throw new UsageError(`The output would replace the input ${out}: choose another name with --out.`);
  }
}
