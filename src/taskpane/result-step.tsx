import { Button, Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StudyOptions } from '../study';
import { ChangedSource } from './changed-source';
import { describeResult } from './describe-result';
import type { Outcome } from './figure';
import { IntervalPicture } from './interval-picture';
import { Problem } from './problem';
import { askToShare } from './ribbon';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { useWorked } from './use-worked';
import { studyOf } from './wizard';

/** The finding in plain sentences, and the way to the sheets. */
export function ResultStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.result;
  const { state, dispatch, show } = wizard;
  const outcome = useWorked('figures', wizard)?.effect?.outcome;
  return (
    <div className="stack-wide">
      <StepHeading step="result" text={t.heading} takesFocus />
      <ChangedSource wizard={wizard} />
      {outcome && <Finding outcome={outcome} options={studyOf(state)!.options} />}
      <Changes wizard={wizard} />
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

function Finding({
  outcome,
  options,
}: {
  readonly outcome: Outcome;
  readonly options: StudyOptions;
}): ReactElement {
  const { effect, effectLow, effectHigh } = outcome.years.at(-1)!;
  const [finding, ...more] = describeResult(outcome, options);
  return (
    <div className="result">
      <p className="finding">{finding}</p>
      {effect !== null && effectLow !== null && effectHigh !== null && (
        <IntervalPicture low={effectLow} value={effect} high={effectHigh} />
      )}
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** How far the result hangs on its choices, its areas and its chance. */
function Changes({ wizard }: { readonly wizard: Wizard }): ReactElement | null {
  const sentences = useWorked('changes', wizard);
  const t = useTexts().result;
  if (!sentences) return null;
  return (
    <section className="stack-close">
      <h2 className="section-heading">{t.changes}</h2>
      <ul className="changes">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
