import { Checkbox, Field } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import {
  allOfLibrary,
  ofHousingOrganisation,
  ofMunicipality,
  type Grade,
  type LibraryEstimate,
} from '../study';
import { costLibraryTexts as danish } from '../texts/da/cost-library';
import { costLibraryTexts as english, type CostLibraryTexts } from '../texts/en/cost-library';
import { wrongFields } from './error-summary';
import { fieldId, wrongText } from './field';
import { LanguageContext, useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { blockersOf } from './wizard';

function useLibraryTexts(): CostLibraryTexts {
  return useContext(LanguageContext) === 'da' ? danish : english;
}

function useMoney(): (amount: number) => string {
  const language = useContext(LanguageContext);
  return (amount) => amount.toLocaleString(language, { maximumFractionDigits: 0 });
}

/** Published estimates of what an eviction costs the housing organisation: the mean of the chosen ones holds. */
export function CostLibrary({ wizard: { state, dispatch } }: { readonly wizard: Wizard }): ReactElement {
  const t = useLibraryTexts();
  const texts = useTexts();
  const money = useMoney();
  const chosen = state.answers.libraryEstimates ?? allOfLibrary;
  const choose = (id: string, isChosen: boolean): void => {
    const libraryEstimates = allOfLibrary.filter((each) => (each === id ? isChosen : chosen.includes(each)));
    dispatch({ type: 'answered', answers: { libraryEstimates } });
  };
  const used = ofHousingOrganisation.filter(({ id }) => chosen.includes(id));
  const mean = used.reduce((sum, { amount }) => sum + amount, 0) / used.length;
  const isWrong = wrongFields(blockersOf(state, 'costs'), state.attempts).has('libraryEstimates');
  return (
    <Field
      {...(isWrong && {
        validationState: 'error',
        validationMessage: wrongText('libraryEstimates', texts),
      })}
    >
      {({ 'aria-describedby': describedBy }) => (
        <fieldset className="group" aria-describedby={describedBy}>
          <legend className="small muted">{t.help}</legend>
          {ofHousingOrganisation.map((estimate, index) => (
            <Estimate
              key={estimate.id}
              estimate={estimate}
              isFirst={index === 0}
              isChosen={chosen.includes(estimate.id)}
              onChoose={(isChosen) => choose(estimate.id, isChosen)}
            />
          ))}
          {used.length > 0 && <p role="status">{t.mean(money(mean), used.length)}</p>}
          <details className="small">
            <summary>{t.gradesHeading}</summary>
            <p className="muted">{t.gradesHelp}</p>
            <dl className="grades">
              {(Object.keys(t.grades) as Grade[]).map((grade) => (
                <div key={grade}>
                  <dt>{grade}</dt>
                  <dd>{t.grades[grade]}</dd>
                </div>
              ))}
            </dl>
          </details>
        </fieldset>
      )}
    </Field>
  );
}

interface EstimateProps {
  readonly estimate: LibraryEstimate;
  /** The first one takes the focus from the error summary. */
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Estimate({ estimate, isFirst, isChosen, onChoose }: EstimateProps): ReactElement {
  const t = useLibraryTexts();
  const money = useMoney();
  const { id, source, amount, published } = estimate;
  const { year, payer, grade } = published;
  return (
    <Checkbox
      {...(isFirst && { id: fieldId('libraryEstimates') })}
      checked={isChosen}
      onChange={(_, { checked }) => onChoose(checked === true)}
      label={
        <>
          {source}
          <span className="area-details">{t.estimate(money(amount), year, t.payers[payer], grade)}</span>
          <span className="area-details muted">{t.basis[id]}</span>
        </>
      }
    />
  );
}

/** What is published of the municipality's cost: too little to reckon with, enough to know the order of it. */
export function MunicipalEstimates(): ReactElement {
  const t = useLibraryTexts();
  const money = useMoney();
  return (
    <>
      {ofMunicipality.map(({ id, source, amount, published }) => (
        <p key={id} className="small muted">
          {t.municipality(source, money(amount), published.grade)}
        </p>
      ))}
    </>
  );
}
