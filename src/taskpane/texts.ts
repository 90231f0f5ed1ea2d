import { createContext, useContext } from 'react';
import type { Language } from '../study';
import { paneTexts as danish } from '../texts/da/pane';
import { paneTexts as english, type PaneTexts } from '../texts/en/pane';

export function paneTexts(language: Language): PaneTexts {
  return language === 'da' ? danish : english;
}

export const LanguageContext = createContext<Language>('da');

/** The pane's words in the language that is chosen. */
export function useTexts(): PaneTexts {
  return paneTexts(useContext(LanguageContext));
}
