import { defaultOptions, type Study, type StudyOptions, type StudyTables } from '../../src/study';
import type { Place } from '../../src/study';

const place: Place = { source: 'test', kind: 'sheet', row: 0, column: 0 };

export interface SmallArea {
  readonly area: string;
  readonly firstFullYear: number;
  /** Evictions from the calendar year `firstYear` on. */
  readonly firstYear: number;
  readonly intervention: readonly number[];
  readonly control: readonly number[];
  readonly organisation?: string;
  readonly tenancies?: number;
  readonly controlTenancies?: number;
  readonly weeklyHours?: number | null;
}

/** A study from a few numbers, with one number of tenancies per area. */
export function smallStudy(
  areas: readonly SmallArea[],
  options: Partial<StudyOptions> = {},
  costs: readonly number[] = [50000],
): Study {
  const tables: StudyTables = {
    counts: areas.flatMap((each) =>
      (['intervention', 'control'] as const).flatMap((group) =>
        each[group].map((evictions, index) => ({
          area: each.area,
          group,
          organisation: group === 'control' ? (each.organisation ?? `${each.area} control`) : each.area,
          year: each.firstYear + index,
          evictions,
          tenancies: null,
          place,
        })),
      ),
    ),
    pooledTenancies: [],
    programmes: areas.map((each) => ({
      area: each.area,
      firstFullYear: each.firstFullYear,
      tenancies: each.tenancies ?? 1000,
      controlTenancies: each.controlTenancies ?? 5000,
      weeklyHours: each.weeklyHours === undefined ? 10 : each.weeklyHours,
      place,
    })),
    costs: costs.map((amount, index) => ({ source: `source ${index + 1}`, amount, place })),
  };
  return { tables, options: { ...defaultOptions, ...options }, published: [] };
}

/**
 * One area whose costs have sources of 20 kilobytes each: they fill requests, where formulas would take their time.
 * Each of their signs takes two bytes, the quotation marks too: they travel with a backslash.
 */
export function studyWithLongSources(count: number): Study {
  const study = smallStudy([
    {
      area: 'Nord',
      firstFullYear: 2012,
      firstYear: 2009,
      intervention: [9, 8, 7, 5, 4],
      control: [30, 31, 29, 28, 27],
    },
  ]);
  const [cost] = study.tables.costs;
  const text = '"Æøå'.repeat(2500);
  const costs = Array.from({ length: count }, (_, index) => ({ ...cost!, source: `${index} ${text}` }));
  return { ...study, tables: { ...study.tables, costs } };
}
