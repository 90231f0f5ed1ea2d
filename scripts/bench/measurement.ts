import { spawnSync } from 'node:child_process';

/** What another system needs for the same work, in the same unit. */
export interface Yardstick {
  readonly name: string;
  readonly value: number;
}

/** A single figure, the most that it may be, and its yardstick. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly beside?: Yardstick;
}

/** By how much a figure may be multiplied, between the two largest sizes, where the areas are ten times as many. */
export const mostGrowth = 13;

/** How a figure grows: one value per size that was measured. */
export interface Growth {
  readonly name: string;
  readonly unit: string;
  readonly values: ReadonlyMap<number, number>;
  /** The most that it may be for the largest size that was measured. */
  readonly limit?: number;
  /** For the largest size that was measured. */
  readonly beside?: Yardstick;
  /** Another system's figure: how that grows is not ours. */
  readonly isYardstick?: boolean;
  /** By how much more it may grow than `mostGrowth`, and why. */
  readonly mayGrow?: { readonly times: number; readonly because: string };
}

/** Numbers of areas. */
export const sizes = [4, 50, 500, 5000] as const;

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Seconds that the work takes, the median of several runs after one that is not counted. */
export function seconds(runs: number, work: () => void): number {
  work();
  return median(Array.from({ length: runs }, () => once(work).seconds));
}

export function once<Result>(work: () => Result): { readonly result: Result; readonly seconds: number } {
  const started = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

export async function onceAsync<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

/** The numbers that an R script prints, one per line; none where there is no R. */
export function fromR(script: string, folder: string, ...words: readonly string[]): number[] {
  const r = spawnSync('Rscript', [script, ...words], { cwd: folder, encoding: 'utf8' });
  return r.status === 0 ? r.stdout.trim().split(/\s+/u).map(Number) : [];
}
