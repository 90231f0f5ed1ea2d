import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { forwardRef, useContext, type Ref } from 'react';
import { LanguageContext, useTexts } from './texts';
import { fluentRef } from './use-focus';
import { confidences, typedSaving, windowEnds, windowStarts, type Choices } from './wizard';

interface Props {
  readonly choices: Choices;
  readonly isLocked: boolean;
  readonly onChoose: (choices: Partial<Choices>) => void;
}

/** Method and municipal saving, with the report's own choices to begin with; the ref is the saving's field. */
export const ChoiceFields = forwardRef(function ChoiceFields(
  { choices, isLocked, onChoose }: Props,
  saving: Ref<HTMLInputElement>,
) {
  const t = useTexts().check;
  const language = useContext(LanguageContext);
  const wrong = Number.isNaN(typedSaving(choices.municipalSaving))
    ? ({ validationState: 'error', validationMessage: t.municipalSavingWrong } as const)
    : {};
  return (
    <section className="stack">
      <h2 className="section-heading">{t.choices}</h2>
      <Field label={t.trend}>
        <RadioGroup
          value={choices.trend}
          disabled={isLocked}
          onChange={(_, { value }) => onChoose({ trend: value as Choices['trend'] })}
        >
          {(['compound', 'linear', 'none'] as const).map((trend) => (
            <Radio key={trend} value={trend} label={t.trendNames[trend]} />
          ))}
        </RadioGroup>
      </Field>
      <fieldset className="group" aria-describedby="window-help">
        <legend>{t.window}</legend>
        <p className="small muted" id="window-help">
          {t.windowHelp}
        </p>
        <div className="window">
          <YearField
            label={t.from}
            year={choices.from}
            years={windowStarts}
            isLocked={isLocked}
            onChoose={(from) => onChoose({ from })}
          />
          <YearField
            label={t.to}
            year={choices.to}
            years={windowEnds}
            isLocked={isLocked}
            onChoose={(to) => onChoose({ to })}
          />
        </div>
      </fieldset>
      <Field label={t.confidence}>
        <Select
          value={choices.confidence}
          disabled={isLocked}
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
          ref={fluentRef(saving)}
          value={choices.municipalSaving}
          disabled={isLocked}
          inputMode="decimal"
          onChange={(_, { value }) => onChoose({ municipalSaving: value })}
        />
      </Field>
    </section>
  );
});

interface YearFieldProps {
  readonly label: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly isLocked: boolean;
  readonly onChoose: (year: number) => void;
}

function YearField({ label, year, years, isLocked, onChoose }: YearFieldProps) {
  return (
    <Field label={label}>
      <Select value={year} disabled={isLocked} onChange={(_, { value }) => onChoose(Number(value))}>
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Select>
    </Field>
  );
}
