/** Draws assets/icon.svg as the PNG files that the manifest names. Run it after changing the drawing. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const assets = new URL('../assets/', import.meta.url);
const drawing = await readFile(new URL('icon.svg', assets), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const size of [16, 32, 64, 80]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await page.screenshot({ path: new URL(`icon-${size}.png`, assets).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
