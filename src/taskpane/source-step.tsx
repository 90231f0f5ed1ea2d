import { Button } from '@fluentui/react-components';
import { useId, useRef, useState, type ComponentType, type DragEvent, type ReactElement } from 'react';
import { loadChoosing } from './later';
import { Problem } from './problem';
import { Reading } from './reading';
import { SavedStudies } from './saved-studies';
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
      <SavedStudies wizard={wizard} />
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
        <PartsCard wizard={wizard} />
      </div>
      <Reading wizard={wizard} />
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

/** Opens the choice of single sheets, tables or the selection below itself. */
function PartsCard({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const t = useTexts().source;
  const [Choice, setChoice] = useState<ComponentType<{ readonly wizard: Wizard }> | null>(null);
  const open = (): void => {
    if (Choice) {
      setChoice(null);
      return;
    }
    loadChoosing().then(
      ({ ChooseParts }) => setChoice(() => ChooseParts),
      (problem: unknown) => wizard.dispatch({ type: 'failed', problem: problem as Error }),
    );
  };
  return (
    <>
      <SourceCard kind="plain" title={t.parts} help={t.partsHelp} isOpen={Choice !== null} onChoose={open} />
      {Choice && <Choice wizard={wizard} />}
    </>
  );
}

interface CardProps {
  readonly kind: 'primary' | 'plain';
  readonly title: string;
  readonly help: string;
  /** For a card that opens something below itself. */
  readonly isOpen?: boolean;
  readonly onChoose: () => void;
}

/** The whole card can be clicked; its button is the title alone, so that it is called what it shows. */
function SourceCard({ kind, title, help, isOpen, onChoose }: CardProps): ReactElement {
  const id = useId();
  return (
    <div className={`card ${kind}`}>
      <div>
        <button
          type="button"
          className="card-button"
          aria-describedby={id}
          aria-expanded={isOpen}
          onClick={onChoose}
        >
          {title}
        </button>
        <p className="small" id={id}>
          {help}
        </p>
      </div>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={arrow(isOpen)} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
    </div>
  );
}

/** To the right where the card leads on, down or up where it opens and closes. */
function arrow(isOpen?: boolean): string {
  if (isOpen === undefined) return 'M6 3l5 5-5 5';
  return isOpen ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5';
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
        accept=".csv,.tsv,.txt,.json,.xlsx,text/csv"
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
