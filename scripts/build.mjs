/** `npm run build`: the static add-in under dist/. */
import { build, install } from './set-up.mjs';

install();
build(['addin']);
const address = process.env.ADDIN_ADDRESS ?? 'https://localhost:3000';
console.log(`The add-in is in dist/, made for ${address}; ADDIN_ADDRESS names another.`);
