import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { Finding } from '../study';
import { FindingList } from './findings';
import { Reading } from './reading';
import { MoreRows, RowSearch } from './row-search';
import { StepFrame } from './step-frame';
import { useTexts } from './texts';
import { rowsOf, useShownRows } from './use-shown-rows';
import type { Wizard } from './use-wizard';
import { useWorked } from './use-worked';
import { areaRows, whatWasRead } from './what-was-read';
import { stepOfFinding } from './blockers';
import { findingsOf, studyOf, type Source } from './wizard';

/** What was recognised in the tables, and what is wrong or doubtful about it. */
export function AreasStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.areas;
  const { state, show, read } = wizard;
  // For the next step: there nothing moves away from under the mouse when they come.
  useWorked('figures', wizard);
  const findings = findingsOf(state).filter((finding) => {
    const step = stepOfFinding(finding);
    return step === 'areas' ? finding.severity !== 'error' : false;
  });
  const later = findingsOf(state).filter(
    (finding) => finding.severity === 'error' && stepOfFinding(finding) === 'timing',
  );
  const source = state.source;
  return (
    <StepFrame wizard={wizard} step="areas" heading={t.heading} showsErrorsAtOnce>
      <Recognised wizard={wizard} />
      <section className="stack-close">
        <h2 className="section-heading">{t.findings}</h2>
        {findings.length === 0 ? (
          <p>{t.noFindings}</p>
        ) : (
          <FindingList
            findings={findings}
            onShow={show}
            action={(finding) => <NamesAction wizard={wizard} finding={finding} />}
          />
        )}
      </section>
      {later.length > 0 && (
        <section className="stack-close">
          <h2 className="section-heading">{t.later}</h2>
          <FindingList findings={later} onShow={show} />
        </section>
      )}
      <div className="stack">
        <Reading wizard={wizard} />
        {source !== null && isInWorkbook(source) && (
          <div className="buttons">
            <Button size="small" disabledFocusable={state.work.kind !== 'idle'} onClick={() => read(source)}>
              {t.readAgain}
            </Button>
          </div>
        )}
      </div>
    </StepFrame>
  );
}

const isInWorkbook = ({ kind }: Source): boolean => kind !== 'example' && kind !== 'files';

/** Names that are written almost alike are taken as one or kept apart, as the user says; the tables are read anew. */
function NamesAction({ wizard, finding }: { readonly wizard: Wizard; readonly finding: Finding }): ReactNode {
  const t = useTexts().findings;
  const { state, read } = wizard;
  const apart = state.assembled?.study.options.keepApart ?? [];
  const { source } = state;
  if (source === null || (finding.code !== 'names-alike' && finding.code !== 'names-kept-apart')) return null;
  const { names } = finding.details;
  const isApart = finding.code === 'names-kept-apart';
  const others = apart.filter((name) => !names.includes(name));
  return (
    <Button
      size="small"
      disabledFocusable={state.work.kind !== 'idle'}
      onClick={() => read(source, isApart ? others : [...others, ...names])}
    >
      {isApart ? t.takeAsOne : t.keepApart}
    </Button>
  );
}

/** Areas × years, and where tenancies, hours and costs come from. */
function Recognised({ wizard }: { readonly wizard: Wizard }): ReactElement | null {
  const t = useTexts().areas;
  const study = studyOf(wizard.state)!;
  const rows = areaRows(study);
  const list = useShownRows(rows, rowsOf.text);
  const { sources, tenancies, weeklyHours, costs } = whatWasRead(study);
  if (rows.length === 0) return null;
  const facts: readonly (readonly [term: string, text: string | null])[] = [
    [t.sources, sources.length === 0 ? null : sources.join('; ')],
    [t.tenancies, t.tenancyKinds[tenancies]],
    [t.hours, weeklyHours === null ? null : t.hoursPerWeek(weeklyHours)],
    [t.costs, costs && t.costsMean(costs.mean, costs.estimates)],
  ];
  return (
    <section className="stack-close">
      <RowSearch rows={list} />
      <table className="areas">
        <caption>{t.found(rows.length, study.tables.counts.number)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.area}</th>
            <th scope="col" className="number">
              {t.years}
            </th>
            <th scope="col" className="number">
              {t.counts}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.shown.map(({ area, years, counts }) => (
            <tr key={area}>
              <td>{area}</td>
              <td className="number">{years}</td>
              <td className="number">{counts}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows rows={list} />
      {study.tables.counts.number > 0 && (
        <dl className="facts">
          {facts.map(
            ([term, text]) =>
              text !== null && (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </div>
              ),
          )}
        </dl>
      )}
    </section>
  );
}
