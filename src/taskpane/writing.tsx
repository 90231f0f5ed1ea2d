import { Button, ProgressBar } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ExistingReport } from './existing-report';
import { Problem } from './problem';
import { useTexts } from './texts';
import { fluentRef, useFocusWhenShown } from './use-focus';
import { UpdateReport } from './update-report';
import type { Wizard } from './use-wizard';

interface Props {
  readonly wizard: Wizard;
  /** The buttons, while there is nothing to wait for or to answer. */
  readonly children: ReactNode;
}

/** The foot of the step before writing: buttons, or the question about an earlier report, or progress. */
export function Writing({ wizard, children }: Props): ReactElement {
  const { work, existing, update } = wizard.state;
  return (
    <div className="stack">
      <div aria-live="polite">
        {work.kind === 'writing' && <Progress wizard={wizard} share={work.share} />}
      </div>
      {existing && <ExistingReport wizard={wizard} existing={existing} key={existing.suffix} />}
      {update && <UpdateReport wizard={wizard} update={update} />}
      <Problem wizard={wizard} />
      {work.kind !== 'writing' && !existing && !update && children}
    </div>
  );
}

function Progress({ wizard, share }: { readonly wizard: Wizard; readonly share: number }): ReactElement {
  const texts = useTexts();
  const cancel = useFocusWhenShown<HTMLButtonElement>();
  return (
    <div className="stack-close">
      <p>{texts.write.working}</p>
      <ProgressBar value={Math.max(0.05, share)} thickness="large" aria-label={texts.write.working} />
      <div className="buttons">
        <Button ref={fluentRef(cancel)} onClick={wizard.cancel}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
