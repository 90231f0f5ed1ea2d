/**
 * Custom functions: what the add-in's metadata declares is made known to the engine, calls go to the add-in as
 * messages, and its results come back in a request of its own.
 */
import type {
  CellValue,
  ComputeCalls,
  Engine,
  FunctionArgument,
  FunctionCall,
  FunctionResult,
  Grid,
} from '../engine/engine';
import { columnLetters, quoteSheet } from '../addresses';
import type { FunctionsMetadata } from './host';

type Declaration = FunctionsMetadata['functions'][number];
type Blank = 0 | null | '';

/** Entries of `RichApiMessage`: [category, type, target, message, id]. */
type MessageEntry = readonly [number, number, string, string, number];
const CATEGORY = 1;
const INVOCATION = 1000;
/** Flag of an invocation: errors among the arguments are passed as objects. */
const PASSES_ERRORS = 4;

/** office.js's numbers for what went wrong, and what the cell shows. Only the first two carry messages. */
const ERRORS_BY_NUMBER: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};
const ERRORS_WITH_MESSAGES = ['#VALUE!', '#N/A'];

export class FunctionCalls {
  readonly #engine: Engine;
  readonly #send: (entries: readonly MessageEntry[]) => boolean;
  readonly #blank: Blank;
  readonly #waiting = new Map<number, { call: FunctionCall; resolve: (result: FunctionResult) => void }>();
  readonly #messages = new Map<string, string>();
  #declarations = new Map<string, Declaration>();
  #isReady = false;
  #lastId = 0;

  constructor(engine: Engine, send: (entries: readonly MessageEntry[]) => boolean, blank: Blank) {
    this.#engine = engine;
    this.#send = send;
    this.#blank = blank;
  }

  /** Formulas call the functions as `=NAMESPACE.NAME(…)`. */
  register(metadata: FunctionsMetadata, namespace: string): void {
    this.#declarations = new Map(
      metadata.functions.map((item) => [`${namespace}.${item.name}`.toUpperCase(), item]),
    );
    if (this.#isReady) this.#define();
  }

  /** The add-in's runtime can be called from now on. */
  ready(): void {
    this.#isReady = true;
    if (this.#declarations.size > 0) this.#define();
  }

  messageAt(sheet: string, row: number, column: number): string | undefined {
    return this.#messages.get(placeOf({ sheet, row, column }));
  }

  /** Results as office.js sends them: [id, ok, value, error number] or objects of the same. */
  take(results: readonly unknown[]): void {
    for (const entry of results) {
      const [id, isGood, value, errorNumber] = Array.isArray(entry)
        ? (entry as unknown[])
        : fromObject(entry);
      const waiting = this.#waiting.get(Number(id));
      if (waiting === undefined) continue;
      this.#waiting.delete(Number(id));
      this.#messages.delete(placeOf(waiting.call));
      waiting.resolve(
        isGood === true
          ? this.#toResult(value, waiting.call)
          : this.#failure(value, errorNumber, waiting.call),
      );
    }
  }

  /** Gives up on what is under way and whatever is asked from now on, so that nothing waits for ever. */
  close(): void {
    this.#isReady = false;
    for (const { resolve } of this.#waiting.values()) resolve({ error: '#VALUE!' });
    this.#waiting.clear();
  }

  #define(): void {
    this.#messages.clear();
    this.#engine.functions.define([...this.#declarations.keys()], this.#compute);
  }

  readonly #compute: ComputeCalls = (calls) => {
    const entries: MessageEntry[] = [];
    const results = calls.map((call) => {
      const declaration = this.#declarations.get(call.name.toUpperCase());
      if (declaration === undefined) return Promise.resolve<FunctionResult>({ error: '#NAME?' });
      const prepared = this.#prepare(call, declaration);
      if (!Array.isArray(prepared)) return Promise.resolve<FunctionResult>(prepared);
      this.#lastId += 1;
      const id = this.#lastId;
      const message = [id, declaration.id, prepared, this.#addressOf(call), PASSES_ERRORS, null];
      entries.push([CATEGORY, INVOCATION, '', JSON.stringify(message), id]);
      return new Promise<FunctionResult>((resolve) => this.#waiting.set(id, { call, resolve }));
    });
    if (entries.length > 0 && !(this.#isReady && this.#send(entries))) this.close();
    return Promise.all(results);
  };

  /** The arguments as the add-in gets them, or the error that the cell shows without a call. */
  #prepare(call: FunctionCall, declaration: Declaration): unknown[] | { error: string } {
    const { parameters } = declaration;
    // Excel does not accept such a formula; one that came with a file shows an error (assumed).
    if (call.arguments.length > parameters.length) return { error: '#VALUE!' };
    const takesErrors = declaration.options?.allowErrorForDataTypeAny === true;
    const prepared: unknown[] = [];
    for (const [index, parameter] of parameters.entries()) {
      const argument = call.arguments[index];
      if (argument === undefined && parameter.optional !== true) return { error: '#VALUE!' };
      const error = takesErrors && (parameter.type ?? 'any') === 'any' ? undefined : firstError(argument);
      if (error !== undefined) return { error };
      const isMatrix = parameter.dimensionality === 'matrix';
      if (!isMatrix && isGrid(argument) && !isSingle(argument)) return { error: '#VALUE!' };
      prepared.push(this.#toWire(argument, isMatrix, parameter.type ?? 'any'));
    }
    return prepared;
  }

  #toWire(argument: FunctionArgument, isMatrix: boolean, type: string): unknown {
    if (argument === undefined) return null;
    const cell = (value: CellValue): unknown => {
      if (value === null) return this.#blankFor(type);
      return typeof value === 'object' ? { type: 'CustomFunctionError', code: value.error } : value;
    };
    if (isGrid(argument))
      return isMatrix ? argument.map((row) => row.map(cell)) : cell(argument[0]?.[0] ?? null);
    return isMatrix ? [[cell(argument)]] : cell(argument);
  }

  /** Only numbers have a blank that looks like a value. */
  #blankFor(type: string): unknown {
    if (this.#blank === 0) return type === 'string' ? '' : 0;
    return this.#blank;
  }

  #toResult(value: unknown, call: FunctionCall): FunctionResult {
    if (!Array.isArray(value)) return this.#toCell(value, call);
    const rows = value as unknown[][];
    const isRectangular =
      rows.length > 0 && rows.every((row) => Array.isArray(row) && row.length === rows[0]?.length);
    if (!isRectangular || rows[0]?.length === 0) return { error: '#VALUE!' };
    return rows.map((row) => row.map((cell) => this.#toCell(cell, call)));
  }

  #toCell(value: unknown, call: FunctionCall): CellValue {
    if (value === null || value === undefined) return 0;
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
    const rich = value as { type?: string; basicValue?: unknown; message?: string };
    if (rich.type === 'Error') return this.#error(String(rich.basicValue), rich.message, call);
    const basic = rich.basicValue;
    if (typeof basic === 'number' || typeof basic === 'string' || typeof basic === 'boolean') return basic;
    return { error: '#VALUE!' };
  }

  #failure(message: unknown, errorNumber: unknown, call: FunctionCall): FunctionResult {
    return this.#error(ERRORS_BY_NUMBER[Number(errorNumber)] ?? '#VALUE!', message, call);
  }

  #error(error: string, message: unknown, call: FunctionCall): { error: string } {
    if (ERRORS_WITH_MESSAGES.includes(error) && typeof message === 'string' && message !== '') {
      this.#messages.set(placeOf(call), message);
    }
    return { error };
  }

  #addressOf({ sheet, row, column }: FunctionCall): string {
    const name = this.#engine.sheets.list().find(({ id }) => id === sheet)?.name ?? '';
    return `${quoteSheet(name)}!${columnLetters(column)}${row + 1}`;
  }
}

function placeOf({ sheet, row, column }: { sheet: string; row: number; column: number }): string {
  return `${sheet}|${row}|${column}`;
}

function isGrid(argument: FunctionArgument): argument is Grid<CellValue> {
  return Array.isArray(argument);
}

function isSingle(grid: Grid<CellValue>): boolean {
  return grid.length === 1 && grid[0]?.length === 1;
}

function firstError(argument: FunctionArgument): string | undefined {
  if (argument === undefined) return undefined;
  const cells = isGrid(argument) ? argument.flat() : [argument];
  const found = cells.find((cell) => typeof cell === 'object' && cell !== null);
  return (found as { error: string } | undefined)?.error;
}

function fromObject(entry: unknown): readonly unknown[] {
  const { id, failed, value, errorCode } = entry as {
    id: number;
    failed?: boolean;
    value: unknown;
    errorCode?: number;
  };
  return [id, failed !== true, value, errorCode];
}
