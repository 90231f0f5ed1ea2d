import type { BookSnapshot } from '../../src/workbench/book';

/** Excel, too, writes a sheet's name without quotation marks where it needs none. */
export const plainly = <Value>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      each instanceof Map ? [...(each as Map<unknown, unknown>)] : each,
    ).replaceAll(/'(\p{L}+)'!/gu, '$1!'),
  ) as Value;

/** The workbook without the order of things that has no meaning. */
export const visible = (book: BookSnapshot) => {
  const looks = (sheet: BookSnapshot['sheets'][number]) => ({
    ...sheet,
    cells: sheet.cells.map(({ style, ...cell }) => ({
      ...cell,
      look: style === undefined ? null : book.styles[style],
    })),
    tables: [...sheet.tables].sort((a, b) => a.name.localeCompare(b.name)),
  });
  return plainly({
    sheets: book.sheets.map(looks),
    names: [...book.names].sort((a, b) => a.name.localeCompare(b.name)),
    settings: [...book.settings],
    customXml: [...book.customXml].sort(),
    active: book.activeSheet,
  });
};
