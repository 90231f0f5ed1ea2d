import { inputsOf, keyText, planReport, withInputs, type WorkbookPlan } from '../../src/report';
import { checkStudy, defaultOptions, exampleStudy, type Study } from '../../src/study';
import { smallStudy } from '../support/studies';

const planOf = (study: Study): WorkbookPlan =>
  planReport(study, checkStudy(study), { suffix: '', date: '2026-11-23', version: '0.1.0' });
const inLanguage = (study: Study, language: 'da' | 'en'): Study => ({
  ...study,
  options: { ...study.options, language },
});
const area = {
  firstFullYear: 2012,
  firstYear: 2009,
  intervention: [9, 8, 7, 5, 4],
  control: [3, 3, 3, 3, 3],
};
const studies: readonly (readonly [string, Study])[] = [
  ['the example, with pooled tenancies', exampleStudy(defaultOptions)],
  [
    'tenancies per area',
    smallStudy(
      [
        { area: 'Nord', ...area },
        { area: 'Syd', ...area },
      ],
      {},
      [1000, 2000],
    ),
  ],
];

describe.each(studies)('%s', (_, study) => {
  test('every cell that looks like an input has a key of its own, the same in both languages', () => {
    const plan = planOf(study);
    const inputs = inputsOf(plan);
    const styled = plan.sheets.flatMap((sheet) =>
      sheet.styles
        .filter(({ style }) => style.startsWith('input'))
        .flatMap(({ range }) =>
          Array.from({ length: range.rows * range.columns }, (__, index) => {
            const [row, column] = [Math.floor(index / range.columns), index % range.columns];
            return `${sheet.key} ${range.row + row} ${range.column + column}`;
          }),
        ),
    );
    const places = new Set(inputs.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`));
    expect(styled.filter((place) => !places.has(place))).toEqual([]);
    expect(new Set(inputs.map(({ key }) => keyText(key))).size).toBe(inputs.length);
    const english = inputsOf(planOf(inLanguage(study, 'en')));
    const placed = (all: typeof inputs) =>
      all.map(({ key, sheet, row, column }) => [key, sheet, row, column]);
    expect(placed(english)).toEqual(placed(inputs));
  });

  test('the inputs take other values, and nothing else changes', () => {
    const plan = planOf(study);
    const values = new Map<string, string | number>([
      ['["trend"]', 'lineær'],
      ['["confidence"]', 0.8],
      ['["unknown"]', 1],
    ]);
    const changed = withInputs(plan, values);
    const differing = inputsOf(changed).filter(({ value }, index) => value !== inputsOf(plan)[index]!.value);
    expect(differing.map(({ key, value }) => [keyText(key), value])).toEqual([
      ['["trend"]', 'lineær'],
      ['["confidence"]', 0.8],
    ]);
    expect(
      withInputs(changed, new Map(inputsOf(plan).map(({ key, value }) => [keyText(key), value]))),
    ).toEqual(plan);
  });

  test('words that were chosen in a report of the other language mean the same in this one', () => {
    const english = planOf(inLanguage(study, 'en'));
    const [included] = inputsOf(english).filter(({ key }) => key[0] === 'included');
    const typed = new Map([
      ['["trend"]', 'lineær'],
      ['["widened"]', 'Ja'],
      [keyText(included!.key), 'nej'],
      ['["power"]', 'ja'],
    ]);
    const values = new Map(
      inputsOf(withInputs(english, typed)).map(({ key, value }) => [keyText(key), value]),
    );
    expect([...typed.keys()].map((key) => values.get(key))).toEqual(['linear', 'yes', 'no', 'ja']);
  });
});
