import { startTransition, useEffect, useMemo, useState } from 'react';
import { isSameStudy, type AnsweredStudy } from './answered-study';
import { askWorker } from './ask-worker';
import { oneAtATime } from './one-at-a-time';
import type { WorkName, WorkResult } from './study-work';
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
  const ask = useMemo(
    () =>
      oneAtATime(async (of: AnsweredStudy) => {
        try {
          const done = { of, result: await askWorker(name, of) } as unknown as Worked<Name>;
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
    const known = last[name];
    if (!known || !isSameStudy(known.of, of)) ask(of);
  }, [name, assembled, answers, language, ask]);
  return worked?.of.assembled === assembled ? worked.result : null;
}
