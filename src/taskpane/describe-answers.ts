import { includedProgrammes, type SummedStudy } from '../study';
import { listed } from '../texts/listed';
import { fixed } from './fixed';
import { optionText } from './option-text';
import { paneTexts } from './texts';
import { areaRows, whatWasRead } from './what-was-read';
import type { CountedStep } from './blockers';

/** What the page before writing says of one step. */
export interface AnsweredStep {
  readonly step: CountedStep;
  readonly lines: readonly string[];
}

/** All answers in short lines, by step. Pure. */
export function describeAnswers(study: SummedStudy): AnsweredStep[] {
  const { options } = study;
  const { language, exclude, trend, confidence, overdispersion, from, to } = options;
  const { write: t } = paneTexts(language);
  const { countSources, costs } = whatWasRead(study);
  const text = (option: Parameters<typeof optionText>[0]): string => optionText(option, options);
  const years = includedProgrammes(study).map(({ area, firstFullYear }) => `${area} ${firstFullYear}`);
  const sureness = t.confidence(
    confidence.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 }),
  );
  const money = (amount: number): string => amount.toLocaleString(language, { maximumFractionDigits: 0 });
  return [
    {
      step: 'areas',
      lines: [t.areas(areaRows(study).length, listed(countSources, t.moreAreas))],
    },
    {
      step: 'timing',
      lines: [
        listed(years, t.moreAreas),
        ...(exclude.length > 0 ? [t.leftOut(listed(exclude, t.moreAreas))] : []),
        t.years(fixed(from, 0, language), fixed(to, 0, language)),
      ],
    },
    {
      step: 'method',
      lines: [t.trend[trend], overdispersion ? `${sureness}, ${t.overdispersed}` : sureness],
    },
    {
      step: 'costs',
      lines: [
        t.caretaker(text('annualCostPer1000'), text('fullTimeHours')),
        costs === null ? t.noEviction : t.eviction(money(costs.mean), costs.estimates),
        options.municipalSaving === null ? t.noMunicipal : t.municipal(text('municipalSaving')),
        t.horizon(text('horizonYears'), text('startUpYears'), text('discountRate')),
      ],
    },
  ];
}
