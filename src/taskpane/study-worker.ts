import { packStudy, unpackStudy, type Summed } from '../study';
import { inParts, together, type Part } from './in-parts';
import { studyFields } from './study-fields';
import { hold, isHeld, wholeOf, work } from './study-work';
import type { FromWorker, HeldStudy, StudyCopy, ToWorker } from './worker-messages';

/** The worker of the pane: does what it is asked, one after the other. It talks to nobody else. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage: (message: FromWorker, handedOver?: ArrayBuffer[]) => void;
};

/** So many studies are kept, the latest: the one that is worked on, and one that it is compared with. */
const mostStudies = 2;
/** Milliseconds between two messages about progress. */
const pause = 50;

/** Characters of a piece of a study's copy. */
const copyPiece = 400_000;

const studies = new Map<number, Summed>();
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
      keep(data.request, hold(unpackStudy((whole(data) as StudyCopy).join(''))!));
      return;
    case 'work':
      answer(data);
  }
};

/** What came in parts, put together. */
function whole({ request, parted }: ToWorker & { readonly kind: 'study' | 'work' }): unknown {
  const before = parts.get(request) ?? [];
  parts.delete(request);
  return together(before, parted);
}

function keep(key: number, study: Summed): void {
  studies.set(key, study);
  const [oldest] = studies.keys();
  if (studies.size > mostStudies) studies.delete(oldest!);
}

function answer(asked: ToWorker & { readonly kind: 'work' }): void {
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
    const result = work(name, input, onProgress);
    if (!isHeld(result)) {
      send('done', request, result);
      return;
    }
    // What was read is the study that the next work is about.
    keep(request, result);
    send('held', request, { summed: result, copy: copyOf(result) } satisfies HeldStudy);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'failed', request, message });
  }
}

function copyOf(study: Summed): StudyCopy {
  const text = packStudy(wholeOf(study));
  return Array.from({ length: Math.ceil(text.length / copyPiece) }, (_, index) =>
    text.slice(index * copyPiece, (index + 1) * copyPiece),
  );
}

function send(kind: 'done' | 'held', request: number, result: unknown): void {
  const sending = inParts(result);
  for (;;) {
    const step = sending.next();
    if (step.done) {
      scope.postMessage({ kind, request, parted: step.value.content }, step.value.handedOver);
      return;
    }
    scope.postMessage({ kind: 'part', request, part: step.value.content }, step.value.handedOver);
  }
}
