import fc from 'fast-check';
import { readWorkbook, reportsThere, writeReport } from '../../src/excel';
import { preparePlan } from '../../src/excel/prepare-plan';
import { ExcelProblem } from '../../src/excel/problem';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { bookOf, openWorkbook } from '../support/open-workbook';
import { inspectReport } from '../support/inspect-report';
import { smallPlan } from '../support/small-plan';

/**
 * Faults one after another, as nobody would think of them: writes that lose the connection anywhere, for a moment or
 * for good, in between the file is opened anew, and the user types, renames, moves and deletes sheets. Whatever came
 * before, the next write without a fault ends with a whole report, and with everything that the user has typed.
 */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      value: fc.integer({ min: 1, max: 90 }),
      rows: fc.integer({ min: 2, max: 4 }),
      fault: fc.option(
        fc.record({
          trip: fc.integer({ min: 1, max: 9 }),
          actions: fc.constantFrom(0, 0, 1, 5, 12, 25, 60, 110, Infinity, Infinity),
          isForGood: fc.boolean(),
        }),
        { freq: 4 },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('rename' as const, 'move' as const, 'delete' as const, 'type' as const),
      at: fc.nat(9),
      number: fc.integer({ min: 200, max: 300 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
/** More round trips than any write takes. */
const forGood = 14;

let workbench: HeadlessWorkbench;
/** What was typed into the first count of the report, which must not get lost any more. */
let typed: number | null;
const list = () => workbench.engine.sheets.list();
const idOf = (wanted: string): string => list().find(({ name }) => name === wanted)!.id;
const firstCount = { row: 1, column: 1, rows: 1, columns: 1 };
const valueIn = (sheet: string, place = firstCount): unknown =>
  workbench.engine.cells.values(idOf(sheet), place)[0]![0];
const reportSheets = async () => (await reportsThere())[0]?.sheets ?? new Map<string, string>();

async function reopen(): Promise<void> {
  const bytes = await writeXlsx(workbench.engine.snapshot());
  await workbench.close();
  workbench = await openWorkbook({ language: 'da-DK', book: await readXlsx(bytes) });
}

/** As the pane does: a report that is there is looked at, and written anew with what was typed. */
async function write(value: number, rows: number): Promise<readonly string[]> {
  if ((await reportsThere()).length === 0) return (await writeReport(smallPlan('', value, rows))).sheets;
  const { typed: found } = await inspectReport('');
  const plan = preparePlan(smallPlan('', value, rows), new Map(found.map(({ key, now }) => [key, now])));
  return (await writeReport(plan, { isUpdate: true })).sheets;
}

async function expectWhole(sheets: readonly string[], value: number): Promise<void> {
  await workbench.host.settle();
  expect([...list().map(({ name }) => name)].sort()).toEqual(['Mine', ...sheets].sort());
  expect(sheets.filter((name) => /^sv\d+_/u.test(name))).toEqual([]);
  const names = workbench.engine.names.list();
  expect(names.filter(({ name, reference }) => /writing/u.test(name) || reference.includes('#'))).toEqual([]);
  expect((await readWorkbook()).map(({ source, cells }) => [source, cells])).toEqual([
    ['Mine', [['Do not touch', 1]]],
  ]);
  const own = await reportSheets();
  expect(valueIn(own.get('data')!)).toBe(typed ?? value);
  expect(typeof valueIn(own.get('effect')!, { ...firstCount, row: 0, column: 0 })).toBe('number');
}

async function act(each: Exclude<Step, { kind: 'write' }>): Promise<void> {
  if (each.kind === 'reopen') return reopen();
  const others = list().filter(({ name }) => name !== 'Mine');
  const chosen = others[each.at % Math.max(1, others.length)];
  const data = (await reportSheets()).get('data');
  if (!chosen) return;
  if (each.kind === 'rename') workbench.engine.sheets.rename(chosen.id, `Vores ${each.number}`);
  if (each.kind === 'move') workbench.engine.sheets.move(chosen.id, each.number % list().length);
  if (each.kind === 'delete') workbench.engine.sheets.remove(chosen.id);
  if (each.kind === 'type' && data !== undefined)
    workbench.engine.cells.write(idOf(data), firstCount, [[(typed = each.number)]]);
  // With its sheet goes what was typed into it.
  if (!(await reportSheets()).has('data')) typed = null;
}

async function run(steps: readonly Step[]): Promise<void> {
  typed = null;
  const book = bookOf({ Mine: [['Do not touch', 1]] });
  workbench = await openWorkbook({ language: 'da-DK', book });
  try {
    for (const each of [...steps, { kind: 'write', value: 7, rows: 3, fault: null } as const]) {
      if (each.kind !== 'write') await act(each);
      else if (each.fault === null) await expectWhole(await write(each.value, each.rows), each.value);
      else {
        const { trip, actions, isForGood } = each.fault;
        workbench.host.failRoundTrip(trip, 'ConnectionFailure', actions);
        for (let more = 1; isForGood && more < forGood; more += 1)
          workbench.host.failRoundTrip(trip + more, 'ConnectionFailure');
        const end: unknown = await write(each.value, each.rows).catch((error: unknown) => error);
        if (end instanceof ExcelProblem) expect(end.code).toBe('connection');
        else expect(end).toBeInstanceOf(Array);
        // The host starts anew, with what it had.
        await reopen();
      }
    }
  } finally {
    await workbench.close();
  }
}

test('whatever goes wrong one after another, the next run works, and nothing typed is lost', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), run), {
    ...{ seed: 20261126, numRuns: 14 },
  });
}, 240_000);
