/**
 * Decides when formulas are computed. It replaces Univer's own trigger, which waits a tenth of a second after
 * each change and may start a second calculation while one runs: both share their data, so results get lost.
 * Here one calculation runs at a time, and `calculate` starts it at once.
 */
import type { ICommandInfo, ICommandService, IExecutionOptions } from '@univerjs/core';
import type { IActiveDirtyManagerService } from '@univerjs/engine-formula';
import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { BehaviorSubject } from 'rxjs';
import { UNIT } from './workspace';

/** Cells whose formulas must be computed anew. */
export interface DirtyCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Functions that are computed elsewhere: asked after each calculation. */
export interface OutsideFunctions {
  /** Sends the calls that the last calculation could not answer; null when there are none under way. */
  answers(): Promise<readonly DirtyCell[]> | null;
}

/** Names and sheets that have come, gone or changed what they stand for since the last calculation. */
export interface ChangedMeanings {
  /**
   * How many times every formula is to be computed for them: two where sheets have come, gone or changed names,
   * because the first run still finds some of their cells under the old ones; none where no formula uses them.
   */
  takeRuns(): 0 | 1 | 2;
  /** Whether a change is of a name that no formula uses. */
  isOfUnused(change: ICommandInfo): boolean;
}

type DirtyConversion = Extract<ReturnType<IActiveDirtyManagerService['get']>, { commandId: string }>;
type DirtyData = ReturnType<DirtyConversion['getDirtyData']>;

/** Changes of looks and calculated results arrive as writes of cells, but change no input. */
const STYLE_TRIGGERS = [
  'sheet.command.set-style',
  'sheet.command.set-border',
  'sheet.command.clear-selection-format',
];

export class Calculation {
  /** What Univer's progress bar listens to: nothing is shown. */
  readonly progress$ = new BehaviorSubject({ done: 0, count: 0 });
  readonly #commands: ICommandService;
  readonly #conversions: IActiveDirtyManagerService;
  readonly #ended: (milliseconds: number) => void;
  readonly #startsAlone: boolean;
  #changes: ICommandInfo[] = [];
  #dirtyCells: DirtyCell[] = [];
  #outside: OutsideFunctions | null = null;
  #meanings: ChangedMeanings | null = null;
  #answering: Promise<void> | null = null;
  /** How many times every formula is to be computed. */
  #fullRuns = 0;
  #running: Promise<void> | null = null;
  #finish: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  /** @param startsAlone whether changes are computed without a call of `calculate`, as a page needs. */
  constructor(
    commands: ICommandService,
    conversions: IActiveDirtyManagerService,
    startsAlone: boolean,
    ended: (milliseconds: number) => void,
  ) {
    this.#commands = commands;
    this.#conversions = conversions;
    this.#ended = ended;
    this.#startsAlone = startsAlone;
    commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationNotificationMutation.id) this.#notice(command);
      if (conversions.get(command.id) == null || !changesInput(command, options)) return;
      this.#changes.push(command);
      this.startSoon();
    });
  }

  clearProgress(): void {
    this.progress$.next({ done: 0, count: 0 });
  }

  /** Has every formula computed by the next calculation. */
  markEverythingDirty(): void {
    this.#fullRuns = Math.max(this.#fullRuns, 1);
    this.startSoon();
  }

  useOutsideFunctions(functions: OutsideFunctions): void {
    this.#outside = functions;
  }

  useMeanings(meanings: ChangedMeanings): void {
    this.#meanings = meanings;
  }

  /** A page computes shortly after a change; elsewhere somebody asks for it. */
  startSoon(): void {
    if (!this.#startsAlone) return;
    clearTimeout(this.#timer);
    if (this.#isHeld) return;
    this.#timer = setTimeout(() => void this.calculate(), 20);
  }

  /** While it is held, no change starts a calculation; those that came are computed with the next one. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (isHeld) clearTimeout(this.#timer);
  }

  /** Resolves when all changes made so far are computed; functions computed elsewhere may be under way. */
  async calculate(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running !== null || this.#hasWork()) {
      this.#running ??= this.#run().finally(() => {
        this.#running = null;
      });
      await this.#running;
    }
  }

  /** Resolves when nothing is left to compute anywhere. */
  async settle(): Promise<void> {
    await this.calculate();
    while (this.#answering !== null) {
      await this.#answering;
      await this.calculate();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#finish?.();
    this.progress$.complete();
  }

  /** Whether anything is to be computed, by what names and sheets stand for now. */
  #hasWork(): boolean {
    this.#fullRuns = Math.max(this.#fullRuns, this.#meanings?.takeRuns() ?? 0);
    this.#changes = this.#changes.filter((change) => !this.#meanings?.isOfUnused(change));
    return this.#fullRuns > 0 || this.#changes.length > 0 || this.#dirtyCells.length > 0;
  }

  async #run(): Promise<void> {
    const started = performance.now();
    const finished = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    // Univer books changed formulas in promises; a calculation that starts before them mixes old and new.
    await macrotask();
    const dirty = this.#takeDirtyData();
    this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
    await finished;
    // It writes results in promises too, queued before the notice.
    await macrotask();
    this.#ended(performance.now() - started);
    this.#askOutside();
  }

  #askOutside(): void {
    const answers = this.#outside?.answers() ?? null;
    if (answers === null) return;
    this.#answering = answers.then(async (cells) => {
      this.#answering = null;
      this.#dirtyCells = [...this.#dirtyCells, ...cells];
      await this.calculate();
    });
  }

  #notice(command: Readonly<ICommandInfo>): void {
    const { functionsExecutedState } = command.params as { functionsExecutedState?: number };
    if (functionsExecutedState !== undefined) this.#finish?.();
  }

  #takeDirtyData(): object {
    const all: DirtyData[] = this.#changes.map(
      (command) => this.#conversions.get(command.id)?.getDirtyData(command) ?? {},
    );
    const forceCalculation = this.#fullRuns > 0 || all.some((dirty) => dirty.forceCalculation === true);
    const cells = this.#dirtyCells.map(({ sheet, row, column }) => ({
      unitId: UNIT,
      sheetId: sheet,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    this.#changes = [];
    this.#dirtyCells = [];
    this.#fullRuns = Math.max(0, this.#fullRuns - 1);
    return {
      forceCalculation,
      // Where all is computed, Univer would still look up what depends on each of them.
      dirtyRanges: forceCalculation ? [] : [...cells, ...all.flatMap((dirty) => dirty.dirtyRanges ?? [])],
      dirtyNameMap: merged(all.map((dirty) => dirty.dirtyNameMap)),
      dirtyDefinedNameMap: merged(all.map((dirty) => dirty.dirtyDefinedNameMap)),
      dirtySuperTableMap: merged(all.map((dirty) => dirty.dirtySuperTableMap)),
      dirtyUnitFeatureMap: merged(all.map((dirty) => dirty.dirtyUnitFeatureMap)),
      dirtyUnitOtherFormulaMap: merged(all.map((dirty) => dirty.dirtyUnitOtherFormulaMap)),
      clearDependencyTreeCache: merged(all.map((dirty) => dirty.clearDependencyTreeCache)),
    };
  }
}

/** False for writes of cells that change looks or carry calculated results. */
export function changesInput(
  command: Readonly<ICommandInfo>,
  options: IExecutionOptions | undefined,
): boolean {
  if (command.id !== SetRangeValuesMutation.id) return true;
  const { trigger } = command.params as { trigger?: string };
  return options?.onlyLocal !== true && !(trigger !== undefined && STYLE_TRIGGERS.includes(trigger));
}

/** Comes after every promise that is under way. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Maps of maps made one, at every depth. */
function merged(maps: readonly unknown[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const map of maps) {
    for (const [key, value] of Object.entries((map ?? {}) as Record<string, unknown>)) {
      const isMap = typeof value === 'object' && value !== null;
      result[key] = isMap ? merged([result[key], value]) : value;
    }
  }
  return result;
}
