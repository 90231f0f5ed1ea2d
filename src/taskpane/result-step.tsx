import { Button, Link } from '@fluentui/react-components';
import { memo, type ReactElement } from 'react';
import { evaluateRobustness, type Study } from '../study';
import { changeTexts as danish } from '../texts/da/changes';
import { changeTexts as english } from '../texts/en/changes';
import { describeChanges } from './describe-changes';
import { describeResult } from './describe-result';
import { resultsOf } from './figure';
import { IntervalPicture } from './interval-picture';
import { Problem } from './problem';
import { askToShare } from './ribbon';
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
  const results = resultsOf(study);
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
      <Changes study={study} />
      {state.written && state.written.typed > 0 && (
        <p className="notice warning">{t.typed(state.written.typed)}</p>
      )}
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
        <Button onClick={askToShare}>{texts.share.open}</Button>
        <Button onClick={() => dispatch({ type: 'went-back' })}>{texts.back}</Button>
      </div>
    </div>
  );
}

/** How far the result hangs on its choices, its areas and its chance. */
const Changes = memo(function Changes({ study }: { readonly study: Study }): ReactElement {
  const { heading } = study.options.language === 'da' ? danish : english;
  return (
    <section className="stack-close">
      <h2 className="section-heading">{heading}</h2>
      <ul className="changes">
        {describeChanges(study, resultsOf(study), evaluateRobustness(study)).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
});
