/** `npm test`: everything that must hold, from the types to the browser. Arguments are passed on to jest. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findPython } from './python.mjs';
import { build, fail, install, root, run } from './set-up.mjs';

const programs = [
  {
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'msedge',
      'microsoft-edge',
    ],
    usualPlaces: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium',
    advice: 'Chrome, Edge or Chromium',
  },
  {
    names: ['soffice', 'libreoffice'],
    usualPlaces: [
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    ],
    debian: 'libreoffice-calc-nogui',
    advice: 'LibreOffice',
  },
  { names: ['pdftoppm'], usualPlaces: [], debian: 'poppler-utils', advice: 'poppler (pdftoppm, pdftotext)' },
  { find: findPython, debian: 'python3-openpyxl', advice: 'Python 3 with openpyxl (pip install openpyxl)' },
];

installPrograms();
install();
build();
const node = (path, ...args) => run(process.execPath, [join(root, 'node_modules', path), ...args]);
const results = join(root, '.cache', 'jest-results.json');
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(results, { force: true });
const checks = [
  ['types', () => node('typescript/bin/tsc', '--noEmit')],
  ['lint', () => node('eslint/bin/eslint.js', '.')],
  ['format', () => node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  ['tests', () => node('jest/bin/jest.js', '--json', `--outputFile=${results}`, ...process.argv.slice(2))],
];
const failed = checks.filter(([name, check]) => {
  console.log(`\n${name}`);
  return check() !== 0;
});
const { numPassedTests, numFailedTests } = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 };
if (failed.length > 0) console.log(`\nNot in order: ${failed.map(([name]) => name).join(', ')}`);
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = failed.length > 0 || numPassedTests === 0 ? 1 : 0;

/** The browser and the judges that the tests need: installed where that needs no person, else asked for. */
function installPrograms() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const isThere = ({ names, usualPlaces, find }) =>
    find
      ? find() !== undefined
      : usualPlaces.some(existsSync) ||
        folders.some((folder) =>
          names.some((name) => existsSync(join(folder, name)) || existsSync(join(folder, `${name}.exe`))),
        );
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) {
    fail(
      `Install first: ${missing.map(({ advice }) => advice).join('; ')}` +
        (existsSync('/etc/debian_version') ? ` (sudo apt-get install ${packages.join(' ')})` : ''),
    );
  }
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env }) !== 0) {
    fail(`These could not be installed: ${packages.join(', ')}`);
  }
}
