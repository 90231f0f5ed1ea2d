import fc from 'fast-check';
import { writeReport } from '../../src/excel';
import { runToEnd } from '../../src/stats';
import { planReport } from '../../src/report';
import {
  checkStudy,
  defaultOptions,
  evaluateHorizon,
  evaluateRobustness,
  evaluateStudy,
  exampleStudy,
  hasErrors,
  simulateFigures,
  type Study,
  type StudyOptions,
} from '../../src/study';
import type { BookSnapshot, CellSnapshot, Scalar } from '../../src/workbench/book';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { parseReference } from '../../src/workbench/files/ranges';
import { recalculate, type TextGrid } from '../support/libreoffice';
import { namedHorizon, namedResults, namedRobustness } from '../support/named-results';
import { openWorkbook } from '../support/open-workbook';
import { smallStudy } from '../support/studies';
import { holds } from '../../src/report/share/source-report';

/** The report as a workbook, written through genuine office.js. */
async function bookOf(study: Study): Promise<BookSnapshot> {
  const workbench = await openWorkbook({ language: 'da-DK' });
  try {
    const figures = runToEnd(simulateFigures(study));
    const simulation = figures && { figures, at: '2026-11-23 14:05' };
    const settings = { suffix: '', date: '2026-11-23', version: '0.1.0', simulation };
    await writeReport(planReport(study, checkStudy(study), settings));
    return workbench.engine.snapshot();
  } finally {
    await workbench.close();
  }
}

function placeOf(book: BookSnapshot, name: string): { sheet: string; row: number; column: number } {
  const { sheet, rect } = parseReference(book.names.find((each) => each.name === name)!.reference)!;
  return { sheet, row: rect.row, column: rect.column };
}

/** What is different between LibreOffice's cells and the core's figures, in words; nothing when all is well. */
function differences(book: BookSnapshot, grids: ReadonlyMap<string, TextGrid>, study: Study): string[] {
  const robustness = evaluateRobustness(study);
  const results = evaluateStudy(study);
  const figures = [
    ...namedResults(results),
    ...namedRobustness(robustness),
    ...namedHorizon(evaluateHorizon(results, study.options)),
  ];
  const named = figures.flatMap(([name, expected]) => {
    const { sheet, row, column } = placeOf(book, name);
    const text = grids.get(sheet)?.[row]?.[column] ?? '';
    const value = text === '' ? NaN : Number(text);
    if (expected === null)
      return Number.isNaN(value) ? [] : [`${name}: ${text} where nothing can be reckoned`];
    return Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
      ? []
      : [`${name}: ${text}, not ${expected}`];
  });
  const robustnessSheet = grids.get(robustnessSheetNames[study.options.language])!;
  const leftOut = (robustness.withoutArea ?? []).flatMap(({ area, ...expected }) => {
    const row = robustnessSheet.find((cells) => cells[0] === area && cells[1] === '' && cells[4] !== '')!;
    return (['effect', 'low', 'high'] as const).flatMap((part, index) => {
      const value = row[2 + index] === '' ? NaN : Number(row[2 + index]);
      const right = expected[part];
      if (right === null) return Number.isNaN(value) ? [] : [`without ${area}: ${value}, not a dash`];
      return Math.abs(value - right) <= 1e-9 * Math.max(1, Math.abs(right))
        ? []
        : [`without ${area}, ${part}: ${row[2 + index]}, not ${right}`];
    });
  });
  return [...named, ...leftOut, ...errorsIn(book, grids)];
}

/** Cells that show an error. What charts draw may be #N/A, which is a gap there, and nothing else. */
function errorsIn(book: BookSnapshot, grids: ReadonlyMap<string, TextGrid>): string[] {
  const drawn = parseReference(book.names.find(({ name }) => name === 'sv_drawn')!.reference)!;
  const isGap = (sheet: string, row: number, column: number, text: string): boolean =>
    text === '#N/A' && sheet === drawn.sheet && holds(drawn.rect, row, column);
  return [...grids].flatMap(([sheet, grid]) =>
    grid.flatMap((row, r) =>
      row.flatMap((text, c) =>
        /^(#|Err:)/.test(text) && !isGap(sheet, r, c, text) ? [`${sheet} ${r + 1},${c + 1}: ${text}`] : [],
      ),
    ),
  );
}

/** The book with one cell typed over, its old results left in place: LibreOffice must find out by itself. */
function typedOver(
  book: BookSnapshot,
  place: { sheet: string; row: number; column: number },
  value: Scalar,
): BookSnapshot {
  const isPlace = (cell: CellSnapshot): boolean => cell.row === place.row && cell.column === place.column;
  return {
    ...book,
    sheets: book.sheets.map((sheet) =>
      sheet.name === place.sheet
        ? { ...sheet, cells: sheet.cells.map((cell) => (isPlace(cell) ? { ...cell, value } : cell)) }
        : sheet,
    ),
  };
}

const options = (change: Partial<StudyOptions>): StudyOptions => ({ ...defaultOptions, ...change });
const robustnessSheetNames = { da: 'Robusthed', en: 'Robustness' };
const findingSheet = { da: 'Effekt', en: 'Effect' };
const sentenceOf = (grids: ReadonlyMap<string, TextGrid>, language: 'da' | 'en'): string =>
  grids.get(findingSheet[language])![1]![0]!;

/** How many inputs of the simulation have changed, as Cost savings says. */
function changesOf(grids: ReadonlyMap<string, TextGrid>, language: 'da' | 'en'): number {
  const label = { da: 'Tal, der er ændret siden', en: 'Inputs that have changed since' }[language];
  const row = grids
    .get({ da: 'Besparelse', en: 'Cost savings' }[language])!
    .find(([first]) => first === label);
  return Number(row![2]);
}

describe('the example, recalculated by LibreOffice from scratch', () => {
  test.each(['da', 'en'] as const)(
    'has every named figure of the core and no error cell (%s)',
    async (language) => {
      const study = exampleStudy(options({ language }));
      const book = await bookOf(study);
      const grids = await recalculate(await writeXlsx(book));
      expect(differences(book, grids, study)).toEqual([]);
      expect(sentenceOf(grids, language)).toContain('23.3');
      expect(changesOf(grids, language)).toBe(0);
    },
  );

  test('follows a changed trend, count, cost and municipal saving', async () => {
    const study = exampleStudy(options({ language: 'da' }));
    const book = await bookOf(study);
    const effect = {
      sheet: 'Effekt',
      ...{ row: placeOf(book, 'sv_trend').row, column: placeOf(book, 'sv_trend').column },
    };
    const data = book.sheets.find(({ name }) => name === 'Områdedata')!;
    const countCell = data.cells.find(
      ({ row, column, value }) =>
        column === 3 &&
        value === 12 &&
        data.cells.some(
          (cell) => cell.row === row && cell.column === 0 && cell.value === 'Beboerprojekt Puls',
        ),
    )!;
    const costCell = data.cells.find(({ value }) => value === 53600)!;
    const saving = placeOf(book, 'sv_municipal_saving_per_eviction');
    const changed = [
      [effect, 'lineær'],
      [{ sheet: 'Områdedata', row: countCell.row, column: countCell.column }, 40],
      [{ sheet: 'Områdedata', row: costCell.row, column: costCell.column }, 90000],
      [saving, 25000],
    ] as const;
    const after = changed.reduce((each, [place, value]) => typedOver(each, place, value), book);
    const { tables } = study;
    const counts = tables.counts.map((count) =>
      count.area === 'Beboerprojekt Puls' && count.group === 'intervention' && count.year === 2015
        ? { ...count, evictions: 40 }
        : count,
    );
    const costs = tables.costs.map((cost) => (cost.amount === 53600 ? { ...cost, amount: 90000 } : cost));
    const expected: Study = {
      ...study,
      tables: { ...tables, counts, costs },
      options: { ...study.options, trend: 'linear', municipalSaving: 25000 },
    };
    const grids = await recalculate(await writeXlsx(after));
    expect(differences(after, grids, expected)).toEqual([]);
    // One pooled count, the squares of the counts and the trend; the mean and the squares of the costs, the saving.
    expect(changesOf(grids, 'da')).toBe(6);
    // The sentence says what the numbers say: now evictions fell less than expected.
    expect(evaluateStudy(expected).years[1]!.effect!).toBeLessThan(0);
    expect(sentenceOf(grids, 'da')).toContain('procentpoint mindre, end');
  });
});

describe('what a user may do to an input cell', () => {
  const nord = {
    area: 'Nord',
    firstFullYear: 2012,
    firstYear: 2009,
    intervention: [9, 8, 7, 5, 4],
    control: [30, 31, 29, 28, 27],
  };
  const two = smallStudy([nord, { ...nord, area: 'Syd', firstFullYear: 2012 }], { language: 'en' });

  /** Where a row of Area data has these values in its first cells. */
  function rowOf(book: BookSnapshot, ...start: readonly Scalar[]): number {
    const data = book.sheets.find(({ name }) => name === 'Area data')!;
    const at = (row: number, column: number) =>
      data.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    return data.cells.find(
      ({ row, column }) => column === 0 && start.every((value, index) => at(row, index) === value),
    )!.row;
  }
  async function afterTyping(
    study: Study,
    typed: (book: BookSnapshot) => readonly (readonly [number, number, Scalar])[],
  ) {
    const book = await bookOf(study);
    const changed = typed(book).reduce(
      (each, [row, column, value]) => typedOver(each, { sheet: 'Area data', row, column }, value),
      book,
    );
    const grids = await recalculate(await writeXlsx(changed));
    const named = (name: string): string => {
      const { sheet, row, column } = placeOf(changed, name);
      return grids.get(sheet)![row]![column]!;
    };
    return { book: changed, grids, named };
  }

  test.each<[string, (book: BookSnapshot) => readonly (readonly [number, number, Scalar])[]]>([
    ['a blanked count', (book) => [[rowOf(book, 'Nord', 'Intervention', 2011), 3, null]]],
    ['a count typed as text', (book) => [[rowOf(book, 'Nord', 'Control', 2011), 3, 'unknown']]],
    ['blanked tenancies', (book) => [[rowOf(book, 'Nord', 2012), 2, null]]],
    ['a first full year for which counts are missing', (book) => [[rowOf(book, 'Nord', 2012), 1, 2014]]],
  ])('%s leaves no effect and no savings standing, and the sentence says so', async (_, typed) => {
    const { book, grids, named } = await afterTyping(two, typed);
    expect(errorsIn(book, grids)).toEqual([]);
    // What cannot be drawn is a gap in the figures; they would draw a dash as 0.
    const { sheet, rect } = parseReference(book.names.find(({ name }) => name === 'sv_drawn')!.reference)!;
    const drawn = Array.from({ length: rect.rows }, (_, row) =>
      grids.get(sheet)![rect.row + row]!.slice(rect.column, rect.column + rect.columns),
    ).flat();
    expect(drawn).toContain('#N/A');
    expect(drawn.filter((text) => text !== '' && text !== '#N/A' && Number.isNaN(Number(text)))).toEqual([]);
    for (const name of [
      'sv_effect_1',
      'sv_effect_low_1',
      'sv_prevented_1',
      'sv_net_1',
      'sv_poisson_reduction',
    ])
      expect([name, named(name)]).toEqual([name, '–']);
    expect(sentenceOf(grids, 'en')).toContain('cannot be reckoned');
  });

  test('an area that is no longer included is left out of every figure', async () => {
    const { named } = await afterTyping(two, (book) => [[rowOf(book, 'Syd', 2012), 5, 'no']]);
    const alone = evaluateStudy({ ...two, options: { ...two.options, exclude: ['Syd'] } });
    for (const [name, value] of namedResults(alone))
      if (value !== null)
        expect([name, Math.abs(Number(named(name)) - value) < 1e-9 * Math.max(1, Math.abs(value))]).toEqual([
          name,
          true,
        ]);
  });

  test('with pooled tenancies an area cannot be left out: nothing is reckoned then', async () => {
    const { named } = await afterTyping(exampleStudy(options({ language: 'en' })), (book) => [
      [rowOf(book, 'Trigeparken', 2014), 4, 'no'],
    ]);
    expect(named('sv_effect_2')).toBe('–');
  });

  test('copies of a shared count that no longer agree leave no interval standing', async () => {
    const study = exampleStudy(options({ language: 'en' }));
    const { named, grids, book } = await afterTyping(study, (before) => [
      [rowOf(before, 'Lundtoftegade', 'Control', 2010), 3, 300],
    ]);
    expect(named('sv_effect_low_2')).toBe('–');
    expect(sentenceOf(grids, 'en')).toContain('is not stated, because its interval cannot be reckoned');
    expect(grids.get('Cost savings')![1]![0]).toContain('cannot be reckoned: the effect, its interval');
    expect(errorsIn(book, grids)).toEqual([]);
  });

  test('whatever is typed into any kind of input cell, no cell shows an error', async () => {
    const study = exampleStudy(options({ language: 'da', municipalSaving: 25000 }));
    const kinds = new Map<string, { sheet: string; row: number; column: number }>();
    for (const { name, inputs } of planReport(study, [], { suffix: '', date: '', version: '' }).sheets)
      for (const { row, column, keys } of inputs)
        for (const [index, key] of keys.entries()) {
          const [kind, ...of] = JSON.parse(key) as readonly (string | number)[];
          const group = of.find((each) => each === 'intervention' || each === 'control') ?? '';
          const known = `${kind} ${group}`;
          if (!kinds.has(known)) kinds.set(known, { sheet: name, row: row + index, column });
        }
    expect(kinds.size).toBeGreaterThanOrEqual(17);
    const book = await bookOf(study);
    const cases = [...kinds].flatMap(([kind, place]) =>
      ([null, 'x'] as const).map((value) => ({ kind, place, value })),
    );
    const judged = await Promise.all(
      cases.map(async ({ place, value }) => recalculate(await writeXlsx(typedOver(book, place, value)))),
    );
    for (const [index, { kind, value }] of cases.entries())
      expect([kind, value, errorsIn(book, judged[index]!)]).toEqual([kind, value, []]);
  }, 300_000);
});

test.each([
  ['wildcards', 'K*', 'Kb'],
  ['a tilde', 'Bo~1', 'Bo1'],
  ['a comparison', '=Bo', '<5'],
])('names with %s stand for themselves', async (_, first, second) => {
  const area = {
    firstFullYear: 2012,
    firstYear: 2009,
    intervention: [9, 8, 7, 5, 4],
    control: [30, 31, 29, 28, 27],
  };
  const other = { ...area, control: [12, 13, 11, 15, 9] };
  const study = smallStudy(
    [
      { ...area, area: 'A', organisation: first },
      {
        ...area,
        area: 'A?',
        organisation: first,
        firstFullYear: 2013,
        firstYear: 2009,
        intervention: [9, 8, 7, 5, 4, 3],
        control: [30, 31, 29, 28, 27, 26],
      },
      { ...other, area: 'AB', organisation: second },
      { ...other, area: '*', organisation: second },
    ],
    { language: 'en' },
  );
  const book = await bookOf(study);
  expect(differences(book, await recalculate(await writeXlsx(book)), study)).toEqual([]);
});

test('an area with several control organisations has all their counts and tenancies', async () => {
  const base = smallStudy(
    [
      {
        area: 'Nord',
        firstFullYear: 2012,
        firstYear: 2009,
        intervention: [9, 8, 7, 5, 4],
        control: [30, 31, 29, 28, 27],
      },
    ],
    { language: 'en' },
  );
  const own = base.tables.counts.map((count) => ({
    ...count,
    tenancies: count.group === 'control' ? 4000 : 900,
  }));
  const more = own
    .filter(({ group }) => group === 'control')
    .map((count) => ({ ...count, organisation: 'Another', evictions: count.evictions + 3, tenancies: 2000 }));
  const study: Study = { ...base, tables: { ...base.tables, counts: [...own, ...more] } };
  expect(hasErrors(checkStudy(study))).toBe(false);
  const book = await bookOf(study);
  expect(differences(book, await recalculate(await writeXlsx(book)), study)).toEqual([]);
});

/** Studies as they come: few and many areas, short and long windows, zeros, no costs, no hours. */
const generated = fc
  .record({
    from: fc.integer({ min: -5, max: -1 }),
    to: fc.integer({ min: 1, max: 5 }),
    trend: fc.constantFrom('compound' as const, 'linear' as const, 'none' as const),
    language: fc.constantFrom('da' as const, 'en' as const),
    confidence: fc.constantFrom(0.9, 0.95, 0.99),
    municipalSaving: fc.option(fc.integer({ min: 0, max: 200000 })),
    costs: fc.array(fc.integer({ min: 10000, max: 90000 }), { maxLength: 4 }),
    sharesControl: fc.boolean(),
    overdispersion: fc.boolean(),
    horizonYears: fc.integer({ min: 1, max: 12 }),
    startUpYears: fc.integer({ min: 0, max: 3 }),
    discountRate: fc.constantFrom(0, 0.035, 0.1),
    areas: fc.array(
      fc.record({
        start: fc.integer({ min: 2010, max: 2014 }),
        level: fc.constantFrom(0, 2, 30),
        tenancies: fc.integer({ min: 100, max: 3000 }),
        weeklyHours: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 8 }),
        noise: fc.array(fc.nat(3), { minLength: 22, maxLength: 22 }),
      }),
      { minLength: 3, maxLength: 12 },
    ),
  })
  .map(({ costs, sharesControl, areas, ...options }) => {
    const { from, to } = options;
    // Shared controls have one count per calendar year, whatever area they are read for.
    const sharedCount = (year: number): number => 20 + ((year * 7) % 11);
    const study = smallStudy(
      areas.map(({ start, level, tenancies, weeklyHours, noise }, index) => {
        const firstYear = start - 1 + from;
        const years = Array.from({ length: to - from + 1 }, (_, i) => firstYear + i);
        return {
          area: `Område ${index + 1}`,
          firstFullYear: start,
          firstYear,
          intervention: years.map((_, i) => level + noise[i]!),
          control: years.map((year, i) => (sharesControl ? sharedCount(year) : 3 * level + noise[11 + i]!)),
          ...(sharesControl && { organisation: 'Fælles kontrol' }),
          tenancies,
          controlTenancies: 5 * tenancies,
          weeklyHours,
        };
      }),
      options,
      costs,
    );
    return study;
  });

/** The study and its book after somebody typed: another trend, three evictions more, a dearer eviction. */
function withTyping(written: Study, book: BookSnapshot): { study: Study; book: BookSnapshot } {
  const { language, trend } = written.options;
  const next = { compound: 'linear', linear: 'none', none: 'compound' } as const;
  const words = {
    da: { compound: 'procentvis', linear: 'lineær', none: 'ingen', data: 'Områdedata', group: 'Indsats' },
    en: { compound: 'compound', linear: 'linear', none: 'none', data: 'Area data', group: 'Intervention' },
  }[language];
  const data = book.sheets.find(({ name }) => name === words.data)!;
  const at = (row: number, column: number) =>
    data.cells.find((cell) => cell.row === row && cell.column === column)?.value;
  const { tables } = written;
  const area = tables.programmes.at(-1)!;
  const isTyped = (count: Study['tables']['counts'][number]): boolean =>
    count.area === area.area && count.group === 'intervention' && count.year === area.firstFullYear;
  const typed = tables.counts.find(isTyped)!;
  const countRow = data.cells.find(
    ({ row, column, value }) =>
      column === 0 && value === typed.area && at(row, 1) === words.group && at(row, 2) === typed.year,
  )!.row;
  const [cost] = tables.costs;
  const costCell = data.cells.find(({ row, column }) => column === 1 && cost && at(row, 0) === cost.source);
  const trendCell = placeOf(book, 'sv_trend');
  const changes: readonly (readonly [{ sheet: string; row: number; column: number }, Scalar])[] = [
    [trendCell, words[next[trend]]],
    [{ sheet: words.data, row: countRow, column: 3 }, typed.evictions + 3],
    ...(cost && costCell
      ? [[{ sheet: words.data, row: costCell.row, column: 1 }, cost.amount + 12345] as const]
      : []),
  ];
  return {
    book: changes.reduce((each, [place, value]) => typedOver(each, place, value), book),
    study: {
      ...written,
      tables: {
        ...tables,
        counts: tables.counts.map((count) =>
          isTyped(count) ? { ...count, evictions: count.evictions + 3 } : count,
        ),
        costs: tables.costs.map((each, index) =>
          index === 0 ? { ...each, amount: each.amount + 12345 } : each,
        ),
      },
      options: { ...written.options, trend: next[trend] },
    },
  };
}

test('twenty generated studies, typed over, have the core’s figures in LibreOffice, and no error cell', async () => {
  const typed: { study: Study; book: BookSnapshot }[] = [];
  for (const written of fc.sample(generated, { numRuns: 20, seed: 20261123 })) {
    expect(hasErrors(checkStudy(written))).toBe(false);
    typed.push(withTyping(written, await bookOf(written)));
  }
  const judged = await Promise.all(typed.map(async ({ book }) => recalculate(await writeXlsx(book))));
  for (const [index, { study, book }] of typed.entries()) {
    const grids = judged[index]!;
    expect(differences(book, grids, study)).toEqual([]);
    const { effect } = evaluateStudy(study).years.at(-1)!;
    const words =
      study.options.language === 'da'
        ? ['procentpoint mere', 'procentpoint mindre', 'kan ikke beregnes']
        : ['points more', 'points less', 'cannot be reckoned'];
    if (effect !== null && Math.round(1000 * effect) !== 0)
      expect(sentenceOf(grids, study.options.language)).toContain(words[effect > 0 ? 0 : 1]);
    if (effect === null) expect(sentenceOf(grids, study.options.language)).toContain(words[2]);
  }
}, 300_000);
