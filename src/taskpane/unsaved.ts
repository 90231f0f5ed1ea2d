import type { WizardState } from './wizard';

/**
 * What was answered since the workbook last took the study: kept by the browser for the add-in alone, on this
 * computer, because Excel closes a pane without waiting for what it is sending. Nobody can rely on a request that
 * begins when the page is left, neither in Excel on the web nor on the desktop; this copy is there at once. It has
 * no counts in it, goes as soon as the workbook has taken the study, and is found by the id of the study's tables.
 */
export type Unsaved = Pick<WizardState, 'answers' | 'step' | 'language'>;

interface Copy extends Unsaved {
  readonly at: number;
}

/** Nobody comes back to a workbook for what was typed in its last second later than this. */
const longestKept = 30 * 24 * 60 * 60 * 1000;

export function putUnsaved(set: string, { answers, step, language }: Unsaved): void {
  const copy: Copy = { answers, step, language, at: Date.now() };
  withStore((store) => store.setItem(keyOf(set), JSON.stringify(copy)));
}

export function dropUnsaved(set: string): void {
  withStore((store) => store.removeItem(keyOf(set)));
}

/** As JSON that anybody may have changed; null where there is none. */
export function readUnsaved(set: string): string | null {
  return withStore((store) => store.getItem(keyOf(set))) ?? null;
}

/** Takes away what nobody came back for. */
export function forgetOldUnsaved(now = Date.now()): void {
  withStore((store) => {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index)!);
    for (const key of keys.filter((each) => each.startsWith(keyOf('')))) {
      if (!(now - atOf(store.getItem(key)) < longestKept)) store.removeItem(key);
    }
  });
}

function atOf(json: string | null): number {
  try {
    return Number((JSON.parse(json ?? '') as Partial<Copy> | null)?.at);
  } catch {
    return NaN;
  }
}

/** Excel on the web tells add-ins apart by this key where the browser does not. */
function keyOf(set: string): string {
  const { partitionKey } = Office.context as { readonly partitionKey?: string };
  return `${partitionKey ?? ''}sociale-vicevaerter:unsaved:${set}`;
}

/** A browser may keep nothing at all: then there is no copy. */
function withStore<Result>(work: (store: Storage) => Result): Result | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}
