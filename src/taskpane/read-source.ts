import { readWorkbook } from '../excel';
import { assembleStudy, checkStudy, exampleStudy, type Assembled, type StudyOptions } from '../study';

/** Reads and checks the built-in example or the open workbook. */
export async function readSource(source: 'example' | 'workbook', options: StudyOptions): Promise<Assembled> {
  if (source === 'workbook') return assembleStudy(await readWorkbook(), options);
  const study = exampleStudy(options);
  return { study, reading: [], findings: checkStudy(study) };
}
