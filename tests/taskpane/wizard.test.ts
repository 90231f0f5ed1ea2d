import fc from 'fast-check';
import { ExcelProblem } from '../../src/excel/problem';
import { checkStudy, exampleStudy, type Assembled } from '../../src/study';
import {
  areaRows,
  findingsOf,
  reduce,
  startState,
  studyOf,
  typedSaving,
  type WizardAction,
  type WizardState,
} from '../../src/taskpane/wizard';
import { smallStudy } from '../support/studies';

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
    problem,
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
  const asked = after(read, { type: 'writing-started' }, { type: 'report-exists', suffix: 'B', problem });
  expect(asked).toMatchObject({ offeredSuffix: 'B', problem });
  expect(reduce(asked, { type: 'choice-made', choices: {} })).toMatchObject({
    offeredSuffix: null,
    problem: null,
  });
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

test('the areas are listed with their years, also one that only the programmes name', () => {
  const nord = {
    area: 'Nord',
    firstFullYear: 2012,
    firstYear: 2009,
    intervention: [1, 2, 3],
    control: [3, 4, 5],
  };
  const study = smallStudy([nord, { ...nord, area: 'Syd', intervention: [], control: [] }]);
  expect(areaRows(study)).toEqual([
    { area: 'Nord', years: '2009–2011', counts: 6, firstFullYear: 2012 },
    { area: 'Syd', years: '–', counts: 0, firstFullYear: 2012 },
  ]);
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
      { type: 'report-exists', suffix: 'B', problem },
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
      if (state.work.kind !== 'idle') expect(state.problem).toBeNull();
      if (state.offeredSuffix !== null) expect(state.problem).not.toBeNull();
    }),
  );
});
