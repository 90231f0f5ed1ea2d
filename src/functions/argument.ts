import type { ArgumentName, FunctionTexts } from '../texts/en/functions';
import { ArgumentError, PassedOn } from './argument-error';
import { errorIn, isBlank } from './cell';

/**
 * One argument of a function: its name, what Excel is told about it, and how its cells become what the
 * statistics take. The same record makes the metadata and reads the call, so that they cannot drift apart.
 */
export interface Argument<Value> {
  readonly name: ArgumentName;
  readonly dimensionality: 'scalar' | 'matrix';
  readonly optional: boolean;
  /** What stands for it in the help when it is left out. */
  readonly defaultValue?: string | number | boolean;
  /** @throws ArgumentError, StatsError or PassedOn */
  readonly read: (raw: unknown, texts: FunctionTexts) => Value;
}

/** A range as it came: rows of cells. */
export type Block = readonly (readonly unknown[])[];

function written(cell: unknown, texts: FunctionTexts): string {
  if (typeof cell === 'number') return String(cell).replace('.', texts.decimalMark);
  if (typeof cell === 'string') return `"${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}"`;
  return String(cell).toUpperCase();
}

/** Rows × columns, as messages write it. */
export function shape(block: Block): string {
  return `${block.length} × ${block[0]?.length ?? 0}`;
}

/** A single value is a block of one cell; Excel hands over ranges as rows. */
export function asBlock(raw: unknown): Block {
  return Array.isArray(raw)
    ? (raw as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]))
    : [[raw]];
}

function single(raw: unknown, name: ArgumentName): unknown {
  if (!Array.isArray(raw)) return raw;
  const block = asBlock(raw);
  if (block.length === 1 && block[0]!.length === 1) return block[0]![0];
  throw new ArgumentError('not-one-cell', { argument: name, came: shape(block) });
}

/** A cell as a number; NaN for a blank one. */
export function cellNumber(
  cell: unknown,
  name: ArgumentName,
  texts: FunctionTexts,
  position?: number,
): number {
  const error = errorIn(cell);
  if (error) throw new PassedOn(error);
  if (isBlank(cell)) return NaN;
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  const problem = { argument: name, came: written(cell, texts), ...(position !== undefined && { position }) };
  throw new ArgumentError('not-a-number', problem);
}

type Check = (value: number, argument: string) => void;

function checked(value: number, name: ArgumentName, check: Check | undefined): number {
  if (Number.isNaN(value)) throw new ArgumentError('blank', { argument: name });
  check?.(value, name);
  return value;
}

/** One number; a blank is refused. */
export function number(name: ArgumentName, check?: Check): Argument<number> {
  return {
    name,
    dimensionality: 'scalar',
    optional: false,
    read: (raw, texts) => checked(cellNumber(single(raw, name), name, texts), name, check),
  };
}

/** One number that may be left out. */
export function optionalNumber(name: ArgumentName, defaultValue: number, check?: Check): Argument<number> {
  return {
    name,
    dimensionality: 'scalar',
    optional: true,
    defaultValue,
    read: (raw, texts) => {
      const value = cellNumber(single(raw, name), name, texts);
      return Number.isNaN(value) ? defaultValue : checked(value, name, check);
    },
  };
}

function lineOf(raw: unknown, name: ArgumentName): unknown[] {
  const block = asBlock(raw);
  if (block.length > 1 && block[0]!.length > 1) {
    throw new ArgumentError('not-one-line', { argument: name, came: shape(block) });
  }
  return block.flat();
}

/** Numbers in a row or column, in order; blank cells become NaN, which the statistics take for missing. */
export function series(name: ArgumentName): Argument<readonly number[]> {
  return {
    name,
    dimensionality: 'matrix',
    optional: false,
    read: (raw, texts) => {
      const cells = lineOf(raw, name);
      const position = (i: number): number | undefined => (cells.length > 1 ? i + 1 : undefined);
      return cells.map((cell, i) => cellNumber(cell, name, texts, position(i)));
    },
  };
}

/** The same, or undefined where it is left out. */
export function optionalSeries(name: ArgumentName): Argument<readonly number[] | undefined> {
  const required = series(name);
  return {
    ...required,
    optional: true,
    read: (raw, texts) => (asBlock(raw).flat().every(isBlank) ? undefined : required.read(raw, texts)),
  };
}

/** Cells in a row or column, read one by one by the function. */
export function line(name: ArgumentName): Argument<readonly unknown[]> {
  return { name, dimensionality: 'matrix', optional: false, read: (raw) => lineOf(raw, name) };
}

/** A range of any shape, read cell by cell by the function. */
export function block(name: ArgumentName): Argument<Block> {
  return { name, dimensionality: 'matrix', optional: false, read: asBlock };
}

/** One of several names, in Danish or English and in any case. */
export function choice<Name extends string>(
  name: ArgumentName,
  names: Readonly<Record<Name, readonly string[]>>,
  defaultValue: NoInfer<Name>,
): Argument<Name> {
  return {
    name,
    dimensionality: 'scalar',
    optional: true,
    defaultValue,
    read: (raw, texts) => {
      const cell = single(raw, name);
      const error = errorIn(cell);
      if (error) throw new PassedOn(error);
      if (isBlank(cell)) return defaultValue;
      const wanted = typeof cell === 'string' ? cell.trim().toLowerCase() : '';
      const keys = Object.keys(names) as Name[];
      const found = keys.find((key) => names[key].includes(wanted));
      if (found !== undefined) return found;
      const expected = keys.flatMap((key) => names[key]).join(', ');
      throw new ArgumentError('not-a-name', { argument: name, came: written(cell, texts), expected });
    },
  };
}

/** TRUE or FALSE, which may be left out; 1 and 0 are taken for them as Excel does. */
export function flag(name: ArgumentName, defaultValue: boolean): Argument<boolean> {
  return {
    name,
    dimensionality: 'scalar',
    optional: true,
    defaultValue,
    read: (raw, texts) => {
      const cell = single(raw, name);
      const error = errorIn(cell);
      if (error) throw new PassedOn(error);
      if (isBlank(cell)) return defaultValue;
      if (typeof cell === 'boolean') return cell;
      if (cell === 0 || cell === 1) return cell === 1;
      throw new ArgumentError('not-true-or-false', { argument: name, came: written(cell, texts) });
    },
  };
}
