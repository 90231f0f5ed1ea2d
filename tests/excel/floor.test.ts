import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features, floor, type Feature } from '../../src/excel';
import { evaluate } from '../../src/taskpane/headless';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { includes, officeMembers, type ApiSet, type MemberUse } from '../support/office-members';
import { bookOf, openWorkbook } from '../support/open-workbook';

/**
 * What the shipped code asks of Office.js, held against the floor that the manifest promises: the sets stand in
 * Microsoft's own type declarations.
 */
const shipped = ['src/excel', 'src/taskpane', 'src/functions', 'src/conformance'];
const search = (folders: readonly string[]): MemberUse[] =>
  officeMembers(folders, (name, argument) =>
    name === 'isOffered' ? asSet(features[argument as Feature]) : undefined,
  );
const uses = search(shipped);

function asSet({ set, version }: (typeof features)[Feature]): ApiSet {
  return { name: set, version };
}

/** Sets that come with every Excel that has the floor, though no manifest needs to ask for them. */
const everywhere: readonly ApiSet[] = [
  ...Object.entries(floor).map(([name, version]) => ({ name, version })),
  // Since Excel 2016 and in every browser.
  { name: 'DialogApi', version: '1.2' },
  // Documented for Excel on Windows, on a Mac and in a browser: the workbook's file, handed over in slices.
  { name: 'CompressedFile', version: '1.1' },
  { name: 'File', version: '1.1' },
];

/** The common members that belong to no requirement set: they came with the first Office.js. */
const inNoSet = [
  /^Office\.(onReady|context|Context\.\w+|ContextInformation\.\w+|OfficeTheme\.\w+)$/,
  /^Office\.RequirementSetSupport\.isSetSupported$/,
  /^Office\.UI\.(displayDialogAsync|openBrowserWindow)$/,
  // Part of the shared runtime, though the declarations do not say so.
  /^Office\.(actions|addin)(\.\w+)?$/,
  /^Office\.(Actions\.associate|Addin\.\w+)$/,
  // Of the client library itself: batches, errors, what every object has.
  /^OfficeExtension\./,
  /^Excel\.(run|RequestContext\.\w+|createWorkbook)$/,
  /^Excel\.\w+\.(load|isNullObject|toJSON|context|set|items|untrack|track)$/,
  /^CustomFunctions\.associate$/,
  /^Office\.DialogOptions\.\w+$/,
  // Answers of the common API, and the workbook's file in slices.
  /^Office\.(FileType|AsyncResultStatus)(\.\w+)?$/,
  /^Office\.(AsyncResult|Error|Slice)\.\w+$/,
  /^Office\.File\.sliceCount$/,
  // Of the host's description in `Office.context`.
  /^Office\.PlatformType(\.\w+)?$/,
];

const unmet = (use: MemberUse, offered: readonly ApiSet[]): readonly ApiSet[] =>
  use.sets.filter((wanted) => !offered.some((each) => includes(each, wanted)));

test('every member that needs more than the floor stands behind a question for its set', () => {
  const wrong = uses
    .map((use) => ({ ...use, missing: unmet(use, [...everywhere, ...use.guards]) }))
    .filter(({ missing }) => missing.length > 0)
    .map(({ member, at, missing }) => `${at} ${member} needs ${missing.map(spoken).join()}`);
  expect(wrong).toEqual([]);
});

test('every other member has its set stated, or is one of the few that never had any', () => {
  const unknown = uses.filter(({ sets }) => sets.length === 0).map(({ member }) => member);
  expect([...new Set(unknown)].filter((member) => !inNoSet.some((each) => each.test(member)))).toEqual([]);
});

test('what is switched off on an old Excel is what needs more than the floor, and nothing else', () => {
  const needed = uses.flatMap((use) => unmet(use, everywhere)).map(spoken);
  const named = (Object.keys(features) as Feature[]).map((feature) => spoken(asSet(features[feature])));
  for (const each of named) expect(everywhere.map(spoken)).not.toContain(each);
  for (const each of new Set(needed)) {
    if (each.startsWith('ExcelApi')) expect(named).toContain(each);
  }
});

test('the search finds what it should: reads, calls, loads, objects handed over', () => {
  const found = new Set(uses.map(({ member }) => member));
  for (const member of [
    'Excel.run',
    'Excel.Range.values',
    'Excel.NamedItemCollection.add',
    'Excel.Worksheet.visibility',
    'Office.Addin.showAsTaskpane',
    'CustomFunctions.associate',
  ]) {
    expect([member, found.has(member)]).toEqual([member, true]);
  }
  expect(uses.find(({ member }) => member === 'Excel.Worksheet.visibility')!.sets).toEqual([
    { name: 'ExcelApi', version: '1.1' },
  ]);
});

test('a member above the floor is found with and without a question for its set', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sv-floor-'));
  try {
    writeFileSync(
      join(folder, 'example.ts'),
      `async function bare(context: Excel.RequestContext): Promise<void> {
         context.workbook.insertWorksheetsFromBase64('');
         context.workbook.worksheets.getActiveWorksheet().getRange().load('valuesAsJson');
       }
       async function asked(context: Excel.RequestContext): Promise<void> {
         if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return;
         context.workbook.insertWorksheetsFromBase64('');
       }
       async function askedTooLittle(context: Excel.RequestContext): Promise<void> {
         if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) return;
         context.workbook.insertWorksheetsFromBase64('');
       }
       async function askedTooLate(context: Excel.RequestContext): Promise<void> {
         context.workbook.insertWorksheetsFromBase64('');
         Office.context.requirements.isSetSupported('ExcelApi', '1.13');
       }`,
    );
    const wrong = search([folder]).filter((use) => unmet(use, [...everywhere, ...use.guards]).length > 0);
    expect(wrong.map(({ member, at }) => [member, at.split(':').at(-1)])).toEqual([
      ['Excel.Workbook.insertWorksheetsFromBase64', '2'],
      ['Excel.Range.valuesAsJson', '3'],
      ['Excel.Workbook.insertWorksheetsFromBase64', '11'],
      ['Excel.Workbook.insertWorksheetsFromBase64', '14'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('at the floor, with the library itself refusing whatever lies above it', () => {
  let workbench: HeadlessWorkbench;
  beforeEach(async () => {
    workbench = await openWorkbook({ requirements: floor, book: bookOf(ownTables) });
    Object.assign(globalThis, { Office: workbench.Office });
    const { OfficeExtension } = workbench.window as unknown as {
      OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
    };
    OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  });
  afterEach(() => workbench.close());

  test('it does refuse', async () => {
    const above = workbench.Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64('');
      await context.sync();
    });
    await expect(above).rejects.toMatchObject({ code: 'ApiNotFound' });
    // Excel was not even asked.
    expect(workbench.host.counters.roundTrips).toBe(0);
  });

  test.each(['example', 'workbook'] as const)('the whole evaluation passes (%s)', async (source) => {
    const evaluation = await evaluate({ source });
    if (!evaluation.ok) throw new Error(evaluation.errors.join('\n'));
    expect(evaluation.sheets.length).toBeGreaterThan(4);
    expect(evaluation.summary.join()).toMatch(/interval/);
    // A second one goes beside the first.
    expect(await evaluate({ source })).toMatchObject({ ok: true });
  });
});

const ownTables = {
  Tal: [
    ['Area', 'Group', 'Organisation', 'Year', 'Evictions', 'Tenancies'],
    ...[2009, 2010, 2011, 2012, 2013].flatMap((year, index) => [
      ['North', 'Intervention', 'North', year, 9 - index, 900],
      ['North', 'Control', 'Other', year, 20, 5000],
    ]),
  ],
  Indsats: [
    ['Area', 'First full year', 'Tenancies', 'Prevention hours per week'],
    ['North', 2012, 900, 10],
  ],
};

function spoken({ name, version }: ApiSet): string {
  return `${name} ${version}`;
}
