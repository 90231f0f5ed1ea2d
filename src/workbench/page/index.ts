import './page.css';
import { startPageEngine } from '../engine/boot-page';
import type { PageEngine } from '../engine/engine';
import { fileOfThisWindow } from './new-window';
import { showPane, type Pane } from './pane';
import { createStatus } from './status';
import { textsFor } from './texts';
import { byId, connectFiles } from './workbook-files';
import { readXlsx } from './xlsx';

/** The workbench's page: the grid, the task pane beside it, files in and out. */

declare global {
  interface Window {
    /** For tests and the curious: the open workbook and the add-in's host. */
    workbench?: { readonly engine: PageEngine; readonly pane: Pane };
  }
}

// Charts come after the grid: what draws them is read meanwhile.
const charts = import('./charts');
const texts = textsFor(location.search);
document.documentElement.lang = texts.locale.slice(0, 2);
byId('open-button').textContent = texts.open;
byId('download-button').textContent = texts.download;
const status = createStatus(byId('status'), texts);

void status.whileDoing(texts.starting, async () => {
  const engine = await startPageEngine(byId('grid'), { firstSheet: texts.firstSheet });
  const file = await fileOfThisWindow();
  if (file) await engine.load(await readXlsx(file));
  (await charts).showCharts(engine, texts.locale);
  const pane = await showPane(byId('pane'), engine, texts);
  connectFiles(engine, pane, status, texts);
  window.workbench = { engine, pane };
  document.documentElement.dataset['state'] = 'ready';
  return texts.ready;
});
