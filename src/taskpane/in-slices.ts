/** After how many milliseconds other work gets its turn: one picture on the screen. */
const longestSlice = 16;

export interface SliceOptions {
  readonly signal?: AbortSignal;
  /** What the work yields, at the end of each slice. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Does work that can pause without blocking the pane: after each short slice other work gets its turn.
 *
 * @returns null when it was cancelled
 */
export async function inSlices<Result>(
  work: Generator<number, Result, void>,
  { signal, onProgress }: SliceOptions = {},
): Promise<Result | null> {
  let sliceStart = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - sliceStart < longestSlice) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) return null;
    sliceStart = performance.now();
  }
}
