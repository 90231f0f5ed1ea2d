import { Button, Link } from '@fluentui/react-components';
import { type ReactElement } from 'react';
import { FindingList } from './findings';
import { StepFrame } from './step-frame';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { describeAnswers } from './describe-answers';
import { findingsOf, isChecked, studyOf } from './wizard';
import { Writing } from './writing';

/** All answers on one page, each with a way to change it; what will be written where; the button that writes. */
export function WriteStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.write;
  const { state, dispatch, write, show } = wizard;
  const study = studyOf(state)!;
  const warnings = findingsOf(state).filter(({ severity }) => severity === 'warning');
  const foot = (
    <Writing wizard={wizard}>
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={!isChecked(state)} onClick={() => write()}>
          {t.button}
        </Button>
        <Button onClick={() => dispatch({ type: 'went-back' })}>{texts.back}</Button>
      </div>
    </Writing>
  );
  return (
    <StepFrame wizard={wizard} step="write" heading={t.heading} foot={foot}>
      <dl className="answers">
        {describeAnswers(study).map(({ step, lines }) => (
          <div key={step}>
            <dt>{texts.steps[step]}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </dd>
            <dd className="answers-change">
              <Link
                as="button"
                aria-label={t.changeOf(texts.steps[step])}
                onClick={() => dispatch({ type: 'change-asked', step })}
              >
                {t.change}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {warnings.length > 0 && (
        <section className="stack-close">
          <h2 className="section-heading">{t.warnings}</h2>
          <FindingList findings={warnings} onShow={show} />
        </section>
      )}
      <section className="stack-close">
        <h2 className="section-heading">{t.where}</h2>
        <p>{t.whereText}</p>
      </section>
    </StepFrame>
  );
}
