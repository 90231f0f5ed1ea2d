import { comparable } from './grid';

/**
 * The form in which names are held against each other that may be one: `Sammen om Sydhav- nen` and
 * `sammen om sydhavnen`. Case, blanks and hyphens do not count, but for those between digits: block 1-2 is not
 * block 12.
 */
export function alike(name: string): string {
  return comparable(name).replace(/(?<!\d)[\s\-\u2010-\u2015]+|[\s\-\u2010-\u2015]+(?!\d)/g, '');
}
