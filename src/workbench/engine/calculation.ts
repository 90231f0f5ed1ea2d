/**
 * Decides when formulas are computed. It replaces Univer's own trigger, which waits a tenth of a second after
 * each change and starts a second calculation while one with asynchronous functions still runs: their data
 * are shared, so results get lost. Here one calculation runs at a time, and `settle` starts it at once.
 */
import type { ICommandInfo, ICommandService, IExecutionOptions } from '@univerjs/core';
import type { IActiveDirtyManagerService } from '@univerjs/engine-formula';
import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { BehaviorSubject } from 'rxjs';

type DirtyConversion = Exclude<ReturnType<IActiveDirtyManagerService['get']>, null | undefined | void>;
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
  #changes: ICommandInfo[] = [];
  #isEverythingDirty = false;
  #running: Promise<void> | null = null;
  #finish: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param startsAlone whether changes are computed without a call of `settle`, as a page needs. */
  constructor(
    commands: ICommandService,
    conversions: IActiveDirtyManagerService,
    startsAlone: boolean,
    ended: (milliseconds: number) => void,
  ) {
    this.#commands = commands;
    this.#conversions = conversions;
    this.#ended = ended;
    commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationNotificationMutation.id) this.#notice(command);
      if (!this.#changesInput(command, options)) return;
      this.#changes.push(command);
      if (startsAlone) this.#startSoon();
    });
  }

  clearProgress(): void {
    this.progress$.next({ done: 0, count: 0 });
  }

  /** Has every formula computed by the next `settle`. */
  markEverythingDirty(): void {
    this.#isEverythingDirty = true;
  }

  /** Resolves when all changes made so far are computed. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running !== null || this.#isDirty()) {
      if (this.#running === null) {
        this.#running = this.#calculate().finally(() => {
          this.#running = null;
        });
      }
      await this.#running;
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#finish?.();
    this.progress$.complete();
  }

  #isDirty(): boolean {
    return this.#isEverythingDirty || this.#changes.length > 0;
  }

  #changesInput(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): boolean {
    if (this.#conversions.get(command.id) == null) return false;
    if (command.id !== SetRangeValuesMutation.id) return true;
    const { trigger } = command.params as { trigger?: string };
    return options?.onlyLocal !== true && !(trigger !== undefined && STYLE_TRIGGERS.includes(trigger));
  }

  #startSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), 20);
  }

  async #calculate(): Promise<void> {
    const started = performance.now();
    const finished = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    const dirty = this.#takeDirtyData();
    this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
    await finished;
    // The results are written in promises that were queued before the notice: a macrotask is after them all.
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#ended(performance.now() - started);
  }

  #notice(command: Readonly<ICommandInfo>): void {
    const { functionsExecutedState } = command.params as { functionsExecutedState?: number };
    if (functionsExecutedState !== undefined) this.#finish?.();
  }

  #takeDirtyData(): object {
    const all: DirtyData[] = this.#changes.map(
      (command) => this.#conversions.get(command.id)?.getDirtyData(command) ?? {},
    );
    const forceCalculation = this.#isEverythingDirty || all.some((dirty) => dirty.forceCalculation === true);
    this.#changes = [];
    this.#isEverythingDirty = false;
    return {
      forceCalculation,
      dirtyRanges: all.flatMap((dirty) => dirty.dirtyRanges ?? []),
      dirtyNameMap: merged(all.map((dirty) => dirty.dirtyNameMap)),
      dirtyDefinedNameMap: merged(all.map((dirty) => dirty.dirtyDefinedNameMap)),
      dirtySuperTableMap: merged(all.map((dirty) => dirty.dirtySuperTableMap)),
      dirtyUnitFeatureMap: merged(all.map((dirty) => dirty.dirtyUnitFeatureMap)),
      dirtyUnitOtherFormulaMap: merged(all.map((dirty) => dirty.dirtyUnitOtherFormulaMap)),
      clearDependencyTreeCache: merged(all.map((dirty) => dirty.clearDependencyTreeCache)),
    };
  }
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
