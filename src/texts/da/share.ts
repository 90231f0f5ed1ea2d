import type { ShareTexts } from '../en/share';

export const shareTexts: ShareTexts = {
  masked: 'skjult',
  sheet: 'Om kopien',
  titleValues: 'Om kopien: kun værdier',
  titleMasked: 'Om kopien: små tal er skjult',
  made: (date) =>
    `Lavet den ${date} ud fra en rapport fra tilføjelsesprogrammet Sociale viceværter. Tallene er dem, der stod i rapporten den dag.`,
  valuesOnly:
    'Alle formler er erstattet af deres resultater. Derfor bliver intet genberegnet, og kopien kan åbnes i ethvert Excel uden tilføjelsesprogrammet. De gule felter var rapportens indtastningsfelter; her ændrer det ikke noget at skrive i dem. Den, der vil følge beregningen, skal bruge selve rapporten.',
  onlyReport: 'Kun rapportens ark er med i kopien: ingen andre ark, ingen kommentarer og ingen gemte svar.',
  whatHeading: 'Hvad er skjult',
  nothingMasked: 'Intet: ingen af rapportens antal udsættelser ligger mellem 1 og 4.',
  counts: (small, others) =>
    `${small.toLocaleString('da')} antal på 1 til 4 udsættelser i et område og år og ${others.toLocaleString('da')} andre antal, som ellers ville røbe dem. I en sådan celle står der »skjult«.`,
  how: 'Når ét område har et lille antal i et hændelsesår, er antallene i alle områder i samme gruppe og hændelsesår skjult. Ellers kunne man trække de andre fra summen. En kontrolorganisation, der hører til flere områder, er skjult alle steder, hvor den står.',
  follows:
    'Alt, der er beregnet ud fra skjulte antal, er også skjult – på alle ark, i sætninger og i diagrammer: resultatet uden hvert enkelt område, overspredningen, simulerede tal og rækkefølgen af det, der flytter resultatet mest. Bemærkninger med tal i er skjult på arket Metode.',
  sumsShown:
    'Summer over alle områder vises, hvor de ikke røber et lille antal. Det samme gælder rater, effekter, besparelser og intervaller, der alene bygger på de summer.',
  sumsMaskedHeading: 'Summer, der ikke kan vises',
  sumsMasked: (group, years) =>
    `${group === 'intervention' ? 'Indsatsområder' : 'Kontrolområder'}, hændelsesår ${years}: Summen er selv under 5, eller den ville røbe et antal. Alt, der er beregnet ud fra den, er skjult.`,
  widened:
    'Intervallerne er gjort bredere efter, hvor meget områdernes antal svinger, og det ville røbe antal. Derfor er resultaterne skjult. De kan vises, hvis der står nej til bredere intervaller på arket Effekt, før kopien laves.',
  resultShown: 'Effekten og dens interval er vist.',
  resultMasked:
    'Effekten er skjult, fordi den ikke kan vises uden at røbe et lille antal. En evaluering af flere områder eller af et kortere vindue kan måske vises.',
  readItThrough:
    'Det, som nogen selv har skrevet på arkene med ord, er ikke skjult. Læs kopien igennem, før du giver den videre.',
};
