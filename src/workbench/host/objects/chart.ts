/** Charts and their parts, as far as a chart's description holds them. What it cannot hold is refused by name. */
import type { AxisSnapshot, ChartSnapshot, SeriesSnapshot } from '../../book';
import type { ChartId, EngineChart } from '../../engine/engine';
import { boundingRect, splitSheet } from '../../addresses';
import { apiNotFound, invalidArgument, itemNotFound } from '../errors';
import * as rules from '../rules';
import type { Edge } from './chart-position';
import { anchorWith, positionOf } from './chart-position';
import { seriesFrom } from './chart-source';
import type { ChartAxisTarget, ChartSeriesTarget, Desk, ObjectClass, Property, RangeTarget } from './object';
import { object } from './object';
import { toColor } from './range-format';
import { fullAddress, toRange } from './references';

const KINDS: Readonly<Record<string, ChartSnapshot['kind']>> = {
  Line: 'line',
  LineMarkers: 'line',
  ColumnClustered: 'column',
  ColumnStacked: 'stackedColumn',
  BarClustered: 'bar',
  BarStacked: 'stackedBar',
  XYScatter: 'scatter',
  XYScatterLines: 'scatter',
  Area: 'area',
  Pie: 'pie',
};

function kindOf(type: unknown): ChartSnapshot['kind'] {
  const kind = KINDS[String(type)];
  if (kind === undefined) throw apiNotFound(`the chart type ${String(type)}`);
  return kind;
}

function typeOf(chart: EngineChart): string {
  if (chart.kind !== 'line') return Object.keys(KINDS).find((type) => KINDS[type] === chart.kind) ?? 'Line';
  return chart.series.every(({ marker }) => marker === 'none') ? 'Line' : 'LineMarkers';
}

function chart(id: ChartId, desk: Desk): EngineChart {
  for (const { id: sheet } of desk.engine.sheets.list()) {
    const found = desk.engine.charts.list(sheet).find((item) => item.id === id);
    if (found !== undefined) return found;
  }
  throw itemNotFound();
}

/** Takes parts away by giving them as undefined. */
type Change<Item> = { readonly [Part in keyof Item]?: Item[Part] | undefined };

function changed<Item extends object>(item: Item, change: Change<Item>): Item {
  const entries = Object.entries({ ...item, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Item;
}

function put(id: ChartId, desk: Desk, change: Change<ChartSnapshot>): void {
  const present = chart(id, desk);
  rules.sheetIsUnprotected(desk, present.sheet);
  desk.engine.charts.put(id, changed<ChartSnapshot>(present, change));
}

function listed(sheet: string, desk: Desk): readonly EngineChart[] {
  return desk.engine.charts.list(sheet);
}

function find(sheet: string, name: unknown, desk: Desk): EngineChart | undefined {
  const wanted = String(name).toLowerCase();
  return listed(sheet, desk).find((item) => item.id === name || item.name.toLowerCase() === wanted);
}

/** A new chart lies to the right of the cells in use (assumed; Excel puts it into the window's middle). */
const NEW_SIZE = { rows: 15, columns: 8 };

export const ChartCollection: ObjectClass<'ChartCollection'> = {
  properties: { count: { get: (sheet, desk) => listed(sheet, desk).length } },
  items: (sheet, desk) => listed(sheet, desk).map(({ id }) => object('Chart', id)),
  methods: {
    add(sheet, [type, source, seriesBy], desk) {
      rules.sheetIsUnprotected(desk, sheet);
      const kind = kindOf(type);
      const range = toRange(source, desk, sheet);
      rules.rangeIsBounded(range.rect);
      const by = rules.valueIsKnown(seriesBy ?? 'Auto', ['Auto', 'Rows', 'Columns']);
      const series = seriesFrom(range, by, desk).map((item) =>
        type === 'Line' ? { ...item, marker: 'none' as const } : item,
      );
      const used = desk.engine.cells.used(sheet, true);
      let number = listed(sheet, desk).length + 1;
      while (find(sheet, `Chart ${number}`, desk) !== undefined) number += 1;
      const [only] = series;
      const id = desk.engine.charts.add(sheet, {
        name: `Chart ${number}`,
        kind,
        ...(series.length === 1 && only !== undefined && { title: only.name }),
        series,
        categoryAxis: {},
        valueAxis: kind === 'pie' ? {} : { gridlines: true },
        legend: 'right',
        anchor: { row: 1, column: used === null ? 1 : used.column + used.columns + 1, ...NEW_SIZE },
      });
      return object('Chart', id);
    },
    getItem(sheet, [name], desk) {
      const found = find(sheet, name, desk);
      if (found === undefined) throw itemNotFound();
      return object('Chart', found.id);
    },
    getItemOrNullObject(sheet, [name], desk) {
      const found = find(sheet, name, desk);
      return found === undefined ? null : object('Chart', found.id);
    },
    getItemAt(sheet, [index], desk) {
      const found = listed(sheet, desk)[Number(index)];
      if (found === undefined) throw itemNotFound();
      return object('Chart', found.id);
    },
    getCount: (sheet, _args, desk) => listed(sheet, desk).length,
  },
};

function edge(name: Edge): Property<ChartId> {
  return {
    get: (id, desk) => positionOf(chart(id, desk), name, desk),
    set: (id, value, desk) =>
      put(id, desk, { anchor: anchorWith(chart(id, desk), name, Number(value), desk) }),
  };
}

export const Chart: ObjectClass<'Chart'> = {
  identity: (id, desk) => ({ id, name: chart(id, desk).name }),
  properties: {
    id: { get: (id) => id },
    name: {
      get: (id, desk) => chart(id, desk).name,
      set: (id, value, desk) => put(id, desk, { name: String(value) }),
    },
    chartType: {
      get: (id, desk) => typeOf(chart(id, desk)),
      set: (id, value, desk) => put(id, desk, { kind: kindOf(value) }),
    },
    left: edge('left'),
    top: edge('top'),
    width: edge('width'),
    height: edge('height'),
  },
  navigation: {
    title: (id) => object('ChartTitle', id),
    legend: (id) => object('ChartLegend', id),
    axes: (id) => object('ChartAxes', id),
    series: (id) => object('ChartSeriesCollection', id),
    worksheet: (id, desk) => object('Worksheet', chart(id, desk).sheet),
  },
  methods: {
    setPosition(id, [start, end], desk) {
      const { sheet, anchor } = chart(id, desk);
      const first = toRange(start, desk, sheet).rect;
      if (end === null || end === undefined) {
        put(id, desk, { anchor: { ...anchor, row: first.row, column: first.column } });
        return;
      }
      put(id, desk, { anchor: boundingRect(first, toRange(end, desk, sheet).rect) });
    },
    setData(id, [source, seriesBy], desk) {
      const by = rules.valueIsKnown(seriesBy ?? 'Auto', ['Auto', 'Rows', 'Columns']);
      put(id, desk, { series: seriesFrom(toRange(source, desk, chart(id, desk).sheet), by, desk) });
    },
    delete(id, _args, desk) {
      rules.sheetIsUnprotected(desk, chart(id, desk).sheet);
      desk.engine.charts.remove(id);
    },
  },
};

/** `=Sheet1!$A$2` without its `=`, when it names one cell. */
function cellReference(formula: string, id: ChartId, desk: Desk): string {
  const reference = formula.replace(/^=/, '');
  if (splitSheet(reference).sheet === undefined) throw invalidArgument();
  const range = toRange(reference, desk, chart(id, desk).sheet);
  return fullAddress(desk, range, true);
}

export const ChartTitle: ObjectClass<'ChartTitle'> = {
  properties: {
    text: {
      get: (id, desk) => chart(id, desk).title ?? '',
      set: (id, value, desk) => put(id, desk, { title: String(value), titleReference: undefined }),
    },
    visible: {
      get: (id, desk) => chart(id, desk).title !== undefined,
      set(id, value, desk) {
        if (value === true) put(id, desk, { title: chart(id, desk).title ?? 'Chart Title' });
        else put(id, desk, { title: undefined, titleReference: undefined });
      },
    },
  },
  navigation: { format: (id) => object('ChartTitleFormat', id) },
  methods: {
    setFormula: (id, [formula], desk) =>
      put(id, desk, { title: '', titleReference: cellReference(String(formula), id, desk) }),
  },
};

export const ChartTitleFormat: ObjectClass<'ChartTitleFormat'> = {
  navigation: { font: (id) => object('ChartFont', { chart: id, part: 'title' }) },
};

type TitleFont = NonNullable<ChartSnapshot['titleFont']>;

function titleFont(
  read: (font: TitleFont) => unknown,
  toChange: (value: unknown) => TitleFont,
): Property<{ readonly chart: ChartId }> {
  return {
    get: ({ chart: id }, desk) => read(chart(id, desk).titleFont ?? {}),
    set: ({ chart: id }, value, desk) =>
      put(id, desk, { titleFont: { ...chart(id, desk).titleFont, ...toChange(value) } }),
  };
}

export const ChartFont: ObjectClass<'ChartFont'> = {
  properties: {
    bold: titleFont(
      ({ bold }) => bold ?? false,
      (value) => ({ bold: value === true }),
    ),
    size: titleFont(
      ({ size }) => size ?? 14,
      (value) => ({ size: Number(value) }),
    ),
    color: titleFont(
      ({ color }) => color ?? '#595959',
      (value) => ({ color: toColor(value) }),
    ),
  },
};

const LEGENDS = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;

export const ChartLegend: ObjectClass<'ChartLegend'> = {
  properties: {
    position: {
      get: (id, desk) =>
        Object.entries(LEGENDS).find(([, name]) => name === chart(id, desk).legend)?.[0] ?? 'Invalid',
      set(id, value, desk) {
        const known = rules.valueIsKnown(value, Object.keys(LEGENDS) as (keyof typeof LEGENDS)[]);
        put(id, desk, { legend: LEGENDS[known] });
      },
    },
    visible: {
      get: (id, desk) => chart(id, desk).legend !== 'none',
      set(id, value, desk) {
        const { legend } = chart(id, desk);
        put(id, desk, { legend: value !== true ? 'none' : legend === 'none' ? 'right' : legend });
      },
    },
  },
};

export const ChartAxes: ObjectClass<'ChartAxes'> = {
  navigation: {
    categoryAxis: (id) => object('ChartAxis', { chart: id, axis: 'categoryAxis' }),
    valueAxis: (id) => object('ChartAxis', { chart: id, axis: 'valueAxis' }),
  },
};

function axis({ chart: id, axis: name }: ChartAxisTarget, desk: Desk): AxisSnapshot {
  return chart(id, desk)[name];
}

function putAxis(target: ChartAxisTarget, desk: Desk, change: Change<AxisSnapshot>): void {
  put(target.chart, desk, { [target.axis]: changed(axis(target, desk), change) });
}

/** An empty text takes a bound back to automatic, as documented. */
function bound(name: 'minimum' | 'maximum'): Property<ChartAxisTarget> {
  return {
    get: (target, desk) => axis(target, desk)[name] ?? '',
    set: (target, value, desk) =>
      putAxis(target, desk, { [name]: value === '' || value === null ? undefined : Number(value) }),
  };
}

export const ChartAxis: ObjectClass<'ChartAxis'> = {
  properties: {
    minimum: bound('minimum'),
    maximum: bound('maximum'),
    numberFormat: {
      get: (target, desk) => axis(target, desk).numberFormat ?? 'General',
      set: (target, value, desk) => putAxis(target, desk, { numberFormat: String(value) }),
    },
    visible: {
      get: (target, desk) => axis(target, desk).hidden !== true,
      set: (target, value, desk) => putAxis(target, desk, { hidden: value === true ? undefined : true }),
    },
  },
  navigation: {
    title: (target) => object('ChartAxisTitle', target),
    majorGridlines: (target) => object('ChartGridlines', target),
  },
};

export const ChartAxisTitle: ObjectClass<'ChartAxisTitle'> = {
  properties: {
    text: {
      get: (target, desk) => axis(target, desk).title ?? '',
      set: (target, value, desk) => putAxis(target, desk, { title: String(value) }),
    },
    visible: {
      get: (target, desk) => axis(target, desk).title !== undefined,
      set: (target, value, desk) =>
        putAxis(target, desk, {
          title: value === true ? (axis(target, desk).title ?? 'Axis Title') : undefined,
        }),
    },
  },
};

export const ChartGridlines: ObjectClass<'ChartGridlines'> = {
  properties: {
    visible: {
      get: (target, desk) => axis(target, desk).gridlines === true,
      set: (target, value, desk) => putAxis(target, desk, { gridlines: value === true }),
    },
  },
};

export const ChartSeriesCollection: ObjectClass<'ChartSeriesCollection'> = {
  properties: { count: { get: (id, desk) => chart(id, desk).series.length } },
  items: (id, desk) =>
    chart(id, desk).series.map((_series, index) => object('ChartSeries', { chart: id, index })),
  methods: {
    add(id, [name, index], desk) {
      if (index !== null && index !== undefined) throw apiNotFound('ChartSeriesCollection.add with an index');
      const { series } = chart(id, desk);
      put(id, desk, {
        series: [
          ...series,
          { name: typeof name === 'string' ? name : `Series${series.length + 1}`, values: '' },
        ],
      });
      return object('ChartSeries', { chart: id, index: series.length });
    },
    getItemAt(id, [index], desk) {
      if (chart(id, desk).series[Number(index)] === undefined) throw itemNotFound();
      return object('ChartSeries', { chart: id, index: Number(index) });
    },
    getCount: (id, _args, desk) => chart(id, desk).series.length,
  },
};

function series({ chart: id, index }: ChartSeriesTarget, desk: Desk): SeriesSnapshot {
  const found = chart(id, desk).series[index];
  if (found === undefined) throw itemNotFound();
  return found;
}

function putSeries(target: ChartSeriesTarget, desk: Desk, change: Change<SeriesSnapshot>): void {
  const all = chart(target.chart, desk).series;
  series(target, desk);
  put(target.chart, desk, {
    series: all.map((item, i) => (i === target.index ? changed(item, change) : item)),
  });
}

function seriesRange(argument: unknown, target: ChartSeriesTarget, desk: Desk): string {
  const range: RangeTarget = toRange(argument, desk, chart(target.chart, desk).sheet);
  if (range.rect.rows > 1 && range.rect.columns > 1) throw invalidArgument();
  return fullAddress(desk, range, true);
}

const MARKERS = {
  None: 'none',
  Circle: 'circle',
  Square: 'square',
  Diamond: 'diamond',
  Triangle: 'triangle',
  Dash: 'dash',
} as const;

const markerColor: Property<ChartSeriesTarget> = {
  get: (target, desk) => series(target, desk).markerColor ?? series(target, desk).color ?? '',
  set(target, value, desk) {
    const color = toColor(value);
    putSeries(target, desk, { markerColor: color === series(target, desk).color ? undefined : color });
  },
};

export const ChartSeries: ObjectClass<'ChartSeries'> = {
  properties: {
    name: {
      get: (target, desk) => series(target, desk).name,
      set(target, value, desk) {
        const name = String(value);
        const nameReference = name.startsWith('=') ? cellReference(name, target.chart, desk) : undefined;
        putSeries(target, desk, { name, nameReference });
      },
    },
    /** Several kinds in one chart are more than a description holds. */
    chartType: {
      get: (target, desk) => typeOf(chart(target.chart, desk)),
      set(target, value, desk) {
        if (kindOf(value) !== chart(target.chart, desk).kind) throw apiNotFound('a chart of several types');
        if (value === 'Line') putSeries(target, desk, { marker: 'none' });
      },
    },
    markerStyle: {
      get: (target, desk) =>
        Object.entries(MARKERS).find(([, name]) => name === series(target, desk).marker)?.[0] ?? 'Automatic',
      set(target, value, desk) {
        const known = rules.valueIsKnown(value, Object.keys(MARKERS) as (keyof typeof MARKERS)[]);
        putSeries(target, desk, { marker: MARKERS[known] });
      },
    },
    markerSize: {
      get: (target, desk) => series(target, desk).markerSize ?? 5,
      set: (target, value, desk) => putSeries(target, desk, { markerSize: Number(value) }),
    },
    markerBackgroundColor: markerColor,
    markerForegroundColor: markerColor,
    smooth: {
      get: (target, desk) => series(target, desk).smooth ?? false,
      set: (target, value, desk) => putSeries(target, desk, { smooth: value === true ? true : undefined }),
    },
  },
  navigation: { format: (target) => object('ChartSeriesFormat', target) },
  methods: {
    setValues: (target, [range], desk) =>
      putSeries(target, desk, { values: seriesRange(range, target, desk) }),
    setXAxisValues: (target, [range], desk) =>
      putSeries(target, desk, { categories: seriesRange(range, target, desk) }),
    delete(target, _args, desk) {
      series(target, desk);
      const rest = chart(target.chart, desk).series.filter((_item, index) => index !== target.index);
      put(target.chart, desk, { series: rest });
    },
  },
};

export const ChartSeriesFormat: ObjectClass<'ChartSeriesFormat'> = {
  navigation: {
    line: (target) => object('ChartLineFormat', target),
    fill: (target) => object('ChartFill', target),
  },
};

const DASHES: Readonly<Record<string, SeriesSnapshot['dash']>> = {
  Continuous: 'solid',
  Dash: 'dash',
  LongDash: 'dash',
  Dot: 'dot',
  RoundDot: 'dot',
};

export const ChartLineFormat: ObjectClass<'ChartLineFormat'> = {
  properties: {
    color: {
      get: (target, desk) => series(target, desk).color ?? '',
      set: (target, value, desk) => putSeries(target, desk, { color: toColor(value) }),
    },
    lineStyle: {
      get: (target, desk) =>
        Object.keys(DASHES).find((name) => DASHES[name] === series(target, desk).dash) ?? 'Automatic',
      set: (target, value, desk) =>
        putSeries(target, desk, { dash: DASHES[rules.valueIsKnown(value, Object.keys(DASHES))] }),
    },
    weight: {
      get: (target, desk) => series(target, desk).weight ?? 2.25,
      set: (target, value, desk) => putSeries(target, desk, { weight: Number(value) }),
    },
  },
  methods: { clear: (target, _args, desk) => putSeries(target, desk, { weight: 0 }) },
};

export const ChartFill: ObjectClass<'ChartFill'> = {
  methods: {
    setSolidColor: (target, [color], desk) => putSeries(target, desk, { color: toColor(color) }),
    clear: (target, _args, desk) => putSeries(target, desk, { color: undefined }),
  },
};
