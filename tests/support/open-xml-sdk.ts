import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What Microsoft's Open XML SDK finds wrong with each workbook; all of them in one run, which takes long to start. */
export async function schemaProblems(
  books: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = await mkdtemp(join(tmpdir(), 'sv-validate-'));
  try {
    const names = Object.keys(books);
    const paths = names.map((_, index) => join(folder, `book${index}.xlsx`));
    await Promise.all(paths.map((path, index) => writeFile(path, books[names[index]!]!)));
    const { stdout } = await run(process.execPath, [join(__dirname, 'validate-files.mjs'), ...paths], {
      maxBuffer: 64e6,
      timeout: 170_000,
    });
    const found = JSON.parse(stdout) as readonly (readonly string[])[];
    return Object.fromEntries(names.map((name, index) => [name, found[index]!]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
