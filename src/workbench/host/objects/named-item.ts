/** Names for cells and formulas. */
import type { NameSnapshot } from '../../book';
import { invalidArgument, itemNotFound } from '../errors';
import * as rules from '../rules';
import type { Desk, HostObject, ObjectClass, RangeTarget } from './object';
import { isObject, object } from './object';
import { findRange, fullAddress, sheetName } from './references';

type NameTarget = HostObject<'NamedItem'>['target'];

function owner(sheet: string | null, desk: Desk): string | undefined {
  return sheet === null ? undefined : sheetName(desk, sheet);
}

function listed(sheet: string | null, desk: Desk): readonly NameSnapshot[] {
  const own = owner(sheet, desk);
  return desk.engine.names.list().filter((item) => item.sheet === own);
}

function find({ name, sheet }: NameTarget, desk: Desk): NameSnapshot | undefined {
  return listed(sheet, desk).find((item) => item.name.toLowerCase() === name.toLowerCase());
}

function get(target: NameTarget, desk: Desk): NameSnapshot {
  const found = find(target, desk);
  if (found === undefined) throw itemNotFound();
  return found;
}

/** A `Range`, or a formula in English with or without its `=`. */
function referenceOf(value: unknown, desk: Desk): string {
  if (isObject(value) && value.type === 'Range') return fullAddress(desk, value.target as RangeTarget, true);
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  const formula = value.startsWith('=') ? value : `=${value}`;
  rules.formulaIsWellFormed(formula);
  return formula.slice(1);
}

function put(sheet: string | null, name: string, reference: string, comment: string, desk: Desk): void {
  const own = owner(sheet, desk);
  desk.engine.names.put({
    name,
    reference,
    ...(comment === '' ? {} : { comment }),
    ...(own === undefined ? {} : { sheet: own }),
  });
}

function add(sheet: string | null, args: readonly unknown[], desk: Desk): HostObject<'NamedItem'> {
  const [name, reference, comment] = args;
  rules.workbookIsWritable(desk);
  rules.nameIsAllowed(name);
  rules.nameIsFree(desk, name, owner(sheet, desk));
  put(sheet, name, referenceOf(reference, desk), typeof comment === 'string' ? comment : '', desk);
  return object('NamedItem', { name, sheet });
}

export const NamedItemCollection: ObjectClass<'NamedItemCollection'> = {
  items: (sheet, desk) => listed(sheet, desk).map(({ name }) => object('NamedItem', { name, sheet })),
  methods: {
    add,
    addFormulaLocal: add,
    getItem(sheet, [name], desk) {
      return object('NamedItem', { name: get({ name: String(name), sheet }, desk).name, sheet });
    },
    getItemOrNullObject(sheet, [name], desk) {
      const found = find({ name: String(name), sheet }, desk);
      return found === undefined ? null : object('NamedItem', { name: found.name, sheet });
    },
    getCount: (sheet, _args, desk) => listed(sheet, desk).length,
  },
};

function rangeOf({ name, sheet }: NameTarget, desk: Desk): RangeTarget | null {
  const { reference } = get({ name, sheet }, desk);
  try {
    return findRange(desk, sheet ?? desk.engine.sheets.active(), reference);
  } catch {
    return null;
  }
}

export const NamedItem: ObjectClass<'NamedItem'> = {
  identity: ({ name }) => ({ name }),
  properties: {
    name: { get: ({ name }) => name },
    comment: {
      get: (target, desk) => get(target, desk).comment ?? '',
      set(target, value, desk) {
        rules.workbookIsWritable(desk);
        put(target.sheet, target.name, get(target, desk).reference, String(value), desk);
      },
    },
    formula: {
      get: (target, desk) => `=${get(target, desk).reference}`,
      set(target, value, desk) {
        rules.workbookIsWritable(desk);
        put(target.sheet, target.name, referenceOf(value, desk), get(target, desk).comment ?? '', desk);
      },
    },
    scope: { get: ({ sheet }) => (sheet === null ? 'Workbook' : 'Worksheet') },
    type: { get: (target, desk) => (rangeOf(target, desk) === null ? 'Error' : 'Range') },
    value: { get: (target, desk) => get(target, desk).reference },
    visible: { get: () => true },
  },
  methods: {
    getRange(target, _args, desk) {
      const range = rangeOf(target, desk);
      if (range === null) throw itemNotFound();
      return object('Range', range);
    },
    getRangeOrNullObject(target, _args, desk) {
      const range = rangeOf(target, desk);
      return range === null ? null : object('Range', range);
    },
    delete(target, _args, desk) {
      rules.workbookIsWritable(desk);
      desk.engine.names.remove(get(target, desk).name, owner(target.sheet, desk));
    },
  },
};
