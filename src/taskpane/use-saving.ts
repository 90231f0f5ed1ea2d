import { useCallback, useEffect, useRef } from 'react';
import type { Summed } from '../study';
import { askWorker } from './ask-worker';
import type { Keeping } from './keep-study';
import { loadSaving } from './later';
import { dropUnsaved, putUnsaved } from './unsaved';
import type { Source, WizardAction, WizardState } from './wizard';

/** Milliseconds without a change after which the study is kept, and after which a failed try is made again. */
const pause = 800;
const pauseAfterFailure = 5000;

/** Tables as they were read, with the answers of that moment and the id that they will have in the workbook. */
interface Next {
  readonly assembled: Summed;
  readonly answers: WizardState['answers'];
  readonly set: string;
}

const nothing: Keeping = { part: null, set: null, assembled: null, continues: null };

/** What is kept: a change of anything else needs no saving. */
const keptFields = ['assembled', 'answers', 'step', 'language', 'written', 'source'] as const;
type Kept = Pick<WizardState, (typeof keptFields)[number]>;

/**
 * Keeps the study in the workbook while it is worked on, and finds what was kept there when the pane opens. It
 * never disturbs: what fails, because a cell is being edited or the workbook is protected, is tried again later.
 *
 * @returns goes on with a study that was found
 */
export function useSaving(
  state: WizardState,
  dispatch: (action: WizardAction) => void,
  fail: (error: unknown) => void,
): (part: string) => void {
  const keeping = useRef<Keeping>(nothing);
  const kept = useRef<Kept | null>(null);
  /** Tables that are not in the workbook yet have their id all the same: what is typed meanwhile is put under it. */
  const next = useRef<Next | null>(null);
  /** Tables that were sent to the workbook, in vain or not. */
  const sent = useRef<Summed | null>(null);
  const latest = useRef(state);
  /** One saving after the other: a second one must know the part that the first one made. */
  const saving = useRef(Promise.resolve());
  /** Saves without waiting any longer. */
  const saveNow = useRef<() => void>(() => undefined);

  useEffect(() => {
    latest.current = state;
  }, [state]);

  useEffect(() => {
    loadSaving()
      .then(({ findStudies }) => findStudies())
      .then(
        (saved) => dispatch({ type: 'saved-found', saved }),
        () => undefined,
      );
  }, [dispatch]);

  const { assembled, answers, step, language, written, source, work } = state;
  const isIdle = work.kind === 'idle';
  useEffect(() => {
    let isOver = false;
    const start = (): void => {
      saving.current = saving.current.then(save);
    };
    const later = (delay: number) => setTimeout(start, delay);
    async function save(): Promise<void> {
      const now = latest.current;
      if (isOver || !now.assembled || isSame(kept.current, now)) return;
      try {
        sent.current = now.assembled;
        const { keepStudy } = await loadSaving();
        keeping.current = await keepStudy(
          now,
          isAnother(kept.current, now) ? nothing : keeping.current,
          next.current!.set,
          askWorker,
        );
        kept.current = now;
        if (isSame(now, latest.current)) dropUnsaved(keeping.current.set!);
      } catch {
        if (!isOver) timer = later(pauseAfterFailure);
      }
    }
    const now = { assembled, answers, step, language, written, source };
    if (assembled && next.current?.assembled !== assembled)
      next.current = { assembled, answers, set: crypto.randomUUID() };
    const isKept = assembled === keeping.current.assembled;
    // Of tables that were only read, nothing would be lost.
    const isTyped = isKept ? !isSame(kept.current, now) : next.current?.answers !== answers;
    if (assembled && isTyped) putUnsaved(isKept ? keeping.current.set! : next.current!.set, now);
    // What was only put by is found with the study alone: that has to be in the workbook first.
    let timer = isIdle ? later(isKept || sent.current === assembled ? pause : 0) : undefined;
    saveNow.current = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      start();
    };
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [assembled, answers, step, language, written, source, isIdle]);

  // Whoever leaves the pane, for the sheet or for good, has ended a thought: it is kept at once. Excel closes a
  // pane without waiting for that; `putUnsaved` has what may not arrive.
  useEffect(() => {
    const leave = (): void => saveNow.current();
    window.addEventListener('blur', leave);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, []);

  /** Whether the tables have changed since they were read: looked for on resuming, and before writing. */
  const check = useCallback(
    async (from: Source, known: Summed): Promise<void> => {
      const { checkSource } = await loadSaving();
      const found = await checkSource(from, known, askWorker);
      if (found) dispatch({ type: 'source-checked', known, ...found });
    },
    [dispatch],
  );
  const isAboutToWrite = step === 'write';
  useEffect(() => {
    if (isAboutToWrite && source && assembled) check(source, assembled).catch(() => undefined);
  }, [isAboutToWrite, source, assembled, check]);

  return useCallback(
    (part: string): void => {
      const found = latest.current.saved?.studies.find((each) => each.part === part);
      if (!found) return;
      const { wizard } = found;
      const goOn = async (): Promise<void> => {
        const { readStudy } = await loadSaving();
        const read = await readStudy(wizard, askWorker);
        if (!read) {
          dispatch({ type: 'saved-damaged', part });
          return;
        }
        const continues = { part, at: wizard.at };
        keeping.current = { part: null, set: wizard.set, assembled: read, continues };
        kept.current = found.hasUnsaved ? null : { ...wizard, assembled: read };
        dispatch({ type: 'resumed', wizard, assembled: read });
        // Before writing it is looked for anyway.
        if (wizard.step !== 'write') check(wizard.source, read).catch(() => undefined);
      };
      goOn().catch(fail);
    },
    [dispatch, fail, check],
  );
}

function isSame(one: Kept | null, other: Kept): boolean {
  return one !== null && keptFields.every((field) => one[field] === other[field]);
}

/** Another source is another study, and has a part of its own: the one before stays where it is. */
function isAnother(before: Kept | null, now: Kept): boolean {
  if (before === null || before.source === now.source) return false;
  return before.source?.kind !== now.source?.kind || (before.written !== null && now.written === null);
}
