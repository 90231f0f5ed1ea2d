import type { EffectSentence, MoneySentence, PaneTexts, PoissonSentence } from '../en/pane';

const whole = { maximumFractionDigits: 0 } as const;

const effect = (e: EffectSentence): string => {
  const signed = e.direction === 'less' ? `effekt: −${e.points}, ` : '';
  const interval = `(${signed}${e.confidence} % interval: ${e.low} til ${e.high})`;
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
  return `${saved}, og forebyggelsen koster ${m.cost} kr. ${who} et ${m.isSurplus ? 'overskud' : 'underskud'} på ${m.net} kr. (nettoresultat: ${m.netLow} til ${m.netHigh}). Alt pr. 1.000 lejemål og år.`;
};

const poisson = (p: PoissonSentence): string =>
  `Poisson-estimatet på arket Effekt, som samler årene før og efter, finder ${p.percent} % ${p.isFewer ? 'færre' : 'flere'} udsættelser, end kontrolområderne lader forvente (${p.confidence} % interval: ${p.low} til ${p.high}).`;

export const paneTexts: PaneTexts = {
  title: 'Sociale viceværter',
  otherLanguage: 'English',
  step: (number, of) => `Trin ${number} af ${of}`,
  back: 'Tilbage',
  next: 'Fortsæt',
  cancel: 'Annullér',
  tryAgain: 'Prøv igen',
  typedHere: 'skrevet i ruden',
  ownCost: 'Eget tal',
  steps: {
    areas: 'Områder',
    timing: 'Tidspunkter',
    method: 'Metode',
    costs: 'Omkostninger',
    write: 'Gennemse og skriv',
  },
  source: {
    heading: 'Forebygger de sociale viceværter udsættelser, og betaler de sig?',
    lead: 'Fra tabeller med udsættelser til en projektmappe, der kan forsvares: effekten i forhold til kontrolområder, besparelsen, hvornår det går i nul, og hvor sikkert det er.',
    workbook: 'Brug tabellerne i denne projektmappe',
    workbookHelp: 'Udsættelser pr. område og år, også for kontrolområder, og en tabel med indsatser.',
    example: 'Brug eksemplet',
    exampleHelp: 'De fire områder i en publiceret evaluering.',
    file: 'Brug filer fra denne computer',
    fileHelp: 'Tabeller som .csv eller .xlsx; vælg gerne flere ad gangen, eller slip dem her.',
    parts: 'Vælg ark, tabeller eller det markerede',
    partsHelp: 'Når projektmappen også rummer andet.',
    listed: 'Ark og tabeller',
    size: (rows, columns) => `${rows.toLocaleString('da')} × ${columns} celler`,
    tableOn: (name, sheet) => `Tabellen ${name} på ${sheet}`,
    readListed: 'Læs de valgte',
    nothingListed: 'Projektmappen er tom.',
    noneChosen: 'Vælg mindst ét ark eller én tabel.',
    selection: 'Det, der er markeret',
    selectionHelp: 'Markér tabellerne i arket; adressen her følger med.',
    wholeSheet: (sheet) => `Hele arket ${sheet} (én celle er markeret)`,
    readSelection: 'Læs det markerede',
    privacy: 'Intet forlader denne computer.',
    reading: 'Læser tabellerne …',
    resume: 'Fortsæt med det, der er læst',
  },
  saved: {
    heading: 'Fortsæt, hvor du slap',
    study: (areas, sheets, step) =>
      `${areas.join(', ')}${areas.length === 3 ? ' …' : ''}: ${sheets ? `rapporten er skrevet (${sheets[0]} …)` : `trin ${step} af 5`}.`,
    at: (time) => `Gemt ${time.toLocaleString('da', { dateStyle: 'long', timeStyle: 'short' })}.`,
    resume: 'Fortsæt',
    resumeOf: (areas) => `Fortsæt evalueringen af ${areas.join(', ')}`,
    startOver: 'Eller begynd forfra herunder. Det, der er gemt, bliver liggende.',
    newer:
      'Projektmappen rummer en evaluering fra en nyere udgave af tilføjelsesprogrammet. Den bliver ikke ændret. Opdatér tilføjelsesprogrammet for at fortsætte den, eller begynd en ny herunder.',
    damaged:
      'Projektmappen rummer en gemt evaluering, som er beskadiget og ikke kan åbnes. Den bliver liggende urørt. Begynd en ny herunder; arkene i projektmappen er, som de var.',
  },
  changed: {
    heading: (count) =>
      count === 1
        ? '1 optælling er ændret siden'
        : `${count.toLocaleString('da')} optællinger er ændret siden`,
    change: ({ area, group, year, what, before, now }) => {
      const number = (value: number | null): string =>
        value === null ? 'ingen' : value.toLocaleString('da');
      const who = group === 'control' ? `${area}, kontrol` : area;
      return `${who} ${year}, ${what === 'evictions' ? 'udsættelser' : 'lejemål'}: ${number(before)} → ${number(now)}.`;
    },
    take: 'Læs tabellerne igen',
    kept: 'Det, du selv har skrevet og valgt, beholdes.',
  },
  findings: {
    severity: { error: 'Fejl', warning: 'Advarsel', note: 'Bemærk' },
    errorsHeading: (count) =>
      count === 1
        ? 'Én ting står i vejen for evalueringen'
        : `${count.toLocaleString('da')} ting står i vejen for evalueringen`,
    moreFindings: (count) => `Vis ${count.toLocaleString('da')} mere`,
    moreErrors: (count) => `og ${count.toLocaleString('da')} mere`,
    goTo: (place) => `Vis ${place}`,
    keepApart: 'Hold dem adskilt',
    takeAsOne: 'Læs dem som ét navn',
  },
  areas: {
    heading: 'Hvad der blev genkendt',
    found: (areas, counts) =>
      `${areas.toLocaleString('da')} ${areas === 1 ? 'område' : 'områder'}, ${counts.toLocaleString('da')} årlige tal for udsættelser`,
    area: 'Område',
    search: 'Find et område',
    shown: (shown, all) => `Viser ${shown.toLocaleString('da')} af ${all.toLocaleString('da')} områder.`,
    years: 'År',
    counts: 'Tal',
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
    later: 'Afklares i næste trin',
    readAgain: 'Læs tabellerne igen',
    otherTables: 'Vælg andre tabeller',
  },
  timing: {
    heading: 'Hvornår begyndte indsatserne?',
    lead: 'Angiv det første kalenderår, hvor hver indsats kørte fra januar til december. Året før er hændelsesår 0.',
    firstFullYear: 'Første hele år',
    firstFullYearOf: (area) => `Første hele år, ${area}`,
    included: 'Med',
    include: (area) => `Tag ${area} med`,
    pooled: 'Lejemålene er opgjort for alle områder under ét: Intet område kan udelades.',
    tenancies: 'Lejemål, som tabellerne mangler',
    tenanciesHelp: 'Ét tal for alle år. Tomt felt: ukendt.',
    tenanciesForCost: 'Bruges kun til indsatsens pris pr. 1.000 lejemål. Tomt felt: ukendt.',
    tenanciesOf: {
      intervention: (area) => `${area}, indsats`,
      control: (area) => `${area}, kontrol`,
    },
    window: 'Hændelsesår',
    windowHelp: '0 er det sidste år før indsatsen.',
    from: 'Fra',
    to: 'Til',
  },
  method: {
    heading: 'Hvordan beregnes effekten?',
    trend: 'Tendens før indsatsen',
    trendNames: {
      compound: 'Procentvis: en fast årlig procent',
      linear: 'Lineær: en ret linje',
      none: 'Ingen: niveauet i året før',
    },
    confidence: 'Intervallernes sikkerhed',
    overdispersion: 'Gør intervallerne bredere, hvis tallene svinger mere end tilfældigt',
    overdispersionHelp:
      'Overspredning: Udsættelser svinger ofte mere fra år til år, end tilfældet alene kan forklare.',
  },
  costs: {
    heading: 'Hvad koster det, og hvad spares der?',
    programme: 'Indsatsen',
    fields: {
      annualCostPer1000: 'Pris for en fuldtids social vicevært pr. 1.000 lejemål og år (kr.)',
      fullTimeHours: 'Timer om ugen på fuld tid',
      programmeCostRange: 'Hvor langt prisen kan ligge derfra (±\u00a0%)',
      municipalSaving: 'Kommunens besparelse pr. forebygget udsættelse (kr.)',
      horizonYears: 'Tidshorisont i år',
      startUpYears: 'Heraf opstartsår uden effekt',
      discountRate: 'Diskonteringsrente (% om året)',
    },
    help: {
      annualCostPer1000: 'Inklusive overhead.',
      municipalSaving: 'Lad feltet være tomt, hvis den ikke kendes.',
      programmeCostRange: '0, hvis prisen er kendt.',
    },
    weeklyHours: 'Ugentlige forebyggelsestimer, som tabellerne mangler',
    weeklyHoursHelp: 'Alle områdets viceværter tilsammen. Tomt felt: ukendt.',
    eviction: 'Boligorganisationens udgift ved en udsættelse',
    from: {
      tables: 'Fra tabellerne',
      library: 'Publicerede bud',
      own: 'Eget tal',
      none: 'Ukendt: Der regnes ikke i kroner',
    },
    ownCost: 'Pris pr. udsættelse (kr.)',
    future: 'Over årene',
    readAs: (number) => `Læses som ${number}.`,
  },
  wrong: {
    annualCostPer1000: 'Pris for en vicevært: Skriv et beløb over 0, fx 660.000.',
    fullTimeHours: 'Timer på fuld tid: Skriv et tal over 0, fx 37.',
    municipalSaving: 'Kommunens besparelse: Skriv et beløb fra 0, fx 20.000, eller lad feltet være tomt.',
    horizonYears: 'Tidshorisont: Skriv et helt tal fra 1 til 30, fx 5.',
    startUpYears: 'Opstartsår: Skriv et helt tal fra 0 til 10, fx 1.',
    discountRate: 'Diskonteringsrente: Skriv en procent fra 0 til 20, fx 3,5.',
    programmeCostRange: 'Hvor langt prisen kan ligge: Skriv en procent fra 0 til 90, fx 10.',
    ownCost: 'Pris pr. udsættelse: Skriv et beløb over 0, fx 50.000.',
    libraryEstimates: 'Publicerede bud: Vælg mindst ét.',
    firstFullYear: (area) => `${area}: Skriv det første hele år med fire cifre, fx 2014.`,
    tenancies: (area) => `${area}, indsats: Skriv antallet af lejemål, fx 1.200.`,
    controlTenancies: (area) => `${area}, kontrol: Skriv antallet af lejemål, fx 9.800.`,
    weeklyHours: (area) => `${area}: Skriv timerne om ugen, fx 12,5, eller lad feltet være tomt.`,
  },
  write: {
    heading: 'Gennemse svarene',
    change: 'Ret',
    changeOf: (what) => `Ret ${what}`,
    putRight: (step) => `Ret det under ${step}`,
    areas: (count, sources) => `${count} ${count === 1 ? 'område' : 'områder'} fra ${sources}`,
    leftOut: (areas) => `uden ${areas}`,
    moreAreas: (count) => `og ${count.toLocaleString('da')} mere`,
    years: (from, to) => `hændelsesår ${from} til ${to}`,
    trend: { compound: 'procentvis tendens', linear: 'lineær tendens', none: 'ingen tendens' },
    confidence: (percent) => `intervaller med ${percent} sikkerhed`,
    overdispersed: 'bredere ved overspredning',
    caretaker: (amount, hours) => `${amount} kr. pr. vicevært med ${hours} timer om ugen`,
    eviction: (amount, estimates) =>
      estimates === 1
        ? `${amount} kr. pr. udsættelse`
        : `${amount} kr. pr. udsættelse (gennemsnit af ${estimates} bud)`,
    noEviction: 'pris pr. udsættelse ukendt',
    municipal: (amount) => `kommunal besparelse ${amount} kr.`,
    noMunicipal: 'kommunal besparelse ukendt',
    horizon: (years, startUp, rate) =>
      `${years} år, heraf ${startUp} opstartsår, diskonteret med ${rate} % om året`,
    warnings: 'Følger med til arket Metode',
    where: 'Hvad der bliver skrevet',
    whereText:
      'Seks nye ark sidst i denne projektmappe: Områdedata, Hændelsesår, Effekt, Besparelse, Robusthed og Metode. Intet af det, der er der, bliver ændret: Er der en rapport eller et af navnene allerede, bliver der spurgt først.',
    button: 'Skriv arkene',
    working: 'Skriver arkene …',
    exists: (reports) =>
      reports === 1
        ? 'Der er allerede en rapport i projektmappen. Hvad skal der ske?'
        : `Der er allerede ${reports} rapporter i projektmappen. Hvad skal der ske?`,
    taken: (names) =>
      `Der er allerede ark eller navne, som rapporten skulle have haft (${names}). Intet af det bliver ændret.`,
    update: (sheet) => `Opdatér den rapport, der begynder med ${sheet}`,
    suffix: 'Mærke til en ny rapport ved siden af',
    suffixHelp: 'Føjes til navnene på dens ark.',
    wrongSuffix: 'Skriv 1 til 8 bogstaver eller tal uden mellemrum.',
    takenSuffix: 'Det mærke har en rapport allerede.',
    beside: (suffix) => `Skriv en ny ved siden af, mærket ${suffix}`,
  },
  update: {
    heading: 'Rapporten er ændret, siden den blev skrevet. Dens ark bliver skrevet på ny.',
    headingUnchanged: 'Rapportens ark bliver skrevet på ny.',
    keep: (count) =>
      count === 1
        ? 'Behold det tal eller valg, der er skrevet i arkene:'
        : `Behold de ${count} tal og valg, der er skrevet i arkene:`,
    notKept: (count) =>
      count === 1
        ? 'Én indtastning kan ikke føres over, for den nye rapport har ikke det felt:'
        : `${count} indtastninger kan ikke føres over, for den nye rapport har ikke de felter:`,
    cells: (count) =>
      count === 1
        ? 'Én anden celle er ændret eller udfyldt, og det går tabt:'
        : `${count} andre celler ser ud til at være ændret eller udfyldt, og det går tabt:`,
    charts: (sheets) => `Diagrammer, der er føjet til (${sheets}), går tabt.`,
    usersCharts: (sheets) =>
      `Der er diagrammer på dine egne ark (${sheets}). Viser de tal fra denne rapport, mister de dem: Vælg deres data igen bagefter, eller skriv en ny rapport ved siden af.`,
    unknown:
      'Det vides ikke, om andet på arkene er ændret. Er det tilfældet, går det tabt: Vælg Annullér, og skriv en ny rapport ved siden af.',
    empty: 'tomt',
    go: 'Opdatér rapporten',
  },
  result: {
    typed: (count) =>
      `Arkene regner med ${count === 1 ? 'en indtastning' : `${count} indtastninger`}, der er gjort direkte i dem. Tallene her i ruden gør ikke: Se resultatet på arket.`,
    heading: 'Resultatet',
    changes: 'Hvad ville ændre det?',
    effect,
    chance: 'Intervallet rummer 0: Forskellen kan skyldes tilfældigheder.',
    noEffect: (year) =>
      `Effekten i år ${year} kan ikke beregnes som andel af niveauet i år 0: En rate, som den kræver, er 0.`,
    poisson,
    prevented: (number, low, high) =>
      `Det bedste bud er ${number} forebyggede udsættelser pr. 1.000 lejemål (${low} til ${high}).`,
    money,
    noMoney: {
      eviction: 'Nettoresultatet kan ikke beregnes: Prisen pr. udsættelse mangler.',
      programme:
        'Nettoresultatet kan ikke beregnes: Forebyggelsestimer eller lejemål mangler for mindst ét område.',
      both: 'Nettoresultatet kan ikke beregnes: Både prisen pr. udsættelse og indsatsens timer eller lejemål mangler.',
    },
    breakEven: (amount) =>
      `Det går i nul, hvis kommunen sparer mindst ${amount} kr. pr. forebygget udsættelse.`,
    moreEvictions: (number, low, high) =>
      `Det bedste bud er ${number} flere udsættelser pr. 1.000 lejemål end forventet (forebyggede: ${low} til ${high}).`,
    noUpperLimit: 'Da intervallet når 0, er der ingen øvre grænse for, hvad kommunen skulle spare.',
    noBreakEven: 'Med disse tal kan ingen kommunal besparelse få det til at gå i nul.',
    sheets: 'Arkene',
  },
  share: {
    open: 'Del en kopi …',
    heading: 'Del en kopi',
    lead: 'Kopien åbner som en ny projektmappe. Gem den dér, og giv den videre. Projektmappen her bliver, som den er.',
    which: 'Hvilken rapport?',
    report: (suffix) => (suffix === '' ? 'Rapporten uden mærke' : `Rapporten mærket ${suffix}`),
    what: 'Hvad skal kopien vise?',
    values: 'Kun værdier',
    valuesHelp: 'Alt i rapporten, med resultater i stedet for formler. Kan åbnes uden tilføjelsesprogrammet.',
    masked: 'Små tal skjult',
    maskedHelp:
      'Kun værdier, og antal på 1 til 4 udsættelser er skjult sammen med alt, der ville røbe dem. Kopiens første ark fortæller hvad.',
    button: 'Lav kopien',
    working: 'Laver kopien …',
    done: 'Kopien er åbnet som en ny projektmappe. Kan du ikke se den, ligger den bag dette vindue, eller også har browseren blokeret et nyt.',
    nothingMasked: 'Intet skulle skjules: Ingen antal ligger mellem 1 og 4.',
    whatMasked: (small, others) =>
      `Skjult: ${small.toLocaleString('da')} antal på 1 til 4 og ${others.toLocaleString('da')}, der ville røbe ${small === 1 ? 'det' : 'dem'}.`,
    resultShown: 'Effekten er vist.',
    resultMasked: 'Effekten måtte også skjules: På arket Om kopien står hvorfor.',
    noReport: 'Der er ingen rapport i projektmappen endnu. Skriv arkene først.',
    unexpected: (detail) =>
      `Noget uventet gik galt i tilføjelsesprogrammet. Der blev ikke lavet nogen kopi. (${detail})`,
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
    'file-features': () =>
      'Excel på nettet kan ikke åbne en projektmappe med diagrammer, kommentarer, pivottabeller eller udsnitsværktøjer for tilføjelsesprogrammet. Gem arkene med udsættelser i en fil for sig, eller åbn filen i Excel og brug tilføjelsesprogrammet der.',
    'file-refused': (file) =>
      `Excel kunne ikke åbne ${file}. Åbn filen i Excel, gem den igen som .xlsx, og prøv en gang til.`,
    'file-too-large': (file) =>
      `${file} er for stor til, at Excel kan åbne den for tilføjelsesprogrammet. Åbn filen i Excel, og brug tilføjelsesprogrammet der.`,
    'copy-too-large': (megabytes) =>
      `Kopien fylder ${megabytes.replace('.', ',')} MB, og det er mere, end denne udgave af Excel åbner for et tilføjelsesprogram (cirka 5 MB på nettet). Åbn projektmappen i Excel til Windows eller Mac, og del den derfra, eller evaluer færre områder.`,
    'not-found': () => 'Arket eller tabellen findes ikke længere. Læs tabellerne igen, eller vælg andre.',
    'several-selected': () => 'Flere områder er markeret. Markér ét område, og prøv igen.',
    'sheets-exist': (names) => `Rapportens ark eller navne findes allerede: ${names}.`,
    'report-gone': () =>
      'Rapporten, der skulle opdateres, er ikke længere i projektmappen. Skriv arkene igen for at lave en ny.',
    cancelled: () => 'Annulleret.',
    'no-report': () => 'Rapporten er ikke længere i projektmappen. Skriv arkene igen, og del dem så.',
    'report-too-old': () =>
      'Rapporten er skrevet med en tidligere udgave af tilføjelsesprogrammet. Skriv den igen, og del den så.',
    'file-unreadable': () =>
      'Excel udleverer projektmappens fil i en form, der ikke kan læses, for eksempel fordi den er krypteret. Kopiér rapportens ark til en ny projektmappe, og prøv igen der.',
    'too-old': (detail) =>
      `Denne Excel er for gammel til tilføjelsesprogrammet. Opdatér Office, og prøv igen. (${detail})`,
    connection: () => 'Forbindelsen til Excel gik tabt. Kontrollér, at projektmappen er åben, og prøv igen.',
    refused: (detail) => `Excel afviste: ${detail}. Gem projektmappen, åbn den igen, og prøv en gang til.`,
  },
  asItWas: 'Projektmappen er, som den var.',
  leftOver: 'Nogle nye ark kan være blevet tilbage: Slet dem selv.',
  notLoaded:
    'En del af tilføjelsesprogrammet kunne ikke hentes. Intet blev skrevet. Kontrollér forbindelsen til internettet, og prøv igen.',
  unexpected: (detail) => `Noget uventet gik galt i tilføjelsesprogrammet. Intet blev skrevet. (${detail})`,
};
