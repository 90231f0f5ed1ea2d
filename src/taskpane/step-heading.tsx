import { Caption1 } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTexts } from './texts';
import { steps, type Step } from './wizard';

/** The step in words and its heading, which takes the focus when the step begins. */
export function StepHeading({ step, text }: { readonly step: Step; readonly text: string }): ReactElement {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (step !== 'source') heading.current?.focus();
  }, [step]);
  return (
    <div>
      <Caption1>{texts.step(steps.indexOf(step) + 1, steps.length)}</Caption1>
      <h1 className="step-heading" tabIndex={-1} ref={heading}>
        {text}
      </h1>
    </div>
  );
}
