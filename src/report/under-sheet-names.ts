import type { Content, SheetKey, WorkbookPlan } from './plan';
import { quotedSheet } from './references';

/**
 * The same report on sheets, and with tables, of other names: what it is written under until it takes the place of
 * an earlier one. Texts that speak of the sheets keep the final names.
 */
export function underSheetNames(
  plan: WorkbookPlan,
  names: ReadonlyMap<SheetKey, string>,
  tableName: (name: string) => string,
): WorkbookPlan {
  const renamed = new Map(
    plan.sheets.map(({ key, name }) => [`${quotedSheet(name)}!`, `${quotedSheet(names.get(key)!)}!`]),
  );
  const inCell = (content: Content): Content =>
    typeof content === 'object' && content
      ? { formula: content.formula.replace(partsOfFormula, (part) => renamed.get(part) ?? part) }
      : content;
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      name: names.get(sheet.key)!,
      tables: sheet.tables.map((table) => ({ ...table, name: tableName(table.name) })),
      blocks: sheet.blocks.map((block) => ({ ...block, cells: block.cells.map((row) => row.map(inCell)) })),
    })),
  };
}

/** Texts in quotes, which are skipped, and sheets, which formulas of a report always quote. */
const partsOfFormula = /"(?:[^"]|"")*"|'(?:[^']|'')+'!/gu;
