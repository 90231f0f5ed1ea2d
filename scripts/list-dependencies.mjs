/**
 * `npm run list-dependencies`: writes DEPENDENCIES.md anew, from what the builds took in, what npm installed, and the
 * reasons below.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, root } from './set-up.mjs';
import { dependencyTables } from './dependency-tables.mjs';

install();
build();
writeFileSync(join(root, 'DEPENDENCIES.md'), text(dependencyTables(root)));

function text({ shipped, workbench }) {
  return `# Dependencies

Written by \`npm run list-dependencies\` from what the builds took in; a test holds it against them, and every licence against the list in \`scripts/dependency-tables.mjs\`: MIT, Apache, BSD, ISC and what is freer. Nothing under the GPL.

## Shipped: in the files of \`dist/\`
Sizes are those of a package's modules before they are minified and cut down to what is used; a package without any only hands on others. The largest by far is the file of icons of which a handful are used: the pane's first load is 160 KB at most (gzip), which \`npm run bench\` holds.

${table(shipped)}

Microsoft's office.js is not in \`dist/\`: its pages load Microsoft's hosted copy, as Microsoft asks for.

## The workbench and the commands: on the developer's machine only
Excel's place taken by an open spreadsheet, and Node's side of it. None of this reaches a consultant's Excel. What Node loads from where npm put it has the size of all its files.

${table(workbench)}
`;
}

function table(rows) {
  const head =
    '| package | version | licence | size | why | what would replace it |\n| --- | --- | --- | ---: | --- | --- |';
  const lines = rows.map(
    ({ name, version, licence, bytes, isInstalled, why, instead }) =>
      `| ${name} | ${version} | ${licence} | ${Math.ceil(bytes / 1024)} KB${isInstalled ? ' installed' : ''} | ${why} | ${instead} |`,
  );
  return [head, ...lines].join('\n');
}
