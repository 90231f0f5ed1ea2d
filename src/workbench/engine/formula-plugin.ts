/** Univer's formula plugin with our own trigger of calculations in the place of its own. */
import { ICommandService } from '@univerjs/core';
import { IActiveDirtyManagerService } from '@univerjs/engine-formula';
import { TriggerCalculationController, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { Calculation } from './calculation';
import type { Emitter } from './emitter';

/**
 * @param startsAlone see `Calculation`
 * @param made hands over the calculation when Univer has made it
 */
export function createFormulaPlugin(
  startsAlone: boolean,
  emitter: Emitter,
): { readonly plugin: typeof UniverSheetsFormulaPlugin; readonly calculation: () => Calculation } {
  let made: Calculation | undefined;
  class FormulaPlugin extends UniverSheetsFormulaPlugin {
    override onStarting(): void {
      super.onStarting();
      made = new Calculation(
        this._injector.get(ICommandService),
        this._injector.get(IActiveDirtyManagerService),
        startsAlone,
        (durationInMilliseconds) => emitter.emit('calculated', { durationInMilliseconds }),
      );
      const calculation = made;
      this._injector.replace([
        TriggerCalculationController,
        { useFactory: () => calculation as unknown as TriggerCalculationController },
      ]);
    }
  }
  return {
    plugin: FormulaPlugin,
    calculation() {
      if (made === undefined) throw new Error('Univer has not started its formula plugin.');
      return made;
    },
  };
}
