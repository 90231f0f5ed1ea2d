import { useEffect, useRef, type ReactElement } from 'react';
import { useTexts } from './texts';
import { countedSteps, type CountedStep } from './blockers';
import { type Step } from './wizard';

interface Props {
  readonly step: Step;
  readonly text: string;
  /** False where the pane opens: then nobody has moved yet, and Excel keeps the focus. */
  readonly takesFocus: boolean;
}

/** The step in words and its heading, which takes the focus when the step begins. */
export function StepHeading({ step, text, takesFocus }: Props): ReactElement {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [takesFocus]);
  const counted: CountedStep | null = step === 'result' ? null : step === 'source' ? 'areas' : step;
  const number = counted === null ? countedSteps.length : countedSteps.indexOf(counted) + 1;
  return (
    <div className="stack-tight">
      <div className="step-track" aria-hidden="true">
        {countedSteps.map((each, index) => (
          <span key={each} className={index < number ? 'step-done' : 'step-ahead'} />
        ))}
      </div>
      {counted !== null && (
        <p className="small muted">
          {texts.step(number, countedSteps.length)}: {texts.steps[counted]}
        </p>
      )}
      <h1 className="step-heading" tabIndex={-1} ref={heading}>
        {text}
      </h1>
    </div>
  );
}
