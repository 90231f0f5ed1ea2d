import { ofHousingOrganisation } from '../cost-library';
import type { Place } from '../grid';
import type { CostEstimate, EvictionCount, Group, PooledTenancies, Programme, StudyTables } from '../study';

/**
 * The built-in example: the four areas of CFBU, *Sociale viceværter* (2017). Evictions and tenancies are
 * those of its appendix A; it prints tenancies for the four areas together only. The weekly prevention hours
 * are those that stand behind its printed 149,000 DKK: 15 for Beboerprojekt Puls, where the report prints 18.5.
 */
const appendix: Place = { source: 'CFBU, Sociale viceværter, bilag A', kind: 'whole', row: 0, column: 0 };
const costChapter: Place = { ...appendix, source: 'CFBU, Sociale viceværter, omkostningskapitlet' };

interface Series {
  readonly area: string;
  readonly group: Group;
  readonly organisation: string;
  readonly firstYear: number;
  readonly evictions: readonly number[];
}

const series: readonly Series[] = [
  {
    area: 'Beboerprojekt Puls',
    group: 'intervention',
    organisation: 'Beboerprojekt Puls',
    firstYear: 2010,
    evictions: [17, 31, 35, 28, 21, 12],
  },
  {
    area: 'Beboerprojekt Puls',
    group: 'control',
    organisation: 'AAB, 3B, SAB (København)',
    firstYear: 2010,
    evictions: [253, 243, 246, 200, 141, 108],
  },
  {
    area: 'Lundtoftegade',
    group: 'intervention',
    organisation: 'Lundtoftegade',
    firstYear: 2008,
    evictions: [4, 1, 8, 4, 4, 3, 2, 2],
  },
  {
    area: 'Lundtoftegade',
    group: 'control',
    organisation: 'AKB-København (KAB)',
    firstYear: 2008,
    evictions: [22, 25, 30, 38, 38, 36, 34, 19],
  },
  {
    area: 'Sammen om Sydhavnen',
    group: 'intervention',
    organisation: 'Sammen om Sydhavnen',
    firstYear: 2008,
    evictions: [11, 21, 24, 43, 17, 19, 13, 16],
  },
  {
    area: 'Sammen om Sydhavnen',
    group: 'control',
    organisation: 'AKB-København (KAB)',
    firstYear: 2008,
    evictions: [22, 25, 30, 38, 38, 36, 34, 19],
  },
  {
    area: 'Trigeparken',
    group: 'intervention',
    organisation: 'Trigeparken',
    firstYear: 2008,
    evictions: [7, 2, 3, 3, 2, 3, 2, 0],
  },
  {
    area: 'Trigeparken',
    group: 'control',
    organisation: 'Boligforeningen Ringgården (Aarhus)',
    firstYear: 2008,
    evictions: [8, 11, 14, 14, 8, 5, 7, 8],
  },
];

const tenancies: Readonly<Record<Group, readonly number[]>> = {
  intervention: [5498, 5443, 5442, 5380, 5386],
  control: [48791, 49292, 51222, 51040, 51478],
};
const firstEventYear = -2;

const programmes: readonly Programme[] = [
  {
    area: 'Beboerprojekt Puls',
    firstFullYear: 2014,
    tenancies: 1578,
    controlTenancies: null,
    weeklyHours: 15,
    place: costChapter,
  },
  {
    area: 'Lundtoftegade',
    firstFullYear: 2011,
    tenancies: 699,
    controlTenancies: null,
    weeklyHours: 10,
    place: costChapter,
  },
  {
    area: 'Sammen om Sydhavnen',
    firstFullYear: 2013,
    tenancies: 2638,
    controlTenancies: null,
    weeklyHours: 15,
    place: costChapter,
  },
  {
    area: 'Trigeparken',
    firstFullYear: 2014,
    tenancies: 471,
    controlTenancies: null,
    weeklyHours: 5,
    place: costChapter,
  },
];

const costs: readonly CostEstimate[] = ofHousingOrganisation.map(({ source, amount, published }) => ({
  ...{ source, amount, published },
  place: appendix,
}));

const counts: readonly EvictionCount[] = series.flatMap(
  ({ area, group, organisation, firstYear, evictions }) =>
    evictions.map((count, index) => ({
      area,
      group,
      organisation,
      year: firstYear + index,
      evictions: count,
      tenancies: null,
      place: appendix,
    })),
);

const pooledTenancies: readonly PooledTenancies[] = (['intervention', 'control'] as const).flatMap((group) =>
  tenancies[group].map((number, index) => ({
    eventYear: firstEventYear + index,
    group,
    tenancies: number,
    place: appendix,
  })),
);

export const exampleTables: StudyTables = { counts, pooledTenancies, programmes, costs };
