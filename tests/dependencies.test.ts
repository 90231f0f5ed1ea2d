import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedLicences, dependencyTables, runOnly } from '../scripts/dependency-tables.mjs';

const root = join(__dirname, '..');
const listed = readFileSync(join(root, 'DEPENDENCIES.md'), 'utf8');
const [shippedPart, workbenchPart] = listed.split('## The workbench') as [string, string];
const { shipped, workbench } = dependencyTables(root);

const named = (part: string): string[] =>
  [...part.matchAll(/^\| ([@\w][^|]*?) \| ([\d][^|]*?) \| ([^|]+?) \|/gm)].map(
    ([, name, version, licence]) => `${name} ${version} ${licence}`,
  );
const found = (rows: typeof shipped): string[] =>
  rows.map(({ name, version, licence }) => `${name} ${version} ${licence}`);

describe('DEPENDENCIES.md', () => {
  test('lists exactly the packages that are in the shipped files, with version and licence', () => {
    expect(shipped.length).toBeGreaterThan(10);
    expect(named(shippedPart).sort()).toEqual(found(shipped).sort());
  });

  test('lists exactly the packages that the workbench runs on', () => {
    expect(workbench.length).toBeGreaterThan(100);
    expect(named(workbenchPart).sort()).toEqual(found(workbench).sort());
  });

  test('says of each why it is there', () => {
    for (const { name, why } of [...shipped, ...workbench]) expect([name, why]).not.toEqual([name, '']);
  });
});

test('no command has the name of a step that npm runs by itself: installing would start it, without end', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const stepsOfInstalling =
    /^(?:dependencies|(?:pre|post)?(?:install|prepare)|prepublish(?:Only)?|(?:pre|post)?(?:pack|shrinkwrap))$/;
  expect(Object.keys(scripts).filter((name) => stepsOfInstalling.test(name))).toEqual([]);
});

describe('licences', () => {
  test('every package that ships is under one that may', () => {
    expect(shipped.filter(({ licence }) => !allowedLicences.has(licence))).toEqual([]);
    expect(shipped.filter(({ name }) => runOnly.has(name))).toEqual([]);
  });

  test('every package of the workbench too, but for what only runs here', () => {
    const others = workbench.filter(({ licence }) => !allowedLicences.has(licence)).map(({ name }) => name);
    expect(others.sort()).toEqual([...runOnly].sort());
  });

  test('a licence of the GPL is not among them', () => {
    for (const licence of allowedLicences) expect(licence).not.toMatch(/GPL/);
  });
});
