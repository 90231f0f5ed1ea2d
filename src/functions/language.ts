export type Language = 'da' | 'en';

interface Surroundings {
  readonly Office?: {
    readonly context?: { readonly displayLanguage?: string; readonly contentLanguage?: string };
  };
  readonly navigator?: { readonly language?: string };
}

/**
 * Danish where Office is, or the browser where there is no Office; English otherwise. Asked at each call,
 * because Office is not there yet when the functions load.
 */
export function userLanguage(surroundings = globalThis as Surroundings): Language {
  const { context } = surroundings.Office ?? {};
  const locale =
    context?.displayLanguage ?? context?.contentLanguage ?? surroundings.navigator?.language ?? 'en';
  return locale.toLowerCase().startsWith('da') ? 'da' : 'en';
}
