import { Button, ProgressBar } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';

/** What is being read, with a way out. Styled to appear only when it takes longer than a glance. */
export function Reading({ wizard: { state, cancel } }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const { work } = state;
  return (
    <div aria-live="polite">
      {work.kind === 'reading' && (
        <div className="stack-close late">
          <p>{texts.source.reading}</p>
          <ProgressBar
            {...(work.share > 0 && { value: work.share })}
            thickness="large"
            aria-label={texts.source.reading}
          />
          <div className="buttons">
            <Button onClick={cancel}>{texts.cancel}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
