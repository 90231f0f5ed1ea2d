import { execFileSync } from 'node:child_process';
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
import { exceeds, growsTooMuch, printGrowth, printMeasurements } from './bench/table';
import { measureLongRun } from './bench/long-run';
import { measureMainThread } from './bench/main-thread';
import { fromR, median, seconds, type Growth, type Measurement } from './bench/measurement';
import { measureReading } from './bench/reading';
import { measureReportProcess } from './bench/report-process';
import { measureStages } from './bench/stages';
import { measureWriting } from './bench/writing';
import { openWorkbench, reopenPane } from '../tests/support/workbench-page';
import { timeExample } from '../tests/support/wizard-walk';

/**
 * `npm run bench`: prints what grows with the number of areas, and the single figures; answers exit code 1 when
 * one exceeds its limit, or grows faster than the areas. `npm run bench -- stages pane` measures these parts alone; `--large` goes to 5,000 areas
 * also where the workbench takes minutes for them, `--long` to 200 studies in one session.
 */
export async function runBench(words: readonly string[] = []): Promise<number> {
  const largest = words.includes('--large') ? 5000 : 500;
  const growing: Record<string, () => Growth[] | Promise<Growth[]>> = {
    stages: measureStages,
    writing: () => measureWriting(largest),
    process: () => measureReportProcess(largest),
    pane: () => measureMainThread(largest),
  };
  const single: Record<string, () => Measurement[] | Promise<Measurement[]>> = {
    reading: measureReading,
    scripts: measureScripts,
    report: measureReport,
    page: measurePage,
    simulation: measureSimulation,
    functions: measureFunctions,
    session: () => measureLongRun(words.includes('--long') ? 200 : 40),
  };
  const chosen = words.filter((word) => !word.startsWith('--'));
  const growth = await measured(growing, chosen);
  const measurements = await measured(single, chosen);
  if (growth.length > 0) printGrowth(growth);
  if (measurements.length > 0) printMeasurements(measurements);
  return measurements.some(exceeds) || growth.some(growsTooMuch) ? 1 : 0;
}

async function measured<Row>(
  parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>>,
  chosen: readonly string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts))
    if (chosen.length === 0 || chosen.includes(name)) rows.push(...(await measure()));
  return rows;
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
    const { page, server, loadingTime, requests } = workbench;
    const own = [...new Set(requests)].filter((address) => address.startsWith(server.address));
    const copied = { name: 'fetching the same files alone', value: await fetchAll(page, own) };
    const opened = performance.now();
    const pane = await reopenPane(page);
    await pane.getByRole('button', { name: 'Brug eksemplet' }).waitFor();
    const paneStart = (performance.now() - opened) / 1000;
    const ofPane = own.filter((address) => /\/(?:addin|office)\//u.test(address));
    const paneCopied = { name: copied.name, value: await fetchAll(page, ofPane) };
    const before = (await sizesOfRequests(page)).length;
    const written = (await timeExample(pane)) / 1000;
    const sizes = (await sizesOfRequests(page)).slice(before);
    const parts = sizes.filter((bytes) => bytes > 100_000).length;
    return [
      {
        ...{ name: 'Workbench page, from loading to ready', value: loadingTime / 1000, unit: 's', limit: 6 },
        beside: copied,
      },
      { name: 'Pane, from opening to its first view', value: paneStart, unit: 's', beside: paneCopied },
      { name: 'From the example to finished sheets in the page', value: written, unit: 's', limit: 5 },
      { name: 'Requests to Excel on that way that are parts of the report', value: parts, unit: '' },
      {
        name: 'Round trips to Excel on that way, those parts as one',
        value: sizes.length - Math.max(0, parts - 1),
        unit: '',
        limit: 8,
      },
    ];
  } finally {
    await workbench.close();
  }
}

/** Seconds in which the page gets these files, whatever it then does with them. */
function fetchAll(page: Page, addresses: readonly string[]): Promise<number> {
  return page.evaluate(async (all) => {
    const started = performance.now();
    await Promise.all(
      all.map(async (address) => (await fetch(address, { cache: 'no-store' })).arrayBuffer()),
    );
    return (performance.now() - started) / 1000;
  }, addresses);
}

/** Of every request that the add-in has made, in bytes. */
function sizesOfRequests(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.workbench!.pane.host.counters.requestBytes);
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
  const folder = join(projectRoot, 'tests', 'fixtures', 'stats');
  const times = fromR('simulation-speed.R', folder, '10000', '9');
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
