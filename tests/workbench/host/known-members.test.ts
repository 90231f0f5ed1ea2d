import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLASSES } from '../../../src/workbench/host/objects/classes';
import type { ObjectClass, ClassName } from '../../../src/workbench/host/objects/object';
import type { HeadlessWorkbench } from '../../../src/workbench/headless';
import { startHeadless } from '../../../src/workbench/headless';

let workbench: HeadlessWorkbench;
beforeAll(async () => {
  workbench = await startHeadless();
});
afterAll(() => workbench.close());

interface Reflected {
  prototype: object & {
    _scalarPropertyOriginalNames?: readonly string[];
    _navigationPropertyNames?: readonly string[];
  };
}
/** Services that office.js keeps to itself. */
const HIDDEN = ['CustomFunctionsService', 'AddinInternalService'];
/** Methods that office.js asks of Excel on the web by itself: it declares no class that has them. */
const undeclared = ['createAndOpenWorkbook'];
const comparable = (names: readonly string[]): Set<string> =>
  new Set(names.map((name) => name.toLowerCase()));

it.each(Object.keys(CLASSES).filter((name) => !HIDDEN.includes(name)))(
  'every member of %s exists in genuine office.js',
  (name) => {
    const known = CLASSES[name as ClassName] as ObjectClass<ClassName>;
    const genuine = (workbench.Excel as unknown as Record<string, Reflected | undefined>)[name];
    if (genuine === undefined) throw new Error(`office.js has no class ${name}`);
    const { prototype } = genuine;
    const scalars = comparable(prototype._scalarPropertyOriginalNames ?? []);
    const navigation = comparable(prototype._navigationPropertyNames ?? []);
    const all = comparable(Object.getOwnPropertyNames(prototype));
    const isMissing = (from: Set<string>) => (member: string) => !from.has(member.toLowerCase());
    expect(
      Object.keys(known.properties ?? {})
        .filter((p) => p !== 'count')
        .filter(isMissing(scalars)),
    ).toEqual([]);
    expect(Object.keys(known.navigation ?? {}).filter(isMissing(navigation))).toEqual([]);
    const methods = Object.keys(known.methods ?? {}).filter((method) => !undeclared.includes(method));
    expect(methods.filter(isMissing(all))).toEqual([]);
  },
);

test('what office.js does not declare stands in its source', () => {
  const folder = dirname(require.resolve('@microsoft/office-js/package.json'));
  const source = readFileSync(join(folder, 'dist', 'excel-web-16.00.js'), 'utf8');
  for (const method of undeclared) expect(source).toContain(`prototype.${method}=function(`);
});
