import { functionHelp as danish } from '../texts/da/function-help';
import { functionHelp as english, type FunctionHelp, type FunctionId } from '../texts/en/function-help';
import type { ArgumentName } from '../texts/en/functions';
import { catalogue } from './catalogue';
import type { Language } from './language';
import { textsOf } from './texts';

/**
 * What Excel reads to know the functions. It is made from the same records that read the calls, because the
 * official generator knows neither errors as arguments nor a second language, and would need a second
 * description of every argument.
 */
export interface FunctionMetadata {
  readonly $schema: string;
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: 'any';
      readonly dimensionality: 'scalar' | 'matrix';
      readonly optional?: true;
    }[];
    readonly result: { readonly type: 'any'; readonly dimensionality: 'scalar' | 'matrix' };
  }[];
}

export const helpOf: Readonly<Record<Language, FunctionHelp>> = { da: danish, en: english };

/** What an argument of a function is, in words. */
export function argumentDescription(id: FunctionId, name: ArgumentName, language: Language): string {
  const { exceptions, arguments: usual } = helpOf[language];
  return exceptions[`${id}.${name}`] ?? usual[name];
}

/** Where a function's help page stands below the add-in's address. */
export function helpPath(id: string, language: Language): string {
  return `help/${language}/${id.toLowerCase()}.html`;
}

/**
 * Contents of `functions.json` (English) or `functions.da.json` (Danish): ids, names and order are the same,
 * descriptions and argument names differ. Every argument has the type "any", the only one with which Excel
 * hands over error values and keeps blanks apart from 0.
 *
 * @param baseUrl address of the built add-in, such as https://host/path
 */
export function functionMetadata(language: Language, baseUrl: string): FunctionMetadata {
  const base = baseUrl.replace(/\/+$/, '');
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json',
    allowErrorForDataTypeAny: true,
    functions: catalogue.map((definition) => {
      const { id } = definition;
      return {
        id,
        name: id,
        description: helpOf[language].summaries[id],
        helpUrl: `${base}/${helpPath(id, language)}`,
        parameters: definition.arguments.map(({ name, dimensionality, optional }) => ({
          name: textsOf[language].arguments[name],
          description: argumentDescription(id, name, language),
          type: 'any',
          dimensionality,
          ...(optional && { optional }),
        })),
        result: { type: 'any', dimensionality: definition.dimensionality },
      };
    }),
  };
}
