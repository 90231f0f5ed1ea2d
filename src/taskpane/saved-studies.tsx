import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { stepNumber } from './wizard';

/** Studies that are kept in the workbook, each with the way back to where it was left. */
export function SavedStudies({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.saved;
  const { saved, assembled, work } = wizard.state;
  // Once a study is being worked on, the button below leads back to it.
  const studies = assembled ? [] : (saved?.studies ?? []);
  return (
    <div aria-live="polite">
      {studies.length > 0 && (
        <section className="notice note">
          <h2 className="section-heading">{t.heading}</h2>
          {studies.map(({ part, wizard: study }) => (
            <div className="stack-tight" key={part}>
              <p>
                {t.study(study.areas, study.written?.sheets ?? null, stepNumber(study.step))}{' '}
                <span className="muted">{t.at(new Date(study.at))}</span>
              </p>
              <div className="buttons">
                <Button
                  disabledFocusable={work.kind !== 'idle'}
                  aria-label={t.resumeOf(study.areas)}
                  onClick={() => wizard.resume(part)}
                >
                  {t.resume}
                </Button>
              </div>
            </div>
          ))}
          <p className="small">{t.startOver}</p>
        </section>
      )}
      {saved?.hasNewer && <p className="notice warning">{t.newer}</p>}
      {saved?.hasDamaged && <p className="notice warning">{t.damaged}</p>}
    </div>
  );
}
