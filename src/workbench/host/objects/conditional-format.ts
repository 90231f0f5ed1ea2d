/** Conditional formats: a look where a formula is true. Other kinds are refused by name. */
import type { CellStyle, ConditionalFormatSnapshot } from '../../book';
import { intersection } from '../../addresses';
import { apiNotFound, itemNotFound } from '../errors';
import * as rules from '../rules';
import type { ConditionalFormatTarget, Desk, ObjectClass, Property, RangeTarget } from './object';
import { object } from './object';
import { toColor } from './range-format';

function get({ sheet, index }: ConditionalFormatTarget, desk: Desk): ConditionalFormatSnapshot {
  const found = desk.engine.rules.conditionalFormats(sheet)[index];
  if (found === undefined) throw itemNotFound();
  return found;
}

function put(target: ConditionalFormatTarget, desk: Desk, change: Partial<ConditionalFormatSnapshot>): void {
  rules.formatsMayChange(desk, target.sheet);
  const formats = desk.engine.rules
    .conditionalFormats(target.sheet)
    .map((format, index) => (index === target.index ? { ...format, ...change } : format));
  desk.engine.rules.setConditionalFormats(target.sheet, formats);
}

function remove(
  sheet: string,
  desk: Desk,
  isRemoved: (format: ConditionalFormatSnapshot, index: number) => boolean,
): void {
  rules.formatsMayChange(desk, sheet);
  const formats = desk.engine.rules.conditionalFormats(sheet);
  desk.engine.rules.setConditionalFormats(
    sheet,
    formats.filter((format, index) => !isRemoved(format, index)),
  );
}

function targets({ sheet, rect }: RangeTarget, desk: Desk): ConditionalFormatTarget[] {
  return desk.engine.rules
    .conditionalFormats(sheet)
    .map((format, index) => ({ sheet, rect, index, format }))
    .filter(({ format }) => intersection(format.range, rect) !== null)
    .map(({ index }) => ({ sheet, rect, index }));
}

export const ConditionalFormatCollection: ObjectClass<'ConditionalFormatCollection'> = {
  items: (target, desk) => targets(target, desk).map((item) => object('ConditionalFormat', item)),
  methods: {
    add(target, [type], desk) {
      if (type !== 'Custom') throw apiNotFound(`ConditionalFormatCollection.add with ${String(type)}`);
      rules.formatsMayChange(desk, target.sheet);
      const formats = desk.engine.rules.conditionalFormats(target.sheet);
      desk.engine.rules.setConditionalFormats(target.sheet, [
        ...formats,
        { range: target.rect, formula: '=FALSE', style: {} },
      ]);
      return object('ConditionalFormat', { ...target, index: formats.length });
    },
    clearAll(target, _args, desk) {
      remove(target.sheet, desk, ({ range }) => intersection(range, target.rect) !== null);
    },
    getCount: (target, _args, desk) => targets(target, desk).length,
    getItemAt(target, [index], desk) {
      const found = targets(target, desk)[Number(index)];
      if (found === undefined) throw itemNotFound();
      return object('ConditionalFormat', found);
    },
    getItem(target, [id], desk) {
      const found = targets(target, desk).find(({ index }) => String(index) === String(id));
      if (found === undefined) throw itemNotFound();
      return object('ConditionalFormat', found);
    },
  },
};

export const ConditionalFormat: ObjectClass<'ConditionalFormat'> = {
  identity: ({ index }) => ({ id: String(index) }),
  properties: {
    id: { get: ({ index }) => String(index) },
    type: { get: () => 'Custom' },
  },
  navigation: { custom: (target) => object('CustomConditionalFormat', target) },
  methods: {
    delete: (target, _args, desk) => remove(target.sheet, desk, (_format, index) => index === target.index),
    getRange: (target, _args, desk) =>
      object('Range', { sheet: target.sheet, rect: get(target, desk).range }),
  },
};

export const CustomConditionalFormat: ObjectClass<'CustomConditionalFormat'> = {
  navigation: {
    rule: (target) => object('ConditionalFormatRule', target),
    format: (target) => object('ConditionalRangeFormat', target),
  },
};

export const ConditionalFormatRule: ObjectClass<'ConditionalFormatRule'> = {
  properties: {
    formula: {
      get: (target, desk) => get(target, desk).formula,
      set(target, value, desk) {
        rules.formulaIsWellFormed(String(value));
        put(target, desk, { formula: String(value) });
      },
    },
  },
};

export const ConditionalRangeFormat: ObjectClass<'ConditionalRangeFormat'> = {
  navigation: {
    font: (target) => object('ConditionalRangeFont', target),
    fill: (target) => object('ConditionalRangeFill', target),
  },
};

function look(
  read: (style: CellStyle) => unknown,
  toStyle: (value: unknown) => CellStyle,
): Property<ConditionalFormatTarget> {
  return {
    get: (target, desk) => read(get(target, desk).style),
    set: (target, value, desk) =>
      put(target, desk, { style: { ...get(target, desk).style, ...toStyle(value) } }),
  };
}

export const ConditionalRangeFont: ObjectClass<'ConditionalRangeFont'> = {
  properties: {
    bold: look(
      ({ bold }) => bold === true,
      (value) => ({ bold: value === true }),
    ),
    italic: look(
      ({ italic }) => italic === true,
      (value) => ({ italic: value === true }),
    ),
    color: look(
      ({ fontColor }) => fontColor ?? '',
      (value) => ({ fontColor: toColor(value) }),
    ),
  },
};

export const ConditionalRangeFill: ObjectClass<'ConditionalRangeFill'> = {
  properties: {
    color: look(
      ({ fill }) => fill ?? '',
      (value) => ({ fill: toColor(value) }),
    ),
  },
};
