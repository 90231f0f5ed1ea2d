import type { PoissonDid } from '../stats';
import type { Language, StudyOptions } from '../study';
import type { Outcome } from './figure';
import { fixed } from './fixed';
import { paneTexts as danish } from '../texts/da/pane';
import { paneTexts as english, type PoissonSentence } from '../texts/en/pane';

const textsOf = (language: Language) => (language === 'da' ? danish : english).result;

/** The effect of the last year with its interval, and whether it may be chance. */
export function describeEffect(
  results: Pick<Outcome, 'years' | 'poisson'>,
  options: Pick<StudyOptions, 'confidence' | 'language'>,
): string[] {
  const t = textsOf(options.language);
  const number = (value: number, decimals: number): string => fixed(value, decimals, options.language);
  const { year, effect, effectLow, effectHigh } = results.years.at(-1)!;
  const confidence = number(
    100 * options.confidence,
    Number.isInteger(Math.round(1000 * options.confidence) / 10) ? 0 : 1,
  );
  if (effect === null || effectLow === null || effectHigh === null) {
    const { poisson } = results;
    if (poisson === null) return [t.noEffect(year)];
    const isChance = poisson.reductionLower <= 0 && poisson.reductionUpper >= 0;
    return [t.noEffect(year), t.poisson(poissonSentence(poisson)), ...(isChance ? [t.chance] : [])];
  }
  const sentences = [
    t.effect({
      year,
      points: number(Math.abs(100 * effect), 1),
      direction: Math.round(1000 * effect) === 0 ? 'same' : effect > 0 ? 'more' : 'less',
      low: number(100 * effectLow, 1),
      high: number(100 * effectHigh, 1),
      confidence,
    }),
  ];
  if (effectLow <= 0 && effectHigh >= 0) sentences.push(t.chance);
  return sentences;

  /** More evictions are said as such, and their interval with them. */
  function poissonSentence({ reduction, reductionLower, reductionUpper }: PoissonDid): PoissonSentence {
    const [isFewer, percent] = [reduction >= 0, (share: number) => number(100 * share, 0)];
    return {
      isFewer,
      percent: percent(Math.abs(reduction)),
      low: percent(isFewer ? reductionLower : -reductionUpper),
      high: percent(isFewer ? reductionUpper : -reductionLower),
      confidence,
    };
  }
}

/** The finding of the last year in plain sentences; an effect never stands without its interval. */
export function describeResult(results: Outcome, options: StudyOptions): string[] {
  const t = textsOf(options.language);
  const number = (value: number, decimals: number): string => fixed(value, decimals, options.language);
  const thousands = (value: number): string => number(Math.round(value / 1000) * 1000, 0);
  const { effect, prevented, preventedLow, preventedHigh, savings, net, breakEvenPerEviction } =
    results.years.at(-1)!;
  const sentences = describeEffect(results, options);
  if (effect === null) return sentences;
  if (prevented !== null && preventedLow !== null && preventedHigh !== null) {
    const say = prevented < 0 ? t.moreEvictions : t.prevented;
    sentences.push(say(number(Math.abs(prevented), 1), number(preventedLow, 1), number(preventedHigh, 1)));
  }
  const { costPerEviction, programmeCost } = results;
  const isComplete = savings !== null && net !== null && programmeCost !== null && costPerEviction !== null;
  if (!isComplete || preventedLow === null || preventedHigh === null) {
    const isMissing = { eviction: costPerEviction === null, programme: programmeCost === null };
    if (isMissing.eviction && isMissing.programme) return [...sentences, t.noMoney.both];
    // What else is missing was said with the effect.
    if (!isMissing.eviction && !isMissing.programme) return sentences;
    return [...sentences, isMissing.eviction ? t.noMoney.eviction : t.noMoney.programme];
  }
  const perPrevented = costPerEviction + (options.municipalSaving ?? 0);
  sentences.push(
    t.money({
      savings: thousands(Math.abs(savings)),
      savingsLow: thousands(preventedLow * costPerEviction),
      savingsHigh: thousands(preventedHigh * costPerEviction),
      isLoss: savings < 0,
      cost: thousands(programmeCost),
      net: thousands(Math.abs(net)),
      netLow: thousands(preventedLow * perPrevented - programmeCost),
      netHigh: thousands(preventedHigh * perPrevented - programmeCost),
      isSurplus: net >= 0,
      municipal: options.municipalSaving === null ? null : number(options.municipalSaving, 0),
    }),
  );
  if (breakEvenPerEviction === null) sentences.push(t.noBreakEven);
  else if (breakEvenPerEviction > 0) {
    sentences.push(t.breakEven(thousands(breakEvenPerEviction)));
    if (preventedLow <= 0) sentences.push(t.noUpperLimit);
  }
  return sentences;
}
