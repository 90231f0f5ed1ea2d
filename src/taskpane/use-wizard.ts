import {
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useTransition,
} from 'react';
import { ExcelProblem, showCell, showSheet } from '../excel';
import { defaultOptions, mostBytes, type InputFile, type Language, type Place } from '../study';
import type { AnsweredStudy } from './answered-study';
import { askWorker } from './ask-worker';
import { loadReading, loadWriting } from './later';
import { oneAtATime } from './one-at-a-time';
import { useSaving } from './use-saving';
import {
  isChecked,
  isSound,
  reduce,
  startState,
  type HowToWrite,
  type Source,
  type WizardAction,
  type WizardState,
} from './wizard';

export interface Wizard {
  readonly state: WizardState;
  readonly dispatch: (action: WizardAction) => void;
  /** Reads tables; names that are written almost alike are kept apart as before, or as told. */
  readonly read: (source: Source, keepApart?: readonly string[]) => void;
  /** Reads files that were chosen or dropped. */
  readonly readFiles: (files: readonly File[]) => void;
  /** Writes the report; where one is there already, as the user chose. */
  readonly write: (how?: HowToWrite) => void;
  readonly cancel: () => void;
  /** Goes on with a study that is kept in the workbook. */
  readonly resume: (part: string) => void;
  /** Selects a cell, or shows a sheet, in Excel. */
  readonly show: (target: Place | string) => void;
}

const nothing: readonly string[] = [];

/** What leads to another view: it is drawn piece by piece, and until it is there nothing else leads away. */
const moves: ReadonlySet<WizardAction['type']> = new Set(['went-on', 'went-back', 'change-asked']);
/** What comes by itself, and may wait until what a person does is shown. */
const unhurried: ReadonlySet<WizardAction['type']> = new Set([
  'read',
  'checked',
  'source-checked',
  'resumed',
  'written',
]);

/** The reducer, and what it takes from Excel and gives to it. */
export function useWizard(language: Language): Wizard {
  const [state, dispatchNow] = useReducer(reduce, language, startState);
  const [isMoving, move] = useTransition();
  const moving = useRef(isMoving);
  useLayoutEffect(() => {
    moving.current = isMoving;
  }, [isMoving]);
  const dispatch = useCallback(
    (action: WizardAction): void => {
      if (unhurried.has(action.type)) startTransition(() => dispatchNow(action));
      else if (!moves.has(action.type)) dispatchNow(action);
      else if (!moving.current) move(() => dispatchNow(action));
    },
    [move],
  );
  /** What is being read or written, so that it can be cancelled. */
  const working = useRef<AbortController | null>(null);
  const fail = useCallback(
    (error: unknown): void => {
      dispatch({ type: 'failed', problem: error instanceof Error ? error : new Error(String(error)) });
    },
    [dispatch],
  );
  const isBusy = state.work.kind !== 'idle';
  const keptApart = state.assembled?.study.options.keepApart ?? nothing;

  const read = useCallback(
    (source: Source, keepApart: readonly string[] = keptApart): void => {
      if (isBusy) return;
      const abort = new AbortController();
      working.current = abort;
      dispatch({ type: 'reading-started', source });
      const onProgress = (share: number): void => dispatch({ type: 'reading-progressed', share });
      loadReading()
        .then(({ readSource }) =>
          readSource(source, { ...defaultOptions, keepApart }, askWorker, {
            onProgress,
            signal: abort.signal,
          }),
        )
        .then((assembled) => dispatch({ type: 'read', assembled }), fail);
    },
    [isBusy, keptApart, dispatch, fail],
  );

  const readFiles = useCallback(
    (files: readonly File[]): void => {
      if (files.length === 0) return;
      // What is too large is refused before it is taken into memory.
      const bytesOf = async (file: File): Promise<InputFile> =>
        file.size > mostBytes
          ? { name: file.name, bytes: new Uint8Array(), problem: 'too-large' }
          : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      Promise.all(files.map(bytesOf)).then((each) => read({ kind: 'files', files: each }), fail);
    },
    [read, fail],
  );

  const write = useCallback(
    (how: HowToWrite = { kind: 'first' }): void => {
      if (isBusy || !state.assembled || !isSound(state)) return;
      const abort = new AbortController();
      working.current = abort;
      dispatch({ type: 'writing-started', how });
      const onProgress = (share: number): void => dispatch({ type: 'writing-progressed', share });
      const suffix = how.kind === 'first' ? '' : how.suffix;
      const report = {
        ...{ assembled: state.assembled, answers: state.answers, language: state.language },
        suffix,
      };
      const work = async (): Promise<void> => {
        const { inspectStudy, isUntouched, writeStudy } = await loadWriting();
        if (how.kind === 'update' && !how.isAgreed) {
          const update = await inspectStudy(report, askWorker);
          if (!isUntouched(update)) {
            dispatch({ type: 'update-inspected', update });
            return;
          }
        }
        const typed = how.kind === 'update' ? (how.typed ?? []) : [];
        const isUpdate = how.kind === 'update';
        const { sheets } = await writeStudy({ ...report, typed }, askWorker, {
          isUpdate,
          onProgress,
          signal: abort.signal,
        });
        dispatch({ type: 'written', written: { sheets, suffix, typed: typed.length } });
      };
      work()
        .catch(async (error: unknown) => {
          if (!(error instanceof ExcelProblem) || error.code !== 'sheets-exist') throw error;
          const { existingReports } = await loadWriting();
          dispatch({
            type: 'report-exists',
            existing: await existingReports(error.detail, state.language),
          });
        })
        .catch(fail);
    },
    [state, isBusy, dispatch, fail],
  );

  const check = useMemo(
    () =>
      oneAtATime(async (of: AnsweredStudy) => {
        try {
          dispatch({ type: 'checked', checked: { ...of, findings: await askWorker('check', of) } });
        } catch (error) {
          fail(error);
        }
      }),
    [dispatch, fail],
  );
  const { assembled, answers, language: chosen, isGoingOn } = state;
  const isUnchecked = !isChecked(state);
  useEffect(() => {
    if (assembled && isUnchecked) check({ assembled, answers, language: chosen });
    // Where checking failed, going on asks for it again.
  }, [assembled, answers, chosen, isUnchecked, isGoingOn, check]);

  const cancel = useCallback((): void => working.current?.abort(), []);
  const show = useCallback(
    (target: Place | string): void => {
      if (isBusy) return;
      (typeof target === 'string' ? showSheet(target) : showCell(target)).catch(fail);
    },
    [isBusy, fail],
  );
  const resume = useSaving(state, dispatch, fail);
  return { state, dispatch, read, readFiles, write, cancel, show, resume };
}
