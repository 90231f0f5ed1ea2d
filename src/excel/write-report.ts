import { underSheetNames, type SheetKey, type WorkbookPlan } from '../report';
import { explained } from './denied';
import { forThisRequest } from './for-this-request';
import { readFormulas } from './read-formulas';
import { comparableName, sheetOf, unfinishedIn, unfinishedName } from './own-sheets';
import { preparePlan, type PreparedPlan, type PreparedSheet } from './prepare-plan';
import { asExcelProblem, ExcelProblem } from './problem';
import { RunningMarks } from './report-record';
import { inTurns, turn } from './in-turns';
import { oneByOne, savedNamespace } from './saved-xml';
import { dropReplaced, dropRest, swapBack, swapIn, type Swap } from './swap-reports';
import { readUsersFormulas, surveyWorkbook, type Survey } from './survey-workbook';
import { planSteps, setUpPrinting, targetOf, type Step } from './write-plan';

/**
 * Excel on the web takes 5 MB at once, but Office.js makes a request in one go, as a text and once more in the
 * message that it goes with, and holds the pane up meanwhile: 20 to 60 ms for about as much on a slow, busy machine.
 * Each request has its own way there and back, so they are not much smaller than need be.
 */
const mostBytesPerRequest = 280_000;

export interface WriteOptions {
  /** Takes the place of the report of the same suffix, which is taken away once the new one is there. */
  readonly isUpdate?: boolean;
  /** Called before each request, with the share that is done. */
  readonly onProgress?: (share: number) => void;
  /** Cancels before the next request; what has been written is taken away again. */
  readonly signal?: AbortSignal;
}

export interface Written {
  /** The sheets' names, in their order. */
  readonly sheets: readonly string[];
}

/**
 * Writes a report into new sheets of the open workbook: a round trip to look, one for every 0.3 MB of the report
 * (two at least), and three that make it the better, of a large report more. Nothing else that is in the workbook is
 * touched. A write that fails or is cancelled leaves the workbook as it was.
 *
 * In place of an earlier report it is written beside that first, under other names, and the two change places
 * in a single request: until then the earlier one is whole, and afterwards it can still be put back.
 *
 * @throws ExcelProblem `sheets-exist` before anything is written, when a sheet, table or name is taken
 */
export async function writeReport(
  report: WorkbookPlan | PreparedPlan,
  options: WriteOptions = {},
): Promise<Written> {
  const plan = preparePlan(report);
  try {
    const isUpdate = options.isUpdate ?? false;
    const survey = await Excel.run((context) => surveyWorkbook(context, plan.suffix, isUpdate));
    refuseTaken(plan, survey);
    const { replaced } = survey;
    const swap: Swap | null = replaced
      ? { survey: { ...survey, replaced }, usersFormulas: [], plan, ...temporaryNames(plan, survey) }
      : null;
    const written = swap ? underTemporaryNames(swap) : plan;
    const added: Added = { sheets: null, parts: [] };
    try {
      await Excel.run((context) => write(context, written, swap, survey, added, options));
    } catch (error) {
      const problem = asExcelProblem(error);
      const end = await takeBack(written, survey, swap, added);
      if (end !== 'new-stays') throw new ExcelProblem(problem.code, problem.detail, end === 'undone');
    }
    // As they were called last: the user may have renamed one meanwhile.
    const earlier = swap?.survey.replaced.sheets;
    const sheets = plan.sheets.map(({ key, name }) => earlier?.get(key)?.name ?? name);
    await finish(plan, sheets);
    return { sheets };
  } catch (error) {
    throw await explained(error);
  }
}

/** The report is whole: what follows makes it the better, and fails without harm. */
async function finish(plan: PreparedPlan, names: readonly string[]): Promise<void> {
  const named = { ...plan, sheets: plan.sheets.map((sheet, index) => ({ ...sheet, name: names[index]! })) };
  await Excel.run(async (context) => {
    setUpPrinting(context, named);
    await context.sync();
  }).catch(() => undefined);
  await Excel.run((context) => keepMarks(context, named)).catch(() => undefined);
}

/** Whether the plan's names are free, but for those of the report that it takes the place of. */
function refuseTaken(plan: PreparedPlan, { taken, replaced }: Survey): void {
  const own = new Set(
    [...(replaced?.names ?? []), ...(replaced?.tables ?? []), ...(replaced?.sheets.values() ?? [])].map(
      ({ name }) => comparableName(name),
    ),
  );
  const wanted = [
    ...plan.sheets.filter(({ key }) => !replaced?.sheets.has(key)).map(({ name }) => name),
    ...plan.names.map(({ name }) => name),
    ...plan.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)),
  ];
  const clashes = wanted.filter((name) => taken.has(comparableName(name)) && !own.has(comparableName(name)));
  if (clashes.length > 0) throw new ExcelProblem('sheets-exist', clashes.slice(0, 5).join(', '));
}

/** Names that nothing in the workbook has, for the time until the reports change places. */
function temporaryNames(plan: PreparedPlan, { taken }: Survey): Pick<Swap, 'sheets' | 'tableName' | 'mark'> {
  let number = 1;
  const isFree = (mark: string): boolean =>
    ![...taken].some((name) => name.startsWith(`${mark}new`) || name.startsWith(`${mark}old`));
  while (!isFree(`sv${number}_`)) number += 1;
  const mark = `sv${number}_`;
  const sheets = new Map<SheetKey, string>(plan.sheets.map(({ key }) => [key, `${mark}new_${key}`]));
  return { sheets, tableName: (name) => `${mark}new_${name}`, mark };
}

/** What is written until the reports change places: the workbook's names come with that. */
function underTemporaryNames({ plan, sheets, tableName }: Swap): PreparedPlan {
  const renamed = plan.sheets.map((sheet) => ({
    ...sheet,
    name: sheets.get(sheet.key)!,
    tables: sheet.tables.map((table) => ({ ...table, name: tableName(table.name) })),
  }));
  return { ...plan, sheets: renamed, names: [] };
}

/**
 * What a write has added, once Excel has told the ids: another pane that writes at the same time takes unfinished
 * sheets for left over, and has sheets of the same names.
 */
interface Added {
  sheets: ReadonlySet<string> | null;
  /** The record's parts. */
  parts: readonly string[];
}

async function write(
  context: Excel.RequestContext,
  written: PreparedPlan,
  swap: Swap | null,
  survey: Survey,
  added: Added,
  options: WriteOptions,
): Promise<void> {
  const sheets: Excel.Worksheet[] = [];
  const parts: Excel.CustomXmlPart[] = [];
  const requests = packed([
    { bytes: 0, run: ({ context: now }) => clearUnfinished(now, survey) },
    ...planSteps(
      written,
      (now, sheet, number) => {
        markUnfinished(now, sheet, number);
        sheet.load('id');
        sheets.push(sheet);
      },
      swap ? underSheetNames(swap.plan.sheets, swap.sheets) : undefined,
      (name) => survey.dangling.has(comparableName(name)),
    ),
    ...written.record.map(({ xml, bytes }): Step => ({
      bytes,
      run: ({ context: now }) => {
        const part = now.workbook.customXmlParts.add(xml);
        part.load('id');
        parts.push(part);
      },
    })),
  ]);
  // Marks go only when the ids are known: until then they alone tell whose the sheets are.
  if (!swap && requests.length === 1) requests.push([]);
  const count = requests.length + (swap ? 2 : 0);
  const proceed = (done: number): void => {
    if (options.signal?.aborted) throw new ExcelProblem('cancelled', '');
    options.onProgress?.(done / count);
  };
  for (const [index, steps] of requests.entries()) {
    proceed(index);
    const isLast = index === requests.length - 1;
    context.application.suspendScreenUpdatingUntilNextSync();
    // A report of many areas takes several requests, and is computed once: when all of it is there, in its place.
    if (swap || !isLast) context.application.suspendApiCalculationUntilNextSync();
    expectSheets(context, added);
    await runAll(context, steps);
    if (!swap && isLast) {
      for (const number of written.sheets.keys())
        context.workbook.names.getItem(unfinishedName(number)).delete();
      dropRecords(context, survey);
      showFirst(context, written);
    }
    if (!swap && isLast && requests.length > 1) context.application.calculate('Recalculate');
    await context.sync();
    added.sheets ??= new Set(sheets.map(({ id }) => id));
    added.parts = parts.map(({ id }) => id);
  }
  if (swap) {
    proceed(requests.length);
    // The user has gone on working meanwhile, and another pane may have.
    context.application.suspendApiCalculationUntilNextSync();
    const now = await surveyWorkbook(context, swap.plan.suffix, true);
    const records = now.records.filter((id) => !added.parts.includes(id));
    swap.survey = { ...survey, records, replaced: now.replaced! };
    swap.usersFormulas = await readUsersFormulas(context, now, now.replaced!);
    expectSheets(context, added);
    await swapIn(context, swap);
    proceed(requests.length + 1);
    await dropReplaced(context, swap);
  } else if (options.signal?.aborted) {
    throw new ExcelProblem('cancelled', '');
  }
  options.onProgress?.(1);
}

/** The pane goes on answering while a large report is put into requests. */
async function runAll(context: Excel.RequestContext, steps: readonly Step[]): Promise<void> {
  await inTurns(runEach(context, steps));
  // Sending it comes next, and takes its time.
  await turn();
}

function* runEach(context: Excel.RequestContext, steps: readonly Step[]): Generator<void, void, void> {
  const target = targetOf(context);
  for (const { run } of steps) {
    run(target);
    yield;
  }
}

/** A request does nothing at all where one of the sheets is gone: one of the same name may be another pane's. */
function expectSheets(context: Excel.RequestContext, { sheets }: Added): void {
  for (const id of sheets ?? []) context.workbook.worksheets.getItem(id).load('id');
}

function showFirst(context: Excel.RequestContext, plan: PreparedPlan): void {
  const shown = context.workbook.worksheets.getItem(plan.sheets.find(({ key }) => key === plan.show)!.name);
  shown.activate();
  forThisRequest(shown.getRange('A1')).select();
}

/** A new sheet is marked at once, so that it is known as the add-in's own whatever happens next. */
function markUnfinished(context: Excel.RequestContext, sheet: Excel.Worksheet, number: number): void {
  context.workbook.names.add(unfinishedName(number), forThisRequest(sheet.getRange('A1')));
}

/** What an earlier write left behind that was cut off: the sheets that are marked now, or none. */
function clearUnfinished(context: Excel.RequestContext, { unfinished }: Survey): void {
  for (const { name, hasSheet } of unfinished) {
    const mark = context.workbook.names.getItem(name);
    if (hasSheet) mark.getRange().worksheet.delete();
    mark.delete();
  }
}

/** Records of a report of this suffix that is gone, or that this one takes the place of. */
function dropRecords(context: Excel.RequestContext, { records }: Survey): void {
  for (const id of records) context.workbook.customXmlParts.getItem(id).delete();
}

/** In as few requests as take them, and these of much the same size: the largest holds the pane up the longest. */
function packed(steps: readonly Step[]): Step[][] {
  const total = steps.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = total / Math.max(1, Math.ceil(total / mostBytesPerRequest));
  const requests: Step[][] = [[]];
  let bytes = 0;
  let before = 0;
  for (const step of steps) {
    const isFull = bytes + step.bytes > mostBytesPerRequest;
    if (bytes > 0 && (isFull || before + step.bytes / 2 > share * requests.length)) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)!.push(step);
    bytes += step.bytes;
    before += step.bytes;
  }
  return requests;
}

/**
 * Takes away what this write has added, and puts back what it had moved. What was there before is never touched.
 *
 * @returns `new-stays` where the earlier report is gone already: then the new one is whole, and takes its place
 */
async function takeBack(
  written: PreparedPlan,
  survey: Survey,
  swap: Swap | null,
  added: Added,
): Promise<'undone' | 'new-stays' | 'left-over'> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      return await Excel.run(async (context) => {
        if (swap && added.sheets && !(await swapBack(context, swap, added.sheets))) {
          await dropRest(context, swap);
          return 'new-stays';
        }
        await takeAway(context, written, survey, added);
        return 'undone';
      });
    } catch {
      // A connection that was lost may be back the next time.
    }
  }
  return 'left-over';
}

/** Deletes the sheets, names and records that were not there before, but for those of another pane. */
async function takeAway(
  context: Excel.RequestContext,
  written: PreparedPlan,
  survey: Survey,
  added: Added,
): Promise<void> {
  const { worksheets, names, customXmlParts } = context.workbook;
  worksheets.load('items/id,items/name');
  names.load('items/name,items/formula');
  customXmlParts.load('items/id,items/namespaceUri');
  const shown = worksheets.getItemOrNullObject(survey.active);
  await context.sync();
  // One that the user has renamed meanwhile is known by its mark.
  const marked = new Set(unfinishedIn(names.items).map(comparableName));
  const called = new Set([...written.sheets.map(({ name }) => comparableName(name)), ...marked]);
  const come = worksheets.items.filter(
    ({ id, name }) => !survey.sheetIds.has(id) && called.has(comparableName(name)),
  );
  const own = added.sheets
    ? worksheets.items.filter(({ id }) => added.sheets!.has(id))
    : await unfinishedAmong(context, come, marked);
  const others = come.filter((sheet) => !own.includes(sheet));
  const ownNames = new Set(own.map(({ name }) => comparableName(name)));
  const before = new Set(survey.names.map(({ name }) => comparableName(name)));
  const put = new Set(
    [...written.names.map(({ name }) => name), ...[...written.sheets.keys()].map(unfinishedName)].map(
      comparableName,
    ),
  );
  for (const { name, formula } of names.items) {
    if (!put.has(comparableName(name)) || before.has(comparableName(name))) continue;
    const sheet = sheetOf(String(formula));
    // Not through the item itself: that is found by its number, which the one before may just have lost.
    if (sheet === null || ownNames.has(comparableName(sheet))) names.getItem(name).delete();
  }
  for (const sheet of own) sheet.delete();
  for (const part of customXmlParts.items) {
    const hasCome = part.namespaceUri === survey.recordNamespace && !survey.parts.has(part.id);
    if (added.parts.includes(part.id) || (hasCome && others.length === 0)) part.delete();
  }
  if (!shown.isNullObject) shown.activate();
  await context.sync();
}

/**
 * Of sheets that have come since, those of a write that has not heard of its first request's end: they are marked, or
 * it ended just before that, and the sheet is empty. What is neither is another pane's, and finished.
 */
async function unfinishedAmong(
  context: Excel.RequestContext,
  come: readonly Excel.Worksheet[],
  marked: ReadonlySet<string>,
): Promise<readonly Excel.Worksheet[]> {
  const isMarked = ({ name }: Excel.Worksheet): boolean => marked.has(comparableName(name));
  const unmarked = come.filter((sheet) => !isMarked(sheet));
  if (unmarked.length === 0) return come;
  const filled = unmarked.map((sheet) => sheet.getUsedRangeOrNullObject(true));
  await context.sync();
  return come.filter((sheet) => isMarked(sheet) || filled[unmarked.indexOf(sheet)]!.isNullObject);
}

/** Keeps what tells which cells a user changes from now on. */
async function keepMarks(context: Excel.RequestContext, plan: PreparedPlan): Promise<void> {
  const namespace = savedNamespace.marks(plan.suffix);
  const earlier = context.workbook.customXmlParts.getByNamespace(namespace);
  earlier.load('items/id');
  const running = plan.sheets.map((sheet) => new RunningMarks(inputsOn(sheet)));
  const names = plan.sheets.map(({ name }) => name);
  const characters = plan.sheets.flatMap(({ texts }) => texts).reduce((sum, { length }) => sum + length, 0);
  for await (const { sheet, firstRow, firstColumn, cells } of readFormulas(context, names, characters))
    running[sheet]!.add(cells, firstRow, firstColumn);
  // Sheet by sheet: of thousands of areas, all at once would hold the pane up.
  const marks: string[] = [];
  for (const [index, { key, charts }] of plan.sheets.entries()) {
    marks.push(`${JSON.stringify(key)}:${JSON.stringify(running[index]!.marks(charts.length))}`);
    await turn();
  }
  for (const part of earlier.items) part.delete();
  // Each in a request of its own, where there are many rows.
  for (const xml of oneByOne(namespace, `{${marks.join(',')}}`)) {
    context.workbook.customXmlParts.add(xml);
    await context.sync();
  }
}

/** Whether a cell is one that a person types into. */
function inputsOn({ inputs }: PreparedSheet): (row: number, column: number) => boolean {
  const byColumn = new Map<number, { readonly row: number; readonly rows: number }[]>();
  for (const input of inputs) byColumn.set(input.column, [...(byColumn.get(input.column) ?? []), input]);
  return (row, column) =>
    byColumn.get(column)?.some((input) => row >= input.row && row < input.row + input.rows) ?? false;
}
