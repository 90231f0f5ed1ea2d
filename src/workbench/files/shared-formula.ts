import { formulaTokens } from './formula-tokens';
import { columnName, columnNumber } from './ranges';

/**
 * Moves the relative references of a formula, as filling down or right does. Files keep the formula of a
 * filled block once, at its first cell; the others are this formula moved by their distance.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const tokens = formulaTokens(formula);
  return tokens
    .map(({ kind, text }, index) => {
      if (kind === 'quoted' || kind === 'bracketed') return text;
      const next = tokens[index + 1]?.text;
      if (next === '(' || next === '!') return text;
      const isHalfOfRange = next === ':' || tokens[index - 1]?.text === ':';
      return moveReference(text, rows, columns, isHalfOfRange);
    })
    .join('');
}

function moveReference(text: string, rows: number, columns: number, isHalfOfRange: boolean): string {
  const cell = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/iu.exec(text);
  if (!cell) {
    // Halves of whole columns (A:C) and whole rows (1:3) move too; $A and $1 stay.
    if (isHalfOfRange && /^[A-Z]{1,3}$/iu.test(text)) return columnName(columnNumber(text) + columns);
    if (isHalfOfRange && /^\d{1,7}$/u.test(text)) return String(Number(text) + rows);
    return text;
  }
  const column = columnNumber(cell[2]!) + (cell[1] ? 0 : columns);
  const row = Number(cell[4]) + (cell[3] ? 0 : rows);
  if (column < 0 || row < 1) return '#REF!';
  return `${cell[1]!}${columnName(column)}${cell[3]!}${row}`;
}
