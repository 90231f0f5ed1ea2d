import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { changePart, pack, unpack } from '../../src/workbench/files/parts';

/**
 * LibreOffice as the independent judge: it opens an .xlsx, forgets every cached value, recalculates all
 * formulas and says what it got. Each process works in a profile of its own, so that neither a user's
 * LibreOffice nor another test run is disturbed; within a process the runs queue up, because a profile serves
 * one run at a time, and workbooks that wait are taken together.
 */

/** One sheet as LibreOffice computed it: rows of cells as text, numbers with all their digits. */
export type TextGrid = readonly (readonly string[])[];

const run = promisify(execFile);

const usualPlaces = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  '/usr/lib/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
];

/** The path of an installed LibreOffice. Throws with what to install when there is none. */
export function findLibreOffice(): string {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['soffice', 'libreoffice', 'soffice.exe'].map((name) => join(folder, name)));
  const found = [...onPath, ...usualPlaces].find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error('LibreOffice was not found: install it (Debian: libreoffice-calc-nogui).');
  }
  return found;
}

// OOXMLRecalcMode 0 = "always recalculate"; without it LibreOffice shows the values cached in the file.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

let profile: Promise<string> | undefined;

async function makeProfile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sv-libreoffice-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  await mkdir(join(folder, 'user'), { recursive: true });
  await writeFile(join(folder, 'user', 'registrymodifications.xcu'), settings);
  return folder;
}

interface Waiting {
  readonly xlsx: Uint8Array;
  readonly target: string;
  readonly done: (files: ReadonlyMap<string, Buffer>) => void;
  readonly failed: (error: unknown) => void;
}

let waiting: Waiting[] = [];
let isRunning = false;

/**
 * Converts a workbook; answers the files made, by name. A run of LibreOffice takes seconds to start and little
 * for each workbook, so those that come while one is going on share the next.
 */
function convert(xlsx: Uint8Array, target: string): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((done, failed) => {
    waiting.push({ xlsx, target, done, failed });
    if (!isRunning) void convertAllWaiting();
  });
}

async function convertAllWaiting(): Promise<void> {
  isRunning = true;
  // Those that are asked for at once come together.
  await Promise.resolve();
  for (let [first] = waiting; first !== undefined; [first] = waiting) {
    const { target } = first;
    const together = waiting.filter((each) => each.target === target);
    waiting = waiting.filter((each) => each.target !== target);
    try {
      const made = await convertTogether(
        together.map(({ xlsx }) => xlsx),
        target,
      );
      for (const [index, each] of together.entries()) each.done(made[index]!);
    } catch (error) {
      for (const each of together) each.failed(error);
    }
  }
  isRunning = false;
}

async function convertTogether(
  books: readonly Uint8Array[],
  target: string,
): Promise<ReadonlyMap<string, Buffer>[]> {
  profile ??= makeProfile();
  const folder = await mkdtemp(join(tmpdir(), 'sv-convert-'));
  try {
    const output = join(folder, 'out');
    const inputs = books.map((_, index) => join(folder, `book${index}.xlsx`));
    await Promise.all(inputs.map((input, index) => writeFile(input, books[index]!)));
    const installation = `-env:UserInstallation=${pathToFileURL(await profile).href}`;
    const args = [
      ...[installation, '--headless', '--norestore'],
      ...['--convert-to', target, '--outdir', output],
      ...inputs,
    ];
    const { stdout, stderr } = await run(findLibreOffice(), args, {
      timeout: 60_000 + 60_000 * books.length,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    const names = existsSync(output) ? await readdir(output) : [];
    return await Promise.all(
      books.map(async (_, index) => {
        const own = names.filter((name) => new RegExp(`^book${index}[-.]`, 'u').test(name));
        if (own.length === 0) throw new Error(`LibreOffice made nothing of the workbook: ${stdout}${stderr}`);
        return new Map(
          await Promise.all(own.map(async (name) => [name, await readFile(join(output, name))] as const)),
        );
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Tab-separated, quotes, UTF-8, values not as shown (all digits), every sheet into a file of its own.
const everySheetAsText = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';

/**
 * Recalculates every formula from scratch and returns each sheet by its name. Numbers have all their digits
 * and no format (dates and shares are plain numbers), errors read `#N/A`, `#DIV/0!`, `#NAME?` or `Err:502`,
 * booleans `TRUE` and `FALSE`. Empty rows and cells at the end are left out.
 */
export async function recalculate(xlsx: Uint8Array): Promise<ReadonlyMap<string, TextGrid>> {
  const files = await convert(withoutNumberFormats(xlsx), everySheetAsText);
  return new Map(
    [...files].map(([name, content]) => {
      const text = content.toString('utf8').replace(/\r?\n$/u, '');
      const { data } = Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: false });
      return [name.replace(/^book\d+-/u, '').replace(/\.csv$/u, ''), data] as const;
    }),
  );
}

/** LibreOffice writes `23.29 %` for a share even where it is asked for plain values. */
function withoutNumberFormats(xlsx: Uint8Array): Uint8Array {
  const parts = unpack(xlsx);
  changePart(parts, 'xl/styles.xml', (xml) =>
    xml.replaceAll(/(<xf\s[^>]*?)numFmtId="\d+"/gu, '$1numFmtId="0"'),
  );
  return pack(parts);
}

/** The workbook as LibreOffice would print it. */
export async function convertToPdf(xlsx: Uint8Array): Promise<Buffer> {
  return theOnlyFile(await convert(xlsx, 'pdf'));
}

/** The workbook opened and saved again by LibreOffice. */
export async function saveAgain(xlsx: Uint8Array): Promise<Buffer> {
  return theOnlyFile(await convert(xlsx, 'xlsx:Calc MS Excel 2007 XML'));
}

function theOnlyFile(files: ReadonlyMap<string, Buffer>): Buffer {
  const [file] = files.values();
  if (file === undefined || files.size !== 1) throw new Error(`Expected one file, got ${files.size}.`);
  return file;
}
