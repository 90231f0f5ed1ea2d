import { readParts, readSelected, readWorkbook, readWorkbookFile, type ReadOptions } from '../excel';
import {
  assembleFiles,
  assembleStudy,
  checkStudy,
  exampleStudy,
  isWorkbookFile,
  workbookProblem,
  type Assembled,
  type InputFile,
  type SourceGrid,
  type StudyOptions,
} from '../study';
import type { Source } from './wizard';

/** Reads and checks the built-in example, the open workbook or parts of it, or files. */
export async function readSource(
  source: Source,
  options: StudyOptions,
  reading: ReadOptions = {},
): Promise<Assembled> {
  switch (source.kind) {
    case 'example': {
      const study = exampleStudy(options);
      return { study, reading: [], findings: checkStudy(study) };
    }
    case 'workbook':
      return assembleStudy(await readWorkbook(reading), options);
    case 'parts':
      return assembleStudy(await readParts(source.parts, reading), options);
    case 'selection':
      return assembleStudy(await readSelected(source.selected, reading), options);
    case 'files': {
      const files = source.files.map(looked);
      const workbooks = files.filter(
        ({ name, problem, isLeftOut }) => isWorkbookFile(name) && !problem && !isLeftOut,
      );
      const others = files.filter((file) => !workbooks.includes(file));
      return assembleFiles(others, options, await gridsOf(workbooks, reading));
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
async function gridsOf(files: readonly InputFile[], reading: ReadOptions): Promise<SourceGrid[]> {
  const grids: SourceGrid[] = [];
  for (const { name, bytes } of files)
    grids.push(...(await readWorkbookFile(base64Of(bytes), name, reading)));
  return grids;
}

/** Piece by piece: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
  return btoa(pieces.join(''));
}
