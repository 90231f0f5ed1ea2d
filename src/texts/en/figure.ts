import type { Group } from '../../study';

/** A place where a count is missing. */
export interface Hole {
  readonly area: string;
  readonly year: number;
}

/** The words of the live figure, and of the numbers by event year behind it. */
export const figureTexts = {
  title: 'Evictions per 1,000 tenancies',
  groups: { intervention: 'Intervention areas', control: 'Control areas' } satisfies Record<Group, string>,
  expected: 'expected without the programme',
  limits: (percent: string) => `${percent} interval by chance`,
  axis: 'Event year (0: the year before the programme)',
  notDrawn: 'The figure is drawn as soon as nothing is wrong with the areas and years.',
  description: (from: string, to: string, controlFrom: string, controlTo: string) =>
    `From ${from} to ${to} in the intervention areas, from ${controlFrom} to ${controlTo} in the control areas.`,
  numbers: 'The numbers behind the figure',
  year: 'Year',
  observed: 'Observed',
  expectedColumn: 'Expected',
  interval: 'Interval',
  aligned: {
    heading: 'The numbers by event year',
    help: 'Evictions of all areas that take part, put together by event year.',
    of: (evictions: string, tenancies: string) => `${evictions} in ${tenancies}`,
    missing: 'missing',
    holes: (holes: readonly Hole[], more: number) =>
      `Missing: ${holes.map(({ area, year }) => `${area} ${year}`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    noTenancies: 'tenancies missing',
    byArea: 'Area by area',
    byAreaHelp: 'The intervention area above, its control below.',
    area: 'Area',
    more: (areas: number) => `and ${areas} more ${areas === 1 ? 'area' : 'areas'}`,
  },
};

export type FigureTexts = typeof figureTexts;
