import { simulateFigures, type SimulatedFigures, type Study } from '../study';

/** After how many milliseconds other work gets its turn: one picture on the screen. */
const longestSlice = 16;

/**
 * Simulates without blocking the pane: after each short slice other work gets its turn.
 *
 * @returns null where the data do not allow an effect, or when it was cancelled
 */
export async function simulateInSlices(
  study: Study,
  {
    signal,
    onProgress,
  }: { readonly signal?: AbortSignal; readonly onProgress?: (share: number) => void } = {},
): Promise<SimulatedFigures | null> {
  const simulation = simulateFigures(study);
  let sliceStart = performance.now();
  for (;;) {
    const step = simulation.next();
    if (step.done) return step.value;
    if (performance.now() - sliceStart < longestSlice) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) return null;
    sliceStart = performance.now();
  }
}
