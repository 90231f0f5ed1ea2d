import type { FunctionDefinition } from './definition';
import { effectFunctions } from './effect-functions';
import { moneyFunctions } from './money-functions';
import { rateFunctions } from './rate-functions';

/** Namespace of all functions: a formula says =SV.EVICTION_RATE(…). Frozen, as ids, names and argument order. */
export const namespace = 'SV';

/** Every custom function of the add-in. */
export const catalogue: readonly FunctionDefinition[] = [
  ...rateFunctions,
  ...effectFunctions,
  ...moneyFunctions,
];
