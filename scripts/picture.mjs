/** `npm run picture`: draws docs/effect.png anew. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, install, root } from './set-up.mjs';

install();
build();
const { drawPicture } = createRequire(import.meta.url)(join(root, 'build', 'node', 'picture.cjs'));
process.exitCode = await drawPicture();
