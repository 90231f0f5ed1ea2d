import { catalogue } from './catalogue';
import { CellError } from './cell';
import type { FunctionDefinition, Result } from './definition';
import { userLanguage } from './language';
import { textsOf } from './texts';

/** Entry of the functions' bundle: registers every function with Excel and needs nothing but `CustomFunctions`. */

/** Only at call time does the host have its error class. */
function toHost(value: unknown): unknown {
  if (!(value instanceof CellError)) return value;
  return new CustomFunctions.Error(value.code as unknown as CustomFunctions.ErrorCode, value.message);
}

function callable(definition: FunctionDefinition): (...raw: readonly unknown[]) => unknown {
  return (...raw) => {
    const result: Result = definition.call(raw, textsOf[userLanguage()]);
    if (result instanceof CellError) throw toHost(result) as Error;
    return Array.isArray(result) ? result.map((row) => row.map(toHost)) : result;
  };
}

for (const definition of catalogue) CustomFunctions.associate(definition.id, callable(definition));
