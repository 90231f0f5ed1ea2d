import { catalogue } from '../../src/functions/catalogue';
import { CellError } from '../../src/functions/cell';
import type { Language } from '../../src/functions/language';
import { textsOf } from '../../src/functions/texts';

/** Calls a function with raw arguments as the host hands them over. */
export function call(id: string, raw: readonly unknown[], language: Language = 'en'): unknown {
  const definition = catalogue.find((one) => one.id === id);
  if (definition === undefined) throw new Error(`no function ${id}`);
  return definition.call(raw, textsOf[language]);
}

/** What a cell shows: the error's code in place of an error value, also within a spilled result. */
export function shown(result: unknown): unknown {
  if (result instanceof CellError) return result.code;
  return Array.isArray(result) ? result.map(shown) : result;
}

/** The message beside an error value. */
export function message(result: unknown): string {
  if (result instanceof CellError) return result.message;
  throw new Error(`not an error: ${JSON.stringify(result)}`);
}
