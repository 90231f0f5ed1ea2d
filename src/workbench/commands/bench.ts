import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../project-root';

/** One line of the table: a figure, and the most that it may be. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'KB gzip' | 'round trips';
  readonly limit: number;
}

/** `npm run bench`: prints the table; answers exit code 1 when a figure exceeds its limit. */
export async function runBench(): Promise<number> {
  const measurements = await measureScripts();
  const width = Math.max(...measurements.map(({ name }) => name.length));
  for (const { name, value, unit, limit } of measurements) {
    const verdict = value <= limit ? '' : '  too much';
    console.log(`${name.padEnd(width)}  ${value.toFixed(1).padStart(8)} of ${limit} ${unit}${verdict}`);
  }
  return measurements.every(({ value, limit }) => value <= limit) ? 0 : 1;
}

async function measureScripts(): Promise<readonly Measurement[]> {
  const dist = join(projectRoot, 'dist');
  const packed = async (name: string): Promise<number> =>
    gzipSync(await readFile(join(dist, name)), { level: 9 }).length / 1024;
  const page = await readFile(join(dist, 'taskpane.html'), 'utf8');
  const first = [...page.matchAll(/<script[^>]*\ssrc="?([^\s">:]+\.js)/gu)].map(([, name]) => name ?? '');
  if (first.length === 0) throw new Error('The pane loads no scripts of its own: that cannot be.');
  const all = (await readdir(dist)).filter((name) => name.endsWith('.js'));
  const sizes = new Map(await Promise.all(all.map(async (name) => [name, await packed(name)] as const)));
  return [
    {
      name: "Pane's first load",
      value: first.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
      unit: 'KB gzip',
      limit: 160,
    },
    { name: 'functions.js', value: sizes.get('functions.js') ?? 0, unit: 'KB gzip', limit: 30 },
  ];
}
