import { readParts, readSelected, readWorkbook, readWorkbookFile, type ReadOptions } from '../excel';
import {
  isOtherWorkbook,
  isWorkbookFile,
  workbookProblem,
  type InputFile,
  type SourceGrid,
  type StudyOptions,
  type Summed,
} from '../study';
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
): Promise<Summed> {
  const { signal } = reading;
  const cancelling = signal ? { signal } : {};
  const readGrids = (grids: readonly SourceGrid[]): Promise<Summed> =>
    doWork('readGrids', { grids, options }, cancelling);
  switch (source.kind) {
    case 'example':
      return doWork('example', { options }, cancelling);
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
  if (file.problem || file.isLeftOut) return file;
  if (isOtherWorkbook(file.name)) return { ...file, problem: 'not-a-workbook' };
  if (!isWorkbookFile(file.name)) return file;
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
