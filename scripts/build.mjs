/** `npm run build`: the static add-in under dist/, its manifest made for the address that it will have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, fail, install, localAddress, root } from './set-up.mjs';

const usage = 'npm run build [-- --url https://host/path]';
const address = readAddress();
install();
build(['addin'], address);
await checkManifest();
console.log(`The add-in is in dist/, made for ${address}.`);
if (address === localAddress) console.log(`For another address: ${usage}`);

function readAddress() {
  try {
    const { values } = parseArgs({ options: { url: { type: 'string' } } });
    if (values.url === undefined) return localAddress;
    const url = URL.canParse(values.url) ? new URL(values.url) : undefined;
    const isPlain = url && url.search === '' && url.hash === '' && url.username === '';
    if (url?.protocol !== 'https:' || !isPlain) {
      throw new Error(`"${values.url}" is no address for an add-in: Excel takes https addresses only.`);
    }
    return url.href.replace(/\/+$/, '');
  } catch (error) {
    return fail(`${error.message} Use: ${usage}`);
  }
}

/** Excel says little about a faulty manifest; here is the place to say it. */
async function checkManifest() {
  // Loaded only now: before install() there may be no packages.
  const { manifestFaults } = await import('./check-manifest.mjs');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join(root, 'dist');
  const faults = manifestFaults(readFileSync(join(folder, 'manifest.xml'), 'utf8'), {
    folder,
    address,
    version,
  });
  if (faults.length === 0) return;
  fail(
    ['The manifest is not in order:', ...faults.map(({ code, detail }) => `${code}: ${detail}`)].join('\n'),
  );
}
