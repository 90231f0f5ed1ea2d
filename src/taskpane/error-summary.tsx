import { Link } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Field, Finding } from '../study';
import { fieldId, wrongText } from './field';
import { FindingList } from './findings';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { fieldOfFinding, type Blockers } from './blockers';

/** More would not be read: the rest is counted. */
const mostLinked = 20;

interface Props {
  readonly wizard: Wizard;
  readonly blockers: Blockers;
}

/** What keeps the step from being left, with links to the fields and cells. It takes the focus at every attempt. */
export function ErrorSummary({ wizard, blockers }: Props): ReactElement {
  const texts = useTexts();
  const { attempts, assembled } = wizard.state;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    summary.current?.focus();
  }, [attempts, assembled]);
  const { fields, others } = sorted(blockers);
  return (
    <div className="notice error" role="alert" tabIndex={-1} ref={summary}>
      <h2 className="section-heading">{texts.findings.errorsHeading(fields.length + others.length)}</h2>
      {fields.length > 0 && (
        <ul className="findings">
          {fields.slice(0, mostLinked).map((field) => (
            <li key={field} className="error">
              <Link as="button" inline onClick={() => document.getElementById(fieldId(field))?.focus()}>
                {wrongText(field, texts)}
              </Link>
            </li>
          ))}
          {fields.length > mostLinked && <li>{texts.findings.moreErrors(fields.length - mostLinked)}</li>}
        </ul>
      )}
      {others.length > 0 && <FindingList findings={others} onShow={wizard.show} />}
    </div>
  );
}

/** A finding that a field answers is said as that field's error. */
function sorted({ fields, errors }: Blockers): { fields: readonly Field[]; others: readonly Finding[] } {
  const ofFindings = errors.map(fieldOfFinding).filter((field) => field !== null);
  return {
    fields: [...new Set([...fields, ...ofFindings])],
    others: errors.filter((finding) => fieldOfFinding(finding) === null),
  };
}

/** Of many wrong fields, those that the summary links to: they must be there to be gone to. */
export function linkedFields(wrong: ReadonlySet<Field>): ReadonlySet<Field> {
  return new Set([...wrong].slice(0, mostLinked));
}

/** Fields of the step that are marked, once the step was to be left. */
export function wrongFields(blockers: Blockers, attempts: number): ReadonlySet<Field> {
  return attempts === 0 ? new Set() : new Set(sorted(blockers).fields);
}
