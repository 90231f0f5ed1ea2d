import type { Frame, Page } from 'playwright-core';

/** How somebody works the pane: with the mouse, or with the keyboard alone. */
export interface Hands {
  press(button: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  choose(radio: string): Promise<void>;
}

export function mouse(pane: Frame): Hands {
  return {
    press: (button) => pane.getByRole('button', { name: button, exact: true }).click(),
    fill: (label, text) => pane.getByLabel(label, { exact: true }).fill(text),
    choose: (radio) => pane.getByRole('radio', { name: radio }).check(),
  };
}

/** Tab until something has the focus that is called so; nothing is ever focused by script. */
export function keyboard(page: Page, pane: Frame): Hands {
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await pane.evaluate(isFocused, name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard never came to ${name}.`);
  };
  return {
    press: async (button) => {
      await tabTo(button);
      await page.keyboard.press('Enter');
    },
    fill: async (label, text) => {
      await tabTo(label);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    choose: async (radio) => {
      // A group of choices is one stop; the arrows go through it.
      const isRadio = (): Promise<boolean> =>
        pane.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type === 'radio');
      for (let presses = 0; presses < 60 && !(await isRadio()); presses += 1)
        await page.keyboard.press('Tab');
      for (let presses = 0; presses < 10; presses += 1) {
        if (await pane.evaluate(isFocused, radio)) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`The arrows never came to ${radio}.`);
    },
  };
}

/** Whether the focused element is called so, by its label or by what it shows. */
function isFocused(name: string): boolean {
  const element = document.activeElement as HTMLInputElement | null;
  if (!element) return false;
  const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
  return label?.trim() === name;
}
