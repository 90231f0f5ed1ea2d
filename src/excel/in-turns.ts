/** Milliseconds of work, after which others get their turn: the pane goes on answering meanwhile. */
const longestTurn = 16;

/** Others get their turn before what comes next. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Work that yields where it may be interrupted, done to its end without holding the pane up. */
export async function inTurns<Result>(work: Generator<unknown, Result, void>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < longestTurn) continue;
    await turn();
    since = performance.now();
  }
}
