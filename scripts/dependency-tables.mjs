import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that may ship, as npm names them. */
export const allowedLicences = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'Apache-2.0 AND BSL-1.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'CC0-1.0',
]);

/** Packages that do not say their licence as npm wants it, and what their own files say. */
const licencesByHand = {
  '@univerjs/telemetry': 'Apache-2.0',
  '@microsoft/office-js': 'Microsoft Office.js terms',
};

/**
 * Not to be shipped, and not shipped: only run on the developer's machine. Microsoft's terms allow that; lru-cache,
 * which comes with jsdom, is under Blue Oak 1.0.0, as free as MIT but not on the list.
 */
export const runOnly = new Set(['@microsoft/office-js', 'lru-cache']);

/** Why each package that was chosen is there, and what would take its place. The others come with these. */
const reasons = {
  react: ['the pane', 'Preact with its compatibility layer'],
  'react-dom': ['the pane', 'Preact with its compatibility layer'],
  '@fluentui/react-components': [
    "the pane's controls: Microsoft's own look, keyboard and screen reader behaviour, dark and high contrast",
    'Fluent UI web components; own controls only at the cost of accessibility',
  ],
  papaparse: ['reads .csv: separators, quotes, line ends', 'csv-parse'],
  '@univerjs/preset-sheets-core': ["the workbench's grid", 'no other open grid computes and draws alike'],
  '@univerjs/preset-sheets-table': ['tables in the grid', 'none'],
  '@univerjs/preset-sheets-drawing': ['the layer on which charts stand', 'own floating elements'],
  '@univerjs/preset-sheets-conditional-formatting': ['conditional formats in the grid', 'none'],
  '@univerjs/preset-sheets-node-core': ['the grid without a window', 'none'],
  '@univerjs/core': ['documents and commands under the grid', 'none'],
  '@univerjs/engine-formula': ['computes formulas', 'HyperFormula is under the GPL'],
  '@univerjs/sheets': ['sheets under the grid', 'none'],
  '@univerjs/sheets-formula': ['formulas in sheets', 'none'],
  '@univerjs/sheets-numfmt': ['number formats', 'SheetJS SSF'],
  '@univerjs/sheets-table': ['tables', 'none'],
  '@stdlib/stats-base-dists-gamma-quantile': [
    'CHISQ.INV and GAMMA.INV, which Univer computes wrongly',
    'own code as in src/stats',
  ],
  '@stdlib/stats-base-dists-normal-cdf': [
    'NORM.S.DIST, which Univer computes wrongly',
    'own code as in src/stats',
  ],
  '@stdlib/stats-base-dists-normal-quantile': [
    'NORM.S.INV, which Univer computes wrongly',
    'own code as in src/stats',
  ],
  echarts: ["draws the workbench's charts", 'Observable Plot'],
  rxjs: ['Univer hands its events out through it', 'none while Univer is there'],
  hucre: ['reads and writes .xlsx', 'ExcelJS: older, without charts'],
  fflate: [
    'opens and packs the parts of an .xlsx: the copy that is shared, and in the workbench what hucre leaves out',
    'JSZip',
  ],
  jsdom: ['a page for office.js without a browser', 'happy-dom'],
  '@microsoft/office-js': [
    "Microsoft's own client, unmodified, in tests and workbench",
    "none: it is what Excel's add-ins talk through",
  ],
};

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Every package of the shipped add-in and of the workbench, from the lists that the builds leave, and for what Node
 * loads itself from what the packages ask for. Its size is that of the modules that a build took in, or of what npm
 * installed where Node takes it from there.
 */
export function dependencyTables(root) {
  const modules = join(root, 'node_modules');
  const built = (name) => read(join(root, 'build', 'packages', `${name}.json`));
  // Fluent's own package only hands on what stands in the others.
  const addin = { '@fluentui/react-components': 0, ...built('addin').bytes };
  const inPage = built('page').bytes;
  const inNode = built('node');
  const roots = [
    ...inNode.external.filter((name) => !name.startsWith('node:') && name !== 'playwright-core'),
    '@microsoft/office-js',
    'echarts',
  ];
  const loaded = closure(modules, [...new Set(roots.map(packageOf))]);
  const workbench = new Map([...loaded].map((path) => [path, null]));
  for (const [path, bytes] of Object.entries({ ...inNode.bytes, ...inPage })) workbench.set(path, bytes);
  return {
    shipped: rows(modules, new Map(Object.entries(addin)), [
      '@fluentui/react-components',
      'react',
      'react-dom',
      'papaparse',
      'fflate',
    ]),
    workbench: rows(modules, workbench, Object.keys(reasons)),
  };
}

/** `jsdom/lib/api` is of the package `jsdom`. */
function packageOf(request) {
  return request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');
}

function rows(modules, packages, chosen) {
  const parents = parentsOf(modules, chosen);
  return [...packages]
    .map(([path, bytes]) => {
      const { name, version, license } = read(join(modules, path, 'package.json'));
      const parent = parents.get(name) ?? path.split('/node_modules/')[0];
      const [why, instead] = reasons[name] ?? [`comes with ${parent}`, `goes with ${parent}`];
      const licence = licencesByHand[name] ?? license ?? 'not stated';
      const isInstalled = bytes === null;
      const size = isInstalled ? bytesIn(join(modules, path)) : bytes;
      return { name, version, licence, bytes: size, isInstalled, why, instead };
    })
    .sort(
      (a, b) =>
        Number(!(a.name in reasons)) - Number(!(b.name in reasons)) || a.name.localeCompare(b.name, 'en'),
    );
}

/** All of a package's files, those of packages inside it not counted. */
function bytesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === 'node_modules') return sum;
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
  }, 0);
}

/** Every package that these ask for, and so on, by its folder. */
function closure(modules, names) {
  const found = new Set();
  const visit = (name, from) => {
    const path = folderOf(modules, name, from);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    for (const each of Object.keys(read(join(modules, path, 'package.json')).dependencies ?? {}))
      visit(each, path);
  };
  for (const name of names) visit(name, '');
  return found;
}

/** As Node looks: inside the package that asks, then further out. */
function folderOf(modules, name, from) {
  for (
    let place = from;
    place !== '';
    place = place.includes('/node_modules/') ? place.slice(0, place.lastIndexOf('/node_modules/')) : ''
  ) {
    const inside = `${place}/node_modules/${name}`;
    if (existsSync(join(modules, inside, 'package.json'))) return inside;
  }
  return existsSync(join(modules, name, 'package.json')) ? name : undefined;
}

/** Which of the chosen packages brings each package along. */
function parentsOf(modules, chosen) {
  const parents = new Map();
  for (const name of chosen) {
    if (folderOf(modules, name, '') === undefined) continue;
    for (const path of closure(modules, [name])) {
      const each = path.split('/node_modules/').at(-1);
      if (each !== name && !parents.has(each)) parents.set(each, name);
    }
  }
  return parents;
}
