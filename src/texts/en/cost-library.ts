import type { Grade, Payer } from '../../study';

/** What is said of published estimates of what an eviction costs. */
export const costLibraryTexts = {
  help: 'In the prices of the year of publication. The mean of those you choose is used.',
  estimate: (amount: string, year: number | null, payer: string, grade: Grade) =>
    `${amount} DKK · ${year ?? 'no year'} · paid by the ${payer} · grade ${grade}`,
  payers: { 'housing-organisation': 'housing organisation', municipality: 'municipality' } satisfies Record<
    Payer,
    string
  >,
  mean: (amount: string, chosen: number) =>
    chosen === 1
      ? `${amount} DKK per eviction.`
      : `Mean of the ${chosen} chosen: ${amount} DKK per eviction.`,
  gradesHeading: 'What the grades mean',
  gradesHelp: 'A grade says who stands behind an estimate, not whether the amount is right.',
  grades: {
    A: 'research institution, published',
    B: 'evaluator from outside, published',
    C: 'an organisation’s account of its own work, or an anthology',
    D: 'an internal note that cannot be looked up, or an upper limit',
  } satisfies Record<Grade, string>,
  /** Why each has its grade, by its id. */
  basis: {
    'engberg-2015': 'Danish Building Research Institute (SBi), published evaluation.',
    'soerensen-2011': 'The housing organisation’s evaluation of its own trial.',
    sydhavnen: 'The project’s own note; it cannot be looked up.',
    'foelner-2015': 'External evaluator (Als Research), published evaluation.',
    'soenderby-2014': 'Anthology; a round figure.',
    'koebenhavn-2011': 'What the municipality reckons an eviction can cost at most.',
  } as Readonly<Record<string, string>>,
  municipality: (source: string, amount: string, grade: Grade) =>
    `${source}: up to ${amount} DKK per eviction. An upper limit, not a mean (grade ${grade}).`,
};

export type CostLibraryTexts = typeof costLibraryTexts;
