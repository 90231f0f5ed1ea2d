/**
 * After every write Univer looks through all formulas of the workbook for cells filled from one that was
 * overwritten. Only its own user's hand fills cells so: until then there is nothing to look for, and a report of
 * many areas is written in many parts.
 */
import type { ICellData, Injector, IObjectMatrixPrimitiveType } from '@univerjs/core';
import type { IFormulaDataItem } from '@univerjs/engine-formula';
import { FormulaDataModel } from '@univerjs/engine-formula';

/** Every write of this Univer from now on. */
export function keepFormulasLightly(injector: Injector): void {
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
