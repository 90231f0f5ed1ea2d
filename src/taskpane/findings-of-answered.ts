import { allFindings, type Finding } from '../study';
import { answeredStudy, type WholeStudy } from './answered-study';
import { rememberLast } from './remember-last';

/** What reading and checking have to say of it. */
export const findingsOfAnswered: (of: WholeStudy) => readonly Finding[] = rememberLast(
  (of) => [answeredStudy(of)],
  (of) => allFindings(answeredStudy(of), of.assembled.reading),
);
