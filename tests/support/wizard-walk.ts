import type { Frame } from 'playwright-core';
import { paneTexts as danish } from '../../src/texts/da/pane';
import { paneTexts as english } from '../../src/texts/en/pane';

/** The wizard's steps as a person goes them: by the words on buttons and headings. */
export const wordsOf = { da: danish, en: english } as const;
export type PaneLanguage = keyof typeof wordsOf;

export const walkedSteps = ['areas', 'timing', 'method', 'costs', 'write'] as const;
export type WalkedStep = (typeof walkedSteps)[number];

export const headingOf = (
  pane: Frame,
  step: WalkedStep | 'source' | 'result',
  language: PaneLanguage = 'da',
) => pane.getByRole('heading', { name: wordsOf[language][step].heading, exact: true });

export const buttonOf = (pane: Frame, name: string) => pane.getByRole('button', { name, exact: true });

/** A person waits for what is still to come above the button. */
export const untilDrawn = (pane: Frame): Promise<void> =>
  pane.locator('.effect-figure[aria-busy="true"]').waitFor({ state: 'detached' });

/** From what was recognised, or a later step, to another by its button; `atStep` is called at each on the way. */
export async function walkTo(
  pane: Frame,
  goal: WalkedStep,
  language: PaneLanguage = 'da',
  atStep: (step: WalkedStep) => Promise<void> = () => Promise.resolve(),
  start: WalkedStep = 'areas',
): Promise<void> {
  for (const step of walkedSteps.slice(walkedSteps.indexOf(start))) {
    await headingOf(pane, step, language).waitFor();
    await atStep(step);
    if (step === goal) return;
    await untilDrawn(pane);
    await buttonOf(pane, wordsOf[language].next).click();
  }
}

/** From the first view to finished sheets, with the built-in example. */
export async function writeExample(pane: Frame, language: PaneLanguage = 'da'): Promise<void> {
  await buttonOf(pane, wordsOf[language].source.example).click();
  await walkTo(pane, 'write', language);
  await buttonOf(pane, wordsOf[language].write.button).click();
  await headingOf(pane, 'result', language).waitFor();
}

/**
 * The same way, walked within the pane as fast as it lets one: what is measured is the add-in, not the driver, which
 * looks whether something is there at growing distances of up to half a second.
 *
 * @returns milliseconds from the click on *Use the example* to the result
 */
export async function timeExample(pane: Frame, language: PaneLanguage = 'da'): Promise<number> {
  const { source, next, write, result, ...steps } = wordsOf[language];
  const headings = [
    ...walkedSteps.map((step) => (step === 'write' ? write : steps[step]).heading),
    result.heading,
  ];
  const buttons = [source.example, ...headings.slice(2).map(() => next), write.button];
  return pane.evaluate(
    async ({ buttons, headings }) => {
      const find = (selector: string, text: string): HTMLElement | undefined =>
        [...document.querySelectorAll<HTMLElement>(selector)].find(
          (each) => each.textContent?.trim() === text && !each.matches(':disabled, [aria-disabled="true"]'),
        );
      const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
      const isBusy = (): boolean => document.querySelector('.effect-figure[aria-busy="true"]') !== null;
      const started = performance.now();
      for (const [index, button] of buttons.entries()) {
        while (isBusy() || !find('button', button)) await frame();
        find('button', button)!.click();
        while (!find('h1, h2', headings[index]!)) await frame();
      }
      return performance.now() - started;
    },
    { buttons, headings },
  );
}
