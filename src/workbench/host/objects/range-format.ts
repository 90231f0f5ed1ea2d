/** Looks of ranges: alignment, sizes, fonts, fills, borders, locks. */
import type { BorderLine, CellStyle, Rect } from '../../book';
import type { BorderSide, StyleChange } from '../../engine/engine';
import { isWholeColumns, isWholeRows } from '../../addresses';
import { invalidArgument } from '../errors';
import * as rules from '../rules';
import type { Desk, ObjectClass, Property, RangeTarget } from './object';
import { object } from './object';

/** Whole columns and rows, as far as they are used: Excel also gives their look to the cells beyond. */
function bounded({ sheet, rect }: RangeTarget, desk: Desk): Rect {
  if (!isWholeColumns(rect) && !isWholeRows(rect)) return rect;
  const used = desk.engine.cells.used(sheet, false);
  const rows = used === null ? 1 : used.row + used.rows;
  const columns = used === null ? 1 : used.column + used.columns;
  return {
    row: rect.row,
    column: rect.column,
    rows: isWholeColumns(rect) ? rows : rect.rows,
    columns: isWholeRows(rect) ? columns : rect.columns,
  };
}

/** What all cells have in common; null where they differ, as documented. */
function common<Value>(target: RangeTarget, desk: Desk, read: (look: CellStyle) => Value): Value | null {
  const looks = desk.engine.styles.read(target.sheet, bounded(target, desk)).flat();
  const first = read(looks[0] ?? {});
  return looks.every((look) => read(look) === first) ? first : null;
}

function change(target: RangeTarget, desk: Desk, what: StyleChange): void {
  rules.formatsMayChange(desk, target.sheet);
  desk.engine.styles.change(target.sheet, bounded(target, desk), what);
}

function part(
  read: (look: CellStyle) => unknown,
  toChange: (value: unknown) => StyleChange,
): Property<RangeTarget> {
  return {
    get: (target, desk) => common(target, desk, read),
    set: (target, value, desk) => change(target, desk, toChange(value)),
  };
}

const HORIZONTAL = { General: undefined, Left: 'left', Center: 'center', Right: 'right' } as const;
const VERTICAL = { Top: 'top', Center: 'center', Bottom: 'bottom' } as const;

function nameOf(names: Readonly<Record<string, unknown>>, value: unknown, absent: string): string {
  return Object.keys(names).find((name) => names[name] === value) ?? absent;
}

/** Points of the default font's column: 8.43 characters. */
const DEFAULT_COLUMN_POINTS = 48;
const DEFAULT_ROW_POINTS = 15;
/** A character is 7 pixels wide, a pixel is three quarters of a point. */
const POINTS_PER_CHARACTER = 7 * 0.75;

export const RangeFormat: ObjectClass<'RangeFormat'> = {
  properties: {
    horizontalAlignment: part(
      ({ horizontal }) => nameOf(HORIZONTAL, horizontal, 'General'),
      (value) => ({ horizontal: HORIZONTAL[rules.valueIsKnown(value, keys(HORIZONTAL))] ?? null }),
    ),
    verticalAlignment: part(
      ({ vertical }) => nameOf(VERTICAL, vertical, 'Bottom'),
      (value) => ({ vertical: VERTICAL[rules.valueIsKnown(value, keys(VERTICAL))] }),
    ),
    wrapText: part(
      ({ wrap }) => wrap === true,
      (value) => ({ wrap: value === true }),
    ),
    indentLevel: part(
      ({ indent }) => indent ?? 0,
      (value) => ({ indent: Number(value) }),
    ),
    columnWidth: {
      get(target, desk) {
        const { column, columns } = target.rect;
        const widths = Array.from({ length: Math.min(columns, 1000) }, (_, i) =>
          desk.engine.layout.columnWidth(target.sheet, column + i),
        );
        if (widths.some((width) => width !== widths[0])) return null;
        return widths[0] == null ? DEFAULT_COLUMN_POINTS : widths[0] * POINTS_PER_CHARACTER;
      },
      set(target, points, desk) {
        rules.formatsMayChange(desk, target.sheet);
        if (typeof points !== 'number' || points < 0) throw invalidArgument();
        const { column, columns } = target.rect;
        desk.engine.layout.setColumnWidths(target.sheet, column, columns, points / POINTS_PER_CHARACTER);
      },
    },
    rowHeight: {
      get(target, desk) {
        const { row, rows } = target.rect;
        const heights = Array.from({ length: Math.min(rows, 1000) }, (_, i) =>
          desk.engine.layout.rowHeight(target.sheet, row + i),
        );
        return heights.some((height) => height !== heights[0]) ? null : (heights[0] ?? DEFAULT_ROW_POINTS);
      },
      set(target, points, desk) {
        rules.formatsMayChange(desk, target.sheet);
        if (typeof points !== 'number' || points < 0 || points > 409.5) throw invalidArgument();
        const { row, rows } = bounded(target, desk);
        desk.engine.layout.setRowHeights(target.sheet, row, rows, points);
      },
    },
  },
  navigation: {
    font: (target) => object('RangeFont', target),
    fill: (target) => object('RangeFill', target),
    borders: (target) => object('RangeBorderCollection', target),
    protection: (target) => object('FormatProtection', target),
  },
  methods: {
    autofitColumns(target, _args, desk) {
      rules.formatsMayChange(desk, target.sheet);
      const rect = bounded(target, desk);
      const texts = desk.engine.cells.texts(target.sheet, rect);
      for (let j = 0; j < rect.columns; j++) {
        const longest = texts.reduce((most, row) => Math.max(most, row[j]?.length ?? 0), 0);
        if (longest > 0)
          desk.engine.layout.setColumnWidths(target.sheet, rect.column + j, 1, longest * 1.1 + 1.5);
      }
    },
    autofitRows(target, _args, desk) {
      rules.formatsMayChange(desk, target.sheet);
      const rect = bounded(target, desk);
      const texts = desk.engine.cells.texts(target.sheet, rect);
      for (const [i, row] of texts.entries()) {
        const lines = Math.max(1, ...row.map((text) => text.split('\n').length));
        desk.engine.layout.setRowHeights(target.sheet, rect.row + i, 1, lines * DEFAULT_ROW_POINTS);
      }
    },
  },
};

function keys<Names extends object>(names: Names): (keyof Names & string)[] {
  return Object.keys(names) as (keyof Names & string)[];
}

/** `#RRGGBB`, or a colour's English name. */
export function toColor(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  if (/^#?[0-9a-f]{6}$/i.test(value)) return `#${value.replace('#', '').toUpperCase()}`;
  const named = NAMED_COLORS[value.toLowerCase()];
  if (named === undefined) throw invalidArgument(`${value} is no colour that the workbench knows.`);
  return named;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  gray: '#808080',
  orange: '#FFA500',
};

export const RangeFont: ObjectClass<'RangeFont'> = {
  properties: {
    bold: part(
      ({ bold }) => bold === true,
      (value) => ({ bold: value === true }),
    ),
    italic: part(
      ({ italic }) => italic === true,
      (value) => ({ italic: value === true }),
    ),
    underline: part(
      ({ underline }) => (underline === true ? 'Single' : 'None'),
      (value) => ({ underline: value !== 'None' }),
    ),
    color: part(
      ({ fontColor }) => fontColor ?? '#000000',
      (value) => ({ fontColor: toColor(value) }),
    ),
    name: part(
      ({ fontName }) => fontName ?? 'Calibri',
      (value) => ({ fontName: String(value) }),
    ),
    size: part(
      ({ fontSize }) => fontSize ?? 11,
      (value) => ({ fontSize: Number(value) }),
    ),
  },
};

export const RangeFill: ObjectClass<'RangeFill'> = {
  properties: {
    color: part(
      ({ fill }) => fill ?? '#FFFFFF',
      (value) => ({ fill: value === '' ? null : toColor(value) }),
    ),
  },
  methods: { clear: (target, _args, desk) => change(target, desk, { fill: null }) },
};

export const FormatProtection: ObjectClass<'FormatProtection'> = {
  properties: {
    locked: part(
      ({ unlocked }) => unlocked !== true,
      (value) => ({ unlocked: value === false }),
    ),
  },
};

const BORDER_SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;

export const RangeBorderCollection: ObjectClass<'RangeBorderCollection'> = {
  properties: { count: { get: () => BORDER_SIDES.length } },
  items: (target) => BORDER_SIDES.map((side) => object('RangeBorder', { ...target, side })),
  methods: {
    getItem: (target, [side]) =>
      object('RangeBorder', { ...target, side: rules.valueIsKnown(side, BORDER_SIDES) }),
    getItemAt(target, [index]) {
      const side = BORDER_SIDES[Number(index)];
      if (side === undefined) throw invalidArgument();
      return object('RangeBorder', { ...target, side });
    },
  },
};

type BorderTarget = RangeTarget & { readonly side: string };

/** The cells whose border is meant, and which of their sides; null when the range has no such border. */
function borderCells({ rect, side }: BorderTarget): { rect: Rect; side: BorderSide } | null {
  const lastRow = rect.row + rect.rows - 1;
  const lastColumn = rect.column + rect.columns - 1;
  if (side === 'EdgeTop') return { rect: { ...rect, rows: 1 }, side: 'top' };
  if (side === 'EdgeBottom') return { rect: { ...rect, row: lastRow, rows: 1 }, side: 'bottom' };
  if (side === 'EdgeLeft') return { rect: { ...rect, columns: 1 }, side: 'left' };
  if (side === 'EdgeRight') return { rect: { ...rect, column: lastColumn, columns: 1 }, side: 'right' };
  if (side === 'InsideHorizontal' && rect.rows > 1)
    return { rect: { ...rect, rows: rect.rows - 1 }, side: 'bottom' };
  if (side === 'InsideVertical' && rect.columns > 1) {
    return { rect: { ...rect, columns: rect.columns - 1 }, side: 'right' };
  }
  return null;
}

function readLine(target: BorderTarget, desk: Desk): BorderLine | null {
  const found = borderCells({ ...target, rect: bounded(target, desk) });
  if (found === null) return null;
  const looks = desk.engine.styles.read(target.sheet, { ...found.rect, rows: 1, columns: 1 });
  return looks[0]?.[0]?.borders?.[found.side] ?? null;
}

function writeLine(target: BorderTarget, desk: Desk, line: BorderLine | null): void {
  rules.formatsMayChange(desk, target.sheet);
  const found = borderCells({ ...target, rect: bounded(target, desk) });
  if (found === null) return;
  desk.engine.styles.change(target.sheet, found.rect, { borders: { [found.side]: line } });
}

const NEW_LINE: BorderLine = { style: 'thin', color: '#000000' };
const LINE_STYLES = { Dash: 'dashed', Dot: 'dotted', Double: 'double' } as const;
const WEIGHTS = { Hairline: 'thin', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const;

export const RangeBorder: ObjectClass<'RangeBorder'> = {
  identity: ({ side }) => ({ sideIndex: side }),
  properties: {
    sideIndex: { get: ({ side }) => side },
    style: {
      get(target, desk) {
        const line = readLine(target, desk);
        return line === null ? 'None' : nameOf(LINE_STYLES, line.style, 'Continuous');
      },
      set(target, value, desk) {
        const known = rules.valueIsKnown(value, ['None', 'Continuous', 'Dash', 'Dot', 'Double']);
        if (known === 'None') {
          writeLine(target, desk, null);
          return;
        }
        const present = readLine(target, desk) ?? NEW_LINE;
        const style = known === 'Continuous' ? solid(present.style) : LINE_STYLES[known];
        writeLine(target, desk, { ...present, style });
      },
    },
    color: {
      get: (target, desk) => readLine(target, desk)?.color ?? '#000000',
      set: (target, value, desk) =>
        writeLine(target, desk, { ...(readLine(target, desk) ?? NEW_LINE), color: toColor(value) }),
    },
    weight: {
      get: (target, desk) =>
        nameOf(WEIGHTS, readLine(target, desk)?.style, 'Thin').replace('Hairline', 'Thin'),
      set(target, value, desk) {
        const style = WEIGHTS[rules.valueIsKnown(value, ['Hairline', 'Thin', 'Medium', 'Thick'])];
        writeLine(target, desk, { ...(readLine(target, desk) ?? NEW_LINE), style });
      },
    },
  },
};

function solid(style: BorderLine['style']): BorderLine['style'] {
  return style === 'medium' || style === 'thick' ? style : 'thin';
}
