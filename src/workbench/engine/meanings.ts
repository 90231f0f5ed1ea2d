/** Formulas that were read while a name or a sheet was unknown, or meant something else, must be read again. */
import type { ICommandInfo, Injector } from '@univerjs/core';
import type { IFormulaDataItem, ISetDefinedNameMutationParam } from '@univerjs/engine-formula';
import {
  FormulaDataModel,
  IDefinedNamesService,
  IFunctionService,
  LexerTreeBuilder,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import type { Calculation, ChangedMeanings } from './calculation';
import { UNIT } from './workspace';

export type ForgetMeaning = (word: string, isSheet?: boolean) => void;

/** @param otherFormulas those that stand in no cell */
export function createForgetting(
  injector: Injector,
  calculation: Calculation,
  otherFormulas: () => readonly string[],
): ForgetMeaning {
  const lexer = injector.get(LexerTreeBuilder);
  const functions = injector.get(IFunctionService);
  const changed = new ChangedWords(injector, otherFormulas);
  calculation.useMeanings(changed);
  return (word, isSheet = false) => {
    // Forgets every formula that the word stands in.
    functions.deleteFormulaAstCacheKey(word);
    // Its only effect: it empties the cache of formulas in which names are already replaced.
    lexer.dispose();
    changed.add(word, isSheet ? 2 : 1);
    calculation.startSoon();
  };
}

/** A report has over a hundred names that no formula uses: only words that one does are a reason to compute. */
class ChangedWords implements ChangedMeanings {
  readonly #injector: Injector;
  readonly #otherFormulas: () => readonly string[];
  #runs = new Map<string, 1 | 2>();
  #unused: ReadonlySet<unknown> = new Set();

  constructor(injector: Injector, otherFormulas: () => readonly string[]) {
    this.#injector = injector;
    this.#otherFormulas = otherFormulas;
  }

  add(word: string, runs: 1 | 2): void {
    this.#runs.set(word, Math.max(runs, this.#runs.get(word) ?? 1) as 1 | 2);
  }

  takeRuns(): 0 | 1 | 2 {
    const runs = this.#runs;
    this.#runs = new Map();
    const isUsed = runs.size > 0 && this.#isAnyUsed([...runs.keys()]);
    this.#unused = new Set(isUsed ? [] : runs.keys());
    return isUsed ? (Math.max(...runs.values()) as 1 | 2) : 0;
  }

  isOfUnused({ id, params }: ICommandInfo): boolean {
    return nameChanges.includes(id) && this.#unused.has((params as ISetDefinedNameMutationParam).name);
  }

  /** A word inside a longer one counts as well: that costs time, and nothing else. */
  #isAnyUsed(words: readonly string[]): boolean {
    const asWritten = words.map((word) => word.replaceAll("'", "''").replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    const any = new RegExp([...asWritten, ...findingOthers].join('|'), 'iu');
    // Formulas that are filled from one another have one and the same text.
    for (const text of new Set(this.#formulas())) if (any.test(text)) return true;
    return false;
  }

  *#formulas(): Iterable<string> {
    yield* this.#otherFormulas();
    const names = this.#injector.get(IDefinedNamesService).getDefinedNameMap(UNIT) ?? {};
    for (const { formulaOrRefString } of Object.values(names)) yield formulaOrRefString;
    const sheets = this.#injector.get(FormulaDataModel).getFormulaData()[UNIT] ?? {};
    for (const rows of Object.values(sheets))
      for (const cells of Object.values(rows ?? {}))
        for (const item of Object.values(cells as Record<string, IFormulaDataItem | null>))
          if (item !== null) yield item.f;
  }
}

/** Functions that find names and sheets which do not stand in their formula. */
const findingOthers = ['\\bINDIRECT\\(', '\\bSHEETS?\\('];

const nameChanges: readonly string[] = [SetDefinedNameMutation.id, RemoveDefinedNameMutation.id];
