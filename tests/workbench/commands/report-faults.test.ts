import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runReport } from '../../../src/workbench/commands/report';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';

/** Where the file goes wrong: never half a report under its name, never an earlier one lost. */
let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sv-faults-'));
  target = join(folder, 'report.xlsx');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function run(): Promise<{ code: number; errors: string[] }> {
  const errors: string[] = [];
  const spies = [
    jest.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line)),
    jest.spyOn(console, 'log').mockImplementation(() => undefined),
  ];
  const code = await runReport([], folder);
  for (const spy of spies) spy.mockRestore();
  return { code, errors };
}

const isWhole = async (): Promise<boolean> => (await readXlsx(readFileSync(target))).sheets.length >= 5;

// The kernel's own device that is always full, and its own files that nobody can write, stand in for a disk.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux.each([
  ['a full disk', '/dev/full', 'the disk is full'],
  ['a file that nobody may write', '/proc/version', /there is no permission|the disk failed/u],
])('%s leaves the earlier report as it was, and says so', async (_, device, reason) => {
  writeFileSync(target, 'the earlier report');
  symlinkSync(device, `${target}.partial`);
  const { code, errors } = await run();
  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(reason);
  expect(errors[0]).toMatch(/report\.xlsx could not be written: .*unchanged; .*--out\.$/u);
  expect(readFileSync(target, 'utf8')).toBe('the earlier report');
  expect(readdirSync(folder)).toEqual(['report.xlsx']);
  expect((await run()).code).toBe(0);
  expect(await isWhole()).toBe(true);
});

onLinux('killed while it writes, it leaves no half file under the name, and the next run works', async () => {
  // A full pipe that nobody empties: the command stands in the middle of its writing until it is killed.
  const pipe = `${target}.partial`;
  spawnSync('mkfifo', [pipe]);
  const end = openSync(pipe, 'r+');
  writeSync(end, Buffer.alloc(65_536));
  const root = join(__dirname, '..', '..', '..');
  const program = `const { runReport } = require(${JSON.stringify(join(root, 'build', 'node', 'report.cjs'))});
    runReport([], ${JSON.stringify(folder)});`;
  const child = spawn(process.execPath, ['-e', program], { cwd: root, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  await untilOpen(child, pipe);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect(existsSync(target)).toBe(false);
  closeSync(end);
  rmSync(pipe);
  // What a killed run really leaves behind: the beginning of a file.
  writeFileSync(pipe, 'PK half a file');
  expect((await run()).code).toBe(0);
  expect(await isWhole()).toBe(true);
  expect(readdirSync(folder)).toEqual(['report.xlsx']);
});

/** Waits until the process has the file open: it is in the middle of writing. */
async function untilOpen(child: ChildProcess, path: string): Promise<void> {
  while (child.exitCode === null) {
    const open = spawnSync('find', [`/proc/${child.pid!}/fd`, '-lname', path], { encoding: 'utf8' });
    if (open.stdout.includes('/fd/')) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The command ended before it was killed.');
}
