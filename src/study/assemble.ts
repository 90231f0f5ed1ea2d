import { allFindings } from './all-findings';
import { exampleTables, publishedFigures } from './example';
import type { FileProblem } from './file-problem';
import { finding, type Finding } from './finding';
import { firstOfEachKind } from './first-of-each-kind';
import { comparable, type SourceGrid } from './grid';
import { readTables } from './read-tables';
import { readCsv, decodeText } from './read-csv';
import { readOptions } from './read-options';
import { TextAllowance } from './text-allowance';
import { defaultOptions, type Programme, type Study, type StudyOptions } from './study';

/** A study that was read and checked: complete when no finding is an error. */
export interface Assembled<Counts = Study['tables']['counts']> {
  readonly study: Study<Counts>;
  /** What reading had to say; it stays true whatever is chosen. */
  readonly reading: readonly Finding[];
  /** The same, followed by what `checkStudy` says of the study as it stands. */
  readonly findings: readonly Finding[];
}

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Why it is not read, where that is known already. */
  readonly problem?: FileProblem;
  /** It lies beside the others and is not to be read: that is said. */
  readonly isLeftOut?: boolean;
}

export function exampleStudy(options: StudyOptions = defaultOptions): Study {
  const asPublished = options.from === -2 && options.to === 2;
  return { tables: exampleTables, options, published: asPublished ? publishedFigures : [] };
}

/** The study in tables of cells, wherever they come from. */
export function assembleStudy(
  grids: readonly SourceGrid[],
  options: StudyOptions = defaultOptions,
  weeklyHours: ReadonlyMap<string, number> = new Map(),
): Assembled {
  const { study, reading } = readStudy(grids, options, weeklyHours);
  return { study, reading, findings: allFindings(study, reading) };
}

function readStudy(
  grids: readonly SourceGrid[],
  options: StudyOptions,
  weeklyHours: ReadonlyMap<string, number>,
  onProgress?: (share: number) => void,
): Pick<Assembled, 'study' | 'reading'> {
  const { tables, findings } = readTables(grids, options.keepApart, onProgress);
  const named = nameAsTables(tables.programmes, options.exclude);
  const withHours = applyWeeklyHours(tables.programmes, weeklyHours);
  const study: Study = {
    tables: { ...tables, programmes: withHours.programmes },
    options: { ...options, exclude: named },
    published: [],
  };
  // They are kept with the study, and shown beside it.
  return { study, reading: firstOfEachKind([...findings, ...withHours.findings], mostOfAKind) };
}

/** Whether a file holds a table as text: Excel saves "Unicode text" as .txt. */
export const isTextTable = (name: string): boolean => /\.(?:csv|tsv|txt)$/iu.test(name);

/** Whether a file is a workbook that Excel inserts into an open one. */
export const isWorkbookFile = (name: string): boolean => /\.xlsx$/iu.test(name);

/** Whether a file is a workbook of another kind, which Excel does not insert; macros may be in it. */
export const isOtherWorkbook = (name: string): boolean => /\.(?:xlsm|xlsb|xls|ods)$/iu.test(name);

/** What is done, of all the work, once the files are parted into cells, and once their tables are read. */
const [partingShare, tablesShare] = [0.3, 0.7];

/**
 * The study in a folder's files: .csv tables and `study.json`. Other files are named and left out.
 *
 * @param sheets of workbooks among the files, which only Excel can read
 * @param onProgress called with the share of the work that is done, wherever much of it is
 */
export function assembleFiles(
  files: readonly InputFile[],
  options: StudyOptions = defaultOptions,
  sheets: readonly SourceGrid[] = [],
  onProgress: (share: number) => void = () => undefined,
): Assembled {
  const findings: Finding[] = [];
  const grids: SourceGrid[] = [...sheets];
  const allowance = new TextAllowance();
  const allBytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let bytesRead = 0;
  let read = { options, weeklyHours: new Map<string, number>() as ReadonlyMap<string, number> };
  for (const { name, bytes, problem, isLeftOut } of files) {
    if (isLeftOut) findings.push(finding('note', 'file-ignored', { file: name }));
    else if (problem) findings.push(finding('error', 'file-unreadable', { file: name, reason: problem }));
    else if (name.toLowerCase() === 'study.json') {
      const { findings: problems, ...rest } = readOptions(decodeText(bytes), name, options);
      read = rest;
      findings.push(...problems);
    } else if (isTextTable(name)) {
      const text = decodeText(bytes);
      if (text.includes('\ufffd')) findings.push(finding('warning', 'text-garbled', { found: name }));
      grids.push(readCsv(text, name, allowance));
    } else {
      findings.push(finding('note', 'file-ignored', { file: name }));
    }
    bytesRead += bytes.length;
    onProgress(partingShare * (bytesRead / Math.max(1, allBytes)));
  }
  const { study, reading: ofTables } = readStudy(grids, read.options, read.weeklyHours, (share) =>
    onProgress(partingShare + (tablesShare - partingShare) * share),
  );
  onProgress(tablesShare);
  const reading = [...findings, ...ofTables];
  return { study, reading, findings: allFindings(study, reading) };
}

/** A broken file has one for every row, or every cell. */
const mostOfAKind = 1000;

function nameAsTables(programmes: readonly Programme[], names: readonly string[]): string[] {
  const areas = new Map(programmes.map(({ area }) => [comparable(area), area]));
  return names.map((name) => areas.get(comparable(name)) ?? name);
}

function applyWeeklyHours(programmes: readonly Programme[], weeklyHours: ReadonlyMap<string, number>) {
  const byName = new Map([...weeklyHours].map(([area, hours]) => [comparable(area), { area, hours }]));
  const known = new Set(programmes.map(({ area }) => comparable(area)));
  const findings = [...byName]
    .filter(([key]) => !known.has(key))
    .map(([, { area }]) => finding('error', 'option-unknown-area', { option: 'weekly_hours', area }));
  const updated = programmes.map((programme): Programme => {
    const override = byName.get(comparable(programme.area));
    return override ? { ...programme, weeklyHours: override.hours } : programme;
  });
  return { programmes: updated, findings };
}
