import { catalogue } from './catalogue';
import { functionList, helpPage } from './help';
import { functionMetadata, helpPath } from './metadata';
import { productPage, productPageIds } from './product-pages';

/** A file of the built add-in. */
export interface BuiltFile {
  /** Below the add-in's address. */
  readonly path: string;
  readonly content: string;
}

/** What the build writes beside `functions.js`: the functions' metadata and every help page, in both languages. */
export function functionFiles(baseUrl: string): BuiltFile[] {
  const metadata = (['en', 'da'] as const).map((language) => ({
    path: language === 'en' ? 'functions.json' : `functions.${language}.json`,
    content: `${JSON.stringify(functionMetadata(language, baseUrl), null, 2)}\n`,
  }));
  const help = (['en', 'da'] as const).flatMap((language) => [
    ...productPageIds.map((id) => ({ path: helpPath(id, language), content: productPage(id, language) })),
    { path: helpPath('functions', language), content: functionList(language) },
    ...catalogue.map((definition) => ({
      path: helpPath(definition.id, language),
      content: helpPage(definition, language),
    })),
  ]);
  return [...metadata, ...help];
}
