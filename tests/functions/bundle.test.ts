import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';

import { webpack } from 'webpack';

import { catalogue } from '../../src/functions/catalogue';

const root = resolve(__dirname, '../..');

/** Bundles the functions as the build does, one script for production; gives its path. */
async function bundle(): Promise<string> {
  const path = mkdtempSync(join(tmpdir(), 'functions-'));
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: join(root, 'src/functions/index.ts'),
    output: { path, filename: 'functions.js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
        },
      ],
    },
  });
  await new Promise<void>((done, fail) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) fail(error ?? new Error(stats?.toString('errors-only')));
      else compiler.close(() => done());
    });
  });
  return join(path, 'functions.js');
}

describe('functions bundle', () => {
  let file = '';
  beforeAll(async () => {
    file = await bundle();
  });

  it('registers every function in a world that has nothing but CustomFunctions.associate', () => {
    const registered: string[] = [];
    const CustomFunctions = { associate: (id: string) => registered.push(id) };
    vm.runInNewContext(readFileSync(file, 'utf8'), { CustomFunctions });
    expect(registered).toEqual(catalogue.map((one) => one.id));
  });

  it('weighs at most 30 KB (gzip)', () => {
    expect(gzipSync(readFileSync(file)).length).toBeLessThanOrEqual(30 * 1024);
  });

  it('gives values and errors to Microsoft’s own runtime', () => {
    const printed = execFileSync(process.execPath, [join(__dirname, 'in-office-runtime.mjs'), file]);
    const blank = (argument: string): unknown => ({
      code: '#N/A',
      message: `${argument} is blank. Fill in the cell: a blank is not taken for 0.`,
    });
    expect(JSON.parse(printed.toString())).toEqual({
      registered: catalogue.map((one) => one.id),
      value: 10,
      blank: { thrown: blank('prevented') },
      spilled: [[10, blank('evictions')]],
      passedOn: { thrown: { code: '#NUM!', message: '' } },
    });
  });
});
