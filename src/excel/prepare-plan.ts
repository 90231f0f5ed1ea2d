import {
  withInputs,
  type Block,
  type Content,
  type InputPlan,
  type SheetPlan,
  type WorkbookPlan,
} from '../report';
import { packRecord } from './report-record';
import { savedNamespace, toSavedXml } from './saved-xml';

/** A plan as it goes into requests, with the record that is kept beside it. */
export interface PreparedPlan extends Omit<WorkbookPlan, 'sheets'> {
  readonly sheets: readonly PreparedSheet[];
  readonly record: readonly PreparedDocument[];
}

export interface PreparedSheet extends Omit<SheetPlan, 'blocks' | 'inputs'> {
  readonly blocks: readonly PreparedBlock[];
  /** What the blocks hold, one after the other. */
  readonly texts: readonly string[];
  readonly inputs: readonly (Pick<InputPlan, 'row' | 'column'> & { readonly rows: number })[];
}

/**
 * Cells of a size that fits into a request. As a text until it is their turn: a report on thousands of areas has
 * more than a million cells, and the pane would be held up by having them all.
 */
export interface PreparedBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Where its rows stand in the sheet's texts, as JSON of what Office.js takes. */
  readonly text: number;
  readonly from: number;
  readonly to: number;
  /** Roughly what it adds to a request. */
  readonly bytes: number;
}

export interface PreparedDocument {
  readonly xml: string;
  readonly bytes: number;
}

/** What the way to a sheet and its range takes in a request, and every instruction about it. */
export const bytesOfTheWay = 280;
export const bytesPerInstruction = 170;
/** A block is cut into steps of this size, so that steps fill requests well and none is too large for one. */
const mostBytesPerStep = 30_000;
/**
 * Blocks share texts as long as one message from the worker holds: browsers move texts of less than 128 KB twice
 * before they leave them where they are, and thousands that come at once held the pane up for a fifth of a second.
 */
const mostCharactersPerText = 390_000;

/**
 * What of writing needs no Excel, and takes long for many areas: it can be done where it holds nobody up. Pure; the
 * plan is not changed.
 *
 * @param typed what takes the place of the report's own inputs, because a user typed it into the sheets. The record
 *   keeps what is the report's own: so it is still known for typed when the report is written anew once more.
 */
export function preparePlan(
  report: WorkbookPlan | PreparedPlan,
  typed: ReadonlyMap<string, Content> = new Map(),
): PreparedPlan {
  if ('record' in report) return report;
  const record = toSavedXml(savedNamespace.report(report.suffix), packRecord(report));
  const plan = withInputs(report, typed);
  return {
    ...plan,
    sheets: plan.sheets.map(prepareSheet),
    record: record.map((xml) => ({ xml, bytes: bytesOfText(xml) })),
  };
}

function prepareSheet(sheet: SheetPlan): PreparedSheet {
  return {
    ...sheet,
    ...inTexts(sheet.blocks.flatMap(cutBlock)),
    inputs: sheet.inputs.map(({ row, column, of }) => ({ row, column, rows: of.length })),
  };
}

function inTexts(cut: readonly CutBlock[]): Pick<PreparedSheet, 'blocks' | 'texts'> {
  const texts: string[] = [];
  let last = '';
  const blocks = cut.map(({ formulas, ...block }) => {
    if (last.length + formulas.length > mostCharactersPerText) {
      texts.push(last);
      last = '';
    }
    const from = last.length;
    last += formulas;
    return { ...block, text: texts.length, from, to: last.length };
  });
  return { blocks, texts: [...texts, last] };
}

interface CutBlock extends Omit<PreparedBlock, 'text' | 'from' | 'to'> {
  readonly formulas: string;
}

/** One write per block; a block too long for one request is cut between rows. */
function cutBlock({ row, column, cells }: Block): CutBlock[] {
  const blocks: CutBlock[] = [];
  let rows: string[] = [];
  let bytes = bytesOfTheWay + bytesPerInstruction;
  let first = row;
  const end = (): void => {
    if (rows.length === 0) return;
    const size = { rows: rows.length, columns: cells[0]!.length };
    blocks.push({ row: first, column, ...size, formulas: `[${rows.join(',')}]`, bytes });
    first += rows.length;
    rows = [];
    bytes = bytesOfTheWay + bytesPerInstruction;
  };
  for (const each of cells) {
    const json = JSON.stringify(each.map(asFormula));
    const more = bytesOfJson(json) + 1;
    if (bytes + more > mostBytesPerStep) end();
    rows.push(json);
    bytes += more;
  }
  end();
  return blocks;
}

/** How many bytes a text takes in a request, at most: it travels as JSON in UTF-8. */
function bytesOfText(text: string): number {
  return bytesOfJson(JSON.stringify(text));
}

const beyondAscii = /[^\x20-\x7e]/g;

function bytesOfJson(json: string): number {
  // A sign beyond ASCII takes up to three bytes.
  return json.length + 2 * (json.match(beyondAscii)?.length ?? 0);
}

/** A cell holds 32,767 characters, the apostrophe before them included. */
const longestText = 32_000;

/** Words that Excel would read as something else than text. */
const wordsThatAreValues = /^(true|false|sand|falsk)$/i;

/**
 * A cell as Office.js takes it. Text that Excel might read as a formula, number or date gets an apostrophe,
 * which Excel takes as "this is text" and does not show.
 */
export function asFormula(content: Content): string | number | boolean | null {
  if (content === null) return null;
  if (typeof content === 'object') return content.formula;
  if (typeof content !== 'string') return content;
  const text = content.length > longestText ? `${content.slice(0, longestText)}…` : content;
  const isPlain = /^[\p{L} ][^\d]*$/u.test(text) && !wordsThatAreValues.test(text);
  return isPlain || text === '' ? text : `'${text}`;
}
