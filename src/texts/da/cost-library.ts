import type { CostLibraryTexts } from '../en/cost-library';

export const costLibraryTexts: CostLibraryTexts = {
  help: 'I udgivelsesårets priser. Der regnes med gennemsnittet af dem, du vælger.',
  estimate: (amount, year, payer, grade) =>
    `${amount} kr. · ${year ?? 'uden år'} · betales af ${payer} · grad ${grade}`,
  payers: { 'housing-organisation': 'boligorganisationen', municipality: 'kommunen' },
  mean: (amount, chosen) =>
    chosen === 1
      ? `${amount} kr. pr. udsættelse.`
      : `Gennemsnit af de ${chosen} valgte: ${amount} kr. pr. udsættelse.`,
  gradesHeading: 'Hvad graderne betyder',
  gradesHelp: 'Graden siger, hvem der står bag et bud, ikke om beløbet er rigtigt.',
  grades: {
    A: 'forskningsinstitution, offentliggjort',
    B: 'ekstern evaluator, offentliggjort',
    C: 'en organisations opgørelse af eget arbejde, eller en antologi',
    D: 'internt notat, der ikke kan slås op, eller en øvre grænse',
  },
  basis: {
    'engberg-2015': 'Statens Byggeforskningsinstitut (SBi), offentliggjort evaluering.',
    'soerensen-2011': 'Boligorganisationens evaluering af sit eget forsøg.',
    sydhavnen: 'Projektets eget notat; det kan ikke slås op.',
    'foelner-2015': 'Ekstern evaluator (Als Research), offentliggjort evaluering.',
    'soenderby-2014': 'Antologi; et rundt tal.',
    'koebenhavn-2011': 'Hvad kommunen vurderer, at en udsættelse højst kan koste.',
  },
  municipality: (source, amount, grade) =>
    `${source}: op til ${amount} kr. pr. udsættelse. En øvre grænse, ikke et gennemsnit (grad ${grade}).`,
};
