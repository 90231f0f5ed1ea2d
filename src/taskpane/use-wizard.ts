import { useCallback, useReducer, useRef } from 'react';
import { ExcelProblem, freeSuffix, readWorkbook, writeReport } from '../excel';
import { planReport } from '../report';
import {
  assembleStudy,
  checkStudy,
  defaultOptions,
  exampleStudy,
  type Assembled,
  type Language,
} from '../study';
import { version } from './version';
import {
  findingsOf,
  reduce,
  startState,
  studyOf,
  type Source,
  type WizardAction,
  type WizardState,
} from './wizard';

export interface Wizard {
  readonly state: WizardState;
  readonly dispatch: (action: WizardAction) => void;
  readonly read: (source: Source) => void;
  /** Writes the report; under a suffix where one is there already and the user chose so. */
  readonly write: (suffix?: string) => void;
  readonly cancel: () => void;
}

/** The reducer, and what it takes from Excel and gives to it. */
export function useWizard(language: Language): Wizard {
  const [state, dispatch] = useReducer(reduce, language, startState);
  const writing = useRef<AbortController | null>(null);

  const read = useCallback((source: Source): void => {
    dispatch({ type: 'reading-started', source });
    assemble(source).then(
      (assembled) => dispatch({ type: 'read', assembled }),
      (error: unknown) => dispatch({ type: 'failed', problem: asProblem(error) }),
    );
  }, []);

  const write = useCallback(
    (suffix = ''): void => {
      const study = studyOf(state);
      if (!study) return;
      const abort = new AbortController();
      writing.current = abort;
      dispatch({ type: 'writing-started' });
      const date = new Date().toISOString().slice(0, 10);
      const plan = planReport(study, findingsOf(state), { suffix, date, version });
      const onProgress = (share: number): void => dispatch({ type: 'writing-progressed', share });
      writeReport(plan, { suffix, onProgress, signal: abort.signal })
        .then(({ sheets }) => dispatch({ type: 'written', sheets }))
        .catch(async (error: unknown) => {
          const problem = asProblem(error);
          const isTaken = problem instanceof ExcelProblem && problem.code === 'sheets-exist';
          if (!isTaken) dispatch({ type: 'failed', problem });
          else dispatch({ type: 'report-exists', problem, suffix: await freeSuffix(study.options.language) });
        })
        .catch((error: unknown) => dispatch({ type: 'failed', problem: asProblem(error) }));
    },
    [state],
  );

  const cancel = useCallback((): void => writing.current?.abort(), []);
  return { state, dispatch, read, write, cancel };
}

async function assemble(source: Source): Promise<Assembled> {
  if (source === 'workbook') return assembleStudy(await readWorkbook());
  const study = exampleStudy(defaultOptions);
  return { study, reading: [], findings: checkStudy(study) };
}

function asProblem(error: unknown): ExcelProblem | Error {
  return error instanceof Error ? error : new Error(String(error));
}
