/** Starts the engine with a grid in a page. */
import './iterator-helpers';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-drawing/lib/index.css';
import type { PluginCtor } from '@univerjs/core';
import {
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingTexts from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreTexts from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDrawingPreset } from '@univerjs/preset-sheets-drawing';
import drawingTexts from '@univerjs/preset-sheets-drawing/locales/en-US';
import { UniverSheetsTablePreset, UniverSheetsTableUIPlugin } from '@univerjs/preset-sheets-table';
import tableTexts from '@univerjs/preset-sheets-table/locales/en-US';
import { IRenderManagerService, Layer } from '@univerjs/engine-render';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { CONDITIONAL_FUNCTIONS } from './conditional-functions';
import { Emitter } from './emitter';
import type { PageEngine } from './engine';
import { createFloats } from './floats';
import { createFormulaPlugin } from './formula-plugin';
import { limitSuggestions } from './function-suggestions';
import { REPAIRED_FUNCTIONS } from './repaired-functions';
import { showConditionalFormats } from './shown-conditional-formats';
import { createUniverEngine, emptyBook } from './univer-engine';
import { UNIT } from './workspace';

// What is to be drawn anew is marked at once: Univer opens a message channel for each mark, to set it a moment later.
Layer.prototype.makeDirtyWithDebounce = function (state) {
  this.makeDirty(state);
};

type Entry = PluginCtor | [PluginCtor, unknown];

/**
 * An engine with one empty sheet, drawn in `container`, which must have a size. It computes by itself.
 * Resolves when the grid is there.
 */
export async function startPageEngine(
  container: HTMLElement,
  options: { readonly firstSheet?: string } = {},
): Promise<PageEngine> {
  const emitter = new Emitter();
  const { plugin, calculation } = createFormulaPlugin(true, emitter);
  const univer = new Univer({
    locale: LocaleType.EN_US,
    logLevel: LogLevel.ERROR,
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreTexts, tableTexts, conditionalFormattingTexts, drawingTexts),
    },
  });
  const presets = [
    // Without a toolbar: every change had its hundred buttons look whether they are lit.
    UniverSheetsCorePreset({
      container,
      toolbar: false,
      formula: { function: [...REPAIRED_FUNCTIONS, ...CONDITIONAL_FUNCTIONS] },
    }),
    UniverSheetsTablePreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDrawingPreset(),
  ];
  // Univer's own controls above a table are drawn anew after every change of any cell, and Excel has none.
  const configs: Readonly<Record<string, unknown>> = {
    [UniverSheetsTableUIPlugin.pluginName]: { hideAnchor: true },
  };
  // Presets share plugins; each may be registered once.
  const registered = new Set<string>();
  for (const [preset, config] of presets.flatMap(({ plugins }) => (plugins as Entry[]).map(toPair))) {
    if (registered.has(preset.pluginName)) continue;
    registered.add(preset.pluginName);
    univer.registerPlugin(
      preset.pluginName === plugin.pluginName ? plugin : preset,
      configs[preset.pluginName] ?? config,
    );
  }

  const injector = univer.__getInjector();
  const setDrawing = (isOn: boolean): void => {
    const drawn = injector.get(IRenderManagerService).getRenderById(UNIT);
    if (isOn) drawn?.activate();
    else drawn?.deactivate();
  };
  const book = emptyBook(options.firstSheet ?? 'Sheet1');
  const engine = createUniverEngine(univer, calculation, emitter, book, setDrawing);
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const api = FUniver.newAPI(univer);
  showConditionalFormats(engine, api);
  limitSuggestions(injector);
  const floats = createFloats(api);
  const editor = injector.get(IEditorBridgeService);
  return { ...engine, isEditing: () => editor.isVisible().visible, float: floats };
}

function toPair(entry: Entry): [PluginCtor, unknown] {
  return Array.isArray(entry) ? entry : [entry, undefined];
}
