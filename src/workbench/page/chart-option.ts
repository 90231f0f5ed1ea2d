import type { EChartsCoreOption } from 'echarts/core';
import type { AxisSnapshot, ChartSnapshot, SeriesSnapshot } from '../book';
import type { CellValue } from '../engine/engine';
import { formatNumber } from './number-format';

/** The cells that a reference such as `'Effekt'!$C$5:$G$5` stands for, row by row; empty when there are none. */
export type ReadCells = (reference: string) => readonly CellValue[];

// Office's own colours, for series that name none.
const palette = ['#0F6CBD', '#D83B01', '#8A8886', '#C19C00', '#107C10', '#8764B8'];

const titleLine = 20;

/** How many lines a title of 14 pixels takes; bold letters are about 9 pixels wide. */
function linesOf(title: string, width: number): number {
  return Math.max(1, Math.ceil((title.length * 8.8) / Math.max(width, 100)));
}

const symbols: Readonly<Record<NonNullable<SeriesSnapshot['marker']>, string>> = {
  // Two specks in opposite corners: where ECharts is told "none", its legend shows a circle all the same.
  none: 'path://M0,0 L.1,0 L0,.1 Z M10,10 L9.9,10 L10,9.9 Z',
  circle: 'circle',
  square: 'rect',
  diamond: 'diamond',
  triangle: 'triangle',
  dash: 'path://M0,4 L10,4 L10,6 L0,6 Z',
};

/** What ECharts draws for a chart and the present values of its cells; `width` in pixels wraps the title. */
export function chartOption(
  chart: ChartSnapshot,
  read: ReadCells,
  locale: string,
  width: number,
): EChartsCoreOption {
  const title = (chart.titleReference && text(read(chart.titleReference)[0])) || chart.title;
  const names = chart.series.map(
    ({ name, nameReference }) => (nameReference && text(read(nameReference)[0])) || name,
  );
  const titleHeight = title ? 8 + titleLine * linesOf(title, width - 24) : 0;
  return {
    animation: false,
    color: palette,
    textStyle: { fontFamily: "'Segoe UI', system-ui, sans-serif", color: '#424242' },
    ...(title && {
      title: {
        text: title,
        left: 'center',
        top: 8,
        textStyle: {
          fontSize: 14,
          lineHeight: titleLine,
          fontWeight: 600,
          color: '#242424',
          width: width - 24,
          overflow: 'break',
        },
      },
    }),
    ...(chart.legend !== 'none' && { legend: legendOption(chart.legend, titleHeight) }),
    tooltip: {
      trigger: chart.kind === 'pie' ? 'item' : 'axis',
      confine: true,
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? formatNumber(value, chart.valueAxis.numberFormat, locale) : '–',
    },
    ...(chart.kind === 'pie' ? {} : axesOption(chart, read, locale, titleHeight, legendHeight(names, width))),
    series: chart.series.map((series, index) => seriesOption(chart.kind, series, names[index] ?? '', read)),
  };
}

function legendOption(side: Exclude<ChartSnapshot['legend'], 'none'>, titleHeight: number): object {
  const isUpright = side === 'left' || side === 'right';
  return {
    orient: isUpright ? 'vertical' : 'horizontal',
    itemWidth: 28,
    ...(isUpright ? { [side]: 8, top: 'middle' } : { left: 'center' }),
    ...(side === 'top' && { top: titleHeight + 6 }),
    ...(side === 'bottom' && { bottom: 6 }),
  };
}

/** How high a legend is that runs from left to right and wraps where the chart ends. */
function legendHeight(names: readonly string[], width: number): number {
  const rows = names.reduce(
    ({ count, used }, name) => {
      const wide = 45 + name.length * 7;
      return used + wide > width - 40 ? { count: count + 1, used: wide } : { count, used: used + wide };
    },
    { count: 1, used: 0 },
  );
  return rows.count * 20;
}

function axesOption(
  chart: ChartSnapshot,
  read: ReadCells,
  locale: string,
  titleHeight: number,
  legendHeight: number,
): object {
  const isLying = chart.kind === 'bar' || chart.kind === 'stackedBar';
  const first = chart.series[0];
  const categories = first?.categories === undefined ? [] : read(first.categories).map(text);
  const category =
    chart.kind === 'scatter'
      ? valueAxis(chart.categoryAxis, locale)
      : // Excel lists the categories of lying bars from the bottom, as ECharts does.
        {
          type: 'category',
          data: categories,
          axisTick: { alignWithLabel: true },
          ...nameOf(chart.categoryAxis),
        };
  // Labels stay at the edge where values fall below 0.
  const atEdge = { ...category, axisLine: { onZero: false, lineStyle: { color: '#8A8886' } } };
  const value = valueAxis(chart.valueAxis, locale);
  const { legend } = chart;
  return {
    grid: {
      // The space given is for the plot together with its labels and axis titles.
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
      top: titleHeight + (legend === 'top' ? legendHeight + 24 : 16),
      bottom: legend === 'bottom' ? legendHeight + 18 : 12,
      left: legend === 'left' ? 130 : 12,
      right: legend === 'right' ? 130 : 20,
    },
    // Below, an axis title would otherwise touch the labels.
    xAxis: { ...(isLying ? value : atEdge), nameGap: 28 },
    yAxis: isLying ? atEdge : value,
  };
}

function valueAxis(axis: AxisSnapshot, locale: string): object {
  return {
    type: 'value',
    ...(axis.minimum !== undefined && { min: axis.minimum }),
    ...(axis.maximum !== undefined && { max: axis.maximum }),
    axisLabel: {
      hideOverlap: true,
      formatter: (value: number) => formatNumber(value, axis.numberFormat, locale),
    },
    axisLine: { show: true, onZero: false, lineStyle: { color: '#8A8886' } },
    splitLine: { show: axis.gridlines ?? false, lineStyle: { color: '#E1DFDD' } },
    ...nameOf(axis),
  };
}

function nameOf(axis: AxisSnapshot): object {
  if (axis.title === undefined) return {};
  return { name: axis.title, nameLocation: 'middle', nameGap: 12, nameMoveOverlap: true };
}

function seriesOption(
  kind: ChartSnapshot['kind'],
  series: SeriesSnapshot,
  name: string,
  read: ReadCells,
): object {
  const values = read(series.values).map(plotted);
  const color = series.color && { color: series.color };
  switch (kind) {
    case 'pie': {
      const labels = series.categories === undefined ? [] : read(series.categories).map(text);
      return {
        type: 'pie',
        name,
        radius: '60%',
        data: values.map((value, index) => ({ value, name: labels[index] ?? '' })),
      };
    }
    case 'scatter': {
      const places = series.categories === undefined ? [] : read(series.categories);
      const placeAt = (index: number): number => {
        const place = places[index];
        return typeof place === 'number' ? place : index + 1;
      };
      return {
        ...lineLook(series),
        type: 'line',
        name,
        data: values.map((value, index) => [placeAt(index), value]),
      };
    }
    case 'line':
      return { ...lineLook(series), type: 'line', name, data: values };
    case 'area':
      return {
        type: 'line',
        name,
        data: values,
        symbol: 'none',
        areaStyle: { opacity: 0.6, ...color },
        itemStyle: { ...color },
      };
    default:
      return {
        type: 'bar',
        name,
        data: values,
        itemStyle: { ...color },
        ...(kind.startsWith('stacked') && { stack: 'all' }),
      };
  }
}

function lineLook(series: SeriesSnapshot): object {
  const dash = { solid: 'solid', dash: 'dashed', dot: 'dotted' }[series.dash ?? 'solid'];
  // Excel counts points, a screen pixels.
  const width = ((series.weight ?? 2.25) * 96) / 72;
  const color = series.color && { color: series.color };
  return {
    symbol: symbols[series.marker ?? 'circle'],
    symbolSize: 8,
    showSymbol: series.marker !== 'none',
    connectNulls: false,
    lineStyle: { type: dash, width, ...color },
    itemStyle: { ...color },
  };
}

/** As Excel draws: a number is a point, a blank or an error a gap, and any text, a dash too, is 0 (assumed). */
function plotted(value: CellValue): number | null {
  return typeof value === 'string' ? 0 : typeof value === 'number' ? value : null;
}

function text(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.error : String(value);
}
