import { Checkbox, Field, Select } from '@fluentui/react-components';
import { memo, useCallback, useMemo, useRef, type ReactElement } from 'react';
import { AlignedTable } from './aligned-table';
import { EffectFigure } from './effect-figure';
import { linkedFields, wrongFields } from './error-summary';
import { NumberField } from './field';
import { FindingList } from './findings';
import { MissingTenancies } from './missing-tenancies';
import { MoreRows, RowSearch } from './row-search';
import { StepFrame } from './step-frame';
import { useTexts } from './texts';
import { rowsOf, useShownRows } from './use-shown-rows';
import type { Wizard } from './use-wizard';
import { useWorked } from './use-worked';
import { areaRows } from './what-was-read';
import { fieldOfFinding } from './blockers';
import { blockersOf, studyOf, windowEnds, windowStarts } from './wizard';

/** When each programme began, which years count, and which areas are left out. */
export function TimingStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const t = useTexts().timing;
  const { state, dispatch, show } = wizard;
  const { options } = studyOf(state)!;
  const { from, to } = options;
  const figures = useWorked('figures', wizard);
  const { errors } = blockersOf(state, 'timing');
  const open = state.attempts > 0 ? [] : errors.filter((finding) => fieldOfFinding(finding) === null);
  return (
    <StepFrame wizard={wizard} step="timing" heading={t.heading}>
      <p>{t.lead}</p>
      <AreaFields wizard={wizard} />
      <MissingTenancies wizard={wizard} />
      <fieldset className="group" aria-describedby="window-help">
        <legend>{t.window}</legend>
        <p className="small muted" id="window-help">
          {t.windowHelp}
        </p>
        <div className="window">
          <YearField
            label={t.from}
            year={from}
            years={windowStarts}
            onChoose={(year) => dispatch({ type: 'answered', answers: { from: year } })}
          />
          <YearField
            label={t.to}
            year={to}
            years={windowEnds}
            onChoose={(year) => dispatch({ type: 'answered', answers: { to: year } })}
          />
        </div>
      </fieldset>
      {open.length > 0 && <FindingList findings={open} onShow={show} />}
      <EffectFigure options={options} figures={figures} />
      {figures?.numbers && <AlignedTable numbers={figures.numbers} />}
    </StepFrame>
  );
}

/** One line per area: its first full year, and whether it takes part. */
function AreaFields({ wizard: { state, dispatch } }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.timing;
  const study = studyOf(state)!;
  // As they were read: what is typed takes their place below, and they are the same for every key press.
  const { study: read } = state.assembled!;
  const rows = useMemo(() => areaRows(read), [read]);
  const years = state.answers.firstFullYears ?? {};
  const excluded = new Set(study.options.exclude);
  const isPooled = study.tables.pooledTenancies.length > 0;
  const canExclude = excluded.size > 0 || (!isPooled && rows.length > 1);
  const wrong = wrongFields(blockersOf(state, 'timing'), state.attempts);
  const linked = linkedFields(wrong);
  const list = useShownRows(rows, rowsOf.fields, ({ area }) => linked.has(`firstFullYear ${area}`));
  // The same functions for every key press, so that hundreds of lines are not drawn anew for one of them.
  const latest = useRef({ years, exclude: study.options.exclude });
  latest.current = { years, exclude: study.options.exclude };
  const type = useCallback(
    (area: string, text: string): void =>
      dispatch({ type: 'answered', answers: { firstFullYears: { ...latest.current.years, [area]: text } } }),
    [dispatch],
  );
  const include = useCallback(
    (area: string, isIncluded: boolean): void => {
      const others = latest.current.exclude.filter((each) => each !== area);
      dispatch({ type: 'answered', answers: { exclude: isIncluded ? others : [...others, area] } });
    },
    [dispatch],
  );
  return (
    <div className="stack-close">
      <RowSearch rows={list} />
      <table className="areas">
        <thead>
          <tr>
            <th scope="col">{texts.areas.area}</th>
            <th scope="col">{t.firstFullYear}</th>
            {canExclude && <th scope="col">{t.included}</th>}
          </tr>
        </thead>
        <tbody>
          {list.shown.map(({ area, firstFullYear }) => (
            <AreaLine
              key={area}
              area={area}
              year={years[area] ?? (firstFullYear === null ? '' : String(firstFullYear))}
              isWrong={wrong.has(`firstFullYear ${area}`)}
              isIncluded={canExclude ? !excluded.has(area) : null}
              onType={type}
              onInclude={include}
            />
          ))}
        </tbody>
      </table>
      <MoreRows rows={list} />
      {isPooled && rows.length > 1 && <p className="small muted">{t.pooled}</p>}
    </div>
  );
}

interface AreaLineProps {
  readonly area: string;
  readonly year: string;
  readonly isWrong: boolean;
  /** Null where no area can be left out. */
  readonly isIncluded: boolean | null;
  readonly onType: (area: string, text: string) => void;
  readonly onInclude: (area: string, isIncluded: boolean) => void;
}

const AreaLine = memo(function AreaLine(props: AreaLineProps): ReactElement {
  const { area, year, isWrong, isIncluded, onType, onInclude } = props;
  const t = useTexts().timing;
  return (
    <tr>
      <td>{area}</td>
      <td>
        <NumberField
          field={`firstFullYear ${area}`}
          label={t.firstFullYearOf(area)}
          isLabelHidden
          isShort
          text={year}
          isWrong={isWrong}
          onType={(text) => onType(area, text)}
        />
      </td>
      {isIncluded !== null && (
        <td className="check-cell">
          <Checkbox
            aria-label={t.include(area)}
            checked={isIncluded}
            onChange={(_, { checked }) => onInclude(area, checked === true)}
          />
        </td>
      )}
    </tr>
  );
});

interface YearFieldProps {
  readonly label: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly onChoose: (year: number) => void;
}

function YearField({ label, year, years, onChoose }: YearFieldProps): ReactElement {
  const all = years.includes(year) ? years : [...years, year].sort((a, b) => a - b);
  return (
    <Field label={label}>
      <Select value={year} onChange={(_, { value }) => onChoose(Number(value))}>
        {all.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Select>
    </Field>
  );
}
