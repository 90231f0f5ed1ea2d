/** `npm run report`: the evaluation of the built-in example, a folder or a workbook, as an .xlsx file. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, install, root } from './set-up.mjs';

install();
build(['headless', 'node']);
const { runReport } = createRequire(import.meta.url)(join(root, 'build', 'node', 'report.cjs'));
// npm changes into the project's folder; paths are meant from where the command was typed.
process.exitCode = await runReport(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
