import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allowedLicences,
  dependencyTables,
  runOnly,
  type DependencyRow,
} from '../scripts/dependency-tables.mjs';

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'DEPENDENCIES.md'), 'utf8');
const [shippedPart, workbenchPart] = text.split('## The workbench') as [string, string];
const { shipped, workbench } = dependencyTables(root);

/** The columns of every row. */
const rowsOf = (part: string): string[][] =>
  [...part.matchAll(/^\| ([@\w].*) \|$/gm)]
    .map(([, cells]) => cells!.split(' | '))
    .filter(([name]) => name !== 'package');
const inWords = ({ name, version, licence, why, instead }: DependencyRow): string =>
  [name, version, licence, why, instead].join(' | ');

describe.each([
  ['the shipped files', shippedPart, shipped, 10],
  ['the workbench', workbenchPart, workbench, 100],
] as const)('DEPENDENCIES.md, of the packages of %s,', (_, part, rows, least) => {
  const listed = rowsOf(part);

  test('lists exactly those that there are: version, licence, why, and what would replace it', () => {
    expect(rows.length).toBeGreaterThan(least);
    const words = listed.map(([name, version, licence, , why, instead]) =>
      [name, version, licence, why, instead].join(' | '),
    );
    expect(words.sort()).toEqual(rows.map(inWords).sort());
  });

  test('leaves no column of any of them blank', () => {
    for (const row of listed) {
      expect([row, row.length]).toEqual([row, 6]);
      expect(row.filter((cell) => cell.trim() === '')).toEqual([]);
    }
  });

  test('gives their sizes, to a fifth: what is taken from a package changes with the product', () => {
    // One package may be there twice: bundled, and from where npm put it.
    const isListed = ({ name, version, bytes, isInstalled }: DependencyRow): boolean =>
      listed.some(([itsName, itsVersion, , size]) => {
        const [, number, unit] = /^(\d+) (KB|KB installed)$/u.exec(size!) ?? [];
        const isNear = Math.abs(Number(number) - bytes / 1024) <= 2 + 0.2 * (bytes / 1024);
        return (
          isNear &&
          itsName === name &&
          itsVersion === version &&
          unit === (isInstalled ? 'KB installed' : 'KB')
        );
      });
    expect(rows.filter((row) => !isListed(row))).toEqual([]);
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
