import { Button, Field, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useContext, useEffect, useState, type ReactElement } from 'react';
import { ExcelProblem } from '../excel';
import type { Masking } from '../report';
import { loadSharing } from './later';
import { Notice } from './notice';
import { problemText } from './problem-text';
import { LanguageContext, useTexts } from './texts';
import { today } from './today';
import { useFocusWhenShown } from './use-focus';

type Work =
  | { readonly kind: 'looking' | 'ready' | 'copying' }
  | { readonly kind: 'done'; readonly masking: Masking | null }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Copies of a report to give away: with values only, or with small counts masked. */
export function ShareView({ onClose }: { readonly onClose: () => void }): ReactElement {
  const texts = useTexts();
  const t = texts.share;
  const heading = useFocusWhenShown<HTMLHeadingElement>();
  const [reports, setReports] = useState<readonly string[]>([]);
  const [suffix, setSuffix] = useState('');
  const [choice, setChoice] = useState<'values' | 'masked'>('values');
  const [work, setWork] = useState<Work>({ kind: 'looking' });

  useEffect(() => {
    let isShown = true;
    loadSharing()
      .then(({ listReports }) => listReports())
      .then((found) => {
        if (!isShown) return;
        setReports(found);
        setSuffix(found.at(-1) ?? '');
        setWork({ kind: 'ready' });
      })
      .catch((error: unknown) => isShown && setWork({ kind: 'failed', error }));
    return () => {
      isShown = false;
    };
  }, []);

  const copy = (): void => {
    setWork({ kind: 'copying' });
    loadSharing()
      .then(({ shareReport }) => shareReport({ suffix, isMasked: choice === 'masked', date: today() }))
      .then((masking) => setWork({ kind: 'done', masking }))
      .catch((error: unknown) => setWork({ kind: 'failed', error }));
  };
  const isBusy = work.kind === 'looking' || work.kind === 'copying';

  return (
    <div className="stack-wide">
      <h1 className="step-heading" tabIndex={-1} ref={heading}>
        {t.heading}
      </h1>
      {work.kind !== 'looking' && reports.length === 0 && work.kind !== 'failed' ? (
        <p>{t.noReport}</p>
      ) : (
        <>
          <p>{t.lead}</p>
          {reports.length > 1 && (
            <Field label={t.which}>
              <RadioGroup value={suffix} onChange={(_, { value }) => setSuffix(value)}>
                {reports.map((each) => (
                  <Radio key={each} value={each} label={t.report(each)} />
                ))}
              </RadioGroup>
            </Field>
          )}
          <Field label={t.what}>
            <RadioGroup value={choice} onChange={(_, { value }) => setChoice(value as typeof choice)}>
              <Radio value="values" label={<Choice name={t.values} help={t.valuesHelp} />} />
              <Radio value="masked" label={<Choice name={t.masked} help={t.maskedHelp} />} />
            </RadioGroup>
          </Field>
        </>
      )}
      <div aria-live="polite">
        {work.kind === 'copying' && <Spinner size="tiny" label={t.working} labelPosition="after" />}
      </div>
      {work.kind === 'done' && <Done masking={work.masking} />}
      {work.kind === 'failed' && <Failed error={work.error} />}
      <div className="buttons">
        {reports.length > 0 && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => !isBusy && copy()}>
            {t.button}
          </Button>
        )}
        <Button onClick={onClose}>{texts.back}</Button>
      </div>
    </div>
  );
}

function Choice({ name, help }: { readonly name: string; readonly help: string }): ReactElement {
  return (
    <>
      {name}
      <span className="small muted choice-help">{help}</span>
    </>
  );
}

/** What was done, and in a masked copy what is masked. */
function Done({ masking }: { readonly masking: Masking | null }): ReactElement {
  const t = useTexts().share;
  const masked = masking?.counts.isMasked.filter(Boolean).length ?? 0;
  const small = masking?.counts.small ?? 0;
  const what = masking && (masked === 0 ? t.nothingMasked : t.whatMasked(small, masked - small));
  const result = masking && masked > 0 && (masking.isResultShown ? t.resultShown : t.resultMasked);
  return <Notice kind="note" text={[t.done, what, result].filter(Boolean).join(' ')} />;
}

function Failed({ error }: { readonly error: unknown }): ReactElement {
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const text =
    error instanceof ExcelProblem
      ? problemText(error, language)
      : texts.share.unexpected(error instanceof Error ? error.message : String(error));
  return <Notice kind="error" text={text} />;
}
