import { ExcelProblem } from '../excel';
import type { Summed } from '../study';
import { inParts, together, type Part, type Parted } from './in-parts';
import { NotLoaded } from './not-loaded';
import { studyFields, type StudyField } from './study-fields';
import type { DoWork, WorkName, WorkOptions } from './study-work';
import type { FromWorker, HeldStudy, StudyCopy, ToWorker } from './worker-messages';

/** Work that was asked for and is not done. */
interface Pending {
  readonly name: WorkName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: WorkOptions;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
  /** What has come of the answer. */
  parts: Part[];
}

let worker: Worker | null = null;
let lastNumber = 0;
const pending = new Map<number, Pending>();
/** The number under which the worker keeps a study. */
let keys = new WeakMap<Summed, number>();
/** What another worker would need to go on with it. */
const copies = new WeakMap<Summed, StudyCopy>();
/** One message after the other: a study must have come before the work that is about it. */
let sending = Promise.resolve();

/**
 * Has work done by the pane's worker, which keeps the studies that it reads: a hundred thousand counts hold the pane
 * up by being there, because the browser looks among them for what is no longer needed. What is cancelled ends with
 * the worker itself, at once; a new worker takes up what else was asked.
 *
 * @throws ExcelProblem `cancelled`
 */
export const askWorker: DoWork = (name, input, options = {}) =>
  new Promise((resolve, reject) => {
    const { signal } = options;
    const cancelled = (): void => reject(new ExcelProblem('cancelled', ''));
    if (signal?.aborted) {
      cancelled();
      return;
    }
    const request = nextNumber();
    pending.set(request, { name, input: { ...input }, options, resolve, reject, parts: [] });
    signal?.addEventListener('abort', () => {
      if (!pending.delete(request)) return;
      cancelled();
      end();
      for (const each of pending.keys()) send(each);
    });
    send(request);
  });

function nextNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

function start(): Worker {
  const started = new Worker(
    /* webpackChunkName: "study-worker" */ new URL('./study-worker.ts', import.meta.url),
  );
  started.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
  started.onerror = (event) => {
    event.preventDefault();
    // A script that cannot be loaded has nothing to say.
    failAll(event.message ? new Error(event.message) : new NotLoaded());
  };
  started.onmessageerror = () => failAll(new Error('messageerror'));
  return started;
}

function end(): void {
  worker?.terminate();
  worker = null;
  keys = new WeakMap();
  for (const each of pending.values()) each.parts = [];
}

/** The worker could not be loaded, or broke: whoever waits is told, and the next asking starts another. */
function failAll(error: Error): void {
  end();
  const waiting = [...pending.values()];
  pending.clear();
  for (const { reject } of waiting) reject(error);
}

function hear(said: FromWorker): void {
  const asked = pending.get(said.request);
  if (!asked) return;
  switch (said.kind) {
    case 'part':
      asked.parts.push(said.part);
      return;
    case 'progress':
      asked.options.onProgress?.(said.share);
      return;
    case 'study-unknown':
      keys = new WeakMap();
      send(said.request);
      return;
    case 'failed':
      pending.delete(said.request);
      asked.reject(new Error(said.message));
      return;
    case 'held': {
      pending.delete(said.request);
      const { summed, copy } = together(asked.parts, said.parted) as HeldStudy;
      keys.set(summed, said.request);
      copies.set(summed, copy);
      asked.resolve(summed as never);
      return;
    }
    case 'done':
      pending.delete(said.request);
      asked.resolve(together(asked.parts, said.parted) as never);
  }
}

function send(request: number): void {
  worker ??= start();
  const target = worker;
  sending = sending
    .then(() => sendTo(target, request))
    .catch((error: unknown) => {
      const asked = pending.get(request);
      pending.delete(request);
      asked?.reject(error);
    });
}

/** Gives up where the worker has been ended meanwhile: then all is sent to the next. */
async function sendTo(target: Worker, request: number): Promise<void> {
  const asked = pending.get(request);
  if (!asked) return;
  const studies: Partial<Record<StudyField, number>> = {};
  for (const field of studyFields) {
    const study = asked.input[field] as Summed | undefined;
    if (study) studies[field] = keys.get(study) ?? (await sendStudy(target, study));
  }
  const rest = Object.fromEntries(Object.entries(asked.input).filter(([field]) => !(field in studies)));
  await sendInParts(target, request, rest, (parted) => ({
    ...{ kind: 'work', request, name: asked.name },
    ...{ parted, studies },
  }));
}

async function sendStudy(target: Worker, study: Summed): Promise<number> {
  const key = nextNumber();
  await sendInParts(target, key, copies.get(study), (parted) => ({ kind: 'study', request: key, parted }));
  if (worker === target) keys.set(study, key);
  return key;
}

async function sendInParts(
  target: Worker,
  request: number,
  value: unknown,
  last: (parted: Parted) => ToWorker,
): Promise<void> {
  for (const taking = inParts(value); worker === target;) {
    const step = taking.next();
    const { handedOver } = step.value;
    const message: ToWorker = step.done
      ? last(step.value.content)
      : { kind: 'part', request, part: step.value.content };
    target.postMessage(message, handedOver);
    if (step.done) return;
    // Others get their turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
