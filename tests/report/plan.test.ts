import {
  planReport,
  sheetMarkers,
  styleLooks,
  type Content,
  type SheetPlan,
  type StyleLook,
  type StyleName,
  type WorkbookPlan,
} from '../../src/report';
import { absolute } from '../../src/report/references';
import { linesIn } from '../../src/report/row-heights';
import { holds } from '../../src/report/share/source-report';
import {
  checkStudy,
  defaultOptions,
  evaluateStudy,
  exampleStudy,
  simulateFigures,
  type Language,
  type Study,
} from '../../src/study';
import { runToEnd } from '../../src/stats';
import { namedResults } from '../support/named-results';
import { smallStudy, type SmallArea } from '../support/studies';

const settings = { suffix: '', date: '2026-11-23', version: '0.1.0' };
const plan = (study: Study, suffix = ''): WorkbookPlan =>
  planReport(study, checkStudy(study), { ...settings, suffix });
const example = (language: Language) => plan(exampleStudy({ ...defaultOptions, language }));

/** The same with simulated figures in it. */
function simulated(study: Study): WorkbookPlan {
  const few = { ...study, options: { ...study.options, draws: 100 } };
  const figures = runToEnd(simulateFigures(few))!;
  return planReport(few, checkStudy(few), {
    ...settings,
    simulation: { figures, at: '2026-11-23 14:05' },
  });
}

const nord: SmallArea = {
  area: 'Nord',
  firstFullYear: 2012,
  firstYear: 2009,
  intervention: [9, 8, 7, 5, 4],
  control: [30, 31, 29, 28, 27],
};
const plans: readonly [string, WorkbookPlan][] = [
  ['the example in Danish', simulated(exampleStudy({ ...defaultOptions, language: 'da' }))],
  ['the example in English', simulated(exampleStudy({ ...defaultOptions, language: 'en' }))],
  ['one area without costs', plan(smallStudy([nord], {}, []))],
  [
    'a long window',
    plan(
      smallStudy(
        [{ ...nord, firstYear: 2006, intervention: Array(11).fill(5), control: Array(11).fill(9) }],
        { from: -5, to: 5 },
      ),
    ),
  ],
  [
    'a short window in Danish',
    plan(smallStudy([nord, { ...nord, area: 'Syd' }], { from: -1, to: 1, language: 'da' })),
  ],
  ['a short window in English', plan(smallStudy([nord], { from: -1, to: 1, language: 'en' }))],
  [
    'a municipal saving, hours and simulated figures',
    simulated(smallStudy([nord, { ...nord, area: 'Syd' }], { municipalSaving: 30000, language: 'da' })),
  ],
  [
    'two areas that share a control',
    plan(
      smallStudy([
        { ...nord, organisation: 'Bo' },
        { ...nord, area: 'Syd', firstFullYear: 2012, organisation: 'Bo' },
      ]),
    ),
  ],
];

const cellsOf = (sheet: SheetPlan) =>
  sheet.blocks.flatMap((block) =>
    block.cells.flatMap((row, i) =>
      row.map((content, j) => ({ row: block.row + i, column: block.column + j, content })),
    ),
  );
const formulasOf = (each: WorkbookPlan): string[] =>
  each.sheets.flatMap(cellsOf).flatMap(({ content }) => (isFormula(content) ? [content.formula] : []));
const isFormula = (content: Content): content is { formula: string } =>
  typeof content === 'object' && content !== null;

/** Functions that Excel since 2016, LibreOffice 7.4 and the workbench compute alike. */
const allowed = new Set(
  'ABS AND AVERAGE CHISQ.INV COUNT COUNTA COUNTIFS EXP FIXED IF IFERROR INDEX ISNUMBER LN MATCH MAX MIN N NA NORM.S.DIST NORM.S.INV OR ROUND SLOPE SMALL SQRT SUBSTITUTE SUM SUMIFS SUMPRODUCT SUMSQ'.split(
    ' ',
  ),
);

describe.each(plans)('the plan of %s', (_, each) => {
  test('puts no cell down twice', () => {
    for (const sheet of each.sheets) {
      const addresses = cellsOf(sheet).map(({ row, column }) => `${row},${column}`);
      expect(new Set(addresses).size).toBe(addresses.length);
    }
  });

  test('uses only functions that all three programs compute alike', () => {
    for (const formula of formulasOf(each)) {
      const bare = formula.replace(/"[^"]*"/g, '""').replace(/'[^']*'!/g, '');
      for (const [, name] of bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g))
        expect([name, formula]).toEqual([allowed.has(name!) ? name : 'allowed', formula]);
    }
  });

  test('keeps formulas and the texts in them within Excel’s limits', () => {
    for (const formula of formulasOf(each)) {
      expect(formula.length).toBeLessThanOrEqual(8192);
      for (const text of formula.match(/"(?:[^"]|"")*"/g) ?? [])
        expect(text.length - 2).toBeLessThanOrEqual(255);
    }
  });

  test('names every result, once, and points each name at a cell that it writes', () => {
    const names = each.names.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const { refersTo } of each.names) {
      const sheet = each.sheets.find(({ key }) => key === refersTo.sheet)!;
      const written = cellsOf(sheet).some(({ row, column }) => holds(refersTo, row, column));
      expect([refersTo, written]).toEqual([refersTo, true]);
    }
  });

  test('has charts only of rows that it writes, beside no cell of the tables', () => {
    for (const sheet of each.sheets) {
      for (const { anchor } of sheet.charts) {
        const covered = cellsOf(sheet).filter(
          ({ row, column, content }) =>
            content !== null &&
            content !== '' &&
            row >= anchor.row &&
            row < anchor.row + anchor.rows &&
            column >= anchor.column &&
            column < anchor.column + anchor.columns,
        );
        expect(covered).toEqual([]);
      }
    }
  });

  test('has sheet names that Excel takes', () => {
    for (const { name } of each.sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*[\]:]/);
    }
  });
});

test('the example gives every result of the method a name', () => {
  const names = new Set(example('da').names.map(({ name }) => name));
  for (const name of namedResults(evaluateStudy(exampleStudy())).keys())
    expect([name, names.has(name)]).toEqual([name, true]);
  for (const name of [
    'sv_event_years',
    'sv_intervention_rates',
    'sv_control_rates',
    'sv_trend',
    'sv_municipal_saving_per_eviction',
  ]) {
    expect([name, names.has(name)]).toEqual([name, true]);
  }
});

test('a suffix tells the sheets, names, tables and charts of a second study apart', () => {
  const things = (each: WorkbookPlan): string[] => [
    ...each.sheets.map(({ name }) => name),
    ...each.names.map(({ name }) => name),
    ...each.sheets.flatMap(({ tables, charts }) => [...tables, ...charts].map(({ name }) => name)),
  ];
  const study = exampleStudy();
  const first = new Set(things(plan(study)));
  expect(things(plan(study, 'B')).filter((name) => first.has(name))).toEqual([]);
});

test('no result is a constant: every named figure but the inputs is a formula', () => {
  const each = example('en');
  const inputs = [
    ...['sv_trend', 'sv_confidence', 'sv_municipal_saving_per_eviction', 'sv_event_years'],
    ...['area', 'group', 'organisation', 'year', 'evictions'].map((column) => `sv_counts_${column}`),
    ...['sv_interval_widened', 'sv_remarks'],
  ];
  for (const { name, refersTo } of each.names.filter((one) => !one.name.startsWith('sv_sheet_'))) {
    const sheet = each.sheets.find(({ key }) => key === refersTo.sheet)!;
    const { content } = cellsOf(sheet).find(
      ({ row, column }) => row === refersTo.row && column === refersTo.column,
    )!;
    expect([name, isFormula(content)]).toEqual([name, !inputs.includes(name)]);
  }
});

test.each(plans)('%s: every cell that is typed into says what it takes', (_, each) => {
  const bare = each.sheets.flatMap(({ name, inputs, validations }) =>
    inputs.flatMap(({ row, column, what, of }) =>
      of
        .filter(
          (__, index) =>
            !validations.some(
              ({ range, message }) =>
                message.length > 0 &&
                message.length <= 255 &&
                column >= range.column &&
                column < range.column + range.columns &&
                row + index >= range.row &&
                row + index < range.row + range.rows,
            ),
        )
        .map((each) => `${name}: ${what} ${each.join(' ')}`),
    ),
  );
  expect(bare).toEqual([]);
});

describe.each(plans)('%s, as it is looked at', (_, each) => {
  const lookAt = (sheet: SheetPlan, row: number, column: number): StyleLook => {
    const own = sheet.styles.filter(({ range }) => holds(range, row, column)).at(-1);
    return own ? styleLooks[own.style] : {};
  };

  test('no text is cut off by a cell beside it, or goes on beyond the last column', () => {
    const cutOff: string[] = [];
    for (const sheet of each.sheets) {
      const filled = new Set(
        cellsOf(sheet).flatMap(({ row, column, content }) =>
          content === null || content === '' ? [] : [`${row} ${column}`],
        ),
      );
      for (const { row, column, content } of cellsOf(sheet)) {
        const look = lookAt(sheet, row, column);
        if (typeof content !== 'string' || content === '' || look.wrap) continue;
        const step = look.horizontal === 'right' ? -1 : 1;
        let width = sheet.columnWidths[column]!;
        for (let next = column + step; !filled.has(`${row} ${next}`); next += step) {
          const more = sheet.columnWidths[next];
          if (more === undefined) break;
          width += more;
        }
        if (linesIn(content, look, width) > 1) cutOff.push(`${sheet.name} ${row + 1}: ${content}`);
      }
    }
    expect(cutOff).toEqual([]);
  });

  test('no row is taller than its neighbours because of a note beside it', () => {
    for (const { name, styles, rowHeights } of each.sheets) {
      const have = (row: number, ...looks: readonly StyleName[]): boolean =>
        styles.some(
          ({ range, style }) => looks.includes(style) && row >= range.row && row < range.row + range.rows,
        );
      // Headers may take several lines; a note may run on over them.
      const tall = rowHeights.filter(
        ({ row }) => have(row, 'how', 'longHow') && !have(row, 'header', 'headerLeft'),
      );
      expect([name, tall]).toEqual([name, []]);
    }
  });

  test('the rows that are repeated on every page are there, and what is frozen is above what scrolls', () => {
    for (const sheet of each.sheets) {
      const { row, rows } = sheet.page.titleRows;
      const cells = cellsOf(sheet).filter((cell) => cell.row >= row && cell.row < row + rows);
      expect([sheet.name, cells.length > 0]).toEqual([sheet.name, true]);
      expect(sheet.frozenRows).toBeGreaterThan(0);
      expect(sheet.frozenRows).toBeLessThan(6);
    }
  });
});

test('planning does not change the study', () => {
  const study = exampleStudy();
  const before = JSON.stringify(study);
  plan(study);
  expect(JSON.stringify(study)).toBe(before);
});

test('a study of many areas is planned without a matrix that nobody reads', () => {
  const areas = Array.from({ length: 250 }, (_, index) => ({ ...nord, area: `Område ${index}` }));
  const years = plan(smallStudy(areas)).sheets.find(({ key }) => key === 'years')!;
  expect(cellsOf(years).length).toBeLessThan(200);
});

test('every sheet is marked as the add-in’s own by a name', () => {
  for (const suffix of ['', 'B']) {
    const each = plan(exampleStudy(), suffix);
    const marked = each.names.filter(({ name }) => name.startsWith('sv_sheet_'));
    expect(marked.map(({ refersTo }) => refersTo.sheet)).toEqual(each.sheets.map(({ key }) => key));
    expect(marked.map(({ name }) => name)).toEqual(sheetMarkers(suffix));
    // Not one cell, which a user may cut and paste into another sheet.
    for (const { refersTo } of marked) expect(absolute(refersTo)).toBe('$A:$A');
  }
});
