import type { ArgumentProblem, FunctionTexts } from '../en/functions';

type Message = (problem: ArgumentProblem) => string;

function where({ argument, position }: ArgumentProblem): string {
  return position === undefined ? argument : `${argument}, værdi nr. ${position},`;
}

function must(rule: string): Message {
  return (problem) => `${where(problem)} skal være ${rule}, men er ${problem.came ?? 'tom'}.`;
}

export const functionTexts: FunctionTexts = {
  arguments: {
    evictions: 'udsættelser',
    tenancies: 'lejemål',
    per: 'pr',
    confidence: 'konfidens',
    year: 'år',
    first_full_year: 'første_hele_år',
    years: 'årstal',
    values: 'værdier',
    from: 'fra',
    to: 'til',
    event_years: 'hændelsesår',
    rates: 'rater',
    trend: 'trend',
    intervention_rates: 'rater_indsats',
    control_rates: 'rater_kontrol',
    headers: 'overskrifter',
    intervention_evictions: 'udsættelser_indsats',
    intervention_tenancies: 'lejemål_indsats',
    control_evictions: 'udsættelser_kontrol',
    control_tenancies: 'lejemål_kontrol',
    method: 'metode',
    draws: 'trækninger',
    seed: 'startværdi',
    threshold: 'grænse',
    rate: 'rate',
    control_rate: 'rate_kontrol',
    years_before: 'år_før',
    years_after: 'år_efter',
    power: 'styrke',
    effect: 'effekt',
    base_rate: 'udgangsrate',
    hours_per_week: 'timer_pr_uge',
    annual_cost: 'årlig_udgift',
    full_time_hours: 'fuldtidstimer',
    prevented: 'forebyggede',
    cost_per_eviction: 'udgift_pr_udsættelse',
    programme_cost: 'indsatsens_udgift',
    municipal_saving_per_eviction: 'kommunal_besparelse_pr_udsættelse',
    basis: 'grundlag',
    costs: 'udgifter',
    savings: 'besparelser',
  },
  tableHeaders: [
    'Hændelsesår',
    'Forventet fald, indsats',
    'Faktisk fald, indsats',
    'A: fald ud over trend, indsats',
    'Forventet fald, kontrol',
    'Faktisk fald, kontrol',
    'B: fald ud over trend, kontrol',
    'Effekt (A - B)',
    'Forebyggede pr. 1.000 lejemål',
  ],
  problems: {
    'not-a-number': must('et tal'),
    'not-a-name': (problem) => must(`en af: ${problem.expected ?? ''}`)(problem),
    'not-true-or-false': must('SAND eller FALSK'),
    blank: (problem) => `${where(problem)} er tom. Udfyld cellen: en tom celle regnes ikke som 0.`,
    'not-one-line': ({ argument, came }) =>
      `${argument} skal være én række eller én kolonne, men er en blok på ${came ?? ''}.`,
    'not-one-cell': ({ argument, came }) =>
      `${argument} skal være én celle, men er en blok på ${came ?? ''}.`,
    'different-shapes': ({ argument, came, expected }) =>
      `${argument} skal være én celle eller en blok på ${expected ?? ''} som de andre områder, men er ${came ?? ''}.`,
    'too-many': (problem) => must(`højst ${problem.expected ?? ''}`)(problem),
    missing: ({ argument, eventYear, position }) =>
      eventYear === undefined
        ? `${where({ argument, ...(position === undefined ? {} : { position }) })} er tom. Udfyld cellen: en tom celle regnes ikke som 0.`
        : `${argument} har ingen værdi i hændelsesår ${eventYear}, som resultatet kræver. Udfyld den, eller spørg om et andet år.`,
    'not-finite': must('et endeligt tal'),
    'not-whole': must('et helt tal'),
    negative: (problem) => must(`${problem.expected ?? '0'} eller derover`)(problem),
    'not-positive': must('over 0'),
    'not-a-share': must('mellem 0 og 1, begge fraregnet (0,95 for 95 %)'),
    'different-lengths': ({ argument, came, expected }) =>
      `${argument} skal have lige så mange værdier som de andre serier (${expected ?? ''}), men har ${came ?? ''}.`,
    empty: must('et område, der ikke slutter, før det begynder'),
    'too-few': ({ argument, expected }) => `${argument} skal rumme mindst ${expected ?? ''} med hændelser.`,
    'year-twice': ({ argument, came }) =>
      `${argument} skal have hvert år én gang, men har ${came ?? ''} to gange.`,
    'hole-in-years': ({ argument, came }) =>
      `${argument} skal have hvert år fra første til sidste, men ${came ?? ''} mangler.`,
    'no-year-zero': ({ argument }) =>
      `${argument} skal have hændelsesår 0, det sidste år før indsatsen, men har det ikke.`,
    'no-year-before': ({ argument }) =>
      `${argument} skal have et år før 0 til trenden, men begynder ved 0 eller senere.`,
    'no-year-after': ({ argument }) =>
      `${argument} skal have et år over 0, men slutter ved 0 eller tidligere.`,
    'year-not-after-start': must('et hændelsesår over 0, altså efter starten'),
    'zero-rate': ({ argument, eventYear }) =>
      `${argument} er 0 i hændelsesår ${eventYear ?? 0}, så der kan ikke regnes en andel af den.`,
    'shared-above-total': ({ argument, came, expected }) =>
      `${argument} giver tilsammen ${came ?? ''}, mere end det samlede antal på ${expected ?? ''}.`,
    'nothing-prevented': ({ argument, came }) =>
      `${argument} er ${came ?? ''}: intet er forebygget, så ingen besparelse pr. udsættelse kan betale indsatsen.`,
    'never-covered': () =>
      'Besparelserne dækker aldrig udgifterne. Tag flere år med, eller se på den årlige besparelse.',
    'not-detectable': () =>
      'Med så få udsættelser kan selv et fuldt stop ikke skelnes fra tilfældighed. Brug flere lejemål eller flere år.',
  },
  decimalMark: ',',
};
