/** `npm run bench`: how fast and how large, each figure beside its limit. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, install, root } from './set-up.mjs';

install();
build();
const { runBench } = createRequire(import.meta.url)(join(root, 'build', 'node', 'bench.cjs'));
process.exitCode = await runBench();
