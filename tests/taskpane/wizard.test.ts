import fc from 'fast-check';
import { ExcelProblem } from '../../src/excel/problem';
import { checkStudy, exampleStudy, summedUp, type Answers, type Finding, type Summed } from '../../src/study';
import { hold } from '../../src/taskpane/study-work';
import {
  blockersOf,
  findingsOf,
  isSound,
  reduce as reduceUnchecked,
  startState,
  studyOf,
  type Source,
  type WizardAction,
  type WizardState,
} from '../../src/taskpane/wizard';
import { reduceChecked as reduce } from '../support/checked-wizard';

const assembled = (study = exampleStudy()): Summed =>
  hold({ study, reading: [], findings: checkStudy(study) });
const after = (...actions: readonly WizardAction[]): WizardState => actions.reduce(reduce, startState('da'));
const example: Source = { kind: 'example' };
const reading: WizardAction = { type: 'reading-started', source: example };
const read: WizardAction = { type: 'read', assembled: assembled() };
const on: WizardAction = { type: 'went-on' };
const back: WizardAction = { type: 'went-back' };
const answered = (answers: Answers): WizardAction => ({ type: 'answered', answers });
const writing: WizardAction = { type: 'writing-started', how: { kind: 'first' } };
const exists: WizardAction = {
  type: 'report-exists',
  existing: { reports: [{ suffix: '', sheets: ['Effekt'] }], names: 'Effekt', suffix: 'B' },
};
const written: WizardAction = { type: 'written', written: { sheets: ['Effekt'], suffix: '', typed: 0 } };
const problem = new ExcelProblem('cell-edit', '');
const failed: WizardAction = { type: 'failed', problem };
const toWrite = [read, on, on, on, on] as const;

/** The example without its table of programmes: the first years have to be typed. */
const withoutProgrammes = (): Summed => {
  const study = exampleStudy();
  return assembled({ ...study, tables: { ...study.tables, programmes: [] } });
};

test('reading leads to what was recognised, and from there step by step to the check of all answers', () => {
  expect(after(reading).work).toEqual({ kind: 'reading', share: 0 });
  const steps = toWrite.map((_, index) => after(reading, ...toWrite.slice(0, index + 1)).step);
  expect(steps).toEqual(['areas', 'timing', 'method', 'costs', 'write']);
  expect(isSound(after(...toWrite))).toBe(true);
});

test('nothing proceeds over an error: the step stays and counts the attempt', () => {
  const stuck = after({ type: 'read', assembled: withoutProgrammes() }, on, on, on);
  expect(stuck).toMatchObject({ step: 'timing', attempts: 2 });
  expect(isSound(stuck)).toBe(false);
  const years = { 'Beboerprojekt Puls': '2014' };
  expect(reduce(reduce(stuck, answered({ firstFullYears: years })), on).step).toBe('timing');
});

test('first full years that no table gives can be typed, and the study is as if they had been read', () => {
  const known = exampleStudy().tables.programmes;
  const firstFullYears = Object.fromEntries(
    known.map(({ area, firstFullYear }) => [area, ` ${firstFullYear}`]),
  );
  const state = after({ type: 'read', assembled: withoutProgrammes() }, on, answered({ firstFullYears }), on);
  expect(state.step).toBe('method');
  const typed = studyOf(state)!.tables.programmes;
  expect(typed.map(({ area, firstFullYear }) => [area, firstFullYear])).toEqual(
    known.map(({ area, firstFullYear }) => [area, firstFullYear]),
  );
  expect(typed.every(({ place }) => place.source === 'skrevet i ruden')).toBe(true);
});

test('a step is left once its answers are checked, and not before', () => {
  const unchecked = reduceUnchecked(after(read, on), answered({ from: -3 }));
  const waiting = reduceUnchecked(unchecked, on);
  expect(waiting).toMatchObject({ step: 'timing', isGoingOn: true, attempts: 0 });
  const { assembled: of, answers, language } = waiting;
  const found = (text: Answers, findings: readonly Finding[]): WizardState =>
    reduceUnchecked(waiting, {
      type: 'checked',
      checked: { assembled: of!, answers: text, language, findings },
    });
  // What was found about earlier answers is shown, and nothing is left on its word.
  expect(found({}, [])).toMatchObject({ step: 'timing', isGoingOn: true });
  expect(found(answers, [])).toMatchObject({ step: 'method', isGoingOn: false });
  const wrong: Finding = { severity: 'error', code: 'no-programmes', details: {} };
  expect(found(answers, [wrong])).toMatchObject({ step: 'timing', isGoingOn: false, attempts: 1 });
  expect(reduceUnchecked(waiting, answered({ from: -2 })).isGoingOn).toBe(false);
  expect(reduceUnchecked(waiting, failed).isGoingOn).toBe(false);
});

test('a text that cannot be read keeps its step from being left, and stays as typed', () => {
  const typed = answered({ typed: { discountRate: 'tre', horizonYears: '31' } });
  const state = after(read, on, on, on, typed, on);
  expect(state).toMatchObject({ step: 'costs', attempts: 1 });
  expect(blockersOf(state, 'costs').fields).toEqual(['horizonYears', 'discountRate']);
  expect(state.answers.typed).toEqual({ discountRate: 'tre', horizonYears: '31' });
});

test('an answer is changed from the last step and leads back there, over whatever the change broke', () => {
  const changing = after(...toWrite, { type: 'change-asked', step: 'timing' });
  expect(changing.step).toBe('timing');
  expect(reduce(changing, on).step).toBe('write');
  const wrongCosts = reduce(changing, answered({ typed: { fullTimeHours: 'x' } }));
  expect(reduce(wrongCosts, on).step).toBe('costs');
  // From anywhere else there is nothing to come back to.
  expect(after(read, { type: 'change-asked', step: 'costs' }).step).toBe('areas');
});

test('a write that fails keeps every answer and says why', () => {
  const typed = answered({ typed: { municipalSaving: '20.000' }, trend: 'linear' });
  const state = after(...toWrite, typed, writing, failed);
  expect(state).toMatchObject({
    step: 'write',
    problem: { error: problem, during: 'writing' },
    answers: { typed: { municipalSaving: '20.000' }, trend: 'linear' },
  });
  expect(state.assembled).not.toBeNull();
});

test('changing the language loses nothing', () => {
  const state = after(read, answered({ typed: { municipalSaving: '12x' } }));
  const english = reduce(state, { type: 'language-chosen', language: 'en' });
  expect({ ...english, language: 'da', checked: state.checked }).toEqual(state);
});

test('going back keeps what was read and answered', () => {
  const state = after(read, answered({ from: -3 }), back);
  expect(state).toMatchObject({ step: 'source', answers: { from: -3 } });
  expect(reduce(state, on)).toMatchObject({ step: 'areas' });
});

test('a report that exists is asked about, and any other answer takes the question away', () => {
  const asked = after(...toWrite, writing, exists);
  expect(asked).toMatchObject({ existing: { suffix: 'B' }, work: { kind: 'idle' } });
  expect(reduce(asked, { type: 'dismissed' }).existing).toBeNull();
  expect(reduce(asked, answered({ trend: 'none' })).existing).toBeNull();
});

test('an answer that is given while the sheets are written has no effect: the result shown is the one written', () => {
  const busy = after(...toWrite, writing);
  for (const action of [answered({ trend: 'none' }), on, back, reading]) {
    expect(reduce(busy, action)).toBe(busy);
  }
  expect(reduce(busy, { type: 'language-chosen', language: 'en' }).language).toBe('en');
});

test('what fails is remembered with what was being done, so that it can be tried again', () => {
  expect(after(reading, failed).problem?.during).toBe('reading');
  expect(after(...toWrite, writing, failed).problem?.during).toBe('writing');
  expect(after(read, failed).problem?.during).toBe('idle');
});

test('counts that changed after the report was written lead to writing it again, with what was answered', () => {
  const fresh = assembled();
  const shown = after(...toWrite, answered({ trend: 'linear' }), writing, written);
  const counts = [{ what: 'evictions' as const, before: 1, now: 2, ...exampleStudy().tables.counts[0]! }];
  const noticed = reduce(shown, {
    type: 'source-checked',
    known: shown.assembled!,
    counts,
    assembled: fresh,
  });
  expect(noticed).toMatchObject({ step: 'result', changed: { counts } });
  const taken = reduce(noticed, { type: 'changes-taken' });
  expect(taken).toMatchObject({ step: 'write', changed: null, answers: { trend: 'linear' } });
  expect(taken.assembled).toBe(fresh);
  expect(taken.written).toEqual(shown.written);
});

test('while a first full year is being typed, only its field is in the way', () => {
  const typing = after({ type: 'read', assembled: withoutProgrammes() }, on, on);
  expect(blockersOf(typing, 'timing').errors.map(({ code }) => code)).toEqual(['no-programmes']);
  const half = reduce(typing, answered({ firstFullYears: { Trigeparken: '201' } }));
  expect(blockersOf(half, 'timing')).toEqual({ fields: ['firstFullYear Trigeparken'], errors: [] });
  expect(reduce(half, on).step).toBe('timing');
});

test('progress that comes after the end of a write is ignored', () => {
  const done = after(...toWrite, writing, written);
  expect(reduce(done, { type: 'writing-progressed', share: 0.5 })).toBe(done);
});

test('the study follows the answers, and without one it stays as it was read', () => {
  expect(studyOf(after(read))).toEqual(summedUp(exampleStudy()));
  const answers = { trend: 'none', confidence: 0.9, from: -1, to: 1, overdispersion: true } as const;
  const typed = { municipalSaving: '20.000', discountRate: '4,5', fullTimeHours: '37,5' };
  const study = studyOf(after(read, answered({ ...answers, typed })))!;
  const figures = { municipalSaving: 20000, discountRate: 0.045, fullTimeHours: 37.5 };
  expect(study.options).toMatchObject({ ...answers, ...figures, language: 'da' });
  // With another window the report's printed figures are not these.
  expect(study.published).toEqual([]);
});

test('answers are checked by the same rules as everything else', () => {
  const long = after(read, on, answered({ from: -5 }), on);
  expect(findingsOf(long).map(({ code }) => code)).toContain('tenancies-missing');
  expect(long.step).toBe('timing');
});

test('no row of actions loses typed input, proceeds over an error or ends in two things at once', () => {
  const action = fc.oneof(
    fc.constantFrom<WizardAction>(
      read,
      { type: 'read', assembled: withoutProgrammes() },
      on,
      on,
      on,
      back,
      { type: 'change-asked', step: 'method' },
      writing,
      failed,
      written,
      exists,
      { type: 'language-chosen', language: 'en' },
      reading,
      { type: 'writing-progressed', share: 0.3 },
      answered({ trend: 'none' }),
    ),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), fc.string(), fc.string(), (actions, saving, year) => {
      const answers: Answers = {
        typed: { municipalSaving: saving },
        firstFullYears: { Trigeparken: year },
        costsFrom: 'own',
        ownCost: saving,
      };
      let state = after(answered(answers));
      for (const each of actions) {
        const before = state;
        state = reduce(before, each);
        const isAhead = each.type === 'went-on' && state.step !== before.step && before.step !== 'source';
        if (isAhead) {
          const { fields, errors } = blockersOf(before, before.step as 'areas');
          expect([...fields, ...errors]).toEqual([]);
        }
        // What is going on, what went wrong and what is asked: one of these at a time.
        const going = [state.work.kind !== 'idle', state.problem !== null, state.existing !== null];
        expect(going.filter(Boolean).length).toBeLessThanOrEqual(1);
      }
      expect(state.answers).toMatchObject(answers);
    }),
  );
});
