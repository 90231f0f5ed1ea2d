import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';

const folder = join(__dirname, '..', '..', 'screenshots');

/** With SCREENSHOTS=1 the pane as it stands goes, in full length, to screenshots/<name>.png, for looking at. */
export async function takePicture(page: Page, pane: Frame, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] !== '1') return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize()!;
  const height = await pane.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: before.width, height: Math.max(before.height, height + 120) });
  await pane.evaluate(() => window.scrollTo(0, 0));
  await page.locator('#pane iframe').screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize(before);
}
