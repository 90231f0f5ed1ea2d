import type { PageTexts } from './texts';

/** The line at the bottom of the page. */
export interface Status {
  say(text: string): void;
  /** Says what is being done, then what came of it, or why it failed. */
  whileDoing(text: string, work: () => Promise<string>): Promise<void>;
}

export function createStatus(element: HTMLElement, texts: PageTexts): Status {
  const show = (text: string, kind: 'normal' | 'error'): void => {
    element.textContent = text;
    element.dataset['kind'] = kind;
  };
  return {
    say: (text) => {
      show(text, 'normal');
    },
    async whileDoing(text, work) {
      show(text, 'normal');
      try {
        show(await work(), 'normal');
      } catch (error) {
        console.error(error);
        show(texts.failed(error instanceof Error ? error.message : String(error)), 'error');
      }
    },
  };
}
