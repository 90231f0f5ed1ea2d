import { Link } from '@fluentui/react-components';
import { useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { kindsFirst, type Finding, type Place } from '../study';
import { describeFinding } from '../texts/describe-finding';
import { LanguageContext, useTexts } from './texts';

/** More would not be read: the first ones are shown and the rest counted, to be shown when asked for. */
const [shownFirst, shownMore] = [20, 200];

interface Props {
  readonly findings: readonly Finding[];
  readonly onShow: (place: Place) => void;
  /** What can be done about a finding in the pane itself. */
  readonly action?: (finding: Finding) => ReactNode;
}

/** What, what to do, and where: a link that selects the cell. */
export function FindingList({ findings, onShow, action }: Props): ReactElement {
  const { findings: t, typedHere } = useTexts();
  const language = useContext(LanguageContext);
  const [shown, setShown] = useState(shownFirst);
  const inOrder = useMemo(() => (findings.length > shownFirst ? kindsFirst(findings) : findings), [findings]);
  return (
    <ul className="findings">
      {inOrder.slice(0, shown).map((finding, index) => {
        const { problem, remedy, where } = describeFinding(finding, language);
        const { place, severity } = finding;
        return (
          <li className={severity} key={index}>
            <p>
              <strong>{t.severity[severity]}:</strong> {problem}
            </p>
            {remedy !== '' && <p className="muted">{remedy}</p>}
            {place?.kind === 'sheet' ? (
              <Link as="button" className="small" onClick={() => onShow(place)}>
                {t.goTo(where)}
              </Link>
            ) : (
              // Who types in the pane knows it; it is no place of what is missing.
              where !== '' && where !== typedHere && <p className="muted">{where}</p>
            )}
            {action?.(finding)}
          </li>
        );
      })}
      {findings.length > shown && (
        <li>
          <Link as="button" onClick={() => setShown(shown + shownMore)}>
            {t.moreFindings(Math.min(shownMore, findings.length - shown))}
          </Link>
        </li>
      )}
    </ul>
  );
}
