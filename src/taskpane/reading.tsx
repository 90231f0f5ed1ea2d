import { Button, Checkbox } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Study } from '../study';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { areaRows, whatWasRead } from './what-was-read';

interface Props {
  readonly study: Study;
  readonly wizard: Wizard;
}

/** What was read and from where: areas, tenancies, hours and costs. */
export function Reading({ study, wizard }: Props): ReactElement {
  const t = useTexts().check;
  const { sources, tenancies, weeklyHours, costs } = whatWasRead(study);
  const { read, state } = wizard;
  const rows: readonly (readonly [term: string, text: string | null])[] = [
    [t.sources, sources.length === 0 ? null : sources.join('; ')],
    [t.tenancies, t.tenancyKinds[tenancies]],
    [t.hours, weeklyHours === null ? null : t.hoursPerWeek(weeklyHours)],
    [t.costs, costs && t.costsMean(costs.mean, costs.estimates)],
  ];
  return (
    <section className="stack-close">
      <Areas study={study} wizard={wizard} />
      {study.tables.counts.length > 0 && (
        <dl className="facts">
          {rows.map(
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
      {state.source === 'workbook' && (
        <div className="buttons">
          <Button
            size="small"
            disabledFocusable={state.work.kind !== 'idle'}
            onClick={() => read('workbook')}
          >
            {t.readAgain}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Areas with their years and first full programme year; each can be left out where tenancies allow it. */
function Areas({ study, wizard: { state, dispatch } }: Props): ReactElement | null {
  const t = useTexts().check;
  const rows = areaRows(study);
  if (rows.length === 0) return null;
  const excluded = new Set(state.choices.exclude);
  const canExclude = excluded.size > 0 || (study.tables.pooledTenancies.length === 0 && rows.length > 1);
  const include = (area: string, isIncluded: boolean): void => {
    const others = state.choices.exclude.filter((each) => each !== area);
    dispatch({ type: 'choice-made', choices: { exclude: isIncluded ? others : [...others, area] } });
  };
  return (
    <table className="areas">
      <caption>{t.found(rows.length, study.tables.counts.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.area}</th>
          <th scope="col" className="number">
            {t.firstFullYear}
          </th>
          {canExclude && <th scope="col">{t.included}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ area, years, counts, firstFullYear }) => (
          <tr key={area}>
            <td>
              {area}
              <span className="muted area-details">{t.areaDetails(years, counts)}</span>
            </td>
            <td className="number">{firstFullYear ?? '–'}</td>
            {canExclude && (
              <td className="check-cell">
                <Checkbox
                  aria-label={t.include(area)}
                  checked={!excluded.has(area)}
                  disabled={state.work.kind !== 'idle'}
                  onChange={(_, { checked }) => include(area, checked === true)}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
