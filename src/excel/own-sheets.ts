import type { SheetKey } from '../report';

/**
 * Which sheets the add-in wrote: those that a workbook name `sv_sheet_…` points to. Names follow a sheet when
 * it is renamed or moved, and survive saving in any program. Sheets of a report that is not complete yet, or
 * that another has taken the place of, are marked by `sv_writing_…` instead.
 */
const marker = /^sv_sheet_(data|years|effect|savings|robustness|method)(?:_(.+))?$/i;
const unfinishedMarker = /^sv_writing_\d+$/i;

export const unfinishedName = (number: number): string => `sv_writing_${number}`;

/** A report in the workbook: its sheets by what they are, those left out that a user has deleted. */
export interface OwnReport {
  readonly suffix: string;
  readonly sheets: ReadonlyMap<SheetKey, string>;
}

type NamedFormula = Pick<Excel.NamedItem, 'name' | 'formula'>;

/** Queues the reading of the names; call the answer after the next sync. */
export function loadOwnSheets(context: Excel.RequestContext): () => ReadonlySet<string> {
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  return () =>
    new Set([
      ...reportsIn(names.items).flatMap(({ sheets }) => [...sheets.values()]),
      ...unfinishedIn(names.items),
    ]);
}

/**
 * The reports that the names tell of, in the order of the names; none whose sheets are all gone, or were left behind by
 * a writing that was cut off.
 */
export function reportsIn(names: readonly NamedFormula[]): readonly OwnReport[] {
  const reports = new Map<string, { suffix: string; sheets: Map<SheetKey, string> }>();
  const unfinished = new Set(unfinishedIn(names).map(comparableName));
  for (const { name, formula } of names) {
    const [, key, suffix = ''] = marker.exec(name) ?? [];
    const sheet = sheetOf(String(formula));
    if (key === undefined || sheet === null || unfinished.has(comparableName(sheet))) continue;
    const known = comparableName(suffix);
    const report = reports.get(known) ?? { suffix, sheets: new Map<SheetKey, string>() };
    reports.set(known, report);
    report.sheets.set(key.toLowerCase() as SheetKey, sheet);
  }
  return [...reports.values()];
}

/** Sheets that a writing left behind which was cut off, and could not be taken back. */
export function unfinishedIn(names: readonly NamedFormula[]): readonly string[] {
  return names
    .filter(({ name }) => unfinishedMarker.test(name))
    .map(({ formula }) => sheetOf(String(formula)))
    .filter((sheet) => sheet !== null);
}

/** A name of the add-in's own that leads nowhere: its sheet was deleted. It is free to be given anew. */
export function isDangling({ name, formula }: NamedFormula): boolean {
  return /^sv_/i.test(name) && sheetOf(String(formula)) === null && String(formula).includes('#REF!');
}

export function isUnfinishedName(name: string): boolean {
  return unfinishedMarker.test(name);
}

/** `='Områdedata B'!$A$1` is `Områdedata B`; null where the sheet is gone (`=#REF!$A$1`). */
export function sheetOf(formula: string): string | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec(formula);
  return match ? (match[1]?.replace(/''/g, "'") ?? match[2]!) : null;
}

/** Excel tells neither sheets nor names apart by case. */
export function comparableName(name: string): string {
  return name.toLocaleLowerCase('da');
}
