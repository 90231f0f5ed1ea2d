/** `npm run build`: the static add-in under dist/. */
import { build, install } from './set-up.mjs';

install();
build(['addin']);
console.log('The add-in is in dist/: put its files on any web server (https).');
