import {
  includedProgrammes,
  trends,
  type CheckedEffect,
  type Robustness,
  type Study,
  type StudyResults,
} from '../study';
import { fixed } from './fixed';
import { changeTexts as danish } from '../texts/da/changes';
import { changeTexts as english, type OtherEffect } from '../texts/en/changes';

/** Areas that are named when leaving one out turns the sign. */
const mostNamed = 3;

/**
 * What would change the result: other trends, an area less, a trend that bends, more counts, another price. Pure.
 * An effect never stands without its interval.
 */
export function describeChanges(study: Study, results: StudyResults, robustness: Robustness): string[] {
  const { language, trend } = study.options;
  const t = language === 'da' ? danish : english;
  const last = results.years.at(-1)!;
  const { effect } = last;
  const number = (value: number, decimals: number): string => fixed(value, decimals, language);
  const points = (share: number): string => number(100 * share, 1);
  const otherEffect = (each: CheckedEffect): OtherEffect | null =>
    each.effect === null || each.low === null || each.high === null
      ? null
      : {
          points: points(each.effect),
          low: points(each.low),
          high: points(each.high),
          isTurned: effect !== null && Math.sign(each.effect) === -Math.sign(effect) && effect !== 0,
        };
  const say = (
    each: CheckedEffect | null | undefined,
    sentence: (other: OtherEffect) => string,
  ): string[] => {
    const other = each && otherEffect(each);
    return other ? [sentence(other)] : [];
  };

  const detectable =
    robustness.smallestDetectable === null
      ? t.notDetectable
      : t.detectable(number(100 * robustness.smallestDetectable, 0));
  if (effect === null) return [detectable];
  const bend = robustness.breakdownBend.at(-1) ?? null;
  return [
    detectable,
    ...trends
      .filter((each) => each !== trend)
      .flatMap((each) => say(robustness.trends[each].at(-1), (other) => t.trend(t.trendNames[each], other))),
    ...withoutAreas(),
    ...(bend === null ? [] : [t.bend(points(bend))]),
    ...say(robustness.placebo, (other) =>
      t.placebo(other, robustness.placebo!.low! <= 0 && robustness.placebo!.high! >= 0),
    ),
    ...prices(),
  ];

  function withoutAreas(): string[] {
    if (robustness.withoutArea === null) {
      const isPooled = study.tables.pooledTenancies.length > 0 && includedProgrammes(study).length > 1;
      return isPooled ? [t.pooled] : [];
    }
    const known = robustness.withoutArea.filter((each) => each.effect !== null);
    const turning = known.filter((each) => otherEffect(each)?.isTurned);
    const moved = (each: CheckedEffect): number => Math.abs(each.effect! - effect!);
    const [most] = [...known].sort((a, b) => moved(b) - moved(a));
    const named = turning.length > 0 ? turning.slice(0, mostNamed) : most ? [most] : [];
    return [
      ...(turning.length === 0 && known.length > 0 ? [t.noAreaTurns] : []),
      ...named.flatMap((each) => say(each, (other) => t.withoutArea(each.area, other))),
    ];
  }

  function prices(): string[] {
    const { programmeCost, costPerEviction } = results;
    const { prevented, preventedLow } = last;
    if (programmeCost === null || costPerEviction === null || prevented === null || prevented <= 0) return [];
    const thousands = (value: number): string => number(Math.round(value / 1000) * 1000, 0);
    return [
      t.price(thousands(programmeCost / prevented), thousands(costPerEviction)),
      t.number(number(programmeCost / costPerEviction, 1), number(prevented, 1)),
      ...(preventedLow !== null && preventedLow <= 0 ? [t.neverAtLow] : []),
    ];
  }
}
