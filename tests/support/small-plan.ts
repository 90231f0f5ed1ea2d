import type { SheetPlan, WorkbookPlan } from '../../src/report';

/** A report of two sheets with one of everything, small enough to be written hundreds of times. */
export function smallPlan(suffix: string, value: number, rows = 2): WorkbookPlan {
  const ending = suffix === '' ? '' : `_${suffix}`;
  const [data, effect] = suffix === '' ? ['Data', 'Effekt'] : [`Data ${suffix}`, `Effekt ${suffix}`];
  const body = Array.from({ length: rows }, (_, index): [string, number] => [`Nord ${index}`, value + index]);
  const sheet = (key: 'data' | 'effect', name: string, rest: Partial<SheetPlan>): SheetPlan => ({
    ...{ key, name, blocks: [], styles: [], tables: [], charts: [], validations: [], inputs: [], merges: [] },
    ...{ columnWidths: [20], rowHeights: [{ row: 0, height: 30 }], frozenRows: 1, tabColor: '#112233' },
    page: { orientation: 'portrait', footer: '', titleRows: { row: 0, rows: 1 }, isOnePage: false },
    ...rest,
  });
  const at = (key: 'data' | 'effect', row: number, column: number, many = 1) => ({
    ...{ sheet: key, row, column, rows: many, columns: 1 },
  });
  return {
    suffix,
    sheets: [
      sheet('data', data, {
        blocks: [{ row: 0, column: 0, cells: [['Område', 'Antal'], ...body] }],
        tables: [{ name: `SVSmall${ending}`, range: { row: 0, column: 0, rows: rows + 1, columns: 2 } }],
        inputs: [{ row: 1, column: 1, what: 'evictions', of: body.map(([area]) => [area]) }],
        styles: [{ range: { row: 1, column: 1, rows, columns: 1 }, style: 'inputCount' }],
        validations: [
          {
            range: { row: 1, column: 1, rows, columns: 1 },
            rule: { kind: 'whole', from: 0, to: null },
            message: 'x',
          },
        ],
      }),
      sheet('effect', effect, {
        blocks: [
          {
            row: 0,
            column: 0,
            cells: [[{ formula: `=SUM('${data}'!$B$2:$B$${rows + 1})` }, 'Trend', 'none']],
          },
        ],
        inputs: [{ row: 0, column: 2, what: 'trend', of: [[]] }],
        charts: [
          {
            name: 'SV Small',
            kind: 'line',
            title: at('effect', 0, 1),
            categories: at('data', 1, 0, rows),
            series: [
              {
                ...{ name: 'a', values: at('data', 1, 1, rows), color: '#112233' },
                ...{ dash: 'solid', weight: 1, marker: 'none' },
              },
            ],
            ...{ categoryTitle: 'x', valueTitle: 'y', valueFormat: '0' },
            anchor: { row: 3, column: 0, rows: 5, columns: 3 },
          },
        ],
      }),
    ],
    names: [
      { name: `sv_sheet_data${ending}`, refersTo: at('data', 0, 0) },
      { name: `sv_sheet_effect${ending}`, refersTo: at('effect', 0, 0) },
      { name: `sv_total${ending}`, refersTo: at('effect', 0, 0) },
      ...(rows > 2 ? [{ name: `sv_more${ending}`, refersTo: at('data', rows, 1) }] : []),
    ],
    show: 'effect',
  };
}
