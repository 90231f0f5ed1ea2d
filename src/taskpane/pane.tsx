import { Button, FluentProvider } from '@fluentui/react-components';
import { useEffect, useState, type KeyboardEvent, type ReactElement } from 'react';
import { floor, isTooOld } from '../excel';
import type { Language } from '../study';
import { AreasStep } from './areas-step';
import { CostsStep } from './costs-step';
import { HealthLine } from './health-line';
import { MethodStep } from './method-step';
import { ResultStep } from './result-step';
import { Notice } from './notice';
import { useShareRequests } from './ribbon';
import { ShareView } from './share-view';
import { SourceStep } from './source-step';
import { LanguageContext, paneTexts, useTexts } from './texts';
import { TimingStep } from './timing-step';
import { useTheme } from './theme';
import { useWizard } from './use-wizard';
import { WriteStep } from './write-step';

const stepViews = {
  source: SourceStep,
  areas: AreasStep,
  timing: TimingStep,
  method: MethodStep,
  costs: CostsStep,
  write: WriteStep,
  result: ResultStep,
};

/**
 * In Excel on the web office.js takes over the Tab key, and from an element that only script can focus, such as
 * the heading of a step, it leaves the pane. Such an element keeps the browser's own Tab.
 */
function keepTabNative(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Tab' && (event.target as HTMLElement).tabIndex < 0) event.nativeEvent.stopPropagation();
}

/** The task pane: a name, a language switch and the wizard's step. */
export function Pane({ language }: { readonly language: Language }): ReactElement {
  const wizard = useWizard(language);
  const theme = useTheme();
  const chosen = wizard.state.language;
  const texts = paneTexts(chosen);
  useEffect(() => {
    document.documentElement.lang = chosen;
    document.title = texts.title;
  }, [chosen, texts]);
  const StepView = stepViews[wizard.state.step];
  const shareRequests = useShareRequests();
  const [shareClosed, setShareClosed] = useState(0);
  const isSharing = shareRequests > shareClosed;
  const other: Language = chosen === 'da' ? 'en' : 'da';
  return (
    <FluentProvider theme={theme}>
      <LanguageContext.Provider value={chosen}>
        <div className="pane" onKeyDown={keepTabNative}>
          <header className="pane-top">
            <img src="assets/icon.svg" width="20" height="20" alt="" />
            <span className="pane-top-name">{texts.title}</span>
            <Button
              appearance="subtle"
              size="small"
              lang={other}
              onClick={() => wizard.dispatch({ type: 'language-chosen', language: other })}
            >
              {texts.otherLanguage}
            </Button>
          </header>
          <main>
            {isTooOld() ? (
              <TooOld />
            ) : isSharing ? (
              <ShareView key={shareRequests} onClose={() => setShareClosed(shareRequests)} />
            ) : (
              <StepView wizard={wizard} />
            )}
          </main>
          <HealthLine />
        </div>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}

/** Nothing of it would work: what is missing, and what to do. */
function TooOld(): ReactElement {
  const { problems } = useTexts();
  return <Notice kind="error" text={problems['too-old'](`ExcelApi ${floor.ExcelApi}`)} />;
}
