import type { EffectSentence, MoneySentence, PaneTexts } from '../en/pane';

const whole = { maximumFractionDigits: 0 } as const;

const effect = (e: EffectSentence): string => {
  const interval = `(${e.confidence} % interval: ${e.low} til ${e.high})`;
  const beginning = `I år ${e.year} var udsættelserne i indsatsområderne faldet`;
  const comparison = { more: 'mere, end', less: 'mindre, end', same: 'lige så meget, som' }[e.direction];
  const amount = e.direction === 'same' ? '' : `${e.points} procentpoint `;
  return `${beginning} ${amount}${comparison} tendensen og kontrolområderne lader forvente ${interval}.`;
};

const money = (m: MoneySentence): string => {
  const saved = m.isLoss
    ? `Det koster boligorganisationen ${m.savings} kr. ekstra (besparelse: ${m.savingsLow} til ${m.savingsHigh})`
    : `Det sparer boligorganisationen ${m.savings} kr. (${m.savingsLow} til ${m.savingsHigh})`;
  const who =
    m.municipal === null
      ? 'Boligorganisationen alene har'
      : `Med en kommunal besparelse på ${m.municipal} kr. pr. forebygget udsættelse er der`;
  return `${saved}, og forebyggelsen koster ${m.cost} kr. ${who} et ${m.isSurplus ? 'overskud' : 'underskud'} på ${m.net} kr. (pr. 1.000 lejemål og år).`;
};

export const paneTexts: PaneTexts = {
  title: 'Sociale viceværter',
  otherLanguage: 'English',
  step: (number, of) => `Trin ${number} af ${of}`,
  back: 'Tilbage',
  cancel: 'Annullér',
  tryAgain: 'Prøv igen',
  source: {
    heading: 'Forebygger de sociale viceværter udsættelser, og betaler de sig?',
    lead: 'Fra tabeller med udsættelser til en projektmappe, der kan forsvares: effekten i forhold til kontrolområder, besparelsen, hvornår det går i nul, og hvor sikkert det er.',
    workbook: 'Brug tabellerne i denne projektmappe',
    workbookHelp: 'Udsættelser pr. område og år, også for kontrolområder, og en tabel med indsatser.',
    example: 'Brug eksemplet',
    exampleHelp: 'De fire områder i en publiceret evaluering.',
    privacy: 'Intet forlader denne computer.',
    reading: 'Læser tabellerne …',
  },
  check: {
    heading: 'Hvad der blev læst',
    found: (areas, counts) =>
      `${areas} ${areas === 1 ? 'område' : 'områder'}, ${counts.toLocaleString('da')} årlige tal for udsættelser`,
    area: 'Område',
    areaDetails: (years, counts) => (counts === 0 ? 'ingen tal' : `${years} · ${counts} tal`),
    firstFullYear: 'Første hele år',
    included: 'Med',
    include: (area) => `Tag ${area} med`,
    sources: 'Læst fra',
    tenancies: 'Lejemål',
    tenancyKinds: {
      pooled: 'alle områder under ét, pr. hændelsesår',
      yearly: 'pr. område og år',
      constant: 'ét tal pr. område for alle år',
      mixed: 'pr. område og år, ellers ét tal pr. område',
      none: 'ingen fundet',
    },
    hours: 'Forebyggelsestimer',
    hoursPerWeek: (hours) => `${hours.toLocaleString('da')} om ugen i alt`,
    costs: 'Pris pr. udsættelse',
    costsMean: (mean, estimates) =>
      estimates === 1
        ? `${mean.toLocaleString('da', whole)} kr.`
        : `${mean.toLocaleString('da', whole)} kr., gennemsnit af ${estimates} bud`,
    findings: 'Værd at vide',
    noFindings: 'Intet at bemærke.',
    severity: { error: 'Fejl', warning: 'Advarsel', note: 'Bemærk' },
    errorsHeading: (count) =>
      count === 1 ? 'Én ting står i vejen for evalueringen' : `${count} ting står i vejen for evalueringen`,
    moreFindings: (count) => `og ${count} mere`,
    goTo: (place) => `Vis ${place}`,
    choices: 'Valg',
    trend: 'Tendens før indsatsen',
    trendNames: {
      compound: 'Procentvis: en fast årlig procent',
      linear: 'Lineær: en ret linje',
      none: 'Ingen: niveauet i året før',
    },
    window: 'Hændelsesår',
    windowHelp: '0 er det sidste år før indsatsen.',
    from: 'Fra',
    to: 'Til',
    confidence: 'Intervallernes sikkerhed',
    municipalSaving: 'Kommunens besparelse pr. forebygget udsættelse (kr.)',
    municipalSavingHelp: 'Lad feltet være tomt, hvis den ikke kendes.',
    municipalSavingWrong: 'Skriv et beløb fra 0, fx 20.000, eller lad feltet være tomt.',
    write: 'Skriv arkene',
    readAgain: 'Læs tabellerne igen',
  },
  write: {
    working: 'Skriver arkene …',
    exists: (names) =>
      `Der er allerede en rapport eller ark med samme navne (${names}). Intet af det bliver ændret.`,
    beside: (suffix) => `Skriv en ny ved siden af, mærket ${suffix}`,
  },
  result: {
    heading: 'Resultatet',
    effect,
    chance: 'Intervallet rummer 0: Forskellen kan skyldes tilfældigheder.',
    noEffect: (year) =>
      `Effekten i år ${year} kan ikke beregnes som andel af niveauet i år 0: En rate, som den kræver, er 0. Det kan Poisson-estimatet på arket Effekt.`,
    prevented: (number, low, high) =>
      `Det bedste bud er ${number} forebyggede udsættelser pr. 1.000 lejemål (${low} til ${high}).`,
    money,
    noMoney: 'Nettoresultatet kan ikke beregnes: Prisen pr. udsættelse eller forebyggelsestimer mangler.',
    breakEven: (amount) =>
      `Det går i nul, hvis kommunen sparer mindst ${amount} kr. pr. forebygget udsættelse.`,
    moreEvictions: (number, low, high) =>
      `Det bedste bud er ${number} flere udsættelser pr. 1.000 lejemål end forventet (forebyggede: ${low} til ${high}).`,
    noUpperLimit: 'Da intervallet når 0, er der ingen øvre grænse for, hvad kommunen skulle spare.',
    noBreakEven: 'Med disse tal kan ingen kommunal besparelse få det til at gå i nul.',
    sheets: 'Arkene',
  },
  problems: {
    'cell-edit': () =>
      'Excel venter på, at du bliver færdig med at skrive i en celle. Tryk Enter eller Esc i arket, og prøv igen.',
    protected: () =>
      'Projektmappen eller et ark er beskyttet. Fjern beskyttelsen (Gennemse, Beskyt projektmappe), og prøv igen.',
    'read-only': () =>
      'Projektmappen er kun åben til læsning. Vælg Rediger projektmappe, eller gem en kopi, og prøv igen.',
    'no-permission': () =>
      'Du har ikke tilladelse til at ændre denne projektmappe. Gem en kopi, og prøv igen.',
    'too-large': () =>
      'Projektmappen er for stor til at blive læst på én gang. Vælg et enkelt ark eller en tabel, og prøv igen.',
    'file-too-old': () =>
      'Denne udgave af Excel kan ikke åbne en anden projektmappe for tilføjelsesprogrammet. Åbn filen i Excel, og kopier dens ark hertil.',
    'several-selected': () => 'Flere områder er markeret. Markér ét område, og prøv igen.',
    'sheets-exist': (names) => `Rapportens ark eller navne findes allerede: ${names}.`,
    cancelled: () => 'Annulleret.',
    'too-old': (detail) =>
      `Denne Excel er for gammel til tilføjelsesprogrammet. Opdatér Office, og prøv igen. (${detail})`,
    connection: () => 'Forbindelsen til Excel gik tabt. Kontrollér, at projektmappen er åben, og prøv igen.',
    refused: (detail) => `Excel afviste: ${detail}. Gem projektmappen, åbn den igen, og prøv en gang til.`,
  },
  asItWas: 'Projektmappen er, som den var.',
  leftOver: 'Nogle nye ark kan være blevet tilbage: Slet dem selv.',
  unexpected: (detail) => `Noget uventet gik galt i tilføjelsesprogrammet. Intet blev skrevet. (${detail})`,
};
