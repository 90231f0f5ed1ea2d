import type { AnswerSources, Language } from '../study';
import { paneTexts as danish } from '../texts/da/pane';
import { paneTexts as english } from '../texts/en/pane';

/** What typed and chosen figures are called on the sheets, in the report's language. */
export function answerSources(language: Language): AnswerSources {
  const { typedHere, ownCost } = language === 'da' ? danish : english;
  return {
    typedPlace: { source: typedHere, kind: 'whole', row: 0, column: 0 },
    ownCost,
  };
}
