import { Link } from '@fluentui/react-components';
import { useContext, useEffect, useRef, type ReactElement } from 'react';
import type { Finding, Place } from '../study';
import { describeFinding } from '../texts/describe-finding';
import { LanguageContext, useTexts } from './texts';

/** More would not be read: the first ones are shown and the rest counted. */
const mostShown = 20;

interface Props {
  readonly findings: readonly Finding[];
  readonly onGoTo: (place: Place) => void;
}

/** What, where (a link that selects the cell) and what to do. */
export function FindingList({ findings, onGoTo }: Props): ReactElement {
  const t = useTexts().check;
  const language = useContext(LanguageContext);
  return (
    <ul className="findings">
      {findings.slice(0, mostShown).map((finding, index) => {
        const { problem, remedy, where } = describeFinding(finding, language);
        const { place } = finding;
        return (
          <li className={finding.severity} key={index}>
            {problem} {remedy}{' '}
            {place?.kind === 'sheet' && (
              <Link inline as="button" onClick={() => onGoTo(place)}>
                {t.goTo(where)}
              </Link>
            )}
          </li>
        );
      })}
      {findings.length > mostShown && <li>{t.moreFindings(findings.length - mostShown)}</li>}
    </ul>
  );
}

/** The errors that stop the study; takes the focus when it appears, so that it cannot be missed. */
export function ErrorSummary({ findings, onGoTo }: Props): ReactElement {
  const t = useTexts().check;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  return (
    <div className="errors stack-tight" role="alert" tabIndex={-1} ref={summary}>
      <h2 className="section-heading">{t.errorsHeading(findings.length)}</h2>
      <FindingList findings={findings} onGoTo={onGoTo} />
    </div>
  );
}
