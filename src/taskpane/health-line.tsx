import { useContext, useState, type ReactElement } from 'react';
import './health-line.css';
import { readHealth } from '../excel';
import type { Language } from '../study';
import { healthTexts as danish } from '../texts/da/health';
import { healthTexts as english } from '../texts/en/health';
import { LanguageContext } from './texts';
import { version } from './version';

/**
 * The line at the pane's foot: which add-in in which Excel, what is switched off because Excel is too old, and
 * behind it what a person who helps will ask for. The pages that it leads to are the add-in's own.
 */
export function HealthLine(): ReactElement {
  const language = useContext(LanguageContext);
  const t = language === 'da' ? danish : english;
  const [health] = useState(() => readHealth(version));
  const { platform, excelVersion, sets, switchedOff } = health;
  const place = (platform === null ? undefined : t.places[platform]) ?? t.elsewhere;
  return (
    <footer className="health small muted" aria-label={t.label}>
      {switchedOff.length > 0 && (
        <p>
          {t.tooOld} {switchedOff.map((feature) => t.features[feature]).join('; ')}. {t.update}
        </p>
      )}
      <details>
        <summary>{t.line(health.version, place)}</summary>
        <dl className="facts">
          <div>
            <dt>{t.excelVersion}</dt>
            <dd>{excelVersion ?? t.notSaid}</dd>
          </div>
          <div>
            <dt>{t.sets}</dt>
            <dd>
              {sets.map(({ name, version: found }) => (
                <span key={name} className="health-set">
                  {found === null ? t.missing(name) : `${name} ${found}`}
                </span>
              ))}
            </dd>
          </div>
        </dl>
        {switchedOff.length === 0 && <p>{t.nothingOff}</p>}
      </details>
      <nav className="health-links">
        <PageLink language={language} page="index" text={t.help} />
        <PageLink language={language} page="support" text={t.support} />
        <PageLink language={language} page="privacy" text={t.privacy} />
      </nav>
    </footer>
  );
}

interface PageLinkProps {
  readonly language: Language;
  readonly page: 'index' | 'support' | 'privacy';
  readonly text: string;
}

/** Relative, so that it holds wherever the add-in is served; beside the pane, which must not be left. */
function PageLink({ language, page, text }: PageLinkProps): ReactElement {
  return (
    <a href={`help/${language}/${page}.html`} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
