/** Work of Univer's that grows with all formulas of the workbook, or with more, where far less is needed. */
import type { ICellData, Injector, IObjectMatrixPrimitiveType } from '@univerjs/core';
import type { IFormulaData, IFormulaDataItem, IFormulaDependencyTree } from '@univerjs/engine-formula';
import {
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDataModel,
  IDependencyManagerService,
} from '@univerjs/engine-formula';
import { UpdateFormulaController } from '@univerjs/sheets-formula';

/** Every write and calculation of this Univer from now on. */
export function keepFormulasLightly(injector: Injector): void {
  lookForFilledCellsOnlyIfThereAre(injector);
  listRangesOnce(injector);
  readOnlyFormulasThatNameTheSheet(injector);
  tellFormulasApart();
}

/**
 * After every write Univer looks through all formulas of the workbook for cells filled from one that was
 * overwritten. Only its own user's hand fills cells so: until then there is nothing to look for, and a report of
 * many areas is written in many parts.
 */
function lookForFilledCellsOnlyIfThereAre(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const update = model.updateFormulaData.bind(model);
  let hasFilledCells = false;
  model.updateFormulaData = (unit, sheet, cells) => {
    const written: IObjectMatrixPrimitiveType<IFormulaDataItem> = {};
    for (const [row, columns] of Object.entries(cells)) {
      for (const [column, cell] of Object.entries((columns ?? {}) as Record<string, ICellData | null>)) {
        hasFilledCells ||= cell?.si != null && cell.si !== '';
        if (typeof cell?.f === 'string' && cell.f.startsWith('=')) {
          (written[Number(row)] ??= {})[Number(column)] = { f: cell.f };
        }
      }
    }
    return hasFilledCells ? update(unit, sheet, cells) : written;
  };
}

/** Univer lists the ranges of a filled formula anew each time it asks for one of them. */
function listRangesOnce(injector: Injector): void {
  const manager = injector.get(IDependencyManagerService);
  const add = manager.addDependencyRTreeCache.bind(manager);
  manager.addDependencyRTreeCache = ({ treeId, rangeList }) => {
    add({ treeId, rangeList } as IFormulaDependencyTree);
  };
}

/** What Univer is to change in formulas; of the kinds, the one for a sheet that is given another name. */
interface Move {
  readonly type: number;
  readonly unitId: string;
  readonly sheetId: string;
}
const sheetRenamed = 11;

type SheetNames = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

interface FormulaMover {
  _getFormulaReferenceMoveInfo(formulas: IFormulaData, names: SheetNames, move: Move): unknown;
}

/** Univer takes every formula of the workbook apart to find those that name a sheet which is given another name. */
function readOnlyFormulasThatNameTheSheet(injector: Injector): void {
  const mover = injector.get(UpdateFormulaController) as unknown as FormulaMover;
  const moved = mover._getFormulaReferenceMoveInfo.bind(mover);
  mover._getFormulaReferenceMoveInfo = (formulas, names, move) => {
    if (move.type !== sheetRenamed) return moved(formulas, names, move);
    const before = Object.entries(names[move.unitId] ?? {}).find(([, id]) => id === move.sheetId)?.[0];
    return moved(before === undefined ? formulas : naming(formulas, before), names, move);
  };
}

/** The formulas in which the sheet's name stands, and cells without one of their own, filled from another. */
function naming(formulas: IFormulaData, sheet: string): IFormulaData {
  const written = sheet.replaceAll("'", "''");
  const few: IFormulaData = {};
  for (const [unit, sheets] of Object.entries(formulas)) {
    for (const [id, rows] of Object.entries(sheets ?? {})) {
      const kept: IObjectMatrixPrimitiveType<IFormulaDataItem | null> = {};
      for (const [row, columns] of Object.entries(rows ?? {}))
        for (const [column, item] of Object.entries(columns as Record<string, IFormulaDataItem | null>))
          if (item && (!item.f || item.f.includes(written)))
            (kept[Number(row)] ??= {})[Number(column)] = item;
      (few[unit] ??= {})[id] = kept;
    }
  }
  return few;
}

/** How many formulas Univer keeps when it has read them, and how many it is to keep: each is needed twice over. */
const formulasKept = { before: 5000, now: 20_000 };

interface Cache {
  readonly _cache: { limit: number };
  _hash(text: string): string;
  set(text: string, value: unknown): void;
}

const isPatched = Symbol('tells formulas apart');

/**
 * Univer knows a formula of more than 64 letters by a number of 32 bits, which two of many thousands may share, and
 * which does not tell the names that stand in it: those are not read anew when a name comes to mean something else.
 */
function tellFormulasApart(): void {
  const type = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE) as Cache & { [isPatched]?: true };
  if (type[isPatched]) return;
  type[isPatched] = true;
  type._hash = (text) => text;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its cache below
  const { set } = type;
  type.set = function setAmongMany(this: Cache, text, value) {
    if (this._cache.limit === formulasKept.before) this._cache.limit = formulasKept.now;
    set.call(this, text, value);
  };
}
