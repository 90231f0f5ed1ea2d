import type { FigureTexts } from '../en/figure';

export const figureTexts: FigureTexts = {
  title: 'Udsættelser pr. 1.000 lejemål',
  groups: { intervention: 'Indsatsområder', control: 'Kontrolområder' },
  expected: 'forventet uden indsatsen',
  limits: (percent) => `${percent} interval for tilfældigheder`,
  axis: 'Hændelsesår (0: året før indsatsen)',
  notDrawn: 'Figuren tegnes, så snart der ikke er fejl i områder og år.',
  description: (from, to, controlFrom, controlTo) =>
    `Fra ${from} til ${to} i indsatsområderne, fra ${controlFrom} til ${controlTo} i kontrolområderne.`,
  numbers: 'Tallene bag figuren',
  year: 'År',
  observed: 'Observeret',
  expectedColumn: 'Forventet',
  interval: 'Interval',
  aligned: {
    heading: 'Tallene efter hændelsesår',
    help: 'Udsættelser i alle områder, der er med, lagt sammen efter hændelsesår.',
    of: (evictions, tenancies) => `${evictions} af ${tenancies}`,
    missing: 'mangler',
    holes: (holes, more) =>
      `Mangler: ${holes.map(({ area, year }) => `${area} ${year}`).join(', ')}${more > 0 ? ` og ${more} mere` : ''}`,
    noTenancies: 'lejemål mangler',
    byArea: 'Område for område',
    byAreaHelp: 'Indsatsområdet øverst, dets kontrolområde nederst.',
    area: 'Område',
    more: (areas) => `og ${areas} ${areas === 1 ? 'område' : 'områder'} mere`,
  },
};
