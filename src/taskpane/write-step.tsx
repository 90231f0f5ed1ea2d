import { Button, Link } from '@fluentui/react-components';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { Finding } from '../study';
import { stepOfFinding } from './blockers';
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
  // Not once more for each step of the progress: there may be thousands of areas.
  const answered = useMemo(() => describeAnswers(study), [study]);
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
        {answered.map(({ step, lines }) => (
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
          <FindingList
            findings={warnings}
            onShow={show}
            action={(finding) => <ToStep wizard={wizard} finding={finding} />}
          />
        </section>
      )}
      <section className="stack-close">
        <h2 className="section-heading">{t.where}</h2>
        <p>{t.whereText}</p>
      </section>
    </StepFrame>
  );
}

/** What can be put right in the pane is a press away; what stands in the tables has its link to the cell. */
function ToStep({ wizard, finding }: { readonly wizard: Wizard; readonly finding: Finding }): ReactNode {
  const texts = useTexts();
  const step = stepOfFinding(finding);
  if (step === 'areas') return null;
  return (
    <Link as="button" className="small" onClick={() => wizard.dispatch({ type: 'change-asked', step })}>
      {texts.write.putRight(texts.steps[step])}
    </Link>
  );
}
