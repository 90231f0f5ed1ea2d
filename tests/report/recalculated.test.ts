import fc from 'fast-check';
import { planReport } from '../../src/report';
import {
  checkStudy,
  defaultOptions,
  evaluateHorizon,
  evaluateRobustness,
  evaluateStudy,
  exampleStudy,
  hasErrors,
  type Study,
  type StudyOptions,
} from '../../src/study';
import type { BookSnapshot, CellSnapshot, Scalar } from '../../src/workbench/book';
import { writeXlsx } from '../../src/workbench/files/write-xlsx';
import { parseReference } from '../../src/workbench/files/ranges';
import { recalculate, type TextGrid } from '../support/libreoffice';
import { excelProblems } from '../support/excel-rules';
import {
  namedChoices,
  namedHorizon,
  namedResults,
  namedRobustness,
  namedRows,
} from '../support/named-results';
import { schemaProblems } from '../support/open-xml-sdk';
import { openWorkbook } from '../support/open-workbook';
import { writeStudyInto } from '../support/report-file';
import { wrongSayings } from '../support/sentences';
import { smallStudy } from '../support/studies';
import { holds } from '../../src/report/share/source-report';

/** The report as a workbook, written through genuine office.js; once for each study. */
function bookOf(study: Study): Promise<BookSnapshot> {
  const before = written.get(study);
  if (before) return before;
  const book = writeBook(study);
  written.set(study, book);
  return book;
}
const written = new Map<Study, Promise<BookSnapshot>>();

async function writeBook(study: Study): Promise<BookSnapshot> {
  const workbench = await openWorkbook({ language: 'da-DK' });
  try {
    await writeStudyInto(study);
    return workbench.engine.snapshot();
  } finally {
    await workbench.close();
  }
}

/** A workbook after somebody typed, as LibreOffice computes it from scratch. */
interface Judged {
  readonly book: BookSnapshot;
  readonly grids: ReadonlyMap<string, TextGrid>;
}
type Place = { readonly sheet: string; readonly row: number; readonly column: number };
type Typing = readonly (readonly [Place, Scalar])[];

const asked: { readonly study: Study; readonly typing: (book: BookSnapshot) => Typing; judged?: Judged }[] =
  [];

/** Asks for a judgement, to be had once the tests run: LibreOffice starts once for all of them. */
function judged(study: Study, typing: (book: BookSnapshot) => Typing = () => []): () => Judged {
  const question: (typeof asked)[number] = { study, typing };
  asked.push(question);
  return () => question.judged!;
}

beforeAll(async () => {
  const books: BookSnapshot[] = [];
  for (const { study, typing } of asked) {
    const book = await bookOf(study);
    books.push(typing(book).reduce((each, [place, value]) => typedOver(each, place, value), book));
  }
  const files = await Promise.all(books.map((book) => writeXlsx(book)));
  const grids = await Promise.all(files.map((file) => recalculate(file)));
  for (const [index, question] of asked.entries())
    question.judged = { book: books[index]!, grids: grids[index]! };
}, 600_000);

function placeOf(book: BookSnapshot, name: string): { sheet: string; row: number; column: number } {
  const { sheet, rect } = parseReference(book.names.find((each) => each.name === name)!.reference)!;
  return { sheet, row: rect.row, column: rect.column };
}

/** What is different between LibreOffice's cells and the core's figures, in words; nothing when all is well. */
function differences({ book, grids }: Judged, study: Study): string[] {
  const robustness = evaluateRobustness(study);
  const results = evaluateStudy(study);
  const figures = [
    ...namedResults(results),
    ...namedRobustness(robustness),
    ...namedHorizon(evaluateHorizon(results, study.options)),
    ...namedChoices(study, robustness),
  ];
  const named = figures.flatMap(([name, expected]) => {
    const { sheet, row, column } = placeOf(book, name);
    return wrongCell(name, grids.get(sheet)?.[row]?.[column] ?? '', expected);
  });
  const rows = namedRows(study, results).flatMap(([name, expected]) => {
    const { sheet, row, column } = placeOf(book, name);
    return expected.flatMap((cells, i) =>
      cells.flatMap((value, j) =>
        wrongCell(`${name} ${i},${j}`, grids.get(sheet)?.[row + i]?.[column + j] ?? '', value),
      ),
    );
  });
  const robustnessSheet = grids.get(robustnessSheetNames[study.options.language])!;
  const leftOut = (robustness.withoutArea ?? []).flatMap(({ area, ...expected }) => {
    const row = robustnessSheet.find((cells) => cells[0] === area && cells[1] === '' && cells[4] !== '')!;
    return (['effect', 'low', 'high'] as const).flatMap((part, index) =>
      wrongCell(`without ${area}, ${part}`, row[2 + index]!, expected[part]),
    );
  });
  const trend = placeOf(book, 'sv_trend');
  const word = grids.get(trend.sheet)![trend.row]![trend.column];
  const trendWord = trendWords[study.options.language][study.options.trend];
  return [
    ...(word === trendWord ? [] : [`sv_trend: ${word}`]),
    ...[...named, ...rows, ...leftOut, ...errorsIn(book, grids), ...wrongSayings(grids, study)],
  ];
}

/** What is wrong about a cell, which agrees to 1e-9; null where it must show that nothing can be reckoned. */
function wrongCell(name: string, text: string, expected: number | null): string[] {
  const value = text === '' ? NaN : Number(text);
  if (expected === null) return Number.isNaN(value) ? [] : [`${name}: ${text} where nothing can be reckoned`];
  return Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
    ? []
    : [`${name}: ${text}, not ${expected}`];
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
const examples = {
  da: exampleStudy(options({ language: 'da' })),
  en: exampleStudy(options({ language: 'en' })),
};
const trendWords = {
  da: { compound: 'procentvis', linear: 'lineær', none: 'ingen' },
  en: { compound: 'compound', linear: 'linear', none: 'none' },
};
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
  describe.each(['da', 'en'] as const)('in %s', (language) => {
    const study = examples[language];
    const asWritten = judged(study);
    test('has every named figure of the core, says what they say, and has no error cell', () => {
      const { book, grids } = asWritten();
      expect(differences({ book, grids }, study)).toEqual([]);
      expect(sentenceOf(grids, language)).toContain('23.3');
      expect(changesOf(grids, language)).toBe(0);
    });

    test('has every figure that it names held against the core, but what is only shown or typed', () => {
      const { book } = asWritten();
      const results = evaluateStudy(study);
      const robustness = evaluateRobustness(study);
      const held = new Set([
        ...namedResults(results).keys(),
        ...namedRobustness(robustness).keys(),
        ...namedHorizon(evaluateHorizon(results, study.options)).keys(),
        ...namedChoices(study, robustness).keys(),
        ...namedRows(study, results).map(([name]) => name),
        'sv_trend',
      ]);
      const others = book.names.map(({ name }) => name).filter((name) => !held.has(name));
      // Sheets, columns of Area data, words, what the charts draw, and values that stay as they were simulated.
      const known =
        /^sv_(?:sheet_\w+|counts_\w+|interval_widened|remarks|drawn|simulated_\w+|pays_\w+|shared_counts)$/;
      expect(others.filter((name) => !known.test(name) && name.startsWith('sv_'))).toEqual([]);
    });
  });

  describe('after another trend, count, cost and municipal saving were typed', () => {
    const study = examples.da;
    const typed = judged(study, (book) => {
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
      return [
        [placeOf(book, 'sv_trend'), 'lineær'],
        [{ sheet: 'Områdedata', row: countCell.row, column: countCell.column }, 40],
        [{ sheet: 'Områdedata', row: costCell.row, column: costCell.column }, 90000],
        [placeOf(book, 'sv_municipal_saving_per_eviction'), 25000],
      ];
    });
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
    test('every figure and sentence follows', () => {
      const { book, grids } = typed();
      expect(differences({ book, grids }, expected)).toEqual([]);
      // One pooled count, the squares of the counts and the trend; the mean and the squares of the costs, the saving.
      expect(changesOf(grids, 'da')).toBe(6);
      // Now evictions fell less than expected.
      expect(evaluateStudy(expected).years[1]!.effect!).toBeLessThan(0);
      expect(sentenceOf(grids, 'da')).toContain('procentpoint mindre, end');
    });
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
  const typedIn = (
    study: Study,
    typed: (book: BookSnapshot) => readonly (readonly [number, number, Scalar])[],
  ) =>
    judged(study, (book) =>
      typed(book).map(([row, column, value]) => [{ sheet: 'Area data', row, column }, value] as const),
    );
  const named = ({ book, grids }: Judged, name: string): string => {
    const { sheet, row, column } = placeOf(book, name);
    return grids.get(sheet)![row]![column]!;
  };

  describe.each<[string, (book: BookSnapshot) => readonly (readonly [number, number, Scalar])[]]>([
    ['a blanked count', (book) => [[rowOf(book, 'Nord', 'Intervention', 2011), 3, null]]],
    ['a count typed as text', (book) => [[rowOf(book, 'Nord', 'Control', 2011), 3, 'unknown']]],
    ['blanked tenancies', (book) => [[rowOf(book, 'Nord', 2012), 2, null]]],
    ['a first full year for which counts are missing', (book) => [[rowOf(book, 'Nord', 2012), 1, 2014]]],
  ])('%s', (_, typing) => {
    const typed = typedIn(two, typing);
    test('leaves no effect and no savings standing, and the sentence says so', () => {
      const { book, grids } = typed();
      expect(errorsIn(book, grids)).toEqual([]);
      // What cannot be drawn is a gap in the figures; they would draw a dash as 0.
      const { sheet, rect } = parseReference(book.names.find(({ name }) => name === 'sv_drawn')!.reference)!;
      const drawn = Array.from({ length: rect.rows }, (__, row) =>
        grids.get(sheet)![rect.row + row]!.slice(rect.column, rect.column + rect.columns),
      ).flat();
      expect(drawn).toContain('#N/A');
      expect(drawn.filter((text) => text !== '' && text !== '#N/A' && Number.isNaN(Number(text)))).toEqual(
        [],
      );
      for (const name of [
        'sv_effect_1',
        'sv_effect_low_1',
        'sv_prevented_1',
        'sv_net_1',
        'sv_poisson_reduction',
      ])
        expect([name, named({ book, grids }, name)]).toEqual([name, '–']);
      expect(sentenceOf(grids, 'en')).toContain('cannot be reckoned');
    });
  });

  describe('an area that is no longer included', () => {
    const typed = typedIn(two, (book) => [[rowOf(book, 'Syd', 2012), 5, 'no']]);
    test('is left out of every figure', () => {
      const alone = evaluateStudy({ ...two, options: { ...two.options, exclude: ['Syd'] } });
      for (const [name, value] of namedResults(alone))
        if (value !== null) expect(wrongCell(name, named(typed(), name), value)).toEqual([]);
    });
  });

  describe('an area that is no longer included, where tenancies are pooled', () => {
    const typed = typedIn(examples.en, (book) => [[rowOf(book, 'Trigeparken', 2014), 4, 'no']]);
    test('cannot be left out: nothing is reckoned then', () => {
      expect(named(typed(), 'sv_effect_2')).toBe('–');
    });
  });

  describe('copies of a shared count that no longer agree', () => {
    const typed = typedIn(examples.en, (before) => [
      [rowOf(before, 'Lundtoftegade', 'Control', 2010), 3, 300],
    ]);
    test('leave no interval standing', () => {
      const { book, grids } = typed();
      expect(named({ book, grids }, 'sv_effect_low_2')).toBe('–');
      expect(sentenceOf(grids, 'en')).toContain('is not stated, because its interval cannot be reckoned');
      expect(grids.get('Cost savings')![1]![0]).toContain('cannot be reckoned: the effect, its interval');
      expect(errorsIn(book, grids)).toEqual([]);
    });
  });

  describe('the same where there are no costs', () => {
    const study = smallStudy(
      [
        { ...nord, organisation: 'Bo' },
        { ...nord, area: 'Syd', organisation: 'Bo' },
      ],
      { language: 'en' },
      [],
    );
    const typed = typedIn(study, (book) => [[rowOf(book, 'Nord', 'Control', 2010), 3, 300]]);
    test('what chance does to the evictions prevented is not told, and not taken for nothing', () => {
      const { grids } = typed();
      const rows = grids
        .get('Robustness')!
        .filter(([first]) => first === 'Chance in the counts (interval)')
        .map((row) => row.slice(2, 4));
      expect(rows).toEqual([
        ['–', '–'],
        ['–', '–'],
      ]);
    });
  });

  describe('whatever is typed into any kind of input cell', () => {
    const study = exampleStudy(options({ language: 'da', municipalSaving: 25000 }));
    const kinds = new Map<string, Place>();
    for (const { name, inputs } of planReport(study, [], { suffix: '', date: '', version: '' }).sheets)
      for (const { row, column, what, of } of inputs)
        for (const [index, each] of of.entries()) {
          const group = each.find((word) => word === 'intervention' || word === 'control') ?? '';
          const known = `${what} ${group}`;
          if (!kinds.has(known)) kinds.set(known, { sheet: name, row: row + index, column });
        }
    const cases = [...kinds].flatMap(([kind, place]) =>
      ([null, 'x'] as const).map((value) => ({
        ...{ kind, value },
        typed: judged(study, () => [[place, value]]),
      })),
    );
    test('no cell shows an error', () => {
      expect(kinds.size).toBeGreaterThanOrEqual(17);
      for (const { kind, value, typed } of cases) {
        const { book, grids } = typed();
        expect([kind, value, errorsIn(book, grids)]).toEqual([kind, value, []]);
      }
    });
  });
});

describe.each([
  ['wildcards', 'K*', 'Kb'],
  ['a tilde', 'Bo~1', 'Bo1'],
  ['a comparison', '=Bo', '<5'],
])('names with %s', (_, first, second) => {
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
  const asWritten = judged(study);
  test('stand for themselves', () => {
    expect(differences(asWritten(), study)).toEqual([]);
  });
});

describe('an area with several control organisations', () => {
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
  const asWritten = judged(study);
  test('has all their counts and tenancies', () => {
    expect(hasErrors(checkStudy(study))).toBe(false);
    expect(differences(asWritten(), study)).toEqual([]);
  });
});

/** Studies as they come: few and many areas, short and long windows, zeros, no costs, no hours, no effect. */
const generatedArea = fc.record({
  start: fc.integer({ min: 2010, max: 2014 }),
  level: fc.constantFrom(0, 2, 30),
  tenancies: fc.integer({ min: 100, max: 3000 }),
  weeklyHours: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 30 }),
  noise: fc.array(fc.nat(3), { minLength: 22, maxLength: 22 }),
});
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
    // A share of nothing cannot be reckoned.
    isYear0Empty: fc.constantFrom(false, false, false, false, true),
    overdispersion: fc.boolean(),
    horizonYears: fc.integer({ min: 1, max: 12 }),
    startUpYears: fc.integer({ min: 0, max: 3 }),
    discountRate: fc.constantFrom(0, 0.035, 0.1),
    areas: fc
      .integer({ min: 3, max: 12 })
      .chain((number) => fc.array(generatedArea, { minLength: number, maxLength: number })),
  })
  .map(({ costs, sharesControl, isYear0Empty, areas, ...options }) => {
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
          intervention: years.map((_, i) => (isYear0Empty && i === -from ? 0 : level + noise[i]!)),
          control: years.map((year, i) => (sharesControl ? sharedCount(year) : 3 * level + noise[11 + i]!)),
          ...(sharesControl && { organisation: 'Fælles kontrol' }),
          tenancies,
          controlTenancies: 5 * tenancies,
          weeklyHours,
        };
      }),
      // What a simulation says is tested elsewhere: a few draws tell whether it is stale.
      { ...options, draws: 200 },
      costs,
    );
    return study;
  });

const nextTrend = { compound: 'linear', linear: 'none', none: 'compound' } as const;

/** What somebody types: another trend, three evictions more, a dearer eviction. */
function typingIn({ tables, options: { language, trend } }: Study, book: BookSnapshot): Typing {
  const sheet = { da: 'Områdedata', en: 'Area data' }[language];
  const group = { da: 'Indsats', en: 'Intervention' }[language];
  const data = book.sheets.find(({ name }) => name === sheet)!;
  const at = (row: number, column: number) =>
    data.cells.find((cell) => cell.row === row && cell.column === column)?.value;
  const typed = tables.counts.find(isTypedOver(tables))!;
  const countRow = data.cells.find(
    ({ row, column, value }) =>
      column === 0 && value === typed.area && at(row, 1) === group && at(row, 2) === typed.year,
  )!.row;
  const [cost] = tables.costs;
  const costCell = data.cells.find(({ row, column }) => column === 1 && cost && at(row, 0) === cost.source);
  return [
    [placeOf(book, 'sv_trend'), trendWords[language][nextTrend[trend]]],
    [{ sheet, row: countRow, column: 3 }, typed.evictions + 3],
    ...(cost && costCell ? [[{ sheet, row: costCell.row, column: 1 }, cost.amount + 12345] as const] : []),
  ];
}

function isTypedOver({ programmes }: Study['tables']) {
  const area = programmes.at(-1)!;
  return (count: Study['tables']['counts'][number]): boolean =>
    count.area === area.area && count.group === 'intervention' && count.year === area.firstFullYear;
}

/** The study that has these inputs. */
function afterTyping(study: Study): Study {
  const { tables } = study;
  const isTyped = isTypedOver(tables);
  return {
    ...study,
    tables: {
      ...tables,
      counts: tables.counts.map((count) =>
        isTyped(count) ? { ...count, evictions: count.evictions + 3 } : count,
      ),
      costs: tables.costs.map((each, index) =>
        index === 0 ? { ...each, amount: each.amount + 12345 } : each,
      ),
    },
    options: { ...study.options, trend: nextTrend[study.options.trend] },
  };
}

describe('twenty generated studies', () => {
  const studies = fc.sample(generated, { numRuns: 20, seed: 20261123 });
  const typed = studies.map((study) => ({
    study: afterTyping(study),
    judgement: judged(study, (book) => typingIn(study, book)),
  }));

  test('are as different as they come', () => {
    for (const study of studies) expect(hasErrors(checkStudy(study))).toBe(false);
    const has = (of: (study: Study) => boolean): number => typed.filter(({ study }) => of(study)).length;
    const effectOf = (study: Study) => evaluateStudy(study).years.at(-1)!.effect;
    const kinds = {
      threeAreas: has(({ tables }) => tables.programmes.length === 3),
      twelveAreas: has(({ tables }) => tables.programmes.length === 12),
      firstYear: has(({ options: { from } }) => from === -5),
      lastYear: has(({ options: { to } }) => to === 5),
      danish: has(({ options: { language } }) => language === 'da'),
      english: has(({ options: { language } }) => language === 'en'),
      zeros: has(({ tables }) => tables.counts.some(({ evictions }) => evictions === 0)),
      noCosts: has(({ tables }) => tables.costs.length === 0),
      noHours: has(({ tables }) => tables.programmes.some(({ weeklyHours }) => weeklyHours === null)),
      noSaving: has(({ options: { municipalSaving } }) => municipalSaving === null),
      saving: has(({ options: { municipalSaving } }) => municipalSaving !== null),
      less: has((study) => (effectOf(study) ?? 0) < 0),
      more: has((study) => (effectOf(study) ?? 0) > 0),
      notReckoned: has((study) => effectOf(study) === null),
      pays: has((study) => (evaluateStudy(study).years.at(-1)!.net ?? -1) > 0),
      doesNotPay: has((study) => (evaluateStudy(study).years.at(-1)!.net ?? 1) < 0),
    };
    expect(Object.entries(kinds).filter(([, number]) => number === 0)).toEqual([]);
  });

  test('typed over, have the core’s figures and sentences in LibreOffice, no error cell, and stale simulations', () => {
    for (const { study, judgement } of typed) {
      const { book, grids } = judgement();
      expect(differences({ book, grids }, study)).toEqual([]);
      for (const { name } of book.names.filter((each) =>
        /^sv_simulated_(?:money_)?changes$/.test(each.name),
      )) {
        const { sheet, row, column } = placeOf(book, name);
        expect([name, Number(grids.get(sheet)![row]![column]) > 0]).toEqual([name, true]);
      }
    }
  });
});

describe.each(['da', 'en'] as const)('where nothing has changed (%s)', (language) => {
  const area = {
    ...{ firstFullYear: 2012, firstYear: 2009 },
    ...{ intervention: [8, 8, 8, 8, 8], control: [30, 30, 30, 30, 30] },
  };
  const study = smallStudy(
    ['A', 'B', 'C'].map((name) => ({ ...area, area: name })),
    { language },
  );
  const asWritten = judged(study);
  test('the effect is 0, and the sentences say so', () => {
    expect(evaluateStudy(study).years.at(-1)!.effect).toBe(0);
    expect(differences(asWritten(), study)).toEqual([]);
  });
});

test('Microsoft’s Open XML SDK finds nothing wrong with any of these files, and Excel would repair none', async () => {
  const books = await Promise.all([...written.values()]);
  const files = await Promise.all(books.map((book) => writeXlsx(book)));
  for (const file of files) expect(excelProblems(file)).toEqual([]);
  const found = await schemaProblems(Object.fromEntries(files.map((file, index) => [`file ${index}`, file])));
  for (const [name, problems] of Object.entries(found)) expect([name, problems]).toEqual([name, []]);
}, 180_000);
