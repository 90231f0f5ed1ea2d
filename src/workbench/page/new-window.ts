/**
 * A workbook in a window of its own, as Excel opens one that an add-in has made. The file goes from this
 * window to the new one by message: nothing is kept anywhere.
 */
const ask = 'workbench-asks-for-its-file';

export function openInNewWindow(bytes: Uint8Array): void {
  const opened = window.open(location.href.replace(/#.*$/u, ''), '_blank');
  const answer = (event: MessageEvent<unknown>): void => {
    if (event.source !== opened || event.origin !== location.origin || event.data !== ask) return;
    removeEventListener('message', answer);
    opened?.postMessage(bytes, location.origin);
  };
  addEventListener('message', answer);
}

/** The file that the window was opened for; null when a person opened it. */
export async function fileOfThisWindow(): Promise<Uint8Array | null> {
  const opener = window.opener as Window | null;
  if (!opener) return null;
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>): void => {
      if (event.source !== opener || event.origin !== location.origin || !(event.data instanceof Uint8Array))
        return;
      removeEventListener('message', take);
      clearTimeout(patience);
      resolve(event.data);
    };
    // A page that linked here has nothing to hand over.
    const patience = setTimeout(() => {
      removeEventListener('message', take);
      resolve(null);
    }, 3000);
    addEventListener('message', take);
    opener.postMessage(ask, location.origin);
  });
}
