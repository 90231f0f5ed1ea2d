import { textsOf } from '../context';
import type { Language } from '../../study';
import type { Rect, SheetKey } from '../plan';
import { sheetKeys } from '../context';
import { namedReference, rectOf } from './addresses';
import { referencesIn, type FormulaReferences } from './formula-references';
import type { SourcePackage } from './package';
import { childOf, childrenOf, localName, textOf, type XmlElement } from './xml';

/** A report as it stands in a workbook's file. */
export interface SourceReport {
  readonly language: Language;
  readonly suffix: string;
  readonly sheets: readonly SourceSheet[];
  /** Where a name of the report leads, without `sv_` and its suffix: `effect_2`. */
  readonly names: ReadonlyMap<string, NamedPlace>;
  /** The elements of the workbook's strings, by their number. */
  readonly strings: readonly XmlElement[];
  readonly workbook: XmlElement;
}

export interface NamedPlace {
  readonly sheet: SheetKey;
  readonly rect: Rect;
}

export interface SourceSheet {
  readonly key: SheetKey;
  readonly name: string;
  readonly path: string;
  readonly xml: XmlElement;
  readonly rows: readonly SourceRow[];
}

export interface SourceRow {
  readonly attributes: Readonly<Record<string, string>>;
  readonly cells: readonly SourceCell[];
}

export type Value = string | number | boolean | null | { readonly error: string };

export interface SourceCell {
  readonly row: number;
  readonly column: number;
  readonly style: string | undefined;
  readonly value: Value;
  /** The element that holds a text with looks of its own. */
  readonly rich: XmlElement | null;
  /** What it is reckoned from; null for a constant. */
  readonly formula: FormulaReferences | null;
}

/** The suffix of every report in a workbook's names: '' for the first, `B` … */
export function reportSuffixes(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const match = /^sv_sheet_effect(?:_(.+))?$/iu.exec(name);
    return match ? [match[1] ?? ''] : [];
  });
}

/** Finds the report of a suffix; null where it is not in the file, or not whole. */
export function sourceReport(source: SourcePackage, suffix: string): SourceReport | null {
  const workbook = source.xml(source.workbook);
  const defined = definedNames(workbook);
  const ending = suffix === '' ? '' : `_${suffix}`;
  const related = source.related(source.workbook);
  const strings = related.find(({ type }) => type === 'sharedStrings');
  const texts = strings ? childrenOf(source.xml(strings.path), 'si') : [];
  const sheetNodes = childrenOf(childOf(workbook, 'sheets') ?? workbook, 'sheet');
  const sheets = sheetKeys.flatMap((key): SourceSheet[] => {
    const name = defined.get(`sv_sheet_${key}${ending}`.toLowerCase())?.sheet;
    const node = sheetNodes.find(({ attributes }) => textOf(attributes['name'] ?? '') === name);
    const path = node && related.find(({ id }) => id === relationId(node))?.path;
    if (name === undefined || path === undefined) return [];
    const xml = source.xml(path);
    return [{ key, name, path, xml, rows: rowsOf(xml, name, texts) }];
  });
  if (sheets.length !== sheetKeys.length) return null;
  return {
    language: languageOf(sheets),
    suffix,
    sheets,
    names: reportNames(defined, sheets, ending),
    strings: texts,
    workbook,
  };
}

function relationId({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => /^\w+:id$/u.test(name))?.[1];
}

/** Names of the whole workbook that lead to cells. */
function definedNames(workbook: XmlElement): ReadonlyMap<string, { sheet: string; rect: Rect }> {
  const all = childrenOf(childOf(workbook, 'definedNames') ?? workbook, 'definedName');
  return new Map(
    all.flatMap((node) => {
      const place = node.attributes['localSheetId'] === undefined ? namedReference(textOf(node)) : null;
      return place ? [[node.attributes['name']!.toLowerCase(), place] as const] : [];
    }),
  );
}

function reportNames(
  defined: ReadonlyMap<string, { sheet: string; rect: Rect }>,
  sheets: readonly SourceSheet[],
  ending: string,
): ReadonlyMap<string, NamedPlace> {
  return new Map(
    [...defined].flatMap(([name, { sheet, rect }]) => {
      const key = sheets.find((each) => each.name === sheet)?.key;
      if (key === undefined || !name.startsWith('sv_') || !name.endsWith(ending.toLowerCase())) return [];
      return [[name.slice(3, name.length - ending.length), { sheet: key, rect }] as const];
    }),
  );
}

/** The titles tell: nobody needs to have kept which language a report was written in. */
function languageOf(sheets: readonly SourceSheet[]): Language {
  const title = sheets.find(({ key }) => key === 'data')!.rows[0]?.cells[0]?.value;
  return title === textsOf('en').data.title ? 'en' : 'da';
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

function rowsOf(sheet: XmlElement, name: string, strings: readonly XmlElement[]): readonly SourceRow[] {
  const shared = new Map<string, SharedFormula>();
  const spilled: { readonly rect: Rect; readonly formula: FormulaReferences }[] = [];
  const data = childOf(sheet, 'sheetData');
  let row = -1;
  return childrenOf(data ?? sheet, 'row').map((node) => {
    row = node.attributes['r'] === undefined ? row + 1 : Number(node.attributes['r']) - 1;
    let column = -1;
    const cells = childrenOf(node, 'c').map((each): SourceCell => {
      const place = rectOf(each.attributes['r'] ?? '');
      column = place ? place.column : column + 1;
      const node = childOf(each, 'f');
      const formula = node ? formulaOf(node, name, { row, column }, shared) : null;
      const spill = rectOf(node?.attributes['t'] === 'shared' ? '' : (node?.attributes['ref'] ?? ''));
      if (formula && spill) spilled.push({ rect: spill, formula });
      return {
        row,
        column,
        style: each.attributes['s'],
        ...contentOf(each, strings),
        // What a formula spills into other cells stands there as if it had been typed.
        formula: formula ?? spilled.find(({ rect }) => holds(rect, row, column))?.formula ?? null,
      };
    });
    return { attributes: node.attributes, cells };
  });
}

export function holds(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

function contentOf(cell: XmlElement, strings: readonly XmlElement[]): Pick<SourceCell, 'value' | 'rich'> {
  const text = textOf(childOf(cell, 'v'));
  const type = cell.attributes['t'] ?? 'n';
  if (type === 's' || type === 'inlineStr') {
    const holder = type === 's' ? strings[Number(text)] : childOf(cell, 'is');
    if (!holder) return { value: null, rich: null };
    return { value: plainText(holder), rich: childOf(holder, 'r') ? holder : null };
  }
  if (type === 'str') return { value: fromFile(text), rich: null };
  if (text === '') return { value: null, rich: null };
  if (type === 'b') return { value: text === '1', rich: null };
  if (type === 'e') return { value: { error: text }, rich: null };
  return { value: Number(text), rich: null };
}

/** The text of a string without its readings (`rPh`). */
function plainText(holder: XmlElement): string {
  const parts = childrenOf(holder).flatMap((child) =>
    localName(child) === 't' ? [child] : localName(child) === 'r' ? childrenOf(child, 't') : [],
  );
  return fromFile(parts.map(textOf).join(''));
}

/** Files write characters as `_x000D_`. */
function fromFile(text: string): string {
  return text.replaceAll(/_x([\da-fA-F]{4})_/gu, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function formulaOf(
  node: XmlElement,
  sheet: string,
  { row, column }: { readonly row: number; readonly column: number },
  shared: Map<string, SharedFormula>,
): FormulaReferences {
  const text = textOf(node);
  const id = node.attributes['t'] === 'shared' ? (node.attributes['si'] ?? '') : null;
  if (id === null) return referencesIn(text, sheet);
  if (text !== '') shared.set(id, { text, row, column });
  const first = shared.get(id);
  if (!first) return { cells: [], isOpen: true };
  return referencesIn(first.text, sheet, { rows: row - first.row, columns: column - first.column });
}
