import { placeName, type Finding, type FindingCode, type Language } from '../study';
import { findingTexts as danish } from './da/findings';
import { findingTexts as english, type FindingText, type FindingTexts } from './en/findings';

const texts: Readonly<Record<Language, FindingTexts>> = { da: danish, en: english };

export interface DescribedFinding extends FindingText {
  /** `evictions.csv!E7`, or '' where the finding has no place. */
  readonly where: string;
}

export function describeFinding(finding: Finding, language: Language): DescribedFinding {
  // Code and details belong together by the type of Finding; the compiler cannot follow that through an index.
  const text = texts[language][finding.code] as (details: Finding['details']) => FindingText;
  const { problem, remedy } = text(shortened(finding.details));
  return { problem, remedy, where: finding.place ? placeName(finding.place) : '' };
}

const longest = 40;

/** A cell may hold a whole page; a message quotes its beginning. */
function shortened(details: Finding['details']): Finding['details'] {
  if (!('found' in details) || typeof details.found !== 'string' || details.found.length <= longest)
    return details;
  return { ...details, found: `${details.found.slice(0, longest - 1)}…` };
}

/** One line: what, where, what to do. */
export function findingLine(finding: Finding, language: Language): string {
  const { problem, remedy, where } = describeFinding(finding, language);
  return [problem, where && `(${where})`, remedy].filter((part) => part !== '').join(' ');
}

export function findingCodes(): readonly FindingCode[] {
  return Object.keys(english) as FindingCode[];
}
