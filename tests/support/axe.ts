import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

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
