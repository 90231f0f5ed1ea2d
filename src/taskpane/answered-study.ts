import {
  allFindings,
  withAnswers,
  type Answers,
  type Assembled,
  type Finding,
  type Language,
  type Study,
} from '../study';
import { answerSources } from './answer-sources';
import { rememberLast } from './remember-last';

/** What the study that is worked on is made of. */
export interface AnsweredStudy {
  readonly assembled: Assembled;
  readonly answers: Answers;
  readonly language: Language;
}

/** Whether nothing of it has changed. */
export function isSameStudy(one: AnsweredStudy, other: AnsweredStudy): boolean {
  return (
    one.assembled === other.assembled && one.answers === other.answers && one.language === other.language
  );
}

/** The study as it stands with the answers. */
export const answeredStudy: (of: AnsweredStudy) => Study = rememberLast(
  ({ assembled, answers, language }) => [assembled, answers, language],
  ({ assembled, answers, language }) => {
    const study = withAnswers(assembled.study, answers, answerSources(language));
    return { ...study, options: { ...study.options, language } };
  },
);

/** What reading and checking have to say of it. */
export const findingsOfAnswered: (of: AnsweredStudy) => readonly Finding[] = rememberLast(
  (of) => [answeredStudy(of)],
  (of) => allFindings(answeredStudy(of), of.assembled.reading),
);
