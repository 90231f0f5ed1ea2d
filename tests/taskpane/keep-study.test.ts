import fc from 'fast-check';
import { savedNamespace, toSavedXml } from '../../src/excel/saved-xml';
import { exampleStudy, checkStudy, type Summed } from '../../src/study';
import { checkSource, findStudies, keepStudy, readStudy, type Keeping } from '../../src/taskpane/keep-study';
import { readSource } from '../../src/taskpane/read-source';
import { hold, wholeOf, workHere } from '../../src/taskpane/study-work';
import { packWizard, unpackWizard } from '../../src/taskpane/saved-wizard';
import { startState, type WizardAction, type WizardState } from '../../src/taskpane/wizard';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { readXlsx } from '../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { reduceChecked as reduce } from '../support/checked-wizard';
import { bookOf, openWorkbook } from '../support/open-workbook';

const example = (): Summed => {
  const study = exampleStudy();
  return hold({ study, reading: [], findings: checkStudy(study) });
};
const typed: WizardAction = {
  type: 'answered',
  answers: { typed: { discountRate: '3,x <&>' }, firstFullYears: { 'Område 😀\uffff': '20' } },
};
const after = (...actions: readonly WizardAction[]): WizardState => actions.reduce(reduce, startState('da'));
const atTiming = after(
  { type: 'reading-started', source: { kind: 'example' } },
  { type: 'read', assembled: example() },
  typed,
  { type: 'went-on' },
);
const nothing: Keeping = { part: null, set: null, assembled: null, continues: null };

let workbench: HeadlessWorkbench;
beforeEach(async () => {
  workbench = await openWorkbook({ language: 'da-DK', book: bookOf({ Tal: ownTable(7) }) });
});
afterEach(() => workbench.close());

function ownTable(evictions: number) {
  return [
    ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Udsættelser'],
    ['Nord', 'Indsats', 'Nord', 2010, evictions],
    ['Nord', 'Kontrol', 'Syd', 2010, 20],
  ];
}

/** Opens the workbook's file anew, as on another day. */
async function reopen(): Promise<void> {
  const bytes = await writeXlsx(workbench.engine.snapshot());
  await workbench.close();
  workbench = await openWorkbook({ language: 'da-DK', book: await readXlsx(bytes) });
}

test('a study is found again in the saved file, with every answer as it was typed', async () => {
  await keepStudy(atTiming, nothing, crypto.randomUUID(), workHere);
  await reopen();
  const { studies } = await findStudies();
  expect(studies).toHaveLength(1);
  const { wizard } = studies[0]!;
  expect(wizard).toMatchObject({ step: 'timing', source: { kind: 'example' }, answers: atTiming.answers });
  const assembled = (await readStudy(wizard, workHere))!;
  expect(assembled).toEqual(example());
  const state = reduce(startState('en'), { type: 'resumed', wizard, assembled });
  expect(state).toMatchObject({ language: 'da', step: 'timing', answers: atTiming.answers, written: null });
});

test('saving again takes one round trip and leaves one part of each; opening an empty workbook takes one', async () => {
  expect((await findStudies()).studies).toEqual([]);
  expect(workbench.host.counters.roundTrips).toBe(1);
  const first = await keepStudy(atTiming, nothing, crypto.randomUUID(), workHere);
  expect(workbench.host.counters.roundTrips).toBe(2);
  const second = await keepStudy(reduce(atTiming, { type: 'went-on' }), first, crypto.randomUUID(), workHere);
  expect(workbench.host.counters.roundTrips).toBe(3);
  expect(second.part).toBe(first.part);
  expect(workbench.engine.customXml.size).toBe(2);
});

test('a study whose first saving lost its answer is saved again under the same id, and reads as one', async () => {
  const set = crypto.randomUUID();
  workbench.host.failRoundTrip(1, 'GeneralException', Infinity);
  await expect(keepStudy(atTiming, nothing, set, workHere)).rejects.toThrow('GeneralException');
  await keepStudy(reduce(atTiming, { type: 'went-back' }), nothing, set, workHere);
  await reopen();
  const { studies, hasDamaged } = await findStudies();
  expect(hasDamaged).toBe(false);
  expect(studies.map(({ wizard }) => wizard)).toMatchObject([{ set, step: 'areas' }]);
  expect((await readStudy(studies[0]!.wizard, workHere))?.study.tables).toEqual(
    atTiming.assembled!.study.tables,
  );
  // What differs under one id is damaged all the same.
  const tables = [...workbench.engine.customXml].filter(([, xml]) => xml.includes(':tables:'));
  expect(tables).toHaveLength(2);
  const [, other] = toSavedXml(savedNamespace.tables(set), 'x'.repeat(500_000));
  workbench.engine.customXml.set(tables[0]![0], other!);
  expect(await readStudy(studies[0]!.wizard, workHere)).toBeNull();
});

test('thousands of typed years are kept with the study', async () => {
  const years = Array.from({ length: 5000 }, (_, area) => [`Boligområde nummer ${area} i det hele`, '2012']);
  const firstFullYears = Object.fromEntries(years) as Readonly<Record<string, string>>;
  const state = reduce(atTiming, { type: 'answered', answers: { ...atTiming.answers, firstFullYears } });
  await keepStudy(state, nothing, crypto.randomUUID(), workHere);
  await reopen();
  const { studies, hasDamaged } = await findStudies();
  expect(hasDamaged).toBe(false);
  expect(studies[0]!.wizard.answers.firstFullYears).toEqual(firstFullYears);
});

test('two panes on one workbook each keep their own; what one goes on from is taken away once it is kept anew', async () => {
  const one = await keepStudy(atTiming, nothing, crypto.randomUUID(), workHere);
  const [found] = (await findStudies()).studies;
  const continues = { part: found!.part, at: found!.wizard.at };
  const resumed: Keeping = { part: null, set: found!.wizard.set, assembled: atTiming.assembled, continues };
  // The first pane goes on as well: then nothing of either may be lost.
  await keepStudy(reduce(atTiming, { type: 'went-back' }), one, crypto.randomUUID(), workHere);
  await keepStudy(reduce(atTiming, { type: 'went-on' }), resumed, crypto.randomUUID(), workHere);
  expect((await findStudies()).studies.map(({ wizard }) => wizard.step)).toHaveLength(2);
  expect(workbench.engine.customXml.size).toBe(3);
  // A third pane goes on from one of them, alone.
  const [latest] = (await findStudies()).studies;
  await keepStudy(
    atTiming,
    { ...resumed, continues: { part: latest!.part, at: latest!.wizard.at } },
    crypto.randomUUID(),
    workHere,
  );
  expect((await findStudies()).studies).toHaveLength(2);
  expect(workbench.engine.customXml.size).toBe(3);
  expect(await readStudy((await findStudies()).studies[0]!.wizard, workHere)).toEqual(example());
});

test('a part that somebody took away is written anew', async () => {
  const first = await keepStudy(atTiming, nothing, crypto.randomUUID(), workHere);
  workbench.engine.customXml.delete(first.part!);
  await keepStudy(atTiming, first, crypto.randomUUID(), workHere);
  expect((await findStudies()).studies).toHaveLength(1);
});

test('a study from a newer version, and damaged ones, are said and left untouched', async () => {
  const kept = await keepStudy(atTiming, nothing, crypto.randomUUID(), workHere);
  const xml = workbench.engine.customXml.get(kept.part!)!;
  const parts = [
    xml.replace('version="1"', 'version="2"'),
    xml.replace('timing', 'costs'),
    xml.replace(/sum="[^"]*"/, ''),
    xml.replace(/>[^<]*</, '>{}<'),
    xml.replace(/<saved/, '<other').replace(/<\/saved/, '</other'),
  ];
  workbench.engine.customXml.delete(kept.part!);
  for (const [index, part] of parts.entries()) workbench.engine.customXml.set(`{${index}}`, part);
  const before = new Map(workbench.engine.customXml);
  expect(await findStudies()).toEqual({ studies: [], hasNewer: true, hasDamaged: true });
  await keepStudy(atTiming, nothing, crypto.randomUUID(), workHere);
  expect((await findStudies()).studies).toHaveLength(1);
  for (const [id, part] of before) expect(workbench.engine.customXml.get(id)).toBe(part);
});

test('tables that are gone or damaged are no study', async () => {
  await keepStudy(atTiming, nothing, crypto.randomUUID(), workHere);
  const { wizard } = (await findStudies()).studies[0]!;
  const [id, xml] = [...workbench.engine.customXml].find(([, each]) => each.includes(':tables:'))!;
  workbench.engine.customXml.set(id, xml.replace('2012', '2013'));
  expect(await readStudy(wizard, workHere)).toBeNull();
  workbench.engine.customXml.delete(id);
  expect(await readStudy(wizard, workHere)).toBeNull();
});

test('tables of many megabytes are kept in pieces, none of them more than Excel takes at once', async () => {
  const [one] = exampleStudy().tables.counts;
  const counts = Array.from({ length: 100_000 }, (_, index) => ({
    ...one!,
    area: `Område ${index % 5000} ø`,
  }));
  const study = { ...exampleStudy(), tables: { ...exampleStudy().tables, counts } };
  const state = { ...atTiming, assembled: hold({ study, reading: [], findings: [] }) };
  await keepStudy(state, nothing, crypto.randomUUID(), workHere);
  expect(Math.max(...workbench.host.counters.requestBytes)).toBeLessThan(4_000_000);
  const read = await readStudy((await findStudies()).studies[0]!.wizard, workHere);
  expect(wholeOf(read!).study.tables.counts).toEqual(counts);
});

test('counts that changed in the workbook are found by reading it again', async () => {
  const source = { kind: 'workbook' } as const;
  const known = await readSource(source, exampleStudy().options, workHere);
  expect((await checkSource(source, known, workHere))!.counts).toEqual([]);
  const [sheet] = workbench.engine.sheets.list();
  workbench.engine.cells.write(sheet!.id, { row: 1, column: 4, rows: 1, columns: 1 }, [[9]]);
  const found = (await checkSource(source, known, workHere))!;
  expect(found.counts).toMatchObject([{ area: 'Nord', before: 7, now: 9, place: { row: 1, column: 4 } }]);
  const state = after(
    { type: 'reading-started', source },
    { type: 'read', assembled: known },
    { type: 'answered', answers: { ownCost: '50.0x' } },
    { type: 'source-checked', known, ...found },
  );
  expect(state.changed?.counts).toHaveLength(1);
  const taken = reduce(state, { type: 'changes-taken' });
  expect(taken).toMatchObject({ assembled: found.assembled, changed: null, answers: { ownCost: '50.0x' } });
});

test('whatever a part holds, it is a study that the wizard can show, or none', () => {
  const kept = { set: 'x', at: 1, continues: null };
  const packed = JSON.parse(packWizard(atTiming, kept)) as Record<string, unknown>;
  expect(unpackWizard(JSON.stringify(packed))).toMatchObject({ answers: atTiming.answers });
  for (const field of Object.keys(packed)) {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = unpackWizard(JSON.stringify({ ...packed, [field]: value }));
        if (read) expect(typeof read.answers).toBe('object');
        const mustFail = field !== 'at' && typeof value === 'number';
        if (mustFail) expect(read).toBeNull();
      }),
      { seed: 1, numRuns: 30 },
    );
  }
  for (const answers of [{ typed: { x: '1' } }, { typed: { discountRate: 3 } }, { from: 4 }, { ownCost: 1 }])
    expect(unpackWizard(JSON.stringify({ ...packed, answers }))).toBeNull();
});
