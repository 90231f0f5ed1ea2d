import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  MessageBar,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { showCell } from '../excel';
import { hasErrors, type Place } from '../study';
import { ChoiceFields } from './choices';
import { ErrorSummary, FindingList } from './findings';
import { Problem } from './problem';
import { StepHeading } from './step-heading';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { areaRows, findingsOf, studyOf, typedSaving } from './wizard';

/** What was read, what is wrong or doubtful about it, the choices, and the button that writes. */
export function CheckStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.check;
  const { state, dispatch, read, write, cancel } = wizard;
  const study = studyOf(state)!;
  const findings = findingsOf(state);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const isWriting = state.work.kind === 'writing';
  const canWrite = !hasErrors(findings) && !Number.isNaN(typedSaving(state.choices.municipalSaving));
  const goTo = (place: Place): void => {
    showCell(place).catch((error: unknown) =>
      dispatch({ type: 'failed', problem: error instanceof Error ? error : new Error(String(error)) }),
    );
  };
  return (
    <div className="stack">
      <StepHeading step="check" text={t.heading} />
      {errors.length > 0 && <ErrorSummary findings={errors} onGoTo={goTo} />}
      <Areas wizard={wizard} />
      {state.source === 'workbook' && (
        <div className="buttons">
          <Button size="small" onClick={() => read('workbook')} disabled={state.work.kind !== 'idle'}>
            {t.readAgain}
          </Button>
        </div>
      )}
      <div className="stack-tight">
        <h2 className="section-heading">{t.findings}</h2>
        {others.length === 0 ? (
          <Caption1>{t.noFindings}</Caption1>
        ) : (
          <FindingList findings={others} onGoTo={goTo} />
        )}
      </div>
      {study.tables.counts.length > 0 && (
        <div className="stack">
          <h2 className="section-heading">{t.choices}</h2>
          <ChoiceFields
            choices={state.choices}
            onChoose={(choices) => dispatch({ type: 'choice-made', choices })}
          />
        </div>
      )}
      {state.offeredSuffix !== null && state.problem ? (
        <div role="alert">
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {texts.write.exists('detail' in state.problem ? state.problem.detail : '')}
            </MessageBarBody>
          </MessageBar>
          <div className="buttons" style={{ marginTop: 8 }}>
            <Button appearance="primary" onClick={() => write(state.offeredSuffix!)}>
              {texts.write.beside(state.offeredSuffix)}
            </Button>
            <Button onClick={() => dispatch({ type: 'choice-made', choices: {} })}>{texts.cancel}</Button>
          </div>
        </div>
      ) : (
        state.problem && <Problem problem={state.problem} onRetry={() => write()} />
      )}
      <div aria-live="polite">
        {state.work.kind === 'writing' && (
          <div className="stack-tight">
            <Body1>{texts.write.working}</Body1>
            <ProgressBar value={Math.max(0.05, state.work.share)} aria-label={texts.write.working} />
          </div>
        )}
      </div>
      <div className="buttons">
        {isWriting ? (
          <Button onClick={cancel}>{texts.cancel}</Button>
        ) : (
          <>
            <Button appearance="primary" disabled={!canWrite} onClick={() => write()}>
              {t.write}
            </Button>
            <Button onClick={() => dispatch({ type: 'went-back' })}>{texts.back}</Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Areas with their years and first full programme year; each can be left out where tenancies allow it. */
function Areas({ wizard }: { readonly wizard: Wizard }): ReactElement | null {
  const t = useTexts().check;
  const { state, dispatch } = wizard;
  const study = studyOf(state)!;
  const rows = areaRows(study);
  if (rows.length === 0) return null;
  const canExclude = study.tables.pooledTenancies.length === 0 && rows.length > 1;
  const excluded = new Set(state.choices.exclude);
  const include = (area: string, isIncluded: boolean): void => {
    const exclude = isIncluded ? state.choices.exclude.filter((each) => each !== area) : [...excluded, area];
    dispatch({ type: 'choice-made', choices: { exclude } });
  };
  return (
    <div className="stack-tight">
      <Body1>{t.found(rows.length, study.tables.counts.length)}</Body1>
      <table className="areas">
        <thead>
          <tr>
            <th scope="col">{t.area}</th>
            <th scope="col">{t.years}</th>
            <th scope="col" className="number">
              {t.firstFullYear}
            </th>
            {canExclude && <th scope="col">{t.included}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ area, years, firstFullYear }) => (
            <tr key={area}>
              <td>{area}</td>
              <td>{years}</td>
              <td className="number">{firstFullYear ?? '–'}</td>
              {canExclude && (
                <td>
                  <Checkbox
                    aria-label={t.include(area)}
                    checked={!excluded.has(area)}
                    onChange={(_, { checked }) => include(area, checked === true)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
