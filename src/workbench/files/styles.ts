import type { CellStyle as FileStyle, Color, FontStyle, Workbook } from 'hucre';
import { resolveThemeColor } from 'hucre/ooxml';
import type { BorderLine, CellStyle } from '../book';

/** The font that a cell has when its style names none. */
const defaultFont = { name: 'Calibri', size: 11 } as const;

type BorderLineStyle = NonNullable<NonNullable<FileStyle['border']>['top']>['style'];

// Excel's lines that we have no word for, by the nearest that we have.
const nearestLine: Partial<Record<BorderLineStyle, BorderLine['style']>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  dashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
  hair: 'dotted',
  mediumDashed: 'dashed',
  slantDashDot: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  dashDotDot: 'dotted',
  mediumDashDotDot: 'dotted',
};

export function styleToFile(style: CellStyle): FileStyle {
  const font = fontToFile(style);
  const { numberFormat, horizontal, vertical, wrap, indent, borders } = style;
  const isAligned = horizontal ?? vertical ?? wrap ?? indent;
  return {
    ...(numberFormat !== undefined && numberFormat !== 'General' && { numFmt: numberFormat }),
    // A font in a file states its name and size, or Excel draws it in a font of its own choosing.
    ...(font && { font: { ...defaultFont, ...font } }),
    ...(style.fill !== undefined && {
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: colorToFile(style.fill) },
    }),
    ...(isAligned !== undefined && {
      alignment: {
        ...(horizontal && { horizontal }),
        ...(vertical && { vertical }),
        ...(wrap && { wrapText: true }),
        ...(indent !== undefined && { indent }),
      },
    }),
    ...(borders && {
      border: {
        ...(borders.top && { top: lineToFile(borders.top) }),
        ...(borders.bottom && { bottom: lineToFile(borders.bottom) }),
        ...(borders.left && { left: lineToFile(borders.left) }),
        ...(borders.right && { right: lineToFile(borders.right) }),
      },
    }),
    ...(style.unlocked && { protection: { locked: false } }),
  };
}

/**
 * The look that a conditional format lays over a cell: only what it changes. A font's name and size cannot
 * change there, and a solid fill is kept in the background colour (Excel's own habit for these styles alone).
 */
export function overlayToFile(style: CellStyle): FileStyle {
  const { numFmt, border } = styleToFile(style);
  const font = { ...fontToFile(style) };
  delete font.name;
  delete font.size;
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(numFmt !== undefined && { numFmt }),
    ...(style.fill !== undefined && {
      fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: colorToFile(style.fill) },
    }),
    ...(border && { border }),
  };
}

export function styleFromFile(style: FileStyle, themeColors: Workbook['themeColors']): CellStyle {
  const { font, fill, alignment, border } = style;
  const color = (value: Color | undefined): string | undefined => colorFromFile(value, themeColors);
  const line = (side: NonNullable<typeof border>['top']): BorderLine | undefined => {
    const lineStyle = side && nearestLine[side.style];
    return lineStyle && { style: lineStyle, color: color(side.color) ?? '#000000' };
  };
  // Theme colour 1 is the theme's plain text: no colour of the cell's own.
  const fontColor = font?.color?.theme === 1 && !font.color.tint ? undefined : color(font?.color);
  const fillColor =
    fill?.type === 'pattern' && fill.pattern === 'solid' ? color(fill.fgColor ?? fill.bgColor) : undefined;
  const borders =
    border &&
    withoutAbsent({
      top: line(border.top),
      bottom: line(border.bottom),
      left: line(border.left),
      right: line(border.right),
    });
  return withoutAbsent({
    numberFormat: style.numFmt === 'General' ? undefined : style.numFmt,
    bold: font?.bold || undefined,
    italic: font?.italic || undefined,
    underline: font?.underline ? true : undefined,
    fontColor,
    fontName: font?.name === defaultFont.name ? undefined : font?.name,
    fontSize: font?.size === defaultFont.size ? undefined : font?.size,
    fill: fillColor,
    horizontal: oneOf(alignment?.horizontal, ['left', 'center', 'right']),
    vertical: oneOf(alignment?.vertical, ['top', 'center', 'bottom']),
    wrap: alignment?.wrapText || undefined,
    indent: alignment?.indent === 0 ? undefined : alignment?.indent,
    unlocked: style.protection?.locked === false || undefined,
    borders: borders && Object.keys(borders).length > 0 ? borders : undefined,
  });
}

export function colorToFile(color: string): Color {
  return { rgb: color.slice(1).toUpperCase() };
}

export function colorFromFile(
  color: Color | undefined,
  themeColors: Workbook['themeColors'],
): string | undefined {
  if (color === undefined) return undefined;
  if (color.rgb !== undefined) return `#${color.rgb.slice(-6).toUpperCase()}`;
  if (color.theme === undefined || themeColors === undefined) return undefined;
  return `#${resolveThemeColor(themeColors, color.theme, color.tint).slice(-6).toUpperCase()}`;
}

function fontToFile(style: CellStyle): FontStyle | undefined {
  const font: FontStyle = {
    ...(style.fontName !== undefined && { name: style.fontName }),
    ...(style.fontSize !== undefined && { size: style.fontSize }),
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.underline && { underline: true }),
    ...(style.fontColor !== undefined && { color: colorToFile(style.fontColor) }),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

function lineToFile(line: BorderLine): { style: BorderLineStyle; color: Color } {
  return { style: line.style, color: colorToFile(line.color) };
}

function oneOf<T extends string>(value: string | undefined, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the keys that hold undefined. */
export function withoutAbsent<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}
