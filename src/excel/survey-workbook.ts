import type { SheetKey } from '../report';
import { comparableName, isDangling, isUnfinishedName, reportsIn, sheetOf, unfinishedIn } from './own-sheets';
import { ExcelProblem } from './problem';
import { readFormulas } from './read-formulas';
import { savedNamespace } from './saved-xml';

export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

export interface NamedFormula {
  readonly name: string;
  readonly formula: string;
}

/** A cell of the user's whose formula speaks of the report that is written anew. */
export interface UsersFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The report that a new one takes the place of, and what of the user's depends on it. */
export interface Replaced {
  readonly sheets: ReadonlyMap<SheetKey, SurveyedSheet>;
  readonly tables: readonly { readonly id: string; readonly name: string }[];
  /** The workbook's names for its cells, the add-in's own. */
  readonly names: readonly NamedFormula[];
  /** Names of the user's that speak of it: they must go on doing so. */
  readonly usersNames: readonly NamedFormula[];
}

/** The workbook before a report is written into it: what must be as it was if that fails. */
export interface Survey {
  readonly sheetIds: ReadonlySet<string>;
  /**
   * Names of sheets, tables and cells, as Excel compares them; none of what an earlier write left behind, and none of
   * the add-in's own whose sheets the user has deleted.
   */
  readonly taken: ReadonlySet<string>;
  readonly names: readonly NamedFormula[];
  readonly parts: ReadonlySet<string>;
  /** The sheet that is shown. */
  readonly active: string;
  readonly recordNamespace: string;
  /** Records of earlier reports of the same suffix. */
  readonly records: readonly string[];
  /** Names that lead nowhere, because the user has deleted the report's sheets: as Excel compares them. */
  readonly dangling: ReadonlySet<string>;
  /** Marks of sheets that an earlier write left behind, and whether the sheet is still there; and its other names. */
  readonly unfinished: readonly { readonly name: string; readonly hasSheet: boolean }[];
  readonly replaced: Replaced | null;
}

/** One round trip. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  suffix: string,
  isUpdate: boolean,
): Promise<Survey> {
  const { worksheets, names, tables, customXmlParts } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load('id');
  worksheets.load('items/id,items/name,items/position,items/visibility');
  names.load('items/name,items/formula');
  tables.load('items/id,items/name,items/worksheet/name');
  customXmlParts.load('items/id,items/namespaceUri');
  await context.sync();
  const recordNamespace = savedNamespace.report(suffix);
  const unfinishedSheets = new Set(unfinishedIn(names.items).map(comparableName));
  const isUnfinished = (sheet: string): boolean => unfinishedSheets.has(comparableName(sheet));
  const all = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  const isLeftOver = ({ name, formula }: NamedFormula): boolean =>
    isUnfinishedName(name) || (/^sv_/i.test(name) && isUnfinished(sheetOf(formula) ?? ''));
  const named = all.filter((each) => !isLeftOver(each));
  const survey: Survey = {
    sheetIds: new Set(worksheets.items.filter(({ name }) => !isUnfinished(name)).map(({ id }) => id)),
    taken: new Set(
      [
        ...worksheets.items.filter(({ name }) => !isUnfinished(name)),
        ...named.filter((each) => !isDangling(each)),
        ...tables.items.filter((table) => !isUnfinished(table.worksheet.name)),
      ].map(({ name }) => comparableName(name)),
    ),
    names: named,
    parts: new Set(customXmlParts.items.map(({ id }) => id)),
    active: active.id,
    recordNamespace,
    records: customXmlParts.items
      .filter(({ namespaceUri }) => namespaceUri === recordNamespace)
      .map(({ id }) => id),
    dangling: new Set(named.filter(isDangling).map(({ name }) => comparableName(name))),
    unfinished: all
      .filter(isLeftOver)
      .map(({ name, formula }) => ({ name, hasSheet: isUnfinishedName(name) && sheetOf(formula) !== null })),
    replaced: null,
  };
  if (!isUpdate) return survey;
  const report = reportsIn(names.items).find(
    (each) => comparableName(each.suffix) === comparableName(suffix),
  );
  if (!report) throw new ExcelProblem('report-gone', suffix);
  const sheets = new Map<SheetKey, SurveyedSheet>();
  for (const [key, name] of report.sheets) {
    const found = worksheets.items.find((sheet) => comparableName(sheet.name) === comparableName(name));
    if (found) sheets.set(key, { id: found.id, name: found.name, position: found.position });
  }
  const own = new Set([...sheets.values()].map(({ name }) => comparableName(name)));
  const isOwn = ({ formula }: NamedFormula): boolean => own.has(comparableName(sheetOf(formula) ?? ''));
  const ownTables = tables.items
    .filter((table) => own.has(comparableName(table.worksheet.name)))
    .map(({ id, name }) => ({ id, name }));
  const mentions = mentionOf(sheets, ownTables);
  const isAddIns = ({ name }: NamedFormula): boolean => /^sv_/i.test(name);
  return {
    ...survey,
    replaced: {
      sheets,
      tables: ownTables,
      names: survey.names.filter((each) => isAddIns(each) && (isOwn(each) || isMarkerOf(each, suffix))),
      usersNames: survey.names.filter((each) => !isAddIns(each) && mentions(each.formula)),
    },
  };
}

/** Formulas of the user's that speak of a report: they must go on doing so. Two round trips, more for many cells. */
export async function readUsersFormulas(
  context: Excel.RequestContext,
  { sheetIds }: Survey,
  { sheets, tables }: Replaced,
): Promise<readonly UsersFormula[]> {
  const own = new Set([...sheets.values()].map(({ id }) => id));
  const users = [...sheetIds].filter((id) => !own.has(id));
  const mentions = mentionOf(sheets, tables);
  const found: UsersFormula[] = [];
  for await (const { sheet, firstRow, firstColumn, cells } of readFormulas(context, users))
    for (const [i, row] of cells.entries())
      for (const [j, cell] of row.entries()) {
        if (typeof cell !== 'string' || !cell.startsWith('=') || !mentions(cell)) continue;
        found.push({ sheet: users[sheet]!, row: firstRow + i, column: firstColumn + j, formula: cell });
      }
  return found;
}

/** The marker of a sheet that the user has deleted points nowhere, and is the report's all the same. */
function isMarkerOf(named: NamedFormula, suffix: string): boolean {
  const ending = suffix === '' ? '' : `_${suffix}`;
  return isDangling(named) && comparableName(named.name).endsWith(comparableName(ending));
}

/** Whether a formula speaks of one of the sheets or tables, outside its texts. */
function mentionOf(sheets: Replaced['sheets'], tables: Replaced['tables']): (formula: string) => boolean {
  const wanted = new Set(
    [
      ...[...sheets.values()].flatMap(({ name }) => [`'${name.replace(/'/g, "''")}'!`, `${name}!`]),
      ...tables.map(({ name }) => name),
    ].map(comparableName),
  );
  return (formula) =>
    [...formula.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!?/gu)].some(([part]) =>
      wanted.has(comparableName(part)),
    );
}
