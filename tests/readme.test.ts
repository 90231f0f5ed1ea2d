import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf } from '../scripts/readme-commands.mjs';
import { optionRules } from '../src/study/option-rules';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The commands themselves are run in a fresh clone by `npm run try-readme`. */
describe('the README', () => {
  test('shows commands that there are', () => {
    const commands = commandsOf(readme);
    expect(commands).toEqual(expect.arrayContaining(['npm start', 'npm test', 'npm run report']));
    for (const command of commands) {
      const [, script] = /^npm (?:run )?(\S+)/.exec(command) ?? [];
      expect([command, scripts[script!]]).toEqual([command, expect.any(String)]);
    }
  });

  test('links to files that there are', () => {
    const links = [...readme.matchAll(/\]\(([^):]+)\)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(3);
    for (const path of links) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });

  test('names every key that study.json may have, and no other', () => {
    const keys = Object.keys(optionRules);
    const table = readme.slice(readme.indexOf('| key |'), readme.indexOf('## Install it'));
    const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`(\w+)`/g)].map(([, key]) => key!),
    );
    expect(keys.length).toBeGreaterThan(10);
    expect(named.sort()).toEqual(keys.sort());
  });
});
