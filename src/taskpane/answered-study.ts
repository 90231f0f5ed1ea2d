import {
  withAnswers,
  type Answers,
  type AnyCounts,
  type Assembled,
  type CountsSummary,
  type Language,
  type Study,
} from '../study';
import { answerSources } from './answer-sources';
import { rememberLast } from './remember-last';

/** What the study that is worked on is made of: as the pane shows it, or whole. */
export interface AnsweredStudy<Counts = CountsSummary> {
  readonly assembled: Assembled<Counts>;
  readonly answers: Answers;
  readonly language: Language;
}
export type WholeStudy = AnsweredStudy<Study['tables']['counts']>;

/** Whether nothing of it has changed. */
export function isSameStudy(one: AnsweredStudy, other: AnsweredStudy): boolean {
  return (
    one.assembled === other.assembled && one.answers === other.answers && one.language === other.language
  );
}

/** The study as it stands with the answers. */
export const answeredStudy = rememberLast(
  ({ assembled, answers, language }: AnsweredStudy<AnyCounts>) => [assembled, answers, language],
  ({ assembled, answers, language }): Study<AnyCounts> => {
    const study = withAnswers(assembled.study, answers, answerSources(language));
    return { ...study, options: { ...study.options, language } };
  },
) as <Counts extends AnyCounts>(of: AnsweredStudy<Counts>) => Study<Counts>;
