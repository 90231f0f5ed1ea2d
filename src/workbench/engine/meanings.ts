/** Formulas that were read while a name or a sheet was unknown, or meant something else, must be read again. */
import { IFunctionService, LexerTreeBuilder } from '@univerjs/engine-formula';
import type { Injector } from '@univerjs/core';
import type { Calculation } from './calculation';

export type ForgetMeaning = (word: string, isSheet?: boolean) => void;

export function createForgetting(injector: Injector, calculation: Calculation): ForgetMeaning {
  const lexer = injector.get(LexerTreeBuilder);
  const formulas = injector.get(IFunctionService);
  return (word, isSheet = false) => {
    // Forgets every formula that the word stands in.
    formulas.deleteFormulaAstCacheKey(word);
    // Its only effect: it empties the cache of formulas in which names are already replaced.
    lexer.dispose();
    calculation.markEverythingDirty(isSheet ? 2 : 1);
  };
}
