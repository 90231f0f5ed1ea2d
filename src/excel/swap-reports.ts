import { absolute, quotedSheet, type Reference, type SheetKey } from '../report';
import { forThisRequest } from './for-this-request';
import { comparableName, sheetOf, unfinishedName } from './own-sheets';
import type { PreparedPlan } from './prepare-plan';
import type { Replaced, Survey, UsersFormula } from './survey-workbook';

/** Two reports that are to change places: one that is in the workbook, and one that was written beside it. */
export interface Swap {
  /** The workbook as it was last seen. */
  survey: Survey & { readonly replaced: Replaced };
  /** Formulas of the user's that speak of the earlier report; none are known until the two change places. */
  usersFormulas: readonly UsersFormula[];
  /** With its final names. */
  readonly plan: PreparedPlan;
  /** What the new sheets and tables are called until then. */
  readonly sheets: ReadonlyMap<SheetKey, string>;
  readonly tableName: (name: string) => string;
  /** What the earlier ones are called from then on, with `old`: nothing else in the workbook begins so. */
  readonly mark: string;
}

/**
 * The new report takes the earlier one's place, in one request: its sheets' names and places, its tables' names,
 * the workbook's names. Formulas of the user's that spoke of the earlier report speak of the new one. The earlier
 * one is still whole afterwards, under other names.
 */
export async function swapIn(context: Excel.RequestContext, swap: Swap): Promise<void> {
  const { worksheets, tables, names } = context.workbook;
  const { plan, survey, mark } = swap;
  const { replaced } = survey;
  context.application.suspendScreenUpdatingUntilNextSync();
  // First of all what a protected sheet would refuse.
  for (const [index, { id }] of [...replaced.sheets.values()].entries())
    worksheets.getItem(id).name = oldName(mark, index);
  for (const { id, name } of replaced.tables) tables.getItem(id).name = `${mark}old_${name}`;
  const finalNames = new Map<SheetKey, string>();
  for (const { key, name, tables: own } of plan.sheets) {
    const earlier = replaced.sheets.get(key);
    const sheet = worksheets.getItem(swap.sheets.get(key)!);
    // A sheet that the user has renamed keeps that name.
    finalNames.set(key, earlier?.name ?? name);
    sheet.name = finalNames.get(key)!;
    for (const table of own) tables.getItem(swap.tableName(table.name)).name = table.name;
  }
  for (const { key } of plan.sheets) {
    const earlier = replaced.sheets.get(key);
    if (earlier) worksheets.getItem(finalNames.get(key)!).position = earlier.position;
  }
  const known = new Set(replaced.names.map(({ name }) => comparableName(name)));
  for (const { name, refersTo } of plan.names) {
    if (known.has(comparableName(name)))
      names.getItem(name).formula = `=${quotedSheet(finalNames.get(refersTo.sheet)!)}!${absolute(refersTo)}`;
    else names.add(name, rangeOf(worksheets, finalNames, refersTo));
  }
  const kept = new Set(plan.names.map(({ name }) => comparableName(name)));
  for (const { name } of replaced.names) if (!kept.has(comparableName(name))) names.getItem(name).delete();
  restoreUsers(context, swap);
  // From now on it is the earlier report that a write which is cut off leaves behind.
  for (const number of plan.sheets.keys()) names.getItem(unfinishedName(number)).delete();
  for (const [index, { id }] of [...replaced.sheets.values()].entries())
    names.add(unfinishedName(index), forThisRequest(worksheets.getItem(id).getRange('A1')));
  context.application.calculate('Recalculate');
  const shown = worksheets.getItem(finalNames.get(plan.show)!);
  shown.activate();
  forThisRequest(shown.getRange('A1')).select();
  await context.sync();
}

/** Takes the earlier report away, with its record: the last request. */
export async function dropReplaced(context: Excel.RequestContext, { survey }: Swap): Promise<void> {
  const { worksheets, names, customXmlParts } = context.workbook;
  const earlier = [...survey.replaced.sheets.values()];
  // The sheets first: as long as all of them are there, everything else is too, and can be put back.
  for (const { id } of earlier) worksheets.getItem(id).delete();
  for (const index of earlier.keys()) names.getItem(unfinishedName(index)).delete();
  for (const id of survey.records) customXmlParts.getItem(id).delete();
  await context.sync();
}

/** What `dropReplaced` left, where it was cut off: nothing of it may be there any more. */
export async function dropRest(context: Excel.RequestContext, { survey }: Swap): Promise<void> {
  const { worksheets, names, customXmlParts } = context.workbook;
  const earlier = [...survey.replaced.sheets.values()];
  const records = survey.records.map((id) => customXmlParts.getItemOrNullObject(id));
  const marks = earlier.map((_, index) => names.getItemOrNullObject(unfinishedName(index)));
  const sheets = earlier.map(({ id }) => worksheets.getItemOrNullObject(id));
  for (const record of records) record.load('id');
  for (const mark of marks) mark.load('name');
  for (const sheet of sheets) sheet.load('id');
  await context.sync();
  for (const item of [...records, ...marks, ...sheets]) if (!item.isNullObject) item.delete();
  await context.sync();
}

/**
 * Puts the earlier report back, however far the two had come: the new sheets are deleted, and everything that the
 * survey knows has its name, place and formula again. Where the two had not begun, there is nothing to put back.
 *
 * @param ids of the new sheets: sheets of the same names may be another pane's
 * @returns false where the earlier report is no longer whole: then the new one, which is, must stay
 */
export async function swapBack(
  context: Excel.RequestContext,
  swap: Swap,
  ids: ReadonlySet<string>,
): Promise<boolean> {
  const { worksheets, tables, names } = context.workbook;
  const { survey, plan, sheets, mark } = swap;
  const { replaced } = survey;
  worksheets.load('items/id,items/name');
  names.load('items/name,items/formula');
  tables.load('items/id');
  await context.sync();
  const there = new Map(worksheets.items.map(({ id, name }) => [id, name]));
  const hasTemporaryName = (name: string): boolean =>
    [...sheets.values()].some((each) => comparableName(each) === comparableName(name));
  const added = worksheets.items.filter(({ id }) => ids.has(id));
  const hasTakenPlace = added.length > 0 && !added.some(({ name }) => hasTemporaryName(name));
  const before = [...replaced.sheets.values()];
  if (hasTakenPlace && !before.every(({ id }) => there.has(id))) return false;
  const isMoved = before.some(({ id }, index) => there.get(id) === oldName(mark, index));
  if (!isMoved) return true;
  const finalNames = plan.sheets.map(({ key, name }) => replaced.sheets.get(key)?.name ?? name);
  const called = new Set([...sheets.values(), ...finalNames].map(comparableName));
  const others = worksheets.items.filter(
    ({ id, name }) => !survey.sheetIds.has(id) && !ids.has(id) && called.has(comparableName(name)),
  );
  const othersNames = new Set(others.map(({ name }) => comparableName(name)));
  for (const { id } of added) worksheets.getItem(id).delete();
  const left = before.filter(({ id }) => there.has(id)).sort((a, b) => a.position - b.position);
  for (const { id, name } of left) worksheets.getItem(id).name = name;
  for (const { id, position } of left) worksheets.getItem(id).position = position;
  const leftTables = new Set(tables.items.map(({ id }) => id));
  for (const { id, name } of replaced.tables) if (leftTables.has(id)) tables.getItem(id).name = name;
  const leftNames = new Set(left.map(({ name }) => comparableName(name)));
  const now = new Set(names.items.map(({ name }) => comparableName(name)));
  for (const { name, formula } of replaced.names) {
    const sheet = sheetOf(formula);
    if (sheet === null || !leftNames.has(comparableName(sheet))) continue;
    if (now.has(comparableName(name))) names.getItem(name).formula = formula;
    else names.add(name, formula);
  }
  const known = new Set(survey.names.map(({ name }) => comparableName(name)));
  const own = new Set([
    ...plan.names.map(({ name }) => comparableName(name)),
    ...[...sheets.keys()].map((_, index) => comparableName(unfinishedName(index))),
  ]);
  for (const { name, formula } of names.items) {
    const isOthers = othersNames.has(comparableName(sheetOf(String(formula)) ?? ''));
    if (own.has(comparableName(name)) && !known.has(comparableName(name)) && !isOthers)
      names.getItem(name).delete();
  }
  restoreUsers(context, swap);
  await context.sync();
  return true;
}

/** What the user wrote, as it was written: a formula follows a sheet that is renamed, and here it must not. */
function restoreUsers(context: Excel.RequestContext, { survey, usersFormulas }: Swap): void {
  const { worksheets, names } = context.workbook;
  for (const { name, formula } of survey.replaced.usersNames) names.getItem(name).formula = formula;
  for (const { sheet, row, column, formula } of usersFormulas)
    worksheets.getItem(sheet).getCell(row, column).formulas = [[formula]];
}

function oldName(mark: string, index: number): string {
  return `${mark}old_${index}`;
}

function rangeOf(
  worksheets: Excel.WorksheetCollection,
  names: ReadonlyMap<SheetKey, string>,
  { sheet, row, column, rows, columns }: Reference,
): Excel.Range {
  return forThisRequest(worksheets.getItem(names.get(sheet)!).getRangeByIndexes(row, column, rows, columns));
}
