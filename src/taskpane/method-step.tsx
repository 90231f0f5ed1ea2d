import { Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import type { StudyOptions } from '../study';
import { EffectFigure } from './effect-figure';
import { FindingList } from './findings';
import { StepFrame } from './step-frame';
import { LanguageContext, useTexts } from './texts';
import type { Wizard } from './use-wizard';
import { useWorked } from './use-worked';
import { stepOfFinding } from './blockers';
import { confidences, findingsOf, studyOf } from './wizard';

/** Trend, confidence and overdispersion; the report's own choices to begin with. */
export function MethodStep({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const t = useTexts().method;
  const language = useContext(LanguageContext);
  const { state, dispatch, show } = wizard;
  const { options } = studyOf(state)!;
  const { trend, confidence, overdispersion } = options;
  const figures = useWorked('figures', wizard);
  const offered = [...new Set([...confidences, confidence])].sort();
  const findings = findingsOf(state).filter(
    (finding) => finding.severity !== 'error' && stepOfFinding(finding) === 'method',
  );
  return (
    <StepFrame wizard={wizard} step="method" heading={t.heading}>
      <Field label={t.trend}>
        <RadioGroup
          value={trend}
          onChange={(_, { value }) =>
            dispatch({ type: 'answered', answers: { trend: value as StudyOptions['trend'] } })
          }
        >
          {(['compound', 'linear', 'none'] as const).map((each) => (
            <Radio key={each} value={each} label={t.trendNames[each]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t.confidence}>
        <Select
          value={confidence}
          onChange={(_, { value }) => dispatch({ type: 'answered', answers: { confidence: Number(value) } })}
        >
          {offered.map((each) => (
            <option key={each} value={each}>
              {each.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })}
            </option>
          ))}
        </Select>
      </Field>
      <Field hint={t.overdispersionHelp}>
        <Checkbox
          label={t.overdispersion}
          checked={overdispersion}
          onChange={(_, { checked }) =>
            dispatch({ type: 'answered', answers: { overdispersion: checked === true } })
          }
        />
      </Field>
      <EffectFigure options={options} figures={figures} />
      {findings.length > 0 && <FindingList findings={findings} onShow={show} />}
    </StepFrame>
  );
}
