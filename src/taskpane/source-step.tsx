import { Spinner } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
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
      <StepHeading step="source" text={t.heading} takesFocus={state.assembled !== null} />
      <p>{t.lead}</p>
      <div className="stack-close">
        <SourceCard
          kind="primary"
          title={t.workbook}
          help={t.workbookHelp}
          onChoose={() => read('workbook')}
        />
        <SourceCard kind="plain" title={t.example} help={t.exampleHelp} onChoose={() => read('example')} />
      </div>
      <div aria-live="polite">
        {isReading && <Spinner size="tiny" label={t.reading} labelPosition="after" />}
      </div>
      <Problem wizard={wizard} />
      <p className="small muted">{t.privacy}</p>
    </div>
  );
}

interface CardProps {
  readonly kind: 'primary' | 'plain';
  readonly title: string;
  readonly help: string;
  readonly onChoose: () => void;
}

/** The whole card can be clicked; its button is the title alone, so that it is called what it shows. */
function SourceCard({ kind, title, help, onChoose }: CardProps): ReactElement {
  const id = useId();
  return (
    <div className={`card ${kind}`}>
      <div>
        <button type="button" className="card-button" aria-describedby={id} onClick={onChoose}>
          {title}
        </button>
        <p className="small" id={id}>
          {help}
        </p>
      </div>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
    </div>
  );
}
