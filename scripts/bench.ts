import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { examples } from '../src/functions/examples';
import { runToEnd, simulateStudy } from '../src/stats';
import { alignStudy, exampleStudy } from '../src/study';
import { makeReport } from '../src/workbench/commands/report';
import { writeXlsx } from '../src/workbench/files/write-xlsx';
import { projectRoot } from '../src/workbench/project-root';
import { recalculate } from '../tests/support/libreoffice';
import { openWorkbench, paneOf } from '../tests/support/workbench-page';
import { writeExample } from '../tests/support/wizard-walk';

/** One line of the table: a figure, the most that it may be, and what another system needs for the same. */
interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly beside?: { readonly name: string; readonly value: number };
}

/** `npm run bench`: prints the table; answers exit code 1 when a figure exceeds its limit. */
export async function runBench(): Promise<number> {
  const measurements = [
    ...(await measureScripts()),
    ...(await measureReport()),
    ...(await measurePage()),
    ...measureSimulation(),
    ...measureFunctions(),
  ];
  const width = Math.max(...measurements.map(({ name }) => name.length));
  for (const measurement of measurements) console.log(lineOf(measurement, width));
  return measurements.some(isTooMuch) ? 1 : 0;
}

function isTooMuch({ value, limit }: Measurement): boolean {
  return limit !== undefined && value > limit;
}

function lineOf(measurement: Measurement, width: number): string {
  const { name, value, unit, limit, beside } = measurement;
  const number = value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
  const most = limit === undefined ? '' : `  at most ${limit}${isTooMuch(measurement) ? ': TOO MUCH' : ''}`;
  const ratio = beside
    ? `  ${(value / beside.value).toFixed(2)} × ${beside.name} (${beside.value.toFixed(2)} ${unit})`
    : '';
  return `${name.padEnd(width)}  ${number.padStart(7)} ${unit}${most}${ratio}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Seconds that the work takes, the median of several runs after one that is not counted. */
function seconds(runs: number, work: () => void): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const started = performance.now();
      work();
      return (performance.now() - started) / 1000;
    }),
  );
}

async function measureScripts(): Promise<Measurement[]> {
  const dist = join(projectRoot, 'dist');
  const page = await readFile(join(dist, 'taskpane.html'), 'utf8');
  const first = [...page.matchAll(/<script[^>]+src="?([^":\s>]+\.js)"?/gu)].map(([, name]) => name ?? '');
  const all = (await readdir(dist)).filter((name) => name.endsWith('.js'));
  const packed = new Map(
    all.map((name) => [name, gzipSync(readFileSync(join(dist, name)), { level: 9 }).length / 1024]),
  );
  const pane = first.reduce((sum, name) => sum + (packed.get(name) ?? 0), 0);
  return [
    { name: "Pane's first load, scripts besides office.js", value: pane, unit: 'KB gzip', limit: 160 },
    { name: 'functions.js', value: packed.get('functions.js') ?? 0, unit: 'KB gzip', limit: 30 },
  ];
}

/** The whole process, and what LibreOffice needs to recalculate the file that it wrote. */
async function measureReport(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sv-bench-'));
  const script = join(projectRoot, 'scripts', 'report.mjs');
  try {
    const whole = seconds(3, () =>
      execFileSync(process.execPath, [script], {
        env: { ...process.env, INIT_CWD: folder },
        stdio: 'ignore',
      }),
    );
    const { book, roundTrips } = await makeReport({});
    const bytes = await writeXlsx(book);
    await recalculate(bytes);
    const started = performance.now();
    await recalculate(bytes);
    const judged = (performance.now() - started) / 1000;
    const libreOffice = { name: 'LibreOffice opening and recalculating the same workbook', value: judged };
    return [
      {
        name: 'npm run report on the example, whole process',
        value: whole,
        unit: 's',
        limit: 10,
        beside: libreOffice,
      },
      { name: 'Round trips to Excel for it', value: roundTrips, unit: '', limit: 8 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measurePage(): Promise<Measurement[]> {
  const workbench = await openWorkbench('da');
  try {
    const pane = await paneOf(workbench.page);
    await pane.getByRole('button', { name: 'Brug eksemplet' }).waitFor();
    const started = performance.now();
    const before = await countRoundTrips(workbench.page);
    await writeExample(pane);
    const written = (performance.now() - started) / 1000;
    const roundTrips = (await countRoundTrips(workbench.page)) - before;
    return [
      {
        name: 'Workbench page, from loading to ready',
        value: workbench.loadingTime / 1000,
        unit: 's',
        limit: 6,
      },
      { name: 'From the example to finished sheets in the page', value: written, unit: 's', limit: 5 },
      { name: 'Round trips to Excel on that way', value: roundTrips, unit: '', limit: 8 },
    ];
  } finally {
    await workbench.close();
  }
}

function countRoundTrips(page: Page): Promise<number> {
  return page.evaluate(() => window.workbench!.pane.host.counters.roundTrips);
}

/** 10,000 draws on the report's data, from counts to money, beside the same algorithm in vectorised R. */
function measureSimulation(): Measurement[] {
  const { tables } = exampleStudy();
  const plan = {
    counts: alignStudy(exampleStudy()),
    years: [1, 2],
    draws: 10000,
    seed: 1,
    money: {
      costEstimates: tables.costs.map(({ amount }) => amount),
      programmeCost: 149000,
      programmeCostRange: { lower: 134000, upper: 164000 },
      municipalSavingPerEviction: 8000,
    },
    municipalSavings: Array.from({ length: 21 }, (_, index) => 10000 * index),
  };
  const ours = seconds(9, () => runToEnd(simulateStudy(plan)));
  const r = spawnSync('Rscript', ['simulation-speed.R', '10000', '9'], {
    cwd: join(projectRoot, 'tests', 'fixtures', 'stats'),
    encoding: 'utf8',
  });
  const times = r.status === 0 ? r.stdout.trim().split(/\s+/u).map(Number) : [];
  const name = 'Simulated chain, 10,000 draws, two years, counts to money';
  if (times.length === 0)
    return [{ name: `${name} (no R here to compare with)`, value: 1000 * ours, unit: 'ms' }];
  return [
    { name, value: 1000 * ours, unit: 'ms', beside: { name: 'vectorised R', value: median(times.slice(1)) } },
  ];
}

type Called = (...values: unknown[]) => unknown;

/** 100,000 calls of every function that gives one number, in the built functions.js; simulated ones apart. */
function measureFunctions(): Measurement[] {
  const calls = new Map<string, Called>();
  const CustomFunctions = { associate: (id: string, call: Called) => calls.set(id, call) };
  const script = readFileSync(join(projectRoot, 'dist', 'functions.js'), 'utf8');
  runInContext(script, createContext({ CustomFunctions, console }));
  const scalar = examples.filter(({ result, within }) => typeof result === 'number' && within === undefined);
  const oneEach = new Map([...scalar].reverse().map((example) => [example.id, example]));
  return [...oneEach.values()].map(({ id, arguments: values }) => {
    const call = calls.get(id);
    if (!call) throw new Error(`functions.js does not know ${id}.`);
    // As Excel hands them over: a row of cells as a matrix.
    const given = values.map((value) => (Array.isArray(value) ? [value] : value));
    const time = seconds(1, () => {
      for (let count = 0; count < 100_000; count += 1) call(...given);
    });
    return { name: `100,000 calls of ${id}`, value: time, unit: 's' };
  });
}
