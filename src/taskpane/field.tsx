import { Field as FluentField, Input } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import { readNumber, type AreaField, type Expected, type Field } from '../study';
import type { PaneTexts } from '../texts/en/pane';
import { LanguageContext, useTexts } from './texts';

/** The id by which the error summary finds a field. */
export function fieldId(field: Field): string {
  return `field-${field.replace(/\s/g, '_')}`;
}

/** What is said of a field whose text is no answer: the same in the summary and beside the field. */
export function wrongText(field: Field, { wrong }: PaneTexts): string {
  const space = field.indexOf(' ');
  if (space < 0) return wrong[field as keyof Omit<typeof wrong, AreaField>];
  return wrong[field.slice(0, space) as AreaField](field.slice(space + 1));
}

interface Props {
  readonly field: Field;
  readonly label: string;
  readonly hint?: string | undefined;
  /** As typed, or as it is while nobody has typed. */
  readonly text: string;
  /** What the number is read as; a doubtful reading is said. None for years. */
  readonly reads?: Expected;
  readonly isWrong: boolean;
  readonly isShort?: boolean;
  /** The label is said but not shown: the table around it shows it. */
  readonly isLabelHidden?: boolean;
  readonly onType: (text: string) => void;
}

/** One typed number. What is typed stays as it is; only what is read of it is said. */
export function NumberField(props: Props): ReactElement {
  const { field, label, hint, text, reads, isWrong, isShort, isLabelHidden, onType } = props;
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const read = reads && readNumber(text, reads);
  const readAs = read?.doubtful ? texts.costs.readAs(read.value.toLocaleString(language)) : '';
  const message = isWrong ? wrongText(field, texts) : '';
  const hints = [hint, readAs].filter(Boolean).join(' ');
  const input = (
    <Input
      id={fieldId(field)}
      className={isShort ? 'short-input' : 'number-input'}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      {...(isLabelHidden && { 'aria-label': label })}
      onChange={(_, { value }) => onType(value)}
    />
  );
  return (
    <FluentField
      {...(!isLabelHidden && { label: { children: label, htmlFor: fieldId(field) } })}
      {...(hints !== '' && { hint: hints })}
      {...(message !== '' && { validationState: 'error', validationMessage: message })}
    >
      {input}
    </FluentField>
  );
}
