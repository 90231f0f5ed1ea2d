import { readWorkbook } from '../excel';
import {
  assembleFiles,
  assembleStudy,
  checkStudy,
  exampleStudy,
  type Assembled,
  type StudyOptions,
} from '../study';
import type { Source } from './wizard';

/** Reads and checks the built-in example, the open workbook or files. */
export async function readSource(source: Source, options: StudyOptions): Promise<Assembled> {
  if (source.kind === 'workbook') return assembleStudy(await readWorkbook(), options);
  if (source.kind === 'files') return assembleFiles(source.files, options);
  const study = exampleStudy(options);
  return { study, reading: [], findings: checkStudy(study) };
}
