import { Button, Link } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { hasErrors } from '../study';
import { ChoiceFields } from './choices';
import { ErrorSummary, FindingList } from './findings';
import { Reading } from './reading';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { findingsOf, studyOf, typedSaving } from './wizard';
import { Writing } from './writing';

/** What was read, what is wrong or doubtful about it, the choices, and the button that writes. */
export function CheckStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.check;
  const { state, dispatch, write, show } = wizard;
  const study = studyOf(state)!;
  const findings = findingsOf(state);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const summary = useRef<HTMLDivElement>(null);
  const saving = useRef<HTMLInputElement>(null);
  // Only what was read takes the focus: an error that a choice brings must not, in the middle of choosing.
  const { assembled } = state;
  useEffect(() => {
    if (assembled && hasErrors(assembled.findings)) summary.current?.focus();
  }, [assembled]);
  const writeIfSound = (): void => {
    if (Number.isNaN(typedSaving(state.choices.municipalSaving))) saving.current?.focus();
    else write();
  };
  return (
    <div className="stack-wide">
      <StepHeading step="check" text={t.heading} takesFocus />
      {errors.length > 0 && <ErrorSummary findings={errors} onShow={show} ref={summary} />}
      <Reading study={study} wizard={wizard} />
      {(others.length > 0 || errors.length === 0) && (
        <section className="stack-close">
          <h2 className="section-heading">{t.findings}</h2>
          {others.length === 0 ? <p>{t.noFindings}</p> : <FindingList findings={others} onShow={show} />}
        </section>
      )}
      {study.tables.counts.length > 0 && (
        <ChoiceFields
          ref={saving}
          choices={state.choices}
          isLocked={state.work.kind !== 'idle'}
          onChoose={(choices) => dispatch({ type: 'choice-made', choices })}
        />
      )}
      <Writing wizard={wizard}>
        {errors.length > 0 && (
          <p>
            <Link inline as="button" onClick={() => summary.current?.focus()}>
              {t.errorsHeading(errors.length)}
            </Link>
          </p>
        )}
        <div className="buttons">
          <Button appearance="primary" disabled={errors.length > 0} onClick={writeIfSound}>
            {t.write}
          </Button>
          <Button onClick={() => dispatch({ type: 'went-back' })}>{texts.back}</Button>
        </div>
      </Writing>
    </div>
  );
}
