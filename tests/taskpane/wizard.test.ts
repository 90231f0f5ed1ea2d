import fc from 'fast-check';
import { ExcelProblem } from '../../src/excel/problem';
import { checkStudy, exampleStudy, type Assembled } from '../../src/study';
import {
  findingsOf,
  reduce,
  startState,
  studyOf,
  typedSaving,
  type WizardAction,
  type WizardState,
} from '../../src/taskpane/wizard';

const assembled = (study = exampleStudy()): Assembled => ({
  study,
  reading: [],
  findings: checkStudy(study),
});
const after = (...actions: readonly WizardAction[]): WizardState => actions.reduce(reduce, startState('da'));
const read: WizardAction = { type: 'read', assembled: assembled() };
const problem = new ExcelProblem('cell-edit', '');

test('reading leads to the check of what was read', () => {
  expect(after({ type: 'reading-started', source: 'example' }).work).toEqual({ kind: 'reading' });
  expect(after({ type: 'reading-started', source: 'example' }, read)).toMatchObject({
    step: 'check',
    work: { kind: 'idle' },
  });
});

test('a write that fails keeps every choice and says why', () => {
  const typed: WizardAction = {
    type: 'choice-made',
    choices: { municipalSaving: '20.000', trend: 'linear' },
  };
  const state = after(read, typed, { type: 'writing-started' }, { type: 'failed', problem });
  expect(state).toMatchObject({
    step: 'check',
    problem: { error: problem, during: 'writing' },
    choices: { municipalSaving: '20.000', trend: 'linear' },
  });
  expect(state.assembled).not.toBeNull();
});

test('changing the language loses nothing', () => {
  const state = after(read, { type: 'choice-made', choices: { municipalSaving: '12x' } });
  const english = reduce(state, { type: 'language-chosen', language: 'en' });
  expect({ ...english, language: 'da' }).toEqual(state);
});

test('going back keeps what was read and chosen', () => {
  const state = after(read, { type: 'choice-made', choices: { from: -3 } }, { type: 'went-back' });
  expect(state).toMatchObject({ step: 'source', choices: { from: -3 } });
  expect(state.assembled).not.toBeNull();
});

test('a report that exists is asked about, and any other choice takes the question away', () => {
  const exists: WizardAction = { type: 'report-exists', names: 'Effekt', suffix: 'B' };
  const asked = after(read, { type: 'writing-started' }, exists);
  expect(asked).toMatchObject({ existing: { names: 'Effekt', suffix: 'B' }, work: { kind: 'idle' } });
  expect(reduce(asked, { type: 'dismissed' }).existing).toBeNull();
  expect(reduce(asked, { type: 'choice-made', choices: { trend: 'none' } }).existing).toBeNull();
});

test('a choice that is made while the sheets are written has no effect: the result shown is the one written', () => {
  const writing = after(read, { type: 'writing-started' });
  expect(reduce(writing, { type: 'choice-made', choices: { trend: 'none' } })).toBe(writing);
  expect(reduce(writing, { type: 'went-back' })).toBe(writing);
  expect(reduce(writing, { type: 'reading-started', source: 'workbook' })).toBe(writing);
  expect(reduce(writing, { type: 'language-chosen', language: 'en' }).language).toBe('en');
});

test('what fails is remembered with what was being done, so that it can be tried again', () => {
  const failed: WizardAction = { type: 'failed', problem };
  expect(after({ type: 'reading-started', source: 'workbook' }, failed).problem?.during).toBe('reading');
  expect(after(read, { type: 'writing-started' }, failed).problem?.during).toBe('writing');
  expect(after(read, failed).problem?.during).toBe('idle');
});

test('progress that comes after the end of a write is ignored', () => {
  const done = after(read, { type: 'writing-started' }, { type: 'written', sheets: ['Effekt'] });
  expect(reduce(done, { type: 'writing-progressed', share: 0.5 })).toBe(done);
});

test('the study follows the choices', () => {
  const choices = { trend: 'none', confidence: 0.9, municipalSaving: '20.000', from: -1, to: 1 } as const;
  const state = after(read, { type: 'choice-made', choices });
  expect(studyOf(state)!.options).toMatchObject({ ...choices, municipalSaving: 20000, language: 'da' });
  // With another window the report's printed figures are not these.
  expect(studyOf(state)!.published).toEqual([]);
});

test('choices are checked by the same rules as everything else', () => {
  const long = after(read, { type: 'choice-made', choices: { from: -5 } });
  expect(findingsOf(long).map(({ code }) => code)).toContain('tenancies-missing');
});

test.each([
  ['', null],
  ['  ', null],
  ['20000', 20000],
  ['20.000', 20000],
  ['20,000', 20000],
  ['20.000 kr.', 20000],
  ['0', 0],
  ['-1', NaN],
  ['meget', NaN],
])('a municipal saving typed as %j is read as %p', (text, value) => {
  expect(typedSaving(text)).toBe(value);
});

test('no row of actions loses typed input or ends in two things at once', () => {
  const action = fc.oneof(
    fc.constant(read),
    fc.constantFrom<WizardAction>(
      { type: 'went-back' },
      { type: 'writing-started' },
      { type: 'failed', problem },
      { type: 'written', sheets: ['Effekt'] },
      { type: 'report-exists', names: 'Effekt', suffix: 'B' },
      { type: 'language-chosen', language: 'en' },
      { type: 'reading-started', source: 'workbook' },
      { type: 'writing-progressed', share: 0.3 },
    ),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), fc.string(), (actions, typed) => {
      const state = [...actions].reduce(
        reduce,
        after({ type: 'choice-made', choices: { municipalSaving: typed } }),
      );
      expect(state.choices.municipalSaving).toBe(typed);
      // What is going on, what went wrong and what is asked: one of these at a time.
      const going = [state.work.kind !== 'idle', state.problem !== null, state.existing !== null];
      expect(going.filter(Boolean).length).toBeLessThanOrEqual(1);
    }),
  );
});
