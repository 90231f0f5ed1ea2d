import type { SheetKey, SheetPlan } from './plan';
import { quotedSheet } from './references';

/**
 * A report's formulas as they are on sheets of other names: what it is written under until it takes the place of an
 * earlier one. Texts that speak of the sheets keep the final names.
 */
export function underSheetNames(
  sheets: readonly Pick<SheetPlan, 'key' | 'name'>[],
  names: ReadonlyMap<SheetKey, string>,
): (formula: string) => string {
  const renamed = new Map(
    sheets.map(({ key, name }) => [`${quotedSheet(name)}!`, `${quotedSheet(names.get(key)!)}!`]),
  );
  return (formula) => formula.replace(partsOfFormula, (part) => renamed.get(part) ?? part);
}

/** Texts in quotes, which are skipped, and sheets, which formulas of a report always quote. */
const partsOfFormula = /"(?:[^"]|"")*"|'(?:[^']|'')+'!/gu;
