import type { Language } from '../study';

/** The language that Excel shows itself in; Danish unless it is another that the product does not speak. */
export function displayLanguage(): Language {
  const shown =
    typeof Office === 'undefined' ? undefined : (Office.context?.displayLanguage as string | undefined);
  return shown === undefined || /^da\b/i.test(shown) ? 'da' : 'en';
}
