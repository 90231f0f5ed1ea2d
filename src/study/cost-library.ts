import type { Place } from './grid';
import type { CostEstimate, Publication } from './study';

/** A published estimate, under an id that answers keep. */
export interface LibraryEstimate extends CostEstimate {
  readonly id: string;
  readonly published: Publication;
}

/** All were gathered by one evaluation, from which they are taken here. */
const gathered: Place = {
  source: 'CFBU 2017, Sociale viceværter, bilag A',
  kind: 'whole',
  row: 0,
  column: 0,
};
const chapter: Place = { ...gathered, source: 'CFBU 2017, Sociale viceværter' };

/**
 * What an eviction costs, as published, in DKK of the year of publication. The first five are what the built-in
 * example reckons with; the last is the municipality's cost and therefore never part of a housing
 * organisation's mean.
 */
export const costLibrary: readonly LibraryEstimate[] = [
  {
    id: 'engberg-2015',
    source: 'Engberg 2015, Evaluering af projekt "Stop udsættelser", SBi',
    amount: 53600,
    published: { year: 2015, payer: 'housing-organisation', grade: 'A' },
    place: gathered,
  },
  {
    id: 'soerensen-2011',
    source: 'Sørensen 2011, Evaluering af forsøg med social vicevært i AKB-Lundtoftegade, KAB',
    amount: 58730,
    published: { year: 2011, payer: 'housing-organisation', grade: 'C' },
    place: gathered,
  },
  {
    id: 'sydhavnen',
    source: 'Sammen om Sydhavnen, internt notat',
    amount: 45000,
    published: { year: null, payer: 'housing-organisation', grade: 'D' },
    place: gathered,
  },
  {
    id: 'foelner-2015',
    source: 'Følner et al. 2015, Evaluering af projekt Råderummet, Als Research',
    amount: 63451,
    published: { year: 2015, payer: 'housing-organisation', grade: 'B' },
    place: gathered,
  },
  {
    id: 'soenderby-2014',
    source: 'Sønderby 2014, Bag Facaderne, Boligsocialnet',
    amount: 50000,
    published: { year: 2014, payer: 'housing-organisation', grade: 'C' },
    place: gathered,
  },
  {
    id: 'koebenhavn-2011',
    source: 'Københavns Kommune 2011',
    amount: 200000,
    published: { year: 2011, payer: 'municipality', grade: 'D' },
    place: chapter,
  },
];

export const ofHousingOrganisation = costLibrary.filter(
  ({ published }) => published.payer === 'housing-organisation',
);
export const ofMunicipality = costLibrary.filter(({ published }) => published.payer === 'municipality');
