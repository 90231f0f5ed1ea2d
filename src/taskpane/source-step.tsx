import { Button, Spinner } from '@fluentui/react-components';
import { useId, useRef, type DragEvent, type ReactElement } from 'react';
import { Problem } from './problem';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';

/** The one valuable action: the user's own tables, or the example. */
export function SourceStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.source;
  const { state, read, readFiles, dispatch } = wizard;
  const isReading = state.work.kind === 'reading';
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    readFiles([...event.dataTransfer.files]);
  };
  return (
    <div className="stack" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <StepHeading step="source" text={t.heading} takesFocus={state.assembled !== null} />
      <p>{t.lead}</p>
      <div className="stack-close">
        <SourceCard
          kind="primary"
          title={t.workbook}
          help={t.workbookHelp}
          onChoose={() => read({ kind: 'workbook' })}
        />
        <SourceCard
          kind="plain"
          title={t.example}
          help={t.exampleHelp}
          onChoose={() => read({ kind: 'example' })}
        />
        <FileCard title={t.file} help={t.fileHelp} onChoose={readFiles} />
      </div>
      <div aria-live="polite">
        {isReading && <Spinner size="tiny" label={t.reading} labelPosition="after" />}
      </div>
      <Problem wizard={wizard} />
      {state.assembled && !isReading && (
        <div className="buttons">
          <Button onClick={() => dispatch({ type: 'went-on' })}>{t.resume}</Button>
        </div>
      )}
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

interface FileCardProps {
  readonly title: string;
  readonly help: string;
  readonly onChoose: (files: readonly File[]) => void;
}

/** The card opens the browser's own choice of files. */
function FileCard({ title, help, onChoose }: FileCardProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <SourceCard kind="plain" title={title} help={help} onChoose={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".csv,.json,text/csv"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was put right.
          event.target.value = '';
          onChoose(files);
        }}
      />
    </>
  );
}
