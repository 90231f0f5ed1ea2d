/**
 * `npm run try-readme`: the README's own commands, one after the other, in a fresh clone with an empty
 * environment, as somebody who has just found the project would type them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commandsOf } from './readme-commands.mjs';

process.exitCode = await tryReadme();

async function tryReadme() {
  const root = resolve(import.meta.dirname, '..');
  const place = mkdtempSync(join(tmpdir(), 'sv-readme-'));
  const folder = join(place, 'clone');
  const home = join(place, 'home');
  mkdirSync(home);
  // What npm needs to reach its registry where that is not the public one.
  const registry = Object.entries(process.env).filter(([name]) =>
    /^npm_config_(registry|cafile)$/i.test(name),
  );
  const env = { PATH: process.env.PATH, HOME: home, CI: 'true', ...Object.fromEntries(registry) };
  try {
    if (spawnSync('git', ['clone', '--quiet', root, folder], { stdio: 'inherit' }).status !== 0) return 1;
    for (const command of commandsOf(readFileSync(join(folder, 'README.md'), 'utf8'))) {
      const started = Date.now();
      console.log(`\n$ ${command}`);
      const works = command === 'npm start' ? await starts(folder, env) : runs(command, folder, env);
      console.log(`${works ? 'works' : 'FAILS'} (${Math.round((Date.now() - started) / 1000)} s)`);
      if (!works) return 1;
    }
    return 0;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function runs(command, cwd, env) {
  return spawnSync(command, { cwd, env, shell: true, stdio: 'inherit' }).status === 0;
}

/** It never ends by itself: it works when the address that it prints answers with the workbench. */
async function starts(cwd, env) {
  const child = spawn('npm', ['start'], { cwd, env, detached: true });
  try {
    const address = await new Promise((done) => {
      let said = '';
      const listen = (data) => {
        said += data;
        process.stdout.write(data);
        const found = /(http:\/\/\S+)/.exec(said);
        if (found) done(found[1]);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('exit', () => done(null));
    });
    if (address === null) return false;
    const page = await fetch(address);
    return page.ok && (await page.text()).includes('pane');
  } finally {
    process.kill(-child.pid);
  }
}
