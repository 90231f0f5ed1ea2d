/**
 * Formulas that are one formula filled down or right, such as `=A1+$C$1` above `=A2+$C$1`, are read once for all
 * of their cells. Univer does so only where its own user has filled them; what a program or a file brings arrives
 * as a text per cell, and reading a text takes far longer than computing it.
 */
import type { Injector } from '@univerjs/core';
import type { IFormulaData, IFormulaDataItem } from '@univerjs/engine-formula';
import { IFormulaCurrentConfigService } from '@univerjs/engine-formula';
import { columnNumber } from '../files/ranges';

/** Every calculation of this Univer from now on. */
export function readFilledFormulasOnce(injector: Injector): void {
  const current = injector.get(IFormulaCurrentConfigService);
  const load = current.load.bind(current);
  current.load = (config) => {
    joinFilledFormulas(config.formulaData);
    load(config);
  };
}

interface First {
  readonly item: IFormulaDataItem;
  readonly row: number;
  readonly column: number;
}

/** Says of each formula which it is filled from: Univer's own marks, in what a calculation is given. */
function joinFilledFormulas(data: IFormulaData): void {
  for (const sheets of Object.values(data)) {
    for (const sheet of Object.values(sheets ?? {})) {
      const firsts = new Map<string, First>();
      for (const [rowKey, cells] of Object.entries(sheet ?? {})) {
        const row = Number(rowKey);
        for (const [columnKey, item] of Object.entries(cells as Record<string, IFormulaDataItem | null>)) {
          if (item == null || item.si !== undefined) continue;
          const column = Number(columnKey);
          const form = relativeForm(item.f, row, column);
          if (form === null) continue;
          const first = firsts.get(form);
          if (first === undefined) {
            firsts.set(form, { item, row, column });
            continue;
          }
          first.item.si ??= `filled ${first.row} ${first.column}`;
          item.f = first.item.f;
          item.si = first.item.si;
          item.x = column - first.column;
          item.y = row - first.row;
        }
      }
    }
  }
}

const cells =
  /"[^"]*"|'[^']*'|(?<![\p{L}\p{N}_.$\\])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!\\])/giu;
/** Whole rows and columns, columns of tables, arrays and spilled ranges: left to Univer as they are written. */
const others = /[[{#]|(?<!»):|:(?!«)/;
/** Ranges of which only one end moves, such as `A$1:A5`: Univer moves them wrongly. */
const halfFixed = /«(..)[^»]*»:«(?!\1)/;

/** A formula with its references told as distances from its cell; null where that leaves something out. */
export function relativeForm(formula: string, row: number, column: number): string | null {
  if (/[«»]/.test(formula)) return null;
  const form = formula.replace(
    cells,
    (text, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      if (letters === undefined) return text;
      const across = columnNumber(letters) - (fixedColumn ? 0 : column);
      const down = Number(digits) - (fixedRow ? 0 : row + 1);
      return `«${fixedColumn ? 'f' : 'm'}${fixedRow ? 'f' : 'm'}${across} ${down}»`;
    },
  );
  return others.test(form) || halfFixed.test(form) ? null : form;
}
