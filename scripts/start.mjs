/** `npm start`: the workbench at a local address, in the browser where there is one. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, fail, install, root } from './set-up.mjs';

const usage = 'npm start [-- --port <number>] [--language da|en]';
const options = readOptions();
install();
build(['addin', 'page', 'node']);
const { startServer } = createRequire(import.meta.url)(join(root, 'build', 'node', 'server.cjs'));
const server = await startServer(options.port).catch((error) => fail(`${error.message}`));
const address = `${server.address}/?language=${options.language}`;
console.log(`The workbench is at ${address} (stop it with Ctrl+C).`);
openBrowser(address);

function readOptions() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, language: { type: 'string' } } });
    const port = values.port === undefined ? undefined : Number(values.port);
    const isPort = port === undefined || (Number.isInteger(port) && port > 0 && port < 65536);
    const language = values.language ?? 'da';
    if (!isPort || (language !== 'da' && language !== 'en')) throw new Error('Unknown value.');
    return { port, language };
  } catch (error) {
    return fail(`${error.message} Use: ${usage}`);
  }
}

/** Opens the address where a person sits before a screen; elsewhere the printed line has to do. */
function openBrowser(address) {
  const { platform, env } = process;
  const isAlone =
    env.CI || env.SSH_CONNECTION || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY);
  if (isAlone) return;
  const [program, ...args] =
    platform === 'darwin'
      ? ['open', address]
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')]
        : ['xdg-open', address];
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
