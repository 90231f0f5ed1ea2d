import type { EChartsCoreOption } from 'echarts/core';
import type { AxisSnapshot, ChartSnapshot, SeriesSnapshot } from '../book';
import type { CellValue } from '../engine/engine';
import { formatNumber } from './number-format';

/** The cells that a reference such as `'Effekt'!$C$5:$G$5` stands for, row by row; empty when there are none. */
export type ReadCells = (reference: string) => readonly CellValue[];

// Office's own colours, for series that name none.
const palette = ['#0F6CBD', '#D83B01', '#8A8886', '#C19C00', '#107C10', '#8764B8'];

const symbols: Readonly<Record<NonNullable<SeriesSnapshot['marker']>, string>> = {
  // Two specks in opposite corners: where ECharts is told "none", its legend shows a circle all the same.
  none: 'path://M0,0 L.1,0 L0,.1 Z M10,10 L9.9,10 L10,9.9 Z',
  circle: 'circle',
  square: 'rect',
  diamond: 'diamond',
  triangle: 'triangle',
  dash: 'path://M0,4 L10,4 L10,6 L0,6 Z',
};

/** What ECharts draws for a chart and the present values of its cells. */
export function chartOption(chart: ChartSnapshot, read: ReadCells, locale: string): EChartsCoreOption {
  const title = (chart.titleReference && text(read(chart.titleReference)[0])) || chart.title;
  const names = chart.series.map(
    ({ name, nameReference }) => (nameReference && text(read(nameReference)[0])) || name,
  );
  return {
    animation: false,
    color: palette,
    textStyle: { fontFamily: "'Segoe UI', system-ui, sans-serif", color: '#424242' },
    ...(title && {
      title: {
        text: title,
        left: 'center',
        top: 8,
        textStyle: { fontSize: 14, fontWeight: 600, color: '#242424', width: 460, overflow: 'break' },
      },
    }),
    ...(chart.legend !== 'none' && { legend: legendOption(chart.legend, title) }),
    tooltip: {
      trigger: chart.kind === 'pie' ? 'item' : 'axis',
      confine: true,
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? formatNumber(value, chart.valueAxis.numberFormat, locale) : '–',
    },
    ...(chart.kind === 'pie' ? {} : axesOption(chart, read, locale, title)),
    series: chart.series.map((series, index) => seriesOption(chart.kind, series, names[index] ?? '', read)),
  };
}

function legendOption(side: Exclude<ChartSnapshot['legend'], 'none'>, title: string | undefined): object {
  const isUpright = side === 'left' || side === 'right';
  return {
    orient: isUpright ? 'vertical' : 'horizontal',
    itemWidth: 28,
    ...(isUpright ? { [side]: 8, top: 'middle' } : { left: 'center' }),
    ...(side === 'top' && { top: title ? 36 : 8 }),
    ...(side === 'bottom' && { bottom: 6 }),
  };
}

function axesOption(
  chart: ChartSnapshot,
  read: ReadCells,
  locale: string,
  title: string | undefined,
): object {
  const isLying = chart.kind === 'bar' || chart.kind === 'stackedBar';
  const first = chart.series[0];
  const categories = first?.categories === undefined ? [] : read(first.categories).map(text);
  const isScatter = chart.kind === 'scatter';
  const category = {
    ...(isScatter
      ? valueAxis(chart.categoryAxis, locale)
      : // Excel lists the categories of lying bars from the bottom, as ECharts does.
        {
          type: 'category',
          data: categories,
          axisTick: { alignWithLabel: true },
          ...nameOf(chart.categoryAxis),
        }),
    axisLine: { onZero: false, lineStyle: { color: '#8A8886' } },
  };
  const value = valueAxis(chart.valueAxis, locale);
  const legend = chart.legend;
  return {
    grid: {
      containLabel: true,
      top: (title ? 40 : 16) + (legend === 'top' ? 28 : 0),
      bottom:
        12 +
        (legend === 'bottom' ? 28 : 0) +
        (nameOf(isLying ? chart.valueAxis : chart.categoryAxis).name ? 22 : 0),
      left:
        14 +
        (nameOf(isLying ? chart.categoryAxis : chart.valueAxis).name ? 22 : 0) +
        (legend === 'left' ? 120 : 0),
      right: 20 + (legend === 'right' ? 120 : 0),
    },
    xAxis: isLying ? { ...value, nameGap: 28 } : { ...category, nameGap: 28 },
    yAxis: isLying ? { ...category, nameLocation: 'middle', nameGap: 60 } : { ...value, nameGap: 42 },
  };
}

function valueAxis(axis: AxisSnapshot, locale: string): object {
  return {
    type: 'value',
    ...(axis.minimum !== undefined && { min: axis.minimum }),
    ...(axis.maximum !== undefined && { max: axis.maximum }),
    axisLabel: { formatter: (value: number) => formatNumber(value, axis.numberFormat, locale) },
    axisLine: { show: true, onZero: false, lineStyle: { color: '#8A8886' } },
    splitLine: { show: axis.gridlines ?? false, lineStyle: { color: '#E1DFDD' } },
    ...nameOf(axis),
  };
}

function nameOf(axis: AxisSnapshot): { name?: string; nameLocation?: 'middle' } {
  return axis.title === undefined ? {} : { name: axis.title, nameLocation: 'middle' };
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
      const places = series.categories === undefined ? [] : read(series.categories).map(plotted);
      return {
        ...lineLook(series),
        type: 'line',
        name,
        data: values.map((value, index) => [places[index] ?? index + 1, value]),
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

/** A number is a point; a blank, a text or an error is a gap, never a zero. */
function plotted(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

function text(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.error : String(value);
}
