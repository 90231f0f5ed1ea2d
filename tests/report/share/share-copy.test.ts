import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { copyOfReport, type SharedCopy } from '../../../src/report';
import { defaultOptions, exampleStudy, type Study } from '../../../src/study';
import type { BookSnapshot } from '../../../src/workbench/book';
import { readXlsx } from '../../../src/workbench/files/read-xlsx';
import { writeXlsx } from '../../../src/workbench/files/write-xlsx';
import { recoverCounts } from '../../support/attacker';
import { recalculate } from '../../support/libreoffice';
import { openWithReport } from '../../support/report-file';
import { smallStudy } from '../../support/studies';
import { twinOf } from '../../support/twin-study';

/** The bytes of a workbook with a sheet of the user's and the report on a study. */
async function fileOf(study: Study): Promise<Uint8Array> {
  const workbench = await openWithReport(study);
  try {
    return await writeXlsx(workbench.engine.snapshot());
  } finally {
    await workbench.close();
  }
}

/** The example's file is asked for by several tests. */
let exampleFile: Promise<Uint8Array> | undefined;
const fileOfExample = (): Promise<Uint8Array> => (exampleFile ??= fileOf(exampleStudy(options)));

const options = { ...defaultOptions, language: 'da' } as const;
const request = { suffix: '', date: '2026-11-25' };
const masked = (file: Uint8Array): SharedCopy => copyOfReport(file, { ...request, isMasked: true });
const textsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

/** Areas with few evictions; every control area is an organisation of its own unless told. */
function fewEvictions(seed: number, from: -2 | -3, areas: number, organisation?: string): Study {
  const [drawn] = fc.sample(
    fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 }), {
      minLength: areas,
      maxLength: areas,
    }),
    { numRuns: 1, seed },
  );
  return smallStudy(
    drawn!.map((counts, index) => ({
      area: `Område ${index + 1}`,
      firstFullYear: 2012 + (organisation === undefined ? 0 : 2 * index),
      firstYear: 2007 + (organisation === undefined ? 0 : 2 * index),
      intervention: counts,
      // A shared organisation has one count a year, small now and then.
      control: counts.map((count, i) =>
        organisation === undefined ? 10 + count : 1 + (((2007 + 2 * index + i) * 5) % 11),
      ),
      ...(organisation !== undefined && { organisation }),
      tenancies: 400 + 10 * index,
    })),
    { language: 'en', from },
  );
}

describe('a copy with values only', () => {
  let file: Uint8Array;
  let before: BookSnapshot;
  let bytes: Uint8Array;
  let after: BookSnapshot;
  beforeAll(async () => {
    const workbench = await openWithReport(exampleStudy(options));
    // What belongs to the user and to the add-in must stay behind.
    const [own] = workbench.engine.sheets.list();
    workbench.engine.cells.write(own!.id, { row: 0, column: 0, rows: 1, columns: 1 }, [['hemmelig note']]);
    workbench.engine.settings.set('sv-study', '{"secret":"saved study"}');
    before = workbench.engine.snapshot();
    file = await writeXlsx(before);
    await workbench.close();
    ({ bytes } = copyOfReport(file, { ...request, isMasked: false }));
    after = await readXlsx(bytes);
  });

  test('holds the report’s sheets and says what it is; nothing else of the workbook goes along', () => {
    const names = ['Områdedata', 'Hændelsesår', 'Effekt', 'Besparelse', 'Robusthed', 'Metode'];
    expect(after.sheets.map(({ name }) => name)).toEqual(['Om kopien', ...names]);
    const all = [...textsOf(bytes)].map(([path, text]) => path + text).join('\n');
    for (const left of ['hemmelig', 'saved study', 'customXml', 'docProps', 'Ark1', '<f>', '<f '])
      expect([left, all.includes(left)]).toEqual([left, false]);
  });

  test('shows every value of the report, with its look, and no formula', () => {
    const look = (book: BookSnapshot, index: number | undefined): unknown =>
      index === undefined ? {} : book.styles[index];
    for (const sheet of before.sheets.slice(1)) {
      const copied = after.sheets.find(({ name }) => name === sheet.name)!;
      const cells = new Map(copied.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
      for (const cell of sheet.cells) {
        const copy = cells.get(`${cell.row} ${cell.column}`);
        expect([sheet.name, cell.row, cell.column, copy?.value ?? '']).toEqual([
          sheet.name,
          cell.row,
          cell.column,
          cell.value ?? '',
        ]);
        expect(copy?.formula).toBeUndefined();
        expect(look(after, copy?.style)).toEqual(look(before, cell.style));
      }
      expect(copied.merges).toEqual(sheet.merges);
      expect(copied.page).toEqual(sheet.page);
      expect(copied.frozen).toEqual(sheet.frozen);
      expect([...copied.columnWidths]).toEqual([...sheet.columnWidths]);
      expect([...copied.rowHeights]).toEqual([...sheet.rowHeights]);
      expect(copied.tables.map(({ name, range, columns }) => ({ name, range, columns }))).toEqual(
        sheet.tables.map(({ name, range, columns }) => ({ name, range, columns })),
      );
      expect(copied.charts).toHaveLength(sheet.charts.length);
    }
    const names = ({ names: all }: BookSnapshot): string[] =>
      all.map(({ name, reference }) => `${name} ${reference}`).sort();
    expect(names(after)).toEqual(names(before));
  });

  test('opens in LibreOffice without an error', async () => {
    const grids = await recalculate(bytes);
    expect(grids.size).toBe(7);
    const cells = [...grids.values()].flat(2);
    expect(cells.filter((text) => /^(#|Err:)/u.test(text))).toEqual([]);
    expect(cells.some((text) => text.includes('23.3 procentpoint mere'))).toBe(true);
  });
});

describe('a copy with small counts masked', () => {
  test('shows the example’s results, and says what is masked', async () => {
    const { bytes, masking } = masked(await fileOfExample());
    const book = await readXlsx(bytes);
    const cell = (sheet: string, row: number, column: number) =>
      book.sheets.find(({ name }) => name === sheet)!.cells.find((c) => c.row === row && c.column === column)
        ?.value;
    expect(masking?.isResultShown).toBe(true);
    expect(cell('Effekt', 1, 0)).toContain('procentpoint mere');
    const about = book.sheets[0]!.cells.map(({ value }) => (typeof value === 'string' ? value : '')).join(
      '\n',
    );
    const small = exampleStudy(options).tables.counts.filter(
      ({ evictions }) => evictions > 0 && evictions < 5,
    );
    expect(about).toContain(`${small.length} antal på 1 til 4 udsættelser`);
    // Every small count and its cell in the copy.
    const { hidden } = recoverCounts(book);
    for (const { area, group, year } of small)
      expect(hidden).toContainEqual(
        expect.objectContaining({ area, group: group === 'control' ? 'Kontrol' : 'Indsats', year }),
      );
  });

  test.each<[string, () => Study, boolean]>([
    ['the example', () => exampleStudy(options), true],
    ['five areas with few evictions', () => fewEvictions(11, -2, 5), true],
    [
      'a control organisation with small counts that serves three areas',
      () => fewEvictions(7, -2, 3, 'Fælles'),
      false,
    ],
    ['one area alone', () => fewEvictions(3, -2, 1), false],
  ])(
    'of %s is the same copy, byte for byte, when every small count was another',
    async (_, make, isShown) => {
      const study = make();
      const twin = twinOf(study);
      const differing = study.tables.counts.filter(
        ({ evictions }, i) =>
          evictions > 0 && evictions < 5 && twin.tables.counts[i]!.evictions !== evictions,
      );
      const small = study.tables.counts.filter(({ evictions }) => evictions > 0 && evictions < 5);
      expect(small.length).toBeGreaterThan(0);
      expect(differing).toHaveLength(small.length);
      const [one, other] = [masked(await fileOf(study)), masked(await fileOf(twin))];
      expect(one.masking?.isResultShown).toBe(isShown);
      const [texts, others] = [textsOf(one.bytes), textsOf(other.bytes)];
      for (const [path, text] of texts) {
        // Only the number of the small counts themselves may differ, on the sheet that says it.
        const without = (part: string | undefined): string | undefined =>
          part?.replaceAll(/\d+ (?:antal på 1|counts? of 1)[^<]*|/gu, '');
        expect([path, without(others.get(path)) === without(text)]).toEqual([path, true]);
      }
      expect(recoverCounts(await readXlsx(one.bytes)).recovered).toEqual([]);
    },
  );

  test('is needed: the attacker finds counts where only the small ones are masked', async () => {
    const study = fewEvictions(11, -2, 5);
    const book = await readXlsx(copyOfReport(await fileOf(study), { ...request, isMasked: false }).bytes);
    const isCount = (sheet: string, row: number, column: number): boolean => {
      const table = book.sheets
        .find(({ name }) => name === 'Area data')!
        .tables.find(({ name }) => name === 'SVCounts')!;
      return sheet === 'Area data' && column === 3 && row > table.range.row;
    };
    const naive = {
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells
          // Not even the table of areas by event year is left to look at.
          .filter(({ row }) => sheet.name !== 'Event years' || row < 20)
          .map((cell) =>
            isCount(sheet.name, cell.row, cell.column) && Number(cell.value) > 0 && Number(cell.value) < 5
              ? { ...cell, value: 'masked' }
              : cell,
          ),
      })),
    };
    const { hidden, recovered } = recoverCounts(naive);
    expect(hidden.length).toBeGreaterThan(0);
    expect(recovered.length).toBeGreaterThan(0);
    for (const { area, year, evictions } of recovered)
      expect(
        study.tables.counts.some(
          (count) => count.area === area && count.year === year && count.evictions === evictions,
        ),
      ).toBe(true);
  });
});
