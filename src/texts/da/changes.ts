import type { ChangeTexts, OtherEffect } from '../en/changes';

const other = (e: OtherEffect): string =>
  `${e.points} procentpoint (${e.low} til ${e.high})${e.isTurned ? ': Fortegnet vender' : ''}`;

export const changeTexts: ChangeTexts = {
  trendNames: {
    compound: 'procentvis tendens',
    linear: 'lineær tendens',
    none: 'ingen tendens',
  },
  trend: (name, effect) => `Med ${name} er effekten ${other(effect)}.`,
  withoutArea: (area, effect) => `Uden ${area} er den ${other(effect)}.`,
  noAreaTurns: 'Intet enkelt område vender fortegnet.',
  pooled:
    'Om et enkelt område bærer resultatet, kan ikke ses: Lejemålene er opgjort for alle områder under ét.',
  placebo: (effect, isChance) =>
    `Et år tidligere, før indsatsen, finder samme metode ${other({ ...effect, isTurned: false })}${
      isChance
        ? '. Det kan være tilfældigt, som det bør være.'
        : ', selv om der intet var at finde: Vær forsigtig.'
    }`,
  bend: (points) =>
    `Hvis tendensen af andre grunde knækkede ${points} procentpoint om året, hvert år, var der intet tilbage af effekten.`,
  detectable: (percent) =>
    `Med disse tal kan kun et fald på mindst ${percent} % skelnes fra tilfældigheder (i 80 af 100 undersøgelser).`,
  notDetectable: 'Med disse tal kan intet fald med sikkerhed skelnes fra tilfældigheder.',
  price: (needed, used) =>
    `Boligorganisationen går i nul alene, hvis en udsættelse koster den mindst ${needed} kr.; der er regnet med ${used} kr.`,
  number: (needed, found) =>
    `Eller hvis der forebygges ${needed} udsættelser pr. 1.000 lejemål om året; det bedste bud er ${found}.`,
  neverAtLow: 'Ved intervallets nedre grænse betaler det sig ikke, uanset hvad en udsættelse koster.',
};
