import { Button, Field, Input } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { Notice } from './notice';
import { useTexts } from './texts';
import type { Wizard } from './use-wizard';
import type { ExistingReports } from './wizard';

interface Props {
  readonly wizard: Wizard;
  readonly existing: ExistingReports;
}

/** What names of sheets and of cells both take, and short enough for either. */
const isSuffix = (text: string): boolean => /^[\p{L}\d]{1,8}$/u.test(text);

/** A report is there already: it is updated, or a new one goes beside it, or nothing happens. */
export function ExistingReport({ wizard, existing }: Props): ReactElement {
  const texts = useTexts();
  const t = texts.write;
  const { state, dispatch, write } = wizard;
  const { reports, names, suffix: free } = existing;
  const [suffix, setSuffix] = useState(free);
  const isTaken = reports.some((each) => each.suffix.toLowerCase() === suffix.trim().toLowerCase());
  const wrong = !isSuffix(suffix.trim()) ? t.wrongSuffix : isTaken ? t.takenSuffix : '';
  // The report that this study was written into comes first.
  const ordered = [...reports].sort(
    (a, b) => Number(b.suffix === state.written?.suffix) - Number(a.suffix === state.written?.suffix),
  );
  return (
    <Notice kind="warning" text={reports.length > 0 ? t.exists(reports.length) : t.taken(names)}>
      {ordered.map((report, index) => (
        <Button
          key={report.suffix}
          appearance={index === 0 ? 'primary' : 'secondary'}
          onClick={() => write({ kind: 'update', suffix: report.suffix })}
        >
          {t.update(report.sheets[0] ?? '')}
        </Button>
      ))}
      <Field
        label={t.suffix}
        hint={t.suffixHelp}
        {...(wrong !== '' && { validationState: 'error', validationMessage: wrong })}
      >
        <Input
          className="short-input"
          autoComplete="off"
          value={suffix}
          onChange={(_, { value }) => setSuffix(value)}
        />
      </Field>
      <Button
        disabledFocusable={wrong !== ''}
        onClick={() => write({ kind: 'beside', suffix: suffix.trim() })}
      >
        {t.beside(suffix.trim())}
      </Button>
      <Button onClick={() => dispatch({ type: 'dismissed' })}>{texts.cancel}</Button>
    </Notice>
  );
}
