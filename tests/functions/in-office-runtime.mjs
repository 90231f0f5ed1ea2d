/**
 * Loads Microsoft's own runtime for custom functions and then the bundle named on the command line, as Excel
 * does, and prints what some calls give. A process of its own, because jsdom does not load inside jest.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { JSDOM } from 'jsdom';

// The runtime looks for its own script element.
const page = '<!doctype html><script src="/custom-functions-runtime.debug.js"></script>';
const { window } = new JSDOM(page, {
  runScripts: 'outside-only',
  url: 'https://addin.example/',
});
const runtime = createRequire(import.meta.url).resolve(
  '@microsoft/office-js/dist/custom-functions-runtime.debug.js',
);
window.eval(readFileSync(runtime, 'utf8'));
window.eval(readFileSync(process.argv[2], 'utf8'));

const { mappings } = window.CustomFunctions._association;
function shown(value) {
  if (Array.isArray(value)) return value.map(shown);
  if (!(value instanceof window.CustomFunctions.Error)) return value;
  return { code: value.code, message: value.message };
}
function call(id, ...raw) {
  try {
    return shown(mappings[id](...raw));
  } catch (error) {
    return { thrown: shown(error) };
  }
}

const results = {
  registered: Object.keys(mappings),
  value: call('SAVINGS', 2, 5, { functionName: 'SAVINGS' }),
  blank: call('SAVINGS', null, 5),
  spilled: call('EVICTION_RATE', [[1, null]], [[100, 100]], null),
  passedOn: call('SAVINGS', new window.CustomFunctions.Error('#NUM!'), 5),
};
process.stdout.write(JSON.stringify(results), () => process.exit(0));
