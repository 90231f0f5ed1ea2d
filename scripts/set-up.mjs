/** What every command does first: packages as in the lock file, builds as new as the sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

const addIn = ['stats', 'study', 'texts', 'report', 'excel', 'functions', 'taskpane', 'conformance'].map(
  (name) => `src/${name}`,
);
const workbench = ['src/workbench'];

/**
 * The builds of webpack.config.js: where each leaves its first file and what it is made from (the add-in and
 * the workbench know nothing of each other's sources). Each stands after those that it needs.
 */
const builds = {
  'function-files': { output: 'build/function-files/files.cjs', sources: addIn },
  addin: {
    output: 'dist/taskpane.html',
    sources: [...addIn, 'assets', 'manifest.xml'],
    needs: 'function-files',
  },
  headless: { output: 'build/headless.js', sources: addIn },
  page: { output: 'build/workbench/index.html', sources: workbench },
  // The bench compares the statistics and drives the page, so it is made from more than the workbench.
  node: {
    output: 'build/node/server.cjs',
    sources: [
      ...workbench,
      'src/stats',
      'src/study',
      'src/functions',
      'src/texts',
      'src/report',
      'src/excel',
      'scripts/bench.ts',
      'scripts/bench',
      'scripts/picture.ts',
      'tests/support',
    ],
  },
};
const everyBuild = Object.keys(builds);

/** Installs packages when there are none, or when the lock file is another than the one they were installed by. */
export function install() {
  const stamp = join(root, 'node_modules', '.installed-by');
  const lock = fingerprint(['package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  const done = npm ? run(process.execPath, [npm, ...args]) : run('npm', args, { shell: true });
  if (done !== 0) fail('The packages could not be installed: see above.');
  writeFileSync(stamp, lock);
}

/** Where the add-in is served unless told otherwise: on the developer's own machine. */
export const localAddress = 'https://localhost:3000';

/**
 * Builds those of the named builds whose sources have changed since they were last built, or that were built
 * for another address.
 */
export function build(names = everyBuild, address = localAddress) {
  const stamp = join(root, '.cache', 'built.json');
  const built = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {};
  const now = Object.fromEntries(
    everyBuild.map((name) => [
      name,
      fingerprint([
        ...builds[name].sources,
        'webpack.config.js',
        'package.json',
        'package-lock.json',
        'tsconfig.json',
      ]) + (name === 'addin' ? ` ${address}` : ''),
    ]),
  );
  const isStale = (name) => built[name] !== now[name] || !existsSync(join(root, builds[name].output));
  const wanted = names.filter(isStale);
  const stale = everyBuild.filter(
    (name) => wanted.includes(name) || wanted.some((other) => builds[other].needs === name),
  );
  if (stale.length === 0) return;
  console.log(`Building ${stale.join(', ')} …`);
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const chosen = ['--env', `address=${address}`, ...stale.flatMap((name) => ['--config-name', name])];
  if (run(process.execPath, [webpack, ...chosen]) !== 0) {
    fail('The build failed: see above.');
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(
    stamp,
    JSON.stringify({ ...built, ...Object.fromEntries(stale.map((name) => [name, now[name]])) }),
  );
}

/** Runs a program in the project's folder with its output shown; answers its exit code. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  return status ?? 1;
}

/** Ends the command with one plain line. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** A text that changes whenever one of the files does. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((name) => filesIn(join(root, name)))) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
