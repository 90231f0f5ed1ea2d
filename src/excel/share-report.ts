import { copyOfReport, NoSuchReport, reportSuffixes, ReportTooOld, UnreadableCopy } from '../report';
import type { CopyRequest, Masking } from '../report';
import { inExcel } from './in-excel';
import { asExcelProblem, ExcelProblem } from './problem';

/** The suffixes of the reports in the open workbook: '' for the first. One round trip. */
export async function listReports(): Promise<readonly string[]> {
  return inExcel(async (context) => {
    const { names } = context.workbook;
    names.load('items/name,items/formula');
    await context.sync();
    const present = names.items.filter(({ formula }) => !String(formula).includes('#REF!'));
    return reportSuffixes(present.map(({ name }) => name));
  });
}

/**
 * Opens a copy of a report as a new workbook, which the user saves and gives away. The copy is made from the
 * file of the open workbook, which is left as it is. (A file to download would be simpler, but Excel on a Mac
 * gives an add-in no downloads.)
 *
 * @returns what was masked; null in a copy with values only
 */
export async function shareReport(request: CopyRequest): Promise<Masking | null> {
  try {
    // In a workbook that calculates by hand the results may be old.
    await Excel.run(async (context) => {
      context.workbook.application.calculate('Recalculate');
      await context.sync();
    });
    const { bytes, masking } = copyOfReport(await fileOfWorkbook(), request);
    await openCopy(bytes);
    return masking;
  } catch (error) {
    if (error instanceof NoSuchReport) throw new ExcelProblem('no-report', error.message);
    if (error instanceof ReportTooOld) throw new ExcelProblem('report-too-old', error.message);
    if (error instanceof UnreadableCopy) throw new ExcelProblem('file-unreadable', error.message);
    throw asExcelProblem(error);
  }
}

/** Excel on the web takes 5 MB in one request, and what is opened travels in one. */
async function openCopy(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
  } catch (error) {
    const problem = asExcelProblem(error);
    if (problem.code !== 'too-large') throw problem;
    throw new ExcelProblem('copy-too-large', (bytes.length / 1e6).toFixed(1));
  }
}

/** The bytes of the open workbook as it is now, saved or not. */
async function fileOfWorkbook(): Promise<Uint8Array> {
  const file = await new Promise<Office.File>((resolve, reject) => {
    Office.context.document.getFileAsync(Office.FileType.Compressed, ({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(asProblem(error));
    });
  });
  try {
    const slices: Uint8Array[] = [];
    for (let index = 0; index < file.sliceCount; index += 1) slices.push(await sliceOf(file, index));
    const bytes = new Uint8Array(slices.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const slice of slices) {
      bytes.set(slice, at);
      at += slice.length;
    }
    return bytes;
  } finally {
    // Excel hands out two copies at most until they are given back.
    await new Promise<void>((resolve) => file.closeAsync(() => resolve()));
  }
}

async function sliceOf(file: Office.File, index: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.getSliceAsync(index, ({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(Uint8Array.from(value.data as number[]));
      else reject(asProblem(error));
    });
  });
}

function asProblem({ name, message }: Office.Error): ExcelProblem {
  return new ExcelProblem('refused', `${name}: ${message}`);
}

const chunk = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += chunk)
    letters += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(letters);
}
