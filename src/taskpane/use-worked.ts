import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { isSameStudy, type AnsweredStudy } from './answered-study';
import { askWorker } from './ask-worker';
import { oneAtATime } from './one-at-a-time';
import type { WorkInput, WorkName, WorkResult } from './study-work';
import type { Wizard } from './use-wizard';

/** What is worked out of the study alone. */
type OfStudy = Extract<WorkName, 'figures' | 'changes'>;

interface Worked<Name extends OfStudy> {
  readonly of: AnsweredStudy;
  readonly result: WorkResult<Name>;
}

/** The last of each, for the step that shows the same next. */
const last: { [Name in OfStudy]?: Worked<Name> } = {};

/**
 * What the worker makes of the study as it stands; while that is on its way, what it made of it before, and null
 * where there is nothing yet.
 */
export function useWorked<Name extends OfStudy>(
  name: Name,
  { state, dispatch }: Wizard,
): WorkResult<Name> | null {
  const { assembled, answers, language } = state;
  const [worked, setWorked] = useState<Worked<Name> | null>(() => last[name] ?? null);
  const wanted = useRef<AnsweredStudy | null>(null);
  const ask = useMemo(
    () =>
      oneAtATime(async (of: AnsweredStudy) => {
        try {
          const done = {
            of,
            result: await askWorker(name, of as WorkInput<OfStudy>),
          } as unknown as Worked<Name>;
          // An answer may have been changed back meanwhile, to what is shown already.
          if (!wanted.current || !isSameStudy(of, wanted.current)) return;
          Object.assign(last, { [name]: done });
          startTransition(() => setWorked(done));
        } catch (error) {
          dispatch({ type: 'failed', problem: error as Error });
        }
      }),
    [name, dispatch],
  );
  useEffect(() => {
    if (!assembled) return;
    const of = { assembled, answers, language };
    wanted.current = of;
    const known = last[name];
    // It may have come between drawing and now, asked for by the step before.
    if (known && isSameStudy(known.of, of)) setWorked(known);
    else ask(of);
  }, [name, assembled, answers, language, ask]);
  return worked?.of.assembled === assembled ? worked.result : null;
}
