import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { takePicture } from './screenshots';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** What axe finds wrong with the pane as it stands, once its colours have settled. */
export async function violations(pane: Frame): Promise<string[]> {
  // After a change of colours a transition stands halfway; a progress bar never ends.
  await pane.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  // By the debugger, not as a script element: the pane's own policy forbids scripts from elsewhere.
  if (!(await pane.evaluate(() => 'axe' in window))) await pane.evaluate(source);
  const { violations: found } = await pane.evaluate(() => (window as unknown as AxeWindow).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'high contrast': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** Whether the pane has taken up the dark theme, or the light one. */
function isThemed(dark: boolean): boolean {
  const provider = document.querySelector('.pane')!.parentElement!;
  const background = getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1').trim();
  return (background === '#292929') === dark;
}

/** The same in light, dark and high contrast, each with a picture under the name of what is shown. */
export async function violationsInEachLook(page: Page, pane: Frame, shown: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, media] of Object.entries(looks)) {
    await page.emulateMedia(media);
    await pane.waitForFunction(isThemed, media.colorScheme === 'dark');
    await takePicture(page, pane, `${name} ${shown}`);
    found.push(...(await violations(pane)).map((violation) => `${name}: ${violation}`));
  }
  await page.emulateMedia(looks.light);
  return found;
}
