import type { Chart, ChartSeriesInfo, SheetChart } from 'hucre';
import type { AxisSnapshot, ChartSnapshot, SeriesSnapshot } from '../book';
import { withoutAbsent } from './styles';

type FileAxis = NonNullable<NonNullable<SheetChart['axes']>['x']>;
type ReadAxis = NonNullable<NonNullable<Chart['axes']>['x']>;
type FileSeries = SheetChart['series'][number];

const fileTypes: Readonly<Record<ChartSnapshot['kind'], SheetChart['type']>> = {
  line: 'line',
  column: 'column',
  stackedColumn: 'column',
  bar: 'bar',
  stackedBar: 'bar',
  scatter: 'scatter',
  area: 'area',
  pie: 'pie',
};

const legendPositions = {
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',
  topRight: 'right',
} as const;

/** What hucre neither writes nor reads of a chart; `chart-parts.ts` moves it in and out of the chart's XML. */
export interface ChartReferences {
  readonly name: string;
  readonly titleReference?: string;
  /** One per series; undefined where the series' name is a text. */
  readonly nameReferences: readonly (string | undefined)[];
}

export function chartToFile(chart: ChartSnapshot): SheetChart {
  const { kind, anchor, title, legend } = chart;
  const isStacked = kind === 'stackedColumn' || kind === 'stackedBar';
  return {
    type: fileTypes[kind],
    ...(title !== undefined && { title, titleFontSize: 12, titleBold: true }),
    series: chart.series.map((series) => seriesToFile(series, kind)),
    anchor: {
      from: { row: anchor.row, col: anchor.column },
      to: { row: anchor.row + anchor.rows, col: anchor.column + anchor.columns },
    },
    ...(isStacked && { barGrouping: 'stacked' as const, overlap: 100 }),
    // A line through the points, as Excel's "scatter with straight lines and markers".
    ...(kind === 'scatter' && { scatterStyle: 'lineMarker' as const }),
    legend: legend === 'none' ? false : legend,
    // A hole in the data is a hole in the line: never a zero.
    dispBlanksAs: 'gap',
    ...(kind !== 'pie' && {
      axes: {
        x: axisToFile(chart.categoryAxis, kind, isLyingDown(kind)),
        y: axisToFile(chart.valueAxis, kind, !isLyingDown(kind)),
      },
    }),
    altText: title ?? chart.name,
  };
}

export function chartFromFile(chart: Chart, references: ChartReferences): ChartSnapshot | undefined {
  const kind = kindFromFile(chart);
  const { anchor } = chart;
  if (kind === undefined || !anchor) return undefined;
  const to = anchor.to ?? { row: anchor.from.row + 15, col: anchor.from.col + 8 };
  return withoutAbsent({
    name: references.name,
    kind,
    title: chart.title,
    titleReference: references.titleReference,
    series: (chart.series ?? []).flatMap((series, index) =>
      series.valuesRef === undefined
        ? []
        : [seriesFromFile(series, series.valuesRef, references.nameReferences[index], index)],
    ),
    categoryAxis: axisFromFile(chart.axes?.x),
    valueAxis: axisFromFile(chart.axes?.y),
    legend: chart.legend ? legendPositions[chart.legend] : ('none' as const),
    anchor: {
      row: anchor.from.row,
      column: anchor.from.col,
      rows: Math.max(1, to.row - anchor.from.row),
      columns: Math.max(1, to.col - anchor.from.col),
    },
  });
}

function kindFromFile(chart: Chart): ChartSnapshot['kind'] | undefined {
  const [kind] = chart.kinds;
  switch (kind) {
    case 'line':
    case 'scatter':
    case 'area':
    case 'pie':
      return kind;
    case 'bar': {
      // hucre calls both directions "bar"; the axes tell them apart only in the XML, see `isLyingDown`.
      const isStacked = chart.barGrouping === 'stacked' || chart.barGrouping === 'percentStacked';
      return isStacked ? 'stackedColumn' : 'column';
    }
    default:
      return undefined;
  }
}

function isLyingDown(kind: ChartSnapshot['kind']): boolean {
  return kind === 'bar' || kind === 'stackedBar';
}

/** The same chart lying down: files keep the direction apart from the kind. */
export function laidDown(chart: ChartSnapshot): ChartSnapshot {
  return { ...chart, kind: chart.kind === 'stackedColumn' ? 'stackedBar' : 'bar' };
}

function seriesToFile(series: SeriesSnapshot, kind: ChartSnapshot['kind']): FileSeries {
  const hasLine = kind === 'line' || kind === 'scatter';
  const { marker } = series;
  const color = series.color?.slice(1).toUpperCase();
  return {
    name: series.name,
    values: series.values,
    ...(series.categories !== undefined && { categories: series.categories }),
    ...(color !== undefined && { color }),
    ...(hasLine && {
      smooth: false,
      stroke: { width: series.weight ?? 2.25, dash: dashToFile(series.dash) },
      marker:
        marker === 'none'
          ? { symbol: 'none' as const }
          : {
              symbol: marker ?? ('circle' as const),
              size: 6,
              ...(color !== undefined && { fill: color, line: color }),
            },
    }),
  };
}

function seriesFromFile(
  series: ChartSeriesInfo,
  values: string,
  nameReference: string | undefined,
  index: number,
): SeriesSnapshot {
  const color = typeof series.color === 'string' ? `#${series.color.slice(-6).toUpperCase()}` : undefined;
  const hasLine = series.kind === 'line' || series.kind === 'scatter';
  return withoutAbsent({
    name: series.name ?? `Series ${index + 1}`,
    nameReference,
    values,
    categories: series.categoriesRef,
    color,
    dash: hasLine ? dashFromFile(series.stroke?.dash) : undefined,
    weight: hasLine ? series.stroke?.width : undefined,
    marker: hasLine ? markerFromFile(series.marker?.symbol) : undefined,
  });
}

function axisToFile(axis: AxisSnapshot, kind: ChartSnapshot['kind'], isUpright: boolean): FileAxis {
  const { title, minimum, maximum, numberFormat, gridlines } = axis;
  return {
    ...(title !== undefined && {
      title,
      axisTitleFontSize: 10,
      axisTitleBold: false,
      ...(isUpright && { axisTitleRotation: -90 }),
    }),
    gridlines: { major: gridlines ?? false },
    // A file that leaves these out means crosses on the axis.
    majorTickMark: 'out',
    minorTickMark: 'none',
    ...((minimum !== undefined || maximum !== undefined) && {
      scale: {
        ...(minimum !== undefined && { min: minimum }),
        ...(maximum !== undefined && { max: maximum }),
      },
    }),
    ...(numberFormat !== undefined && { numberFormat: { formatCode: numberFormat, sourceLinked: false } }),
    // Where values fall below 0 the labels would stand in the middle of the lines.
    ...(kind !== 'scatter' && { tickLblPos: 'low' as const }),
  };
}

function axisFromFile(axis: ReadAxis | undefined): AxisSnapshot {
  return withoutAbsent({
    title: axis?.title,
    minimum: axis?.scale?.min,
    maximum: axis?.scale?.max,
    numberFormat: axis?.numberFormat?.sourceLinked ? undefined : axis?.numberFormat?.formatCode,
    gridlines: axis?.gridlines?.major ? true : undefined,
  });
}

function dashToFile(dash: SeriesSnapshot['dash']): 'solid' | 'dash' | 'sysDot' {
  return dash === 'dot' ? 'sysDot' : (dash ?? 'solid');
}

function dashFromFile(dash: string | undefined): SeriesSnapshot['dash'] {
  if (dash === undefined || dash === 'solid') return dash;
  return /dot$/iu.test(dash) && !/dash/iu.test(dash) ? 'dot' : 'dash';
}

function markerFromFile(symbol: string | undefined): SeriesSnapshot['marker'] {
  switch (symbol) {
    case 'none':
    case 'circle':
    case 'square':
    case 'diamond':
    case 'triangle':
    case 'dash':
      return symbol;
    default:
      return undefined;
  }
}
