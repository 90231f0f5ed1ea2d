import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

test.each([
  ['the pane', 'dist'],
  ['the run without a window', 'build'],
])('%s says the product’s version on the reports that it writes', (_, folder) => {
  const scripts = readdirSync(join(root, folder)).filter((name) => name.endsWith('.js'));
  const text = scripts.map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n');
  expect(text).toContain(`"${version}"`);
  expect(text).not.toContain('__VERSION__');
});
