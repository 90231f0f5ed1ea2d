import { Button, Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { showSheet } from '../excel';
import { evaluateStudy } from '../study';
import { describeResult } from './describe-result';
import { Problem } from './problem';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { studyOf } from './wizard';

/** The finding in plain sentences, and the way to the sheets. */
export function ResultStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.result;
  const { state, dispatch } = wizard;
  const study = studyOf(state)!;
  const go = (name: string): void => {
    showSheet(name).catch((error: unknown) =>
      dispatch({ type: 'failed', problem: error instanceof Error ? error : new Error(String(error)) }),
    );
  };
  return (
    <div className="stack">
      <StepHeading step="result" text={t.heading} />
      <div className="result">
        {describeResult(evaluateStudy(study), study.options).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {state.problem && (
        <Problem problem={state.problem} onRetry={() => dispatch({ type: 'choice-made', choices: {} })} />
      )}
      <div className="stack-tight">
        <h2 className="section-heading">{t.sheets}</h2>
        {state.written?.sheets.map((name) => (
          <div key={name}>
            <Link as="button" onClick={() => go(name)}>
              {name}
            </Link>
          </div>
        ))}
      </div>
      <div className="buttons">
        <Button onClick={() => dispatch({ type: 'went-back' })}>{texts.back}</Button>
      </div>
    </div>
  );
}
