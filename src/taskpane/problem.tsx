import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import { ExcelProblem } from '../excel';
import { problemText } from './problem-text';
import { LanguageContext, useTexts } from './texts';

interface Props {
  readonly problem: ExcelProblem | Error;
  readonly onRetry: () => void;
}

/** What went wrong, in plain words with the next step; read out at once. */
export function Problem({ problem, onRetry }: Props): ReactElement {
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const isKnown = problem instanceof ExcelProblem;
  const isCancelled = isKnown && problem.code === 'cancelled';
  return (
    <div className="stack-tight" role="alert">
      <MessageBar intent={isCancelled ? 'info' : 'error'} layout="multiline">
        <MessageBarBody>
          {isKnown ? problemText(problem, language) : texts.unexpected(problem.message)}
        </MessageBarBody>
      </MessageBar>
      {!isCancelled && (
        <div className="buttons">
          <Button onClick={onRetry}>{texts.tryAgain}</Button>
        </div>
      )}
    </div>
  );
}
