import type { Group } from '../../src/study';
import type { Scalar } from '../../src/workbench/book';
import type { Sheets } from './workbench-page';

/** A workbook as a housing organisation has it, and what its consultant answers on top of it. */
export interface WizardInput {
  readonly name: string;
  /** Null: the built-in example. */
  readonly sheets: Sheets | null;
  /** By area, where no table gives them. */
  readonly firstFullYears?: Readonly<Record<string, string>>;
  readonly tenancies?: Readonly<Record<string, Readonly<Record<Group, string>>>>;
  readonly trend?: 'linear' | 'none';
  readonly costs?: 'library' | 'own';
}

const years = [2010, 2011, 2012, 2013, 2014, 2015];

function tidy(
  area: string,
  group: string,
  organisation: string,
  evictions: readonly number[],
  tenancies: number,
): Scalar[][] {
  return evictions.map((count, index) => [
    area,
    group,
    organisation,
    years[index]!,
    count,
    tenancies + index,
  ]);
}

export const wizardInputs: readonly WizardInput[] = [
  { name: 'example', sheets: null },
  {
    name: 'tidy tables on three sheets',
    sheets: {
      Udsættelser: [
        ['Område', 'Gruppe', 'Boligorganisation', 'År', 'Udsættelser', 'Lejemål'],
        ...tidy('Nordbyen', 'Indsats', 'Nordbyen', [14, 15, 13, 12, 8, 6], 1200),
        ...tidy('Nordbyen', 'Kontrol', 'Boligforeningen Øst', [60, 62, 58, 57, 55, 52], 9800),
        ...tidy('Åparken', 'Indsats', 'Åparken', [7, 9, 8, 8, 5, 4], 700),
        ...tidy('Åparken', 'Kontrol', 'Boligforeningen Vest', [41, 40, 39, 40, 36, 37], 7300),
      ],
      Indsatser: [
        ['Område', 'Første hele år', 'Lejemål', 'Timer pr. uge'],
        ['Nordbyen', 2013, 1200, 18],
        ['Åparken', 2014, 700, 9],
      ],
      Priser: [
        ['Kilde', 'Kr. pr. udsættelse'],
        ['Egen opgørelse 2015', 52000],
      ],
    },
    trend: 'linear',
  },
  {
    name: 'printed tables without start years',
    sheets: {
      'Bilag A': [
        ['Antal udsættelser'],
        [],
        ['Nordbyen'],
        ['Boligforeningen Øst', ...years],
        ['Indsatsområde', 14, 15, 13, 12, 8, 6],
        ['Kontrolområde', 60, 62, 58, 57, 55, 52],
        [],
        ['Åparken'],
        ['Boligforeningen Vest', ...years],
        ['Indsatsområde', 7, 9, 8, 8, 5, 4],
        ['Kontrolområde', 41, 40, 39, 40, 36, 37],
        [],
        ['Antal lejemål', -2, -1, 0, 1, 2],
        ['Indsatsområde', 1900, 1902, 1905, 1907, 1910],
        ['Kontrolområde', 17100, 17110, 17120, 17140, 17150],
      ],
    },
    firstFullYears: { Nordbyen: '2013', Åparken: '2014' },
    costs: 'library',
  },
  {
    name: 'wide table in English without tenancies',
    sheets: {
      Evictions: [
        ['Area', 'Group', 'Organisation', ...years],
        ['North Park', 'Intervention', 'North Park', 14, 15, 13, 12, 8, 6],
        ['North Park', 'Control', 'East Housing', 60, 62, 58, 57, 55, 52],
        ['Riverside', 'Intervention', 'Riverside', 7, 9, 8, 8, 5, 4],
        ['Riverside', 'Control', 'West Housing', 41, 40, 39, 40, 36, 37],
      ],
      Programmes: [
        ['area', 'first full year', 'weekly prevention hours'],
        ['North Park', 2013, 18],
        ['Riverside', 2014, 9],
      ],
    },
    tenancies: {
      'North Park': { intervention: '1200', control: '9800' },
      Riverside: { intervention: '700', control: '7300' },
    },
    trend: 'none',
    costs: 'own',
  },
];
