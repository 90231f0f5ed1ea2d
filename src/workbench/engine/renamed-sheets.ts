/** References in what the engine keeps as plain data follow their sheet when it is renamed. */
import { quoteSheet } from '../addresses';
import type { Notes } from './notes';

export function renameInNotes(notes: Notes, sheets: readonly string[], before: string, after: string): void {
  const follow = (text: string): string => renameInFormula(text, before, after);
  for (const sheet of sheets) {
    const note = notes.of(sheet);
    for (const [id, chart] of note.charts) {
      const series = chart.series.map((item) => ({
        ...item,
        values: follow(item.values),
        ...(item.categories !== undefined && { categories: follow(item.categories) }),
        ...(item.nameReference !== undefined && { nameReference: follow(item.nameReference) }),
      }));
      const { titleReference } = chart;
      const title = titleReference === undefined ? {} : { titleReference: follow(titleReference) };
      note.charts.set(id, { ...chart, ...title, series });
    }
    note.conditionalFormats = note.conditionalFormats.map((format) => ({
      ...format,
      formula: follow(format.formula),
    }));
    note.validations = note.validations.map((validation) => ({
      ...validation,
      ...(validation.first?.startsWith('=') === true && { first: follow(validation.first) }),
      ...(validation.second?.startsWith('=') === true && { second: follow(validation.second) }),
    }));
  }
}

/** What a formula says once a sheet is gone: `#REF!` in the sheet's place. */
export function withoutSheet(formula: string, gone: string): string {
  return replaceSheet(formula, gone, '#REF!');
}

function renameInFormula(formula: string, before: string, after: string): string {
  return replaceSheet(formula, before, `${quoteSheet(after)}!`);
}

/** Texts in quotes stay as they are. */
function replaceSheet(formula: string, before: string, mark: string): string {
  const quoted = `'${before.replaceAll("'", "''")}'!`;
  const plain = `${before}!`;
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/gu, (token) =>
    token === quoted || token === plain ? mark : token,
  );
}
