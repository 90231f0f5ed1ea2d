import { Caption1, Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import { LanguageContext, useTexts } from './texts';
import { confidences, typedSaving, windowEnds, windowStarts, type Choices } from './wizard';

interface Props {
  readonly choices: Choices;
  readonly onChoose: (choices: Partial<Choices>) => void;
}

/** Method and municipal saving, with the report's own choices to begin with. */
export function ChoiceFields({ choices, onChoose }: Props): ReactElement {
  const t = useTexts().check;
  const language = useContext(LanguageContext);
  const isWrong = Number.isNaN(typedSaving(choices.municipalSaving));
  const wrong = isWrong
    ? ({ validationState: 'error', validationMessage: t.municipalSavingWrong } as const)
    : {};
  return (
    <>
      <Field label={t.trend}>
        <RadioGroup
          value={choices.trend}
          onChange={(_, { value }) => onChoose({ trend: value as Choices['trend'] })}
        >
          {(['compound', 'linear', 'none'] as const).map((trend) => (
            <Radio key={trend} value={trend} label={t.trendNames[trend]} />
          ))}
        </RadioGroup>
      </Field>
      <fieldset className="group stack-tight" aria-describedby="window-help">
        <legend className="group-label">{t.window}</legend>
        <Caption1 id="window-help">{t.windowHelp}</Caption1>
        <div className="window">
          <Field label={t.from}>
            <Select value={choices.from} onChange={(_, { value }) => onChoose({ from: Number(value) })}>
              {windowStarts.map((year) => (
                <option key={year}>{year}</option>
              ))}
            </Select>
          </Field>
          <Field label={t.to}>
            <Select value={choices.to} onChange={(_, { value }) => onChoose({ to: Number(value) })}>
              {windowEnds.map((year) => (
                <option key={year}>{year}</option>
              ))}
            </Select>
          </Field>
        </div>
      </fieldset>
      <Field label={t.confidence}>
        <Select
          value={choices.confidence}
          onChange={(_, { value }) => onChoose({ confidence: Number(value) })}
        >
          {confidences.map((each) => (
            <option key={each} value={each}>
              {each.toLocaleString(language, { style: 'percent' })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.municipalSaving} hint={t.municipalSavingHelp} {...wrong}>
        <Input
          value={choices.municipalSaving}
          inputMode="decimal"
          onChange={(_, { value }) => onChoose({ municipalSaving: value })}
        />
      </Field>
    </>
  );
}
