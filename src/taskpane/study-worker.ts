import { inParts, together, type Part } from './in-parts';
import { workHere } from './study-work';
import { studyFields, type FromWorker, type ToWorker } from './worker-messages';

/** The worker of the pane: does what it is asked, one after the other. It talks to nobody else. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage: (message: FromWorker) => void;
};

/** So many studies are kept, the latest: the one that is worked on, and one that it is compared with. */
const mostStudies = 2;
/** Milliseconds between two messages about progress. */
const pause = 50;

const studies = new Map<number, unknown>();
const parts = new Map<number, Part[]>();

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'part': {
      const before = parts.get(data.request);
      if (before) before.push(data.part);
      else parts.set(data.request, [data.part]);
      return;
    }
    case 'study':
      keep(data.request, whole(data));
      return;
    case 'work':
      void work(data);
  }
};

/** What came in parts, put together. */
function whole({ request, parted }: ToWorker & { readonly kind: 'study' | 'work' }): unknown {
  const before = parts.get(request) ?? [];
  parts.delete(request);
  return together(before, parted);
}

function keep(key: number, study: unknown): void {
  studies.set(key, study);
  const [oldest] = studies.keys();
  if (studies.size > mostStudies) studies.delete(oldest!);
}

async function work(asked: ToWorker & { readonly kind: 'work' }): Promise<void> {
  const { request, name } = asked;
  const input = whole(asked) as Record<string, unknown>;
  for (const field of studyFields) {
    const key = asked.studies[field];
    if (key === undefined) continue;
    if (!studies.has(key)) {
      scope.postMessage({ kind: 'study-unknown', request });
      return;
    }
    input[field] = studies.get(key);
  }
  let said = 0;
  const onProgress = (share: number): void => {
    if (performance.now() - said < pause) return;
    said = performance.now();
    scope.postMessage({ kind: 'progress', request, share });
  };
  try {
    const result = await workHere(name, input as never, { onProgress });
    // What was read is the study that the next work is about.
    if (isStudy(result)) keep(request, result);
    answer(request, result);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'failed', request, message });
  }
}

function answer(request: number, result: unknown): void {
  const sending = inParts(result);
  for (;;) {
    const step = sending.next();
    if (step.done) {
      scope.postMessage({ kind: 'done', request, parted: step.value.parted });
      return;
    }
    scope.postMessage({ kind: 'part', request, part: step.value });
  }
}

function isStudy(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'study' in value && 'reading' in value;
}
