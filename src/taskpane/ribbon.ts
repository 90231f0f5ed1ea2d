import { useSyncExternalStore } from 'react';
import { onRibbonButton, showPage, showPane } from '../excel';
import { displayLanguage } from './language';

/**
 * What the ribbon's buttons ask of the pane. They may be pressed before the pane has ever been shown, so
 * presses are counted here and the pane looks at the count.
 */
let shareRequests = 0;
const listeners = new Set<() => void>();

/** Goes to what can be shared, as the ribbon's button does. */
export function askToShare(): void {
  shareRequests += 1;
  for (const listener of listeners) listener();
}

/** Once, when Office is ready. */
export function connectRibbon(): void {
  onRibbonButton('share', async () => {
    askToShare();
    await showPane();
  });
  onRibbonButton('help', () => showPage(`help/${displayLanguage()}/index.html`));
}

/** How often *Share* has been pressed: when it grows, the pane goes to what can be shared. */
export function useShareRequests(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => shareRequests,
  );
}
