/**
 * Which sheets the add-in wrote: those that a workbook name `sv_sheet_…` points to. Names follow a sheet when
 * it is renamed or moved, and survive saving in any program.
 */
const marker = /^sv_sheet_/i;

/** Queues the reading of the names; call the answer after the next sync. */
export function loadOwnSheets(context: Excel.RequestContext): () => ReadonlySet<string> {
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  return () =>
    new Set(
      names.items
        .filter(({ name }) => marker.test(name))
        .map(({ formula }) => sheetOf(String(formula)))
        .filter((name) => name !== null),
    );
}

/** `='Områdedata B'!$A$1` is `Områdedata B`; null where the sheet is gone (`=#REF!$A$1`). */
export function sheetOf(formula: string): string | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec(formula);
  return match ? (match[1]?.replace(/''/g, "'") ?? match[2]!) : null;
}
