import type { ReportContext } from './context';
import type { ChartPlan, Reference } from './plan';
import type { SheetDraft } from './sheet-draft';
import { colors } from './styles';

/** The rows of one group that the charts draw. */
export interface DrawnRows {
  readonly rates: Reference;
  readonly expected: Reference;
  readonly low: Reference;
  readonly high: Reference;
}

export interface ChartPlace {
  readonly row: number;
  readonly rows: number;
  /** Columns in all, and in the first of the two charts. */
  readonly columns: number;
  readonly split: number;
}

/**
 * Both figures: rates of both groups; the same with the expected lines from year 0 on and the exact limits of
 * the intervention areas' rates, drawn as series because Excel's error bars take no amounts of their own.
 */
export function putCharts(
  draft: SheetDraft,
  context: ReportContext,
  categories: Reference,
  intervention: DrawnRows,
  control: DrawnRows,
  place: ChartPlace,
  titles: { readonly rates: Reference; readonly expected: Reference },
): void {
  const t = context.texts.effect;
  const names = context.texts.groupAreas;
  const common = {
    kind: 'line' as const,
    categories,
    categoryTitle: t.eventYearAxis,
    valueTitle: t.rateAxis,
    valueFormat: '0',
  };
  const observed: ChartPlan['series'] = [
    {
      name: names.intervention,
      values: intervention.rates,
      color: colors.intervention,
      dash: 'solid',
      weight: 2.5,
      marker: 'circle',
    },
    {
      name: names.control,
      values: control.rates,
      color: colors.control,
      dash: 'solid',
      weight: 2.5,
      marker: 'square',
    },
  ];
  const expected = (
    group: keyof typeof names,
    values: Reference,
    color: string,
  ): ChartPlan['series'][number] => ({
    name: `${names[group]}: ${t.expectedShort}`,
    values,
    color,
    dash: 'dash',
    weight: 2,
    marker: 'none',
  });
  const limit = (name: string, values: Reference): ChartPlan['series'][number] => ({
    name: `${names.intervention}: ${name}`,
    values,
    color: colors.interventionSoft,
    dash: 'dot',
    weight: 1,
    marker: 'none',
  });
  const { row, rows, columns, split } = place;
  draft.chart({
    ...common,
    name: context.chartName('Rates'),
    title: titles.rates,
    series: observed,
    anchor: { row, column: 0, rows, columns: split },
  });
  draft.chart({
    ...common,
    name: context.chartName('Expected'),
    title: titles.expected,
    series: [
      ...observed,
      expected('intervention', intervention.expected, colors.intervention),
      expected('control', control.expected, colors.control),
      limit(t.limitLow, intervention.low),
      limit(t.limitHigh, intervention.high),
    ],
    anchor: { row, column: split, rows, columns: columns - split },
  });
}
