/**
 * Judges .xlsx files by Microsoft's Open XML SDK, whose validator knows the schemas of ECMA-376 and what they
 * leave to words: `node validate-files.mjs <file> …` prints a list of complaints for each. It runs in a process
 * of its own, because it is compiled for ES modules and WebAssembly, and takes seconds to start.
 */
import { readFileSync } from 'node:fs';
import validate from '@ooxml-tools/validate';

const found = [];
for (const path of process.argv.slice(2)) {
  const complaints = await validate(new Uint8Array(readFileSync(path)), 'xlsx', 'Microsoft365');
  found.push(
    complaints.map(({ description, path: { partUri, xpath } }) => `${partUri} ${xpath}: ${description}`),
  );
}
process.stdout.write(JSON.stringify(found));
