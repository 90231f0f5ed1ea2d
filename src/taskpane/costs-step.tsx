import { Radio, RadioGroup } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import { includedProgrammes, typedOptions, type CostsFrom, type TypedOption } from '../study';
import { CostLibrary, MunicipalEstimates } from './cost-library';
import { linkedFields, wrongFields } from './error-summary';
import { NumberField } from './field';
import { optionText } from './option-text';
import { MoreRows, RowSearch } from './row-search';
import { StepFrame } from './step-frame';
import { LanguageContext, useTexts } from './texts';
import { rowsOf, useShownRows } from './use-shown-rows';
import type { Wizard } from './use-wizard';
import { whatWasRead } from './what-was-read';
import { blockersOf, costsFromOf, studyOf } from './wizard';

/** What the programme costs, what an eviction costs, and over how many years. */
export function CostsStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const t = useTexts().costs;
  return (
    <StepFrame wizard={wizard} step="costs" heading={t.heading}>
      <section className="stack">
        <h2 className="section-heading">{t.programme}</h2>
        <TypedField wizard={wizard} option="annualCostPer1000" />
        <TypedField wizard={wizard} option="fullTimeHours" />
        <TypedField wizard={wizard} option="programmeCostRange" />
        <MissingHours wizard={wizard} />
      </section>
      <EvictionCost wizard={wizard} />
      <section className="stack">
        <h2 className="section-heading">{t.future}</h2>
        <TypedField wizard={wizard} option="horizonYears" />
        <TypedField wizard={wizard} option="startUpYears" />
        <TypedField wizard={wizard} option="discountRate" />
      </section>
    </StepFrame>
  );
}

interface TypedFieldProps {
  readonly wizard: Wizard;
  readonly option: TypedOption;
}

function TypedField({ wizard: { state, dispatch }, option }: TypedFieldProps): ReactElement {
  const t = useTexts().costs;
  const language = useContext(LanguageContext);
  const typed = state.answers.typed ?? {};
  const options = { ...state.assembled!.study.options, language };
  return (
    <NumberField
      field={option}
      label={t.fields[option]}
      hint={t.help[option]}
      {...(typed[option] !== undefined && { reads: typedOptions[option].reads })}
      text={typed[option] ?? optionText(option, options)}
      isWrong={wrongFields(blockersOf(state, 'costs'), state.attempts).has(option)}
      onType={(text) => dispatch({ type: 'answered', answers: { typed: { ...typed, [option]: text } } })}
    />
  );
}

/** Weekly hours are asked of the areas whose table lacks them. */
function MissingHours({ wizard: { state, dispatch } }: { readonly wizard: Wizard }): ReactElement | null {
  const t = useTexts().costs;
  const read = new Map(state.assembled!.study.tables.programmes.map((each) => [each.area, each.weeklyHours]));
  const lacking = includedProgrammes(studyOf(state)!).filter(({ area }) => (read.get(area) ?? null) === null);
  const hours = state.answers.weeklyHours ?? {};
  const wrong = wrongFields(blockersOf(state, 'costs'), state.attempts);
  const linked = linkedFields(wrong);
  const list = useShownRows(lacking, rowsOf.fields, ({ area }) => linked.has(`weeklyHours ${area}`));
  if (lacking.length === 0) return null;
  return (
    <fieldset className="group">
      <legend>{t.weeklyHours}</legend>
      <p className="small muted">{t.weeklyHoursHelp}</p>
      <RowSearch rows={list} />
      {list.shown.map(({ area }) => (
        <NumberField
          key={area}
          field={`weeklyHours ${area}`}
          label={area}
          isShort
          reads="decimal"
          text={hours[area] ?? ''}
          isWrong={wrong.has(`weeklyHours ${area}`)}
          onType={(text) =>
            dispatch({ type: 'answered', answers: { weeklyHours: { ...hours, [area]: text } } })
          }
        />
      ))}
      <MoreRows rows={list} />
    </fieldset>
  );
}

function EvictionCost({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const texts = useTexts();
  const t = texts.costs;
  const { state, dispatch } = wizard;
  const from = costsFromOf(state);
  const read = whatWasRead(state.assembled!.study).costs;
  const offered: readonly CostsFrom[] = [...(read ? (['tables'] as const) : []), 'library', 'own', 'none'];
  return (
    <section className="stack">
      <h2 className="section-heading">{t.eviction}</h2>
      <RadioGroup
        value={from}
        aria-label={t.eviction}
        onChange={(_, { value }) =>
          dispatch({ type: 'answered', answers: { costsFrom: value as CostsFrom } })
        }
      >
        {offered.map((each) => (
          <Radio
            key={each}
            value={each}
            label={
              each === 'tables' && read
                ? `${t.from.tables}: ${texts.areas.costsMean(read.mean, read.estimates)}`
                : t.from[each]
            }
          />
        ))}
      </RadioGroup>
      {from === 'library' && <CostLibrary wizard={wizard} />}
      {from === 'own' && (
        <NumberField
          field="ownCost"
          label={t.ownCost}
          reads="whole"
          text={state.answers.ownCost ?? ''}
          isWrong={wrongFields(blockersOf(state, 'costs'), state.attempts).has('ownCost')}
          onType={(ownCost) => dispatch({ type: 'answered', answers: { ownCost } })}
        />
      )}
      <TypedField wizard={wizard} option="municipalSaving" />
      <MunicipalEstimates />
    </section>
  );
}
