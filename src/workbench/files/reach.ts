import { readPart, type Parts } from './parts';

/** hucre takes as much memory as a sheet has cells up to its last one, and bounds each sheet, but not their sum. */
const mostCells = 20_000_000;

/** Whether the last cells of a workbook's sheets stand so far out that what lies before them fills the memory. */
export function reachesTooFar(parts: Parts, worksheets: Iterable<string>): boolean {
  let cells = 0;
  for (const path of new Set(worksheets)) {
    const { rows, columns } = reachOf(readPart(parts, path) ?? '');
    cells += rows * columns;
  }
  return cells > mostCells;
}

const attribute = ' r="';
const [letterA, letterZ, digit0, digit9] = [65, 90, 48, 57];

/** The last row and column that a cell of the sheet names. */
function reachOf(xml: string): { readonly rows: number; readonly columns: number } {
  let [rows, columns] = [0, 0];
  for (let at = xml.indexOf(attribute); at >= 0; at = xml.indexOf(attribute, at)) {
    at += attribute.length;
    let [row, column] = [0, 0];
    let code = xml.charCodeAt(at);
    while (code >= letterA && code <= letterZ) {
      column = column * 26 + (code - letterA + 1);
      code = xml.charCodeAt((at += 1));
    }
    while (code >= digit0 && code <= digit9) {
      row = row * 10 + (code - digit0);
      code = xml.charCodeAt((at += 1));
    }
    // A row's own number says nothing of its cells.
    if (column === 0) continue;
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  return { rows, columns };
}
