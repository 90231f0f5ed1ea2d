import fc from 'fast-check';
import {
  exampleStudy,
  readAnswers,
  readTypedOption,
  typedOptions,
  withAnswers,
  type Answers,
  type AnswerSources,
  type TypedOption,
} from '../../src/study';

const place = { source: 'typed', kind: 'whole', row: 0, column: 0 } as const;
const sources: AnswerSources = {
  typedPlace: place,
  ownCost: 'own',
};

test.each<[TypedOption, string, number | null]>([
  ['municipalSaving', '', null],
  ['municipalSaving', '  ', null],
  ['municipalSaving', '20000', 20000],
  ['municipalSaving', '20.000', 20000],
  ['municipalSaving', '20,000', 20000],
  ['municipalSaving', '20.000 kr.', 20000],
  ['municipalSaving', '0', 0],
  ['municipalSaving', '-1', NaN],
  ['municipalSaving', 'meget', NaN],
  ['annualCostPer1000', '660.000', 660000],
  ['annualCostPer1000', '0', NaN],
  ['annualCostPer1000', '', NaN],
  ['fullTimeHours', '37,5', 37.5],
  ['discountRate', '3,5', 0.035],
  ['discountRate', '21', NaN],
  ['programmeCostRange', '10', 0.1],
  ['horizonYears', '5', 5],
  ['horizonYears', '5,5', NaN],
  ['startUpYears', '0', 0],
])('%s typed as %j is read as %p', (option, text, value) => {
  const read = readTypedOption(option, text);
  if (value === null || Number.isNaN(value)) expect(read).toBe(value);
  else expect(read).toBeCloseTo(value, 12);
});

test('without answers a study is what was read', () => {
  const study = exampleStudy();
  expect(withAnswers(study, {}, sources)).toEqual(study);
});

test('tenancies that the tables lack are typed, said to be, and never go before those of a table', () => {
  const read = exampleStudy();
  const [first, second, ...others] = read.tables.programmes;
  const without = { ...first!, tenancies: null, controlTenancies: null };
  const study = { ...read, tables: { ...read.tables, programmes: [without, second!, ...others] } };
  const answers: Answers = {
    tenancies: { [without.area]: '1.200', [second!.area]: '7' },
    controlTenancies: { [without.area]: ' ' },
  };
  const [typed, kept] = withAnswers(study, answers, sources).tables.programmes;
  expect(typed).toEqual({ ...without, tenancies: 1200, typed: place });
  expect(kept!.tenancies).toBe(second!.tenancies);
});

test.each(['0', '-5', '12,5', 'mange'])('tenancies typed as %j are no answer', (text) => {
  expect(readAnswers({ tenancies: { Nord: text }, controlTenancies: { Nord: text } }).wrong).toEqual([
    'tenancies Nord',
    'controlTenancies Nord',
  ]);
});

test('a first full year that is typed goes before the table’s, and the printed figures no longer hold', () => {
  const study = exampleStudy();
  const changed = withAnswers(study, { firstFullYears: { Trigeparken: '2012' } }, sources);
  expect(changed.tables.programmes.find(({ area }) => area === 'Trigeparken')!.firstFullYear).toBe(2012);
  expect(changed.published).toEqual([]);
  const [first] = study.tables.programmes;
  const same = withAnswers(
    study,
    { firstFullYears: { [first!.area]: String(first!.firstFullYear) } },
    sources,
  );
  expect(same.published).toEqual(study.published);
});

test('costs come from the tables, from chosen estimates, from an own figure or from nowhere', () => {
  const study = exampleStudy();
  const amounts = (answers: Answers): number[] =>
    withAnswers(study, answers, sources).tables.costs.map(({ amount }) => amount);
  const read = study.tables.costs.map(({ amount }) => amount);
  expect(amounts({})).toEqual(read);
  expect(amounts({ libraryEstimates: ['soenderby-2014'] })).toEqual(read);
  expect(amounts({ costsFrom: 'library', libraryEstimates: ['soenderby-2014'] })).toEqual([50000]);
  expect(amounts({ costsFrom: 'library' })).toEqual([53600, 58730, 45000, 63451, 50000]);
  // What an eviction costs the municipality is never part of the housing organisation's mean.
  expect(amounts({ costsFrom: 'library', libraryEstimates: ['koebenhavn-2011', 'sydhavnen'] })).toEqual([
    45000,
  ]);
  expect(amounts({ costsFrom: 'own', ownCost: '55.000' })).toEqual([55000]);
  expect(amounts({ costsFrom: 'own', ownCost: '?' })).toEqual([]);
  expect(amounts({ costsFrom: 'none', ownCost: '55.000' })).toEqual([]);
});

test('choosing from the library without choosing anything is no answer', () => {
  expect(readAnswers({ costsFrom: 'library', libraryEstimates: [] }).wrong).toEqual(['libraryEstimates']);
  expect(readAnswers({ costsFrom: 'own', ownCost: '1', libraryEstimates: [] }).wrong).toEqual([]);
});

test('hours are filled in where they are typed; an empty field is no answer and no 0', () => {
  const study = exampleStudy();
  const hours = (typed: string): number | null =>
    withAnswers(study, { weeklyHours: { Trigeparken: typed } }, sources).tables.programmes.find(
      ({ area }) => area === 'Trigeparken',
    )!.weeklyHours;
  expect(hours('12,5')).toBe(12.5);
  expect(hours(' ')).toBe(5);
  expect(readAnswers({ weeklyHours: { Nord: '-1', Syd: '' } }).wrong).toEqual(['weeklyHours Nord']);
});

test('any text is either read or named as wrong, and never changes what was read', () => {
  const study = exampleStudy();
  const before = JSON.stringify(study);
  const text = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.constantFrom('1e5', '٣', '--1', '2014,', '∞'),
  );
  const option = fc.constantFrom(...(Object.keys(typedOptions) as TypedOption[]));
  fc.assert(
    fc.property(
      option,
      text,
      fc.constantFrom('Trigeparken', '__proto__', 'constructor'),
      (field, typed, area) => {
        const answers: Answers = {
          typed: { [field]: typed },
          firstFullYears: { [area]: typed },
          weeklyHours: { [area]: typed },
          costsFrom: 'own',
          ownCost: typed,
        };
        const { options, wrong, firstFullYears } = readAnswers(answers);
        expect(wrong.includes(field)).toBe(!(field in options));
        expect(wrong.includes(`firstFullYear ${area}`)).toBe(!firstFullYears.has(area));
        withAnswers(study, answers, sources);
        expect(JSON.stringify(study)).toBe(before);
      },
    ),
  );
});
