import type { WorkbookPlan } from '../report';
import { explained } from './denied';
import { asExcelProblem, ExcelProblem } from './problem';
import { planSteps, setUpPrinting, type Step } from './write-plan';

/** A request stays well below the 5 MB that Excel on the web takes. */
const mostBytesPerRequest = 3_000_000;

export interface WriteOptions {
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
 * Writes a plan into new sheets of the open workbook: three round trips for a report of usual size, and one
 * more for every 3 MB. Nothing that is in the workbook is touched. A write that fails or is cancelled leaves
 * the workbook as it was.
 *
 * @throws ExcelProblem `sheets-exist` before anything is written, when a sheet, table or name is taken
 */
export async function writeReport(plan: WorkbookPlan, options: WriteOptions = {}): Promise<Written> {
  try {
    const before = await Excel.run((context) => checkFree(context, plan));
    try {
      await Excel.run((context) => write(context, plan, options));
    } catch (error) {
      const problem = asExcelProblem(error);
      const isUndone = await takeBack(plan, before);
      throw new ExcelProblem(problem.code, problem.detail, isUndone);
    }
    await Excel.run(async (context) => {
      setUpPrinting(context, plan);
      await context.sync();
    }).catch(() => undefined);
    return { sheets: plan.sheets.map(({ name }) => name) };
  } catch (error) {
    throw await explained(error);
  }
}

/** One round trip: whether the plan's names are free. Gives the names of the sheets that are there. */
async function checkFree(context: Excel.RequestContext, plan: WorkbookPlan): Promise<ReadonlySet<string>> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/name');
  names.load('items/name');
  tables.load('items/name');
  await context.sync();
  const sheets = new Set(worksheets.items.map(({ name }) => name));
  const taken = new Set(
    [...sheets, ...[...names.items, ...tables.items].map(({ name }) => name)].map(comparable),
  );
  const wanted = [
    ...plan.sheets.map(({ name }) => name),
    ...plan.names.map(({ name }) => name),
    ...plan.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)),
  ];
  const clashes = wanted.filter((name) => taken.has(comparable(name)));
  if (clashes.length > 0) throw new ExcelProblem('sheets-exist', clashes.slice(0, 5).join(', '));
  return sheets;
}

/** Excel tells neither sheets nor names apart by case. */
function comparable(name: string): string {
  return name.toLocaleLowerCase('da');
}

async function write(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  options: WriteOptions,
): Promise<void> {
  const requests = packed(planSteps(plan));
  for (const [index, steps] of requests.entries()) {
    if (options.signal?.aborted) throw new ExcelProblem('cancelled', '');
    options.onProgress?.(index / requests.length);
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { run } of steps) run(context);
    if (index === requests.length - 1) {
      const shown = context.workbook.worksheets.getItem(
        plan.sheets.find(({ key }) => key === plan.show)!.name,
      );
      shown.activate();
      shown.getRange('A1').select();
    }
    await context.sync();
  }
  if (options.signal?.aborted) throw new ExcelProblem('cancelled', '');
  options.onProgress?.(1);
}

function packed(steps: readonly Step[]): Step[][] {
  const requests: Step[][] = [[]];
  let bytes = 0;
  for (const step of steps) {
    if (bytes > 0 && bytes + step.bytes > mostBytesPerRequest) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)!.push(step);
    bytes += step.bytes;
  }
  return requests;
}

/** Deletes the sheets and names that this write added. A sheet that was there before is never touched. */
async function takeBack(plan: WorkbookPlan, before: ReadonlySet<string>): Promise<boolean> {
  try {
    await Excel.run(async (context) => {
      const sheets = plan.sheets
        .filter(({ name }) => !before.has(name))
        .map(({ name }) => context.workbook.worksheets.getItemOrNullObject(name));
      const names = plan.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
      await context.sync();
      for (const item of [...names, ...sheets]) if (!item.isNullObject) item.delete();
      await context.sync();
    });
    return true;
  } catch {
    return false;
  }
}
