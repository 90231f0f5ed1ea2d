/** Charts: plain descriptions that follow the workbook; whoever shows the workbook draws them. */
import type { ChartId, Charts, EngineChart } from './engine';
import type { Notes } from './notes';
import type { Workspace } from './workspace';

export function createCharts(workspace: Workspace, notes: Notes): Charts {
  let added = 0;
  const find = (id: ChartId): EngineChart => {
    for (const sheet of workspace.workbook().getSheetOrders()) {
      const chart = notes.of(sheet).charts.get(id);
      if (chart !== undefined) return chart;
    }
    throw new Error(`There is no chart with the id ${id}.`);
  };
  return {
    list: (sheet) => [...notes.of(sheet).charts.values()],
    add(sheet, chart) {
      added += 1;
      const id = `chart-${added}`;
      notes.of(sheet).charts.set(id, { ...chart, id, sheet });
      workspace.emit('objects', { sheet });
      return id;
    },
    put(id, description) {
      const { sheet } = find(id);
      notes.of(sheet).charts.set(id, { ...description, id, sheet });
      workspace.emit('objects', { sheet });
    },
    remove(id) {
      const { sheet } = find(id);
      notes.of(sheet).charts.delete(id);
      workspace.emit('objects', { sheet });
    },
  };
}
