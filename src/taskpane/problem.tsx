import { Button } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import { ExcelProblem } from '../excel';
import { isNotLoaded } from './not-loaded';
import { Notice } from './notice';
import { problemText } from './problem-text';
import { LanguageContext, useTexts } from './texts';
import type { Wizard } from './use-wizard';

/** What went wrong, in plain words with the next step; reading and writing can be tried again. */
export function Problem({ wizard }: { readonly wizard: Wizard }): ReactElement | null {
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const { problem, asked } = wizard.state;
  if (!problem) return null;
  const { error, during } = problem;
  const isCancelled = error instanceof ExcelProblem && error.code === 'cancelled';
  const text =
    error instanceof ExcelProblem
      ? problemText(error, language)
      : isNotLoaded(error)
        ? texts.notLoaded
        : texts.unexpected(error.message);
  const retry = (): void => (during === 'reading' ? wizard.read(asked!) : wizard.write(wizard.state.how));
  return (
    <Notice kind={isCancelled ? 'note' : 'error'} text={text}>
      {!isCancelled && during !== 'idle' && <Button onClick={retry}>{texts.tryAgain}</Button>}
    </Notice>
  );
}
