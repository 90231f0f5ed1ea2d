import { Button, Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { placeName } from '../study';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';

/** More would not be read: the first ones are shown and the rest counted. */
const mostShown = 5;

/** The tables say something else than when they were read: what, where, and the way to read them again. */
export function ChangedSource({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.changed;
  const { state, dispatch, show } = wizard;
  const counts = state.changed?.counts ?? [];
  return (
    <div aria-live="polite">
      {counts.length > 0 && (
        <div className="notice warning">
          <p>
            <strong>{t.heading(counts.length)}</strong>
          </p>
          <ul className="sheets">
            {counts.slice(0, mostShown).map((count) => (
              <li key={JSON.stringify([count.place, count.what])}>
                {t.change(count)}{' '}
                {count.place.kind === 'sheet' && (
                  <Link as="button" className="small" onClick={() => show(count.place)}>
                    {texts.findings.goTo(placeName(count.place))}
                  </Link>
                )}
              </li>
            ))}
            {counts.length > mostShown && <li>{texts.findings.moreFindings(counts.length - mostShown)}</li>}
          </ul>
          <div className="buttons">
            <Button
              disabledFocusable={state.work.kind !== 'idle'}
              onClick={() => dispatch({ type: 'changes-taken' })}
            >
              {t.take}
            </Button>
          </div>
          <p className="small muted">{t.kept}</p>
        </div>
      )}
    </div>
  );
}
