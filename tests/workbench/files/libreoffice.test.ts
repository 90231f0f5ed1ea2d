import { readXlsx } from '../../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { convertToPdf, recalculate, saveAgain } from '../../support/libreoffice';
import { pagesAsText } from '../../support/pdf';
import { bookOf, cellsOf, effectChart, emptySheet, rateSheet } from './example-book';

const book = {
  ...bookOf(
    {
      ...emptySheet('Områdedata'),
      cells: cellsOf([
        ['Område', 'Udsættelser'],
        ['Øst', 5],
        ['Vest', 8],
        ['I alt', '=SUM(sv_areas[Udsættelser])'],
        ['Grænse', '=CHISQ.INV(0.025,2*B2)/2'],
        ['Kvartil', '=NORM.S.INV(0.975)'],
        ['Navn', '=sv_total*2'],
        ['Spredning', '=STDEV.S(B2:B3)'],
        ['Fejl', '=NA()'],
      ]),
      tables: [
        {
          name: 'sv_areas',
          range: { row: 0, column: 0, rows: 3, columns: 2 },
          columns: ['Område', 'Udsættelser'],
          style: 'TableStyleLight1',
          bandedRows: true,
          filterButtons: false,
        },
      ],
    },
    {
      ...rateSheet,
      charts: [effectChart],
      page: { orientation: 'portrait', paper: 'a4', fitToWidth: 1, footer: { right: 'Side &P af &N' } },
    },
  ),
  styles: [{ bold: true, fontSize: 16 }],
  names: [{ name: 'sv_total', reference: "'Områdedata'!$B$4" }],
  settings: new Map([['study', '{"navn":"Øst"}']]),
  customXml: new Map([['{0B5E1A9C-53F2-4D4A-8C55-9E2B6F0B7A31}', '<a xmlns="urn:a">Øst &lt; Vest</a>']]),
} as const;

describe('LibreOffice', () => {
  test('recalculates every formula of the file from scratch', async () => {
    const grids = await recalculate(await writeXlsx(book));
    const results = grids.get('Områdedata')?.map(([, result]) => result);
    // Values from R 4.2: qchisq(0.025, 10) / 2, qnorm(0.975), sd(c(5, 8)).
    const expected = [13, 1.62348639011842, 1.959963984540054, 26, 2.121320343559643];
    for (const [index, number] of expected.entries()) {
      expect(Number(results?.[index + 3])).toBeCloseTo(number, 9);
    }
    expect(results?.[8]).toBe('#N/A');
    expect(Number(grids.get('Effekt på Øst')?.[8]?.[3])).toBeCloseTo((10.29 * 10.29) / 11.23, 9);
  });

  test('gives a share and a date as the numbers that they are', async () => {
    const cells = [
      { row: 0, column: 0, value: 0.2329344902399168, style: 0 },
      { row: 0, column: 1, value: 41275.5, style: 1 },
    ];
    const styles = [{ numberFormat: '0.0 %' }, { numberFormat: 'yyyy-mm-dd' }];
    const grids = await recalculate(await writeXlsx({ ...bookOf({ ...emptySheet('Data'), cells }), styles }));
    expect(grids.get('Data')?.[0]?.map(Number)).toEqual([expect.closeTo(0.2329344902399168, 14), 41275.5]);
  });

  test('draws the chart with its titles, axes and legend', async () => {
    const pages = await pagesAsText(await convertToPdf(await writeXlsx(book)));
    const chartPage = pages.find((page) => page.includes('Hændelsesår')) ?? '';
    // The title comes from a cell and stands there too.
    expect(chartPage.match(/Færre udsættelser end ventet/gu)).toHaveLength(2);
    for (const words of ['Kontrol', 'Ventet', 'Øvre', '16.0', 'Side 2 af 2'])
      expect(chartPage).toContain(words);
  });

  test('saves it again with names, tables, settings and charts', async () => {
    const again = await readXlsx(await saveAgain(await writeXlsx(book)));
    expect(again.names.map(({ name, reference }) => [name, reference.replaceAll("'", '')])).toContainEqual([
      'sv_total',
      'Områdedata!$B$4',
    ]);
    expect(again.sheets[0]?.tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['sv_areas', ['Område', 'Udsættelser']],
    ]);
    expect(again.settings).toEqual(book.settings);
    expect(again.customXml).toEqual(book.customXml);
    expect(again.sheets[0]?.cells.find(({ row, column }) => row === 4 && column === 1)?.formula).toBe(
      '=CHISQ.INV(0.025,2*B2)/2',
    );
    const [chart] = again.sheets[1]?.charts ?? [];
    expect(chart?.kind).toBe('line');
    expect(chart?.series.map(({ dash, marker }) => [dash, marker])).toEqual([
      [undefined, 'circle'],
      [undefined, 'square'],
      ['dash', 'none'],
      ['dot', 'none'],
    ]);
  });
});
