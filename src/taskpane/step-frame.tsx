import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ChangedSource } from './changed-source';
import { ErrorSummary } from './error-summary';
import { Problem } from './problem';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { type CountedStep } from './blockers';
import { blockersOf } from './wizard';

interface Props {
  readonly wizard: Wizard;
  readonly step: CountedStep;
  readonly heading: string;
  /** Errors are shown at once, not only when the step is to be left. */
  readonly showsErrorsAtOnce?: boolean;
  readonly children: ReactNode;
  /** In place of the usual buttons. */
  readonly foot?: ReactNode;
}

/** What every step has: heading, summary of errors, content, and the way on and back. */
export function StepFrame({ wizard, step, heading, showsErrorsAtOnce, children, foot }: Props): ReactElement {
  const texts = useTexts();
  const { state, dispatch } = wizard;
  const blockers = blockersOf(state, step);
  const isBlocked = blockers.fields.length + blockers.errors.length > 0;
  return (
    <div className="stack-wide">
      <StepHeading step={step} text={heading} takesFocus />
      <ChangedSource wizard={wizard} />
      {isBlocked && (showsErrorsAtOnce || state.attempts > 0) && (
        <ErrorSummary wizard={wizard} blockers={blockers} />
      )}
      {children}
      {foot ?? (
        <div className="stack">
          <Problem wizard={wizard} />
          <div className="buttons">
            <Button appearance="primary" onClick={() => dispatch({ type: 'went-on' })}>
              {texts.next}
            </Button>
            <Button onClick={() => dispatch({ type: 'went-back' })}>{texts.back}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
