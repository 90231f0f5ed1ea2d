import { textsOf } from './context';
import type { Block, Content, SheetKey, SheetPlan, WorkbookPlan } from './plan';

/** An input cell of a report: where it stands and what the report puts there. */
export interface ReportInput {
  /** What it is, and of what: the same in both languages, and whatever else the report holds. */
  readonly key: InputKey;
  readonly sheet: SheetKey;
  readonly row: number;
  readonly column: number;
  readonly value: Content;
  /** The other constants of its row: they tell the row where a user has sorted the table. '' outside tables. */
  readonly label: string;
  /** The last column that the label is of: what a user writes beside a table is no part of it. */
  readonly labelEnd: number;
}

export type InputKey = readonly (string | number)[];

/** A key by which an input is looked up. */
export function keyText(key: InputKey): string {
  return JSON.stringify(key);
}

/** Every input cell of a report. */
export function inputsOf(plan: WorkbookPlan): readonly ReportInput[] {
  return plan.sheets.flatMap((sheet) => {
    const typed = typedColumns(sheet);
    return sheet.inputs.flatMap(({ row, column, what, of }) =>
      of.map((each, index): ReportInput => {
        const at = row + index;
        const block = sheet.blocks.find((each) => holds(each, at, column));
        const cells = block?.cells[at - block.row] ?? [];
        const label = cells.filter((cell, j) => isConstant(cell) && !typed.has(`${at} ${block!.column + j}`));
        return {
          key: [what, ...each],
          sheet: sheet.key,
          row: at,
          column,
          value: block ? (cells[column - block.column] ?? null) : null,
          labelEnd: (block?.column ?? 0) + cells.length - 1,
          label: of.length === 1 && cells.length < 3 ? '' : rowLabel(label),
        };
      }),
    );
  });
}

/** A row's constants as one text. */
export function rowLabel(constants: readonly unknown[]): string {
  return constants.map(String).join('\n');
}

/**
 * The report with other values in its input cells. A key that it does not have is left out. A word that was chosen
 * in a report of the other language is said in this one's.
 */
export function withInputs(plan: WorkbookPlan, values: ReadonlyMap<string, Content>): WorkbookPlan {
  if (values.size === 0) return plan;
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => {
      const changed = new Map<string, Content>();
      for (const { row, column, what, of } of sheet.inputs) {
        for (const [index, each] of of.entries()) {
          const key = keyText([what, ...each]);
          if (values.has(key)) changed.set(`${row + index} ${column}`, values.get(key)!);
        }
      }
      if (changed.size === 0) return sheet;
      const cell = (block: Block, i: number, j: number, content: Content): Content => {
        const place = `${block.row + i} ${block.column + j}`;
        return changed.has(place) ? translated(changed.get(place)!, content) : content;
      };
      const blocks = sheet.blocks.map((block) => ({
        ...block,
        cells: block.cells.map((row, i) => row.map((content, j) => cell(block, i, j, content))),
      }));
      return { ...sheet, blocks };
    }),
  };
}

/** The words to choose among, in the same order in both languages. */
function wordsToChoose(): readonly (readonly string[])[] {
  return (['da', 'en'] as const).map((language) => {
    const { trends, yes, no } = textsOf(language);
    return [trends.compound, trends.linear, trends.none, yes, no];
  });
}

/** What was typed, in the language of what the report itself puts there. */
function translated(value: Content, own: Content): Content {
  if (typeof value !== 'string' || typeof own !== 'string') return value;
  const all = wordsToChoose();
  const meant = all
    .map((words) => words.findIndex((word) => word.toLowerCase() === value.trim().toLowerCase()))
    .find((index) => index >= 0);
  const language = all.find((words) => words.includes(own));
  return (meant === undefined ? undefined : language?.[meant]) ?? value;
}

function typedColumns({ inputs }: SheetPlan): ReadonlySet<string> {
  return new Set(inputs.flatMap(({ row, column, of }) => of.map((_, index) => `${row + index} ${column}`)));
}

function holds({ row, column, cells }: Block, atRow: number, atColumn: number): boolean {
  return (
    atRow >= row &&
    atRow < row + cells.length &&
    atColumn >= column &&
    atColumn < column + (cells[0]?.length ?? 0)
  );
}

function isConstant(content: Content): boolean {
  return content !== null && content !== '' && typeof content !== 'object';
}
