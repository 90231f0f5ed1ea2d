import { Body1, Button, Caption1, Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Problem } from './problem';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';

/** The one valuable action: the user's own tables, or the example. */
export function SourceStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const t = useTexts().source;
  const { state, read } = wizard;
  const isReading = state.work.kind === 'reading';
  return (
    <div className="stack">
      <StepHeading step="source" text={t.heading} />
      <Body1>{t.lead}</Body1>
      {state.problem && <Problem problem={state.problem} onRetry={() => read(state.source ?? 'example')} />}
      <div className="stack-tight">
        <Button appearance="primary" size="large" disabled={isReading} onClick={() => read('workbook')}>
          {t.workbook}
        </Button>
        <Caption1>{t.workbookHelp}</Caption1>
      </div>
      <div className="stack-tight">
        <Button size="large" disabled={isReading} onClick={() => read('example')}>
          {t.example}
        </Button>
        <Caption1>{t.exampleHelp}</Caption1>
      </div>
      <div aria-live="polite">{isReading && <Spinner size="tiny" label={t.reading} />}</div>
      <Caption1>{t.privacy}</Caption1>
    </div>
  );
}
