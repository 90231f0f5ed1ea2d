import { exampleStudy, summedUp, type Study } from '../../src/study';
import { areaRows, whatWasRead } from '../../src/taskpane/what-was-read';
import { smallStudy } from '../support/studies';

const nord = {
  area: 'Nord',
  firstFullYear: 2012,
  firstYear: 2009,
  intervention: [1, 2, 3],
  control: [3, 4, 5],
};

const withTables = (study: Study, tables: Partial<Study['tables']>): Study => ({
  ...study,
  tables: { ...study.tables, ...tables },
});

test('the areas are listed with their years, also one that only the programmes name', () => {
  const study = smallStudy([nord, { ...nord, area: 'Syd', intervention: [], control: [] }]);
  expect(areaRows(summedUp(study))).toEqual([
    { area: 'Nord', years: '2009–2011', counts: 6, firstFullYear: 2012 },
    { area: 'Syd', years: '–', counts: 0, firstFullYear: 2012 },
  ]);
});

test('an area that the programmes do not name is listed without its first year', () => {
  const study = withTables(smallStudy([nord]), { programmes: [] });
  expect(areaRows(summedUp(study))).toEqual([
    { area: 'Nord', years: '2009–2011', counts: 6, firstFullYear: null },
  ]);
});

test('the example comes from two places of its report, with 45 hours a week and five estimates', () => {
  const { sources, tenancies, weeklyHours, costs } = whatWasRead(summedUp(exampleStudy()));
  expect(sources).toHaveLength(2);
  expect({ tenancies, weeklyHours }).toEqual({ tenancies: 'pooled', weeklyHours: 45 });
  expect(costs).toEqual({ estimates: 5, mean: (53600 + 58730 + 45000 + 63451 + 50000) / 5 });
});

test('hours are not added up where one area lacks them, unless it is left out', () => {
  const example = exampleStudy();
  const programmes = example.tables.programmes.map((programme) =>
    programme.area === 'Trigeparken' ? { ...programme, weeklyHours: null } : programme,
  );
  const study = withTables(example, { programmes });
  expect(whatWasRead(summedUp(study)).weeklyHours).toBeNull();
  const without = { ...study, options: { ...study.options, exclude: ['Trigeparken'] } };
  expect(whatWasRead(summedUp(without)).weeklyHours).toBe(40);
});

test('it is said how tenancies are given', () => {
  const { counts, programmes } = exampleStudy().tables;
  const kindOf = (tables: Partial<Study['tables']>) =>
    whatWasRead(summedUp(withTables(exampleStudy(), { pooledTenancies: [], ...tables }))).tenancies;
  const yearly = counts.map((count) => ({ ...count, tenancies: 500 }));
  const none = programmes.map((programme) => ({ ...programme, tenancies: null }));
  expect(kindOf({ counts: yearly })).toBe('yearly');
  expect(kindOf({})).toBe('constant');
  expect(kindOf({ counts: [yearly[0]!, ...counts.slice(1)] })).toBe('mixed');
  expect(kindOf({ programmes: none })).toBe('none');
});
