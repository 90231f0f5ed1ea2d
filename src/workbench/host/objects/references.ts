/** Finds the cells that a reference or a name stands for. */
import type { SheetId } from '../../engine/engine';
import { formatRect, parseRect, quoteSheet, splitSheet } from '../../addresses';
import { invalidArgument, itemNotFound } from '../errors';
import type { Desk, RangeTarget } from './object';
import { isObject } from './object';

export function sheetByName(desk: Desk, name: string): SheetId | undefined {
  const wanted = name.toLowerCase();
  return desk.engine.sheets.list().find((sheet) => sheet.name.toLowerCase() === wanted)?.id;
}

export function sheetName(desk: Desk, sheet: SheetId): string {
  const found = desk.engine.sheets.list().find(({ id }) => id === sheet);
  if (found === undefined) throw itemNotFound();
  return found.name;
}

/** An address, or the name of a range, as `Worksheet.getRange` takes it. */
export function findRange(desk: Desk, sheet: SheetId, reference: string): RangeTarget {
  const { sheet: named, rest } = splitSheet(reference);
  const owner = named === undefined ? sheet : sheetByName(desk, named);
  if (owner === undefined) throw itemNotFound();
  const rect = parseRect(rest);
  if (rect !== undefined) return { sheet: owner, rect };
  const name = findName(desk, sheet, rest);
  if (name === undefined) throw invalidArgument();
  return findRange(desk, sheet, name);
}

function findName(desk: Desk, sheet: SheetId, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const found = desk.engine.names.list().filter((item) => item.name.toLowerCase() === wanted);
  const own = sheetName(desk, sheet);
  return (found.find((item) => item.sheet === own) ?? found.find((item) => item.sheet === undefined))
    ?.reference;
}

/** A `Range` object, or its address. */
export function toRange(argument: unknown, desk: Desk, sheet: SheetId): RangeTarget {
  if (isObject(argument) && argument.type === 'Range') return argument.target as RangeTarget;
  if (typeof argument !== 'string') throw invalidArgument();
  return findRange(desk, sheet, argument);
}

/** `Sheet1!B2:C7`, or `Sheet1!$B$2:$C$7`. */
export function fullAddress(desk: Desk, { sheet, rect }: RangeTarget, isAbsolute = false): string {
  return `${quoteSheet(sheetName(desk, sheet))}!${formatRect(rect, isAbsolute)}`;
}
