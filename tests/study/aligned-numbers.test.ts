import { alignNumbers, exampleStudy, type Study } from '../../src/study';
import { smallStudy } from '../support/studies';

const nord = { area: 'Nord', firstFullYear: 2012, firstYear: 2009, control: [30, 31, 29, 28, 27] };
const syd = { ...nord, area: 'Syd', firstFullYear: 2013, firstYear: 2010 };
const study = smallStudy([
  { ...nord, intervention: [9, 8, 7, 5, 4] },
  { ...syd, intervention: [1, 2, 3, 4, 5] },
]);
const without = (area: string, year: number): Study => ({
  ...study,
  tables: {
    ...study.tables,
    counts: study.tables.counts.filter(
      (count) => !(count.area === area && count.year === year && count.group === 'intervention'),
    ),
  },
});

test('the example’s numbers by event year are those that the evaluation prints', () => {
  const { eventYears, all } = alignNumbers(exampleStudy());
  expect(eventYears).toEqual([-2, -1, 0, 1, 2]);
  expect(all.intervention.map(({ evictions }) => evictions)).toEqual([62, 81, 56, 46, 29]);
  expect(all.intervention.map(({ tenancies }) => tenancies)).toEqual([5498, 5443, 5442, 5380, 5386]);
  expect(all.control.map(({ evictions }) => evictions)).toEqual([309, 317, 273, 222, 188]);
  expect([...all.intervention, ...all.control].flatMap(({ holes }) => holes)).toEqual([]);
});

test('a missing count is a hole with its calendar year, never a 0', () => {
  const { all, areas } = alignNumbers(without('Syd', 2012));
  // Syd's 2012 is event year 0.
  expect(all.intervention[2]).toMatchObject({ evictions: 7, holes: [{ area: 'Syd', year: 2012 }] });
  expect(areas.find(({ area }) => area === 'Syd')!.evictions.intervention).toEqual([1, 2, null, 4, 5]);
  expect(all.control.flatMap(({ holes }) => holes)).toEqual([]);
});

test('an area without a control has only holes there', () => {
  const counts = study.tables.counts.filter(({ area, group }) => area === 'Nord' || group === 'intervention');
  const { all, areas } = alignNumbers({ ...study, tables: { ...study.tables, counts } });
  expect(areas[1]!.evictions.control).toEqual([null, null, null, null, null]);
  expect(all.control[0]!.holes).toEqual([{ area: 'Syd', year: 2010 }]);
});

test('an event year without any count has no evictions, rather than 0', () => {
  const counts = study.tables.counts.filter(({ group }) => group === 'intervention');
  const { all } = alignNumbers({ ...study, tables: { ...study.tables, counts } });
  expect(all.control.map(({ evictions }) => evictions)).toEqual([null, null, null, null, null]);
  expect(all.intervention.map(({ evictions }) => evictions)).not.toContain(null);
});

test('tenancies that are not known for every count are not known', () => {
  const programmes = study.tables.programmes.map((each) =>
    each.area === 'Syd' ? { ...each, tenancies: null } : each,
  );
  const { all } = alignNumbers({ ...study, tables: { ...study.tables, programmes } });
  expect(all.intervention.map(({ tenancies }) => tenancies)).toEqual([null, null, null, null, null]);
  expect(all.control[0]!.tenancies).toBe(10000);
});
