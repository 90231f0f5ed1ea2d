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
import { basename, join } from 'node:path';
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

async function run(...words: string[]): Promise<{ code: number; errors: string[] }> {
  const errors: string[] = [];
  const spies = [
    jest.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line)),
    jest.spyOn(console, 'log').mockImplementation(() => undefined),
  ];
  const code = await runReport(words, folder);
  for (const spy of spies) spy.mockRestore();
  return { code, errors };
}

const isWhole = async (): Promise<boolean> => (await readXlsx(readFileSync(target))).sheets.length >= 5;

// The kernel's own device that is always full, and its own files that nobody can write, stand in for a disk.
const onLinux = process.platform === 'linux' ? test : test.skip;

const said = {
  da: /report\.xlsx kunne ikke skrives: .*uændret; .*--out\.$/u,
  en: /report\.xlsx could not be written: .*unchanged; .*--out\.$/u,
};

onLinux.each([
  ['a full disk', 'en', '/dev/full', 'the disk is full'],
  ['a full disk', 'da', '/dev/full', 'disken er fuld'],
  ['a file that nobody may write', 'en', '/proc/version', /there is no permission|the disk failed/u],
] as const)(
  '%s leaves the earlier report as it was, and says so (%s)',
  async (_, language, device, reason) => {
    writeFileSync(target, 'the earlier report');
    symlinkSync(device, `${target}.${process.pid}.partial`);
    const { code, errors } = await run('--language', language);
    expect(code).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(reason);
    expect(errors[0]).toMatch(said[language]);
    expect(readFileSync(target, 'utf8')).toBe('the earlier report');
    expect(readdirSync(folder)).toEqual(['report.xlsx']);
    expect((await run()).code).toBe(0);
    expect(await isWhole()).toBe(true);
  },
);

onLinux('killed while it writes, it leaves no half file under the name, and other runs work', async () => {
  const root = join(__dirname, '..', '..', '..');
  const program = `const { runReport } = require(${JSON.stringify(join(root, 'build', 'node', 'report.cjs'))});
    process.stdin.once('data', () => runReport([], ${JSON.stringify(folder)}));`;
  const child = spawn(process.execPath, ['-e', program], { cwd: root, stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  // A full pipe that nobody empties: the command stands in the middle of its writing until it is killed.
  const pipe = `${target}.${child.pid!}.partial`;
  spawnSync('mkfifo', [pipe]);
  const end = openSync(pipe, 'r+');
  writeSync(end, Buffer.alloc(65_536));
  child.stdin.write('go');
  await untilOpen(child, pipe);
  // Meanwhile another writes to the same place, and takes nothing away from it.
  expect((await run()).code).toBe(0);
  expect(await isWhole()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['report.xlsx', basename(pipe)]);
  rmSync(target);
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

/** Moments as shares of the time that a run takes: while it calculates, and while it writes or ends. */
const moments = [
  [0.45, 'SIGKILL'],
  [0.85, 'SIGTERM'],
  [0.97, 'SIGKILL'],
] as const;

onLinux(
  'killed at any moment, it leaves the earlier report or a whole new one, and the next run works',
  async () => {
    const root = join(__dirname, '..', '..', '..');
    const program = `const { runReport } = require(${JSON.stringify(join(root, 'build', 'node', 'report.cjs'))});
    runReport(['--language', 'en'], ${JSON.stringify(folder)});`;
    const start = () => spawn(process.execPath, ['-e', program], { cwd: root, stdio: 'ignore' });
    const endOf = (child: ChildProcess) =>
      new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    const since = performance.now();
    expect(await endOf(start())).toBeNull();
    const duration = performance.now() - since;
    const earlier = readFileSync(target);
    for (const [share, signal] of moments) {
      const child = start();
      const ended = endOf(child);
      // Whatever has been done by then: what is expected holds at every moment.
      const timer = setTimeout(() => child.kill(signal), share * duration);
      expect([signal, null]).toContain(await ended);
      clearTimeout(timer);
      expect(readFileSync(target).equals(earlier) || (await isWhole())).toBe(true);
    }
    expect((await run()).code).toBe(0);
    expect(await isWhole()).toBe(true);
    expect(readdirSync(folder)).toEqual(['report.xlsx']);
  },
);

/** Waits until the process has the file open: it is in the middle of writing. */
async function untilOpen(child: ChildProcess, path: string): Promise<void> {
  while (child.exitCode === null) {
    const open = spawnSync('find', [`/proc/${child.pid!}/fd`, '-lname', path], { encoding: 'utf8' });
    if (open.stdout.includes('/fd/')) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The command ended before it was killed.');
}
