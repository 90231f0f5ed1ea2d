import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { parseReference } from '../files/ranges';
import type { CellValue, EngineChart, PageEngine } from '../engine/engine';
import { chartOption } from './chart-option';

echarts.use([
  BarChart,
  LineChart,
  PieChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface DrawnChart {
  /** What the drawing was made for: another description is drawn from scratch. */
  readonly description: string;
  redraw(): void;
  remove(): void;
}

/** Draws the charts of the active sheet over its cells, and again whenever cells or charts change. */
export function showCharts(engine: PageEngine, locale: string): void {
  const drawn = new Map<string, DrawnChart>();
  let isDue = false;

  const draw = (): void => {
    isDue = false;
    const sheet = engine.sheets.active();
    const wanted = new Map(engine.charts.list(sheet).map((chart) => [chart.id, chart]));
    for (const [id, old] of drawn) {
      const chart = wanted.get(id);
      if (chart && describe(chart) === old.description) continue;
      old.remove();
      drawn.delete(id);
    }
    for (const [id, chart] of wanted) {
      const known = drawn.get(id);
      if (known) known.redraw();
      else drawn.set(id, drawChart(engine, chart, locale));
    }
  };
  const drawSoon = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(draw);
  };
  for (const event of ['calculated', 'cells', 'objects', 'sheets'] as const) engine.on(event, drawSoon);
  drawSoon();
}

function describe(chart: EngineChart): string {
  return JSON.stringify(chart);
}

function drawChart(engine: PageEngine, chart: EngineChart, locale: string): DrawnChart {
  const read = (reference: string): readonly CellValue[] => {
    const found = parseReference(reference);
    const sheet = engine.sheets.list().find(({ name }) => name === found?.sheet);
    return found && sheet ? engine.cells.values(sheet.id, found.rect).flat() : [];
  };
  let redraw = (): void => undefined;
  const remove = engine.float(chart.sheet, chart.anchor, (element) => {
    const box = document.createElement('div');
    box.className = 'chart';
    box.dataset['chart'] = chart.name;
    element.append(box);
    const drawing = echarts.init(box, null, { renderer: 'svg' });
    let shown = '';
    redraw = () => {
      const option = chartOption(chart, read, locale, box.clientWidth);
      const description = JSON.stringify(option);
      // Most changes of a workbook change nothing that a chart shows.
      if (description === shown) return;
      shown = description;
      drawing.setOption(option, { notMerge: true });
    };
    redraw();
    const resized = new ResizeObserver(() => {
      drawing.resize();
      redraw();
    });
    resized.observe(box);
    return () => {
      resized.disconnect();
      drawing.dispose();
      box.remove();
    };
  });
  return {
    description: describe(chart),
    redraw: () => {
      redraw();
    },
    remove,
  };
}
