import { functionTexts as danish } from '../texts/da/functions';
import { functionTexts as english, type FunctionTexts } from '../texts/en/functions';
import type { Language } from './language';

export const textsOf: Readonly<Record<Language, FunctionTexts>> = { da: danish, en: english };
