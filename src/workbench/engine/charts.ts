/** Charts: plain descriptions that follow the workbook; whoever shows the workbook draws them. */
import { deserializeRangeWithSheet } from '@univerjs/engine-formula';
import type { Cells, ChartId, Charts, EngineChart } from './engine';
import type { Notes } from './notes';
import type { Workspace } from './workspace';
import { toRect } from './workspace';

export function createCharts(workspace: Workspace, notes: Notes, cells: Pick<Cells, 'texts'>): Charts {
  let added = 0;
  const textAt = (reference: string): string | undefined => {
    const { sheetName, range } = deserializeRangeWithSheet(reference);
    const sheet = workspace.workbook().getSheetBySheetName(sheetName)?.getSheetId();
    return sheet === undefined ? undefined : cells.texts(sheet, toRect(range))[0]?.[0];
  };
  /** Titles and names that are taken from cells follow them. */
  const withTexts = (chart: EngineChart): EngineChart => {
    const title = chart.titleReference === undefined ? undefined : textAt(chart.titleReference);
    return {
      ...chart,
      ...(title !== undefined && { title }),
      series: chart.series.map((series) =>
        series.nameReference === undefined
          ? series
          : { ...series, name: textAt(series.nameReference) ?? series.name },
      ),
    };
  };
  const find = (id: ChartId): EngineChart => {
    for (const sheet of workspace.workbook().getSheetOrders()) {
      const chart = notes.of(sheet).charts.get(id);
      if (chart !== undefined) return chart;
    }
    throw new Error(`There is no chart with the id ${id}.`);
  };
  return {
    list: (sheet) => [...notes.of(sheet).charts.values()].map(withTexts),
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
