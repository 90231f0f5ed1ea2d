import { findingsOfAnswered } from '../../src/taskpane/findings-of-answered';
import { wholeOf } from '../../src/taskpane/study-work';
import { isChecked, reduce, type WizardAction, type WizardState } from '../../src/taskpane/wizard';

/** The reducer with a worker that answers at once: every state has been checked. */
export function reduceChecked(before: WizardState, action: WizardAction): WizardState {
  const state = reduce(before, action);
  const { assembled, answers, language } = state;
  if (!assembled || isChecked(state)) return state;
  const of = { assembled, answers, language };
  const findings = findingsOfAnswered({ ...of, assembled: wholeOf(assembled) });
  return reduce(state, { type: 'checked', checked: { ...of, findings } });
}
