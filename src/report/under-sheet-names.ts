import type { Block, Content, SheetKey, SheetPlan, WorkbookPlan } from './plan';
import { quotedSheet } from './references';

/**
 * The same report on sheets, and with tables, of other names: what it is written under until it takes the place of
 * an earlier one. Texts that speak of the sheets keep the final names. Yields after each block, where it may be
 * interrupted.
 */
export function* underSheetNames(
  plan: WorkbookPlan,
  names: ReadonlyMap<SheetKey, string>,
  tableName: (name: string) => string,
): Generator<void, WorkbookPlan, void> {
  const renamed = new Map(
    plan.sheets.map(({ key, name }) => [`${quotedSheet(name)}!`, `${quotedSheet(names.get(key)!)}!`]),
  );
  const inCell = (content: Content): Content =>
    typeof content === 'object' && content
      ? { formula: content.formula.replace(partsOfFormula, (part) => renamed.get(part) ?? part) }
      : content;
  const sheets: SheetPlan[] = [];
  for (const sheet of plan.sheets) {
    const blocks: Block[] = [];
    for (const block of sheet.blocks) {
      blocks.push({ ...block, cells: block.cells.map((row) => row.map(inCell)) });
      yield;
    }
    const tables = sheet.tables.map((table) => ({ ...table, name: tableName(table.name) }));
    sheets.push({ ...sheet, name: names.get(sheet.key)!, tables, blocks });
  }
  return { ...plan, sheets };
}

/** Texts in quotes, which are skipped, and sheets, which formulas of a report always quote. */
const partsOfFormula = /"(?:[^"]|"")*"|'(?:[^']|'')+'!/gu;
