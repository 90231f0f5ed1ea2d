/** Translates a cell's look between our words and Univer's. */
import type { IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { BorderLine, CellStyle } from '../book';
import type { StyleChange } from './engine';

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
const LINES = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
};
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
/** Excel indents by about three spaces. */
const INDENT_PIXELS = 9;

/** Parts of a look that Univer's styles have no place for: kept in the cell's own extra data. */
export interface ExtraLook {
  readonly unlocked?: true;
}

export function toUniverStyle(change: StyleChange): IStyleData {
  const style: Record<string, unknown> = {};
  const set = (key: keyof IStyleData, part: keyof CellStyle, value: () => unknown): void => {
    if (!(part in change)) return;
    style[key] = change[part] == null ? null : value();
  };
  const flag = (isOn: boolean | null | undefined): Nullable<BooleanNumber> =>
    isOn === true ? BooleanNumber.TRUE : null;
  set('n', 'numberFormat', () =>
    change.numberFormat === 'General' ? null : { pattern: change.numberFormat },
  );
  set('bl', 'bold', () => flag(change.bold));
  set('it', 'italic', () => flag(change.italic));
  set('ul', 'underline', () => (change.underline === true ? { s: BooleanNumber.TRUE } : null));
  set('cl', 'fontColor', () => ({ rgb: change.fontColor }));
  set('ff', 'fontName', () => change.fontName);
  set('fs', 'fontSize', () => change.fontSize);
  set('bg', 'fill', () => ({ rgb: change.fill }));
  set('ht', 'horizontal', () => change.horizontal && HORIZONTAL[change.horizontal]);
  set('vt', 'vertical', () => change.vertical && VERTICAL[change.vertical]);
  set('tb', 'wrap', () => (change.wrap === true ? WrapStrategy.WRAP : null));
  set('pd', 'indent', () => (change.indent ? { l: change.indent * INDENT_PIXELS } : null));
  set('bd', 'borders', () => toUniverBorders(change.borders ?? {}));
  return style;
}

function toUniverBorders(borders: NonNullable<StyleChange['borders']>): object {
  const drawn: Record<string, IBorderStyleData | null> = {};
  for (const [side, key] of Object.entries(SIDES)) {
    const line = borders[side as keyof typeof SIDES];
    if (line === undefined) continue;
    drawn[key] = line === null ? null : { s: LINES[line.style], cl: { rgb: line.color } };
  }
  return drawn;
}

export function fromUniverStyle(style: Nullable<IStyleData>, extra: ExtraLook): CellStyle {
  if (style == null) return extra.unlocked === true ? { unlocked: true } : {};
  const indent = style.pd?.l === undefined ? 0 : Math.round(style.pd.l / INDENT_PIXELS);
  const borders = fromUniverBorders(style);
  return {
    ...(style.n != null && { numberFormat: style.n.pattern }),
    ...(style.bl === BooleanNumber.TRUE && { bold: true }),
    ...(style.it === BooleanNumber.TRUE && { italic: true }),
    ...(style.ul?.s === BooleanNumber.TRUE && { underline: true }),
    ...(style.cl?.rgb != null && { fontColor: toHex(style.cl.rgb) }),
    ...(style.ff != null && { fontName: style.ff }),
    ...(style.fs !== undefined && { fontSize: style.fs }),
    ...(style.bg?.rgb != null && { fill: toHex(style.bg.rgb) }),
    ...named('horizontal', HORIZONTAL, style.ht),
    ...named('vertical', VERTICAL, style.vt),
    ...(style.tb === WrapStrategy.WRAP && { wrap: true }),
    ...(indent > 0 && { indent }),
    ...(extra.unlocked === true && { unlocked: true }),
    ...(borders !== undefined && { borders }),
  };
}

function named(part: string, names: Record<string, number>, code: Nullable<number>): object {
  const name = Object.keys(names).find((candidate) => names[candidate] === code);
  return name === undefined ? {} : { [part]: name };
}

function fromUniverBorders(style: IStyleData): CellStyle['borders'] {
  const lines: Record<string, BorderLine> = {};
  for (const [side, key] of Object.entries(SIDES)) {
    const line = style.bd?.[key];
    if (line == null) continue;
    const known = (Object.keys(LINES) as BorderLine['style'][]).find((name) => LINES[name] === line.s);
    lines[side] = { style: known ?? 'thin', color: toHex(line.cl.rgb ?? '#000000') };
  }
  return Object.keys(lines).length > 0 ? lines : undefined;
}

/** Univer's own dialogs write `rgb(1,2,3)`. */
function toHex(color: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  if (parts === null) return color.toUpperCase();
  const hex = parts.slice(1).map((part) => Number(part).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`.toUpperCase();
}
