import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, from wherever in it this code runs: as a source under test, or built. */
export const projectRoot: string = nearestPackage(__dirname);

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('This code does not lie in its project.');
  return nearestPackage(parent);
}
