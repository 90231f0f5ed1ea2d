import type { CellSnapshot, ChartSnapshot, SheetSnapshot } from '../../../src/workbench/book';
import { bookOf, emptySheet } from '../../../src/workbench/empty-book';

export { bookOf, emptySheet };

/** Cells from rows of values; `=…` makes a formula, whose last value is null. */
export function cellsOf(rows: readonly (readonly (string | number | boolean | null)[])[]): CellSnapshot[] {
  return rows.flatMap((values, row) =>
    values.flatMap((value, column) => {
      if (value === null) return [];
      const isFormula = typeof value === 'string' && value.startsWith('=');
      return [isFormula ? { row, column, value: null, formula: value } : { row, column, value }];
    }),
  );
}

/** Rates of the report by event year, in both groups, as the report's figure 11 draws them. */
export const rateSheet: SheetSnapshot = {
  ...emptySheet('Effekt på Øst'),
  cells: [
    { row: 0, column: 0, value: 'Færre udsættelser end ventet', style: 0 },
    ...cellsOf([
      [],
      [],
      [],
      ['År', 'Indsats', 'Kontrol', 'Ventet', 'Nedre', 'Øvre'],
      [-2, 11.23, 10.27, null, null, null],
      [-1, 14.59, 10.56, null, null, null],
      [0, 10.29, 9.19, 10.29, null, null],
      [1, 8.41, 7.48, '=B7^2/B5', 6.5, 10.9],
      [2, 5.39, 6.37, '=B7*(B7/B5)', 4.1, 7.2],
    ]),
  ],
  columnWidths: new Map([[0, 30]]),
};

const plotted = (column: string): string => `'Effekt på Øst'!$${column}$5:$${column}$9`;

export const effectChart: ChartSnapshot = {
  name: 'sv_effect_chart',
  kind: 'line',
  title: 'Færre udsættelser end ventet',
  titleReference: "'Effekt på Øst'!$A$1",
  series: [
    {
      name: 'Indsats',
      nameReference: "'Effekt på Øst'!$B$4",
      values: plotted('B'),
      categories: plotted('A'),
      color: '#0F6CBD',
      dash: 'solid',
      weight: 2.25,
      marker: 'circle',
    },
    {
      name: 'Kontrol',
      values: plotted('C'),
      categories: plotted('A'),
      color: '#8A8886',
      dash: 'solid',
      weight: 2.25,
      marker: 'square',
    },
    {
      name: 'Ventet',
      values: plotted('D'),
      categories: plotted('A'),
      color: '#0F6CBD',
      dash: 'dash',
      weight: 1.5,
      marker: 'none',
    },
    {
      name: 'Øvre',
      values: plotted('F'),
      categories: plotted('A'),
      color: '#B3B0AD',
      dash: 'dot',
      weight: 1,
      marker: 'none',
    },
  ],
  categoryAxis: { title: 'Hændelsesår' },
  valueAxis: { title: 'Udsættelser pr. 1.000 lejemål', minimum: 0, numberFormat: '0.0', gridlines: true },
  legend: 'bottom',
  anchor: { row: 10, column: 0, rows: 18, columns: 6 },
};
