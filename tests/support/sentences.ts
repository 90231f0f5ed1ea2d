import type { TextGrid } from './libreoffice';
import { evaluateRobustness, evaluateStudy, type Language, type Study } from '../../src/study';
import { reportTexts as danish } from '../../src/texts/da/report';
import { reportTexts as english } from '../../src/texts/en/report';

/**
 * What the sentences and the charts' titles must say, found from the core's figures: which of the wordings, and
 * with which numbers in it. The workbook finds the same by formulas of its own.
 */

/** A number as a sentence shows it: rounded to tenths of a point, whole percents or thousands of DKK. */
interface Shown {
  readonly value: number;
  readonly to: number;
}
type Values = Readonly<Record<string, Shown>>;
interface Part {
  readonly wording: string;
  readonly values: Values;
}
/** Parts that follow each other in one cell; none where the cell is empty. */
type Saying = readonly Part[];

const tenth = (value: number): Shown => ({ value, to: 0.1 });
const points = (share: number): Shown => tenth(100 * share);
const percent = (share: number): Shown => tenth(100 * share);
const exactly = (value: number): Shown => ({ value, to: 0 });
const thousands = (value: number): Shown => ({ value, to: 1000 });

const textsOf = (language: Language) => (language === 'da' ? danish : english);
const areNumbers = (values: readonly (number | null)[]): values is readonly number[] =>
  values.every((value) => value !== null);

function ofEffect(study: Study): { finding: Saying; caution: Saying; titles: readonly Saying[] } {
  const t = textsOf(study.options.language).effect;
  const { years, rates } = evaluateStudy(study);
  const { year, effect, effectLow: low, effectHigh: high, prevented } = years.at(-1)!;
  const confidence = percent(study.options.confidence);
  const ends = [rates.interventionRates, rates.controlRates].flatMap((group) => [group[0]!, group.at(-1)!]);
  const titleRates: Saying = [
    {
      wording: t.titleRates,
      values: {
        interventionFirst: tenth(ends[0]!),
        interventionLast: tenth(ends[1]!),
        controlFirst: tenth(ends[2]!),
        controlLast: tenth(ends[3]!),
      },
    },
  ];
  if (effect === null || low === null || high === null)
    return {
      finding: [{ wording: t.sentenceNone, values: { year: exactly(year) } }],
      caution: [{ wording: t.sentenceNoInterval, values: {} }],
      titles: [titleRates, [{ wording: t.chartExpected, values: {} }]],
    };
  const interval = { year: exactly(year), low: points(low), high: points(high), confidence };
  const values = { ...interval, points: points(Math.abs(effect)) };
  const direction = effect > 0 ? t.sentenceMore : t.sentenceLess;
  const chance = low > 0 ? t.sentenceAbove : high < 0 ? t.sentenceBelow : t.sentenceContains0;
  const isNothing = Math.abs(effect) < 0.0005;
  return {
    finding: [isNothing ? { wording: t.sentenceSame, values: interval } : { wording: direction, values }],
    caution: [{ wording: chance, values: { prevented: tenth(prevented!) } }],
    titles: [titleRates, [{ wording: effect >= 0 ? t.titleMore : t.titleLess, values }]],
  };
}

function ofSavings(study: Study): { finding: Saying; caution: Saying; title: Saying } {
  const t = textsOf(study.options.language).savings;
  const { years, costPerEviction, programmeCost } = evaluateStudy(study);
  const last = years.at(-1)!;
  const { year, net, prevented, preventedLow, preventedHigh, savings, breakEvenPerEviction } = last;
  const of = { year: exactly(year) };
  const gap = savings === null || programmeCost === null ? null : savings - programmeCost;
  const title: Saying =
    gap === null
      ? [{ wording: t.chart, values: {} }]
      : [
          {
            wording: t.titleSavings,
            values: { ...of, savings: thousands(savings!), cost: thousands(programmeCost!) },
          },
          {
            wording: gap >= 0 ? t.titleSurplus : t.titleDeficit,
            values: { gap: thousands(Math.abs(gap)) },
          },
        ];
  if (!areNumbers([net, prevented, preventedLow, preventedHigh, savings]))
    return { finding: [{ wording: t.sentenceNone, values: of }], caution: [], title };
  const { municipalSaving, confidence } = study.options;
  const limits = {
    savingsLow: thousands(preventedLow! * costPerEviction!),
    savingsHigh: thousands(preventedHigh! * costPerEviction!),
    preventedLow: tenth(preventedLow!),
    preventedHigh: tenth(preventedHigh!),
  };
  const effect: Part = {
    wording: prevented! >= 0 ? t.sentencePrevented : t.sentenceMoreEvictions,
    values: {
      ...{ ...of, ...limits, confidence: percent(confidence) },
      prevented: tenth(Math.abs(prevented!)),
      savings: thousands(Math.abs(savings!)),
    },
  };
  const cost = thousands(programmeCost!);
  const perPrevented = costPerEviction! + (municipalSaving ?? 0);
  const withMunicipality: Part =
    municipalSaving === null
      ? { wording: t.sentenceAlone, values: { cost } }
      : { wording: t.sentenceMunicipal, values: { cost, municipal: thousands(municipalSaving) } };
  const result: Part = {
    wording: net! >= 0 ? t.sentenceSurplus : t.sentenceDeficit,
    values: {
      net: thousands(Math.abs(net!)),
      netLow: thousands(preventedLow! * perPrevented - programmeCost!),
      netHigh: thousands(preventedHigh! * perPrevented - programmeCost!),
    },
  };
  const breakEven: Part =
    breakEvenPerEviction === null
      ? { wording: t.sentenceNoBreakEven, values: {} }
      : breakEvenPerEviction > 0
        ? { wording: t.sentenceBreakEven, values: { perEviction: thousands(breakEvenPerEviction) } }
        : { wording: t.sentencePays, values: {} };
  const doubt: Saying = preventedLow! <= 0 ? [{ wording: t.sentenceNoLimit, values: {} }] : [];
  return { finding: [effect, withMunicipality, result], caution: [breakEven, ...doubt], title };
}

function ofRobustness(study: Study): { finding: Saying; caution: Saying } {
  const t = textsOf(study.options.language).robustness;
  const { effect, effectLow, effectHigh, year } = evaluateStudy(study).years.at(-1)!;
  const { trends, breakdownBend, placebo, smallestDetectable } = evaluateRobustness(study);
  const of = { year: exactly(year), confidence: percent(study.options.confidence) };
  const all = Object.values(trends).map((each) => each.at(-1)!.effect);
  const spread: Part = areNumbers(all)
    ? {
        wording: t.sentenceTrends,
        values: { ...of, least: points(Math.min(...all)), most: points(Math.max(...all)) },
      }
    : { wording: t.sentenceNoTrends, values: of };
  const chosen: Saying =
    effect === null || effectLow === null
      ? []
      : [
          {
            wording: t.sentenceChosen,
            values: { ...of, effect: points(effect), low: points(effectLow), high: points(effectHigh!) },
          },
        ];
  const bend: Saying =
    effect === null ? [] : [{ wording: t.sentenceBend, values: { bend: points(breakdownBend.at(-1)!) } }];
  const before: Saying =
    placebo === null || placebo.effect === null || placebo.low === null
      ? []
      : [
          {
            wording: t.sentencePlacebo,
            values: {
              ...of,
              placebo: points(placebo.effect),
              placeboLow: points(placebo.low),
              placeboHigh: points(placebo.high!),
            },
          },
        ];
  const power: Part =
    smallestDetectable === null
      ? { wording: t.sentenceNotDetectable, values: {} }
      : {
          wording: t.sentenceDetectable,
          values: { detectable: percent(smallestDetectable), power: exactly(80) },
        };
  return { finding: [spread, ...chosen], caution: [...bend, ...before, power] };
}

/** What is said otherwise than the core's figures say, in words; nothing when all is well. */
export function wrongSayings(grids: ReadonlyMap<string, TextGrid>, study: Study): string[] {
  const texts = textsOf(study.options.language);
  const effect = ofEffect(study);
  const savings = ofSavings(study);
  const robustness = ofRobustness(study);
  const at = (sheet: string, row: number): string => grids.get(sheet)?.[row]?.[0] ?? '';
  const titlesOn = (sheet: string): number =>
    1 + (grids.get(sheet) ?? []).findIndex(([first]) => first === texts.effect.chartTitles);
  const { sheets } = texts;
  const titleRow = titlesOn(sheets.effect);
  const places: readonly (readonly [string, string, Saying])[] = [
    ['finding of Effect', at(sheets.effect, 1), effect.finding],
    ['caution of Effect', at(sheets.effect, 2), effect.caution],
    ['first figure of Effect', at(sheets.effect, titleRow), effect.titles[0]!],
    ['second figure of Effect', at(sheets.effect, titleRow + 1), effect.titles[1]!],
    ['finding of Cost savings', at(sheets.savings, 1), savings.finding],
    ['caution of Cost savings', at(sheets.savings, 2), savings.caution],
    ['figure of Cost savings', at(sheets.savings, titlesOn(sheets.savings)), savings.title],
    ['finding of Robustness', at(sheets.robustness, 1), robustness.finding],
    ['caution of Robustness', at(sheets.robustness, 2), robustness.caution],
  ];
  return places.flatMap(([place, text, saying]) => wrongIn(text, saying).map((each) => `${place}: ${each}`));
}

function wrongIn(text: string, saying: Saying): string[] {
  const names: (readonly [string, Shown])[] = [];
  const pattern = saying.map(({ wording, values }) =>
    wording
      .split(/(\{\w+\})/)
      .map((piece) => {
        if (!piece.startsWith('{')) return piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
        const name = piece.slice(1, -1);
        names.push([name, values[name]!]);
        return String.raw`(−?[\d,]+(?:\.\d+)?)`;
      })
      .join(''),
  );
  const found = new RegExp(`^${pattern.join('')}$`, 'u').exec(text);
  if (!found) return [`“${text}”, not “${saying.map(({ wording }) => wording).join('')}”`];
  return names.flatMap(([name, { value, to }], index) => {
    const number = Number(found[index + 1]!.replaceAll(',', '').replace('−', '-'));
    return Math.abs(number - value) <= to / 2 + 1e-6 ? [] : [`${name}: ${number}, not ${value}`];
  });
}
