/** Starts the engine without a window. */
import './iterator-helpers';
import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import { CONDITIONAL_FUNCTIONS } from './conditional-functions';
import { Emitter } from './emitter';
import type { Engine } from './engine';
import { createFormulaPlugin } from './formula-plugin';
import { REPAIRED_FUNCTIONS } from './repaired-functions';
import { createUniverEngine, emptyBook } from './univer-engine';

/** An engine with one empty sheet. It computes when it is asked to (`calculate`, `settle`). */
export function startNodeEngine(firstSheet = 'Sheet1'): Engine {
  const emitter = new Emitter();
  const { plugin, calculation } = createFormulaPlugin(false, emitter);
  const univer = new Univer({ locale: LocaleType.EN_US, logLevel: LogLevel.ERROR, locales: {} });
  univer.registerPlugin(UniverFormulaEnginePlugin, {
    function: [...REPAIRED_FUNCTIONS, ...CONDITIONAL_FUNCTIONS],
  });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(plugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  return createUniverEngine(univer, calculation, emitter, emptyBook(firstSheet));
}
