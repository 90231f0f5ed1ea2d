import { alignNumbers, evaluateStudy } from '../study';
import { answeredStudy, type WholeStudy } from './answered-study';
import { findingsOfAnswered } from './findings-of-answered';
import { isReckonable } from './blockers';
import { figureOf, outcomeOf, type Figure, type Outcome } from './figure';
import { rememberLast } from './remember-last';
import { shownNumbers, type ShownNumbers } from './shown-numbers';

/** What the pane shows of a study: small, however many areas there are. */
export interface StudyFigures {
  /** Null without programmes, which the event years are counted from. */
  readonly numbers: ShownNumbers | null;
  /** Null while something is wrong that it depends on. */
  readonly effect: { readonly figure: Figure; readonly outcome: Outcome } | null;
}

export const figuresOf: (of: WholeStudy) => StudyFigures = rememberLast(
  (of) => [answeredStudy(of)],
  (of) => {
    const study = answeredStudy(of);
    const numbers = study.tables.programmes.length === 0 ? null : shownNumbers(alignNumbers(study));
    if (!isReckonable(findingsOfAnswered(of), of.answers)) return { numbers, effect: null };
    const results = evaluateStudy(study);
    return { numbers, effect: { figure: figureOf(study, results), outcome: outcomeOf(results) } };
  },
);
