import type { Language } from '../study';

/**
 * What the first view of the pane does not need: loaded in the background once that is shown, so that nothing
 * waits for it, and at the latest when it is asked for.
 */
export const loadReading = () => import(/* webpackChunkName: "reading" */ './read-source');
export const loadChoosing = () => import(/* webpackChunkName: "reading" */ './choose-parts');
export const loadWriting = () => import(/* webpackChunkName: "writing" */ './write-study');
export const loadSharing = () => import(/* webpackChunkName: "sharing" */ './share-copies');

export const loadSaving = () => import(/* webpackChunkName: "saving" */ './keep-study');

/** Once, when the pane is shown. What fails here is asked for again, and said, when it is needed. */
export function loadLater(language: Language): void {
  // A browser takes its time to learn how a language writes numbers: not when a person waits for the first of them.
  setTimeout(() => (0).toLocaleString(language), 0);
  for (const load of [loadReading, loadWriting, loadSharing, loadSaving]) void load().catch(() => undefined);
}
