import { Worker } from 'node:worker_threads';

/**
 * A bound for what must not hang, whatever it is given: far above what anything needs, in time of the processor
 * and not of the clock, so that a slow or busy machine passes too.
 */
const mostSeconds = 5;
/** Work that goes on for so long is ended with its process: it may never come back by itself. */
const endless = 30;

/** Runs beside the work, which gives no other code of its thread a turn; ends the process of what never ends. */
export const watchdog = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  let item = null;
  parentPort.on('message', (next) => (item = next));
  setInterval(() => {
    if (item === null) return;
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1e6 - item.since < workerData.seconds) return;
    writeSync(2, 'Hung, and ended: ' + item.name + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 250);
`;

let watching: Worker | null = null;
afterAll(async () => {
  await watching?.terminate();
  watching = null;
});

/**
 * Does work on one piece of hostile input, and fails where it takes more than five seconds of the processor.
 *
 * @param beside seconds that the same work takes with good input, where that is much in itself
 */
export function withoutHang<Result>(name: string, work: () => Result, beside = 0): Result {
  if (!watching) {
    watching = new Worker(watchdog, { eval: true, workerData: { seconds: endless + beside } });
    watching.unref();
  }
  const dog = watching;
  const since = processorSeconds();
  dog.postMessage({ name, since });
  const end = (): void => {
    dog.postMessage(null);
    const took = processorSeconds() - since;
    if (took > mostSeconds + beside) throw new Error(`${name} took ${took.toFixed(1)} s of the processor.`);
  };
  let isLater = false;
  try {
    const result = work();
    isLater = result instanceof Promise;
    return isLater ? ((result as Promise<unknown>).finally(end) as Result) : result;
  } finally {
    if (!isLater) end();
  }
}

/** What this process has had of the processor, in all its threads. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
