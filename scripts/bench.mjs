/** `npm run bench`: how fast and how large, each figure beside its limit. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build, install, root } from './set-up.mjs';

install();
build();
const { runBench } = createRequire(import.meta.url)(join(root, 'build', 'node', 'bench.cjs'));
// The long run asks for the memory that is left when everything that can be is collected.
setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc');
process.exitCode = await runBench(process.argv.slice(2));
