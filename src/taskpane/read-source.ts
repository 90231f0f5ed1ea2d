import { readParts, readSelected, readWorkbook, readWorkbookFile, type ReadOptions } from '../excel';
import {
  checkStudy,
  exampleStudy,
  isWorkbookFile,
  workbookProblem,
  type Assembled,
  type InputFile,
  type SourceGrid,
  type StudyOptions,
} from '../study';
import { rememberSummary } from './counts-summary';
import type { DoWork } from './study-work';
import type { Source } from './wizard';

/**
 * Reads and checks the built-in example, the open workbook or parts of it, or files.
 *
 * @param doWork where what takes long is done
 */
export async function readSource(
  source: Source,
  options: StudyOptions,
  doWork: DoWork,
  reading: ReadOptions = {},
): Promise<Assembled> {
  const assembled = await readAny(source, options, doWork, reading);
  if (source.kind !== 'example') await summariseCounts(assembled, doWork, reading);
  return assembled;
}

/** So that what is shown of the counts is known before it is shown. */
export async function summariseCounts(
  assembled: Assembled,
  doWork: DoWork,
  { signal }: ReadOptions = {},
): Promise<void> {
  const summary = await doWork('summary', { assembled }, signal ? { signal } : {});
  rememberSummary(assembled.study.tables.counts, summary);
}

async function readAny(
  source: Source,
  options: StudyOptions,
  doWork: DoWork,
  reading: ReadOptions,
): Promise<Assembled> {
  const { signal } = reading;
  const cancelling = signal ? { signal } : {};
  const readGrids = (grids: readonly SourceGrid[]): Promise<Assembled> =>
    doWork('readGrids', { grids, options }, cancelling);
  switch (source.kind) {
    case 'example': {
      const study = exampleStudy(options);
      return { study, reading: [], findings: checkStudy(study) };
    }
    case 'workbook':
      return readGrids(await readWorkbook(reading));
    case 'parts':
      return readGrids(await readParts(source.parts, reading));
    case 'selection':
      return readGrids(await readSelected(source.selected, reading));
    case 'files': {
      const files = source.files.map(looked);
      const workbooks = files.filter(
        ({ name, problem, isLeftOut }) => isWorkbookFile(name) && !problem && !isLeftOut,
      );
      const others = files.filter((file) => !workbooks.includes(file));
      const grids = await gridsOf(workbooks, doWork, reading);
      return doWork('readFiles', { files: others, options, grids }, reading);
    }
  }
}

/** A workbook that Excel should not be given is refused before it is. */
function looked(file: InputFile): InputFile {
  if (file.problem || file.isLeftOut || !isWorkbookFile(file.name)) return file;
  const problem = workbookProblem(file.bytes);
  return problem ? { ...file, problem } : file;
}

/** The sheets of other workbooks, by way of the open one. */
async function gridsOf(
  files: readonly InputFile[],
  doWork: DoWork,
  reading: ReadOptions,
): Promise<SourceGrid[]> {
  const grids: SourceGrid[] = [];
  for (const { name, bytes } of files) {
    const base64 = await doWork('toBase64', { bytes }, reading.signal ? { signal: reading.signal } : {});
    grids.push(...(await readWorkbookFile(base64, name, reading)));
  }
  return grids;
}
