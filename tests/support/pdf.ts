import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The pages of a PDF as PNG pictures, in order. Needs poppler's `pdftoppm`. */
export async function pagesAsPng(pdf: Uint8Array, dotsPerInch = 80): Promise<readonly Buffer[]> {
  return withPdf(pdf, async (path, folder) => {
    await run('pdftoppm', ['-png', '-r', String(dotsPerInch), path, join(folder, 'page')]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    return Promise.all(names.map((name) => readFile(join(folder, name))));
  });
}

/** The text of each page of a PDF, in order. Needs poppler's `pdftotext`. */
export async function pagesAsText(pdf: Uint8Array): Promise<readonly string[]> {
  return withPdf(pdf, async (path) => {
    const { stdout } = await run('pdftotext', ['-layout', path, '-']);
    return stdout.split('\f').slice(0, -1);
  });
}

async function withPdf<T>(pdf: Uint8Array, work: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sv-pdf-'));
  try {
    const path = join(folder, 'book.pdf');
    await writeFile(path, pdf);
    return await work(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
