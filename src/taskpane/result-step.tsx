import { Button, Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { evaluateStudy } from '../study';
import { describeResult } from './describe-result';
import { IntervalPicture } from './interval-picture';
import { Problem } from './problem';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { studyOf } from './wizard';

/** The finding in plain sentences, and the way to the sheets. */
export function ResultStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.result;
  const { state, dispatch, show } = wizard;
  const study = studyOf(state)!;
  const results = evaluateStudy(study);
  const { effect, effectLow, effectHigh } = results.years.at(-1)!;
  const [finding, ...more] = describeResult(results, study.options);
  return (
    <div className="stack-wide">
      <StepHeading step="result" text={t.heading} takesFocus />
      <div className="result">
        <p className="finding">{finding}</p>
        {effect !== null && effectLow !== null && effectHigh !== null && (
          <IntervalPicture low={effectLow} value={effect} high={effectHigh} />
        )}
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Problem wizard={wizard} />
      <section className="stack-close">
        <h2 className="section-heading">{t.sheets}</h2>
        <ul className="sheets">
          {state.written?.sheets.map((name) => (
            <li key={name}>
              <Link as="button" onClick={() => show(name)}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <div className="buttons">
        <Button onClick={() => dispatch({ type: 'went-back' })}>{texts.back}</Button>
      </div>
    </div>
  );
}
