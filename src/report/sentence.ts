/**
 * Sentences that a formula builds, so that they stay true when an input changes: `In year {year} …` with a
 * formula for every name in braces. Words come from `texts/`, figures from cells.
 */
export function sentence(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .flatMap((part) => (part.startsWith('{') ? [formulaFor(part, values)] : pieces(part).map(quoted)))
    .join('&');
}

function formulaFor(placeholder: string, values: Readonly<Record<string, string>>): string {
  const formula = values[placeholder.slice(1, -1)];
  if (formula === undefined) throw new Error(`The sentence has no value for ${placeholder}.`);
  return formula;
}

/** A text inside a formula may have at most 255 characters. */
function pieces(text: string): string[] {
  return text.match(/[^]{1,250}/g) ?? [];
}

export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/**
 * Figures inside a sentence: FIXED follows the reader's own decimal sign, TEXT's codes would not. After a hyphen a
 * line may be broken, so a figure below 0 gets a true minus.
 */
export function fixed(formula: string, decimals: number): string {
  return `SUBSTITUTE(FIXED(${formula},${decimals}),"-","−")`;
}

/** An amount, as exactly as it is known. */
export function thousands(formula: string): string {
  return fixed(`ROUND(${formula},-3)`, 0);
}

/** A share as percent: 95, but 99.9. */
export function percent(formula: string): string {
  return `FIXED(100*${formula},IF(ROUND(100*${formula},6)=ROUND(100*${formula},0),0,1))`;
}
