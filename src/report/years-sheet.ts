import {
  eventYears,
  groups,
  includedProgrammes,
  inOnePiece,
  mostAreasInDetail,
  type Group,
  type Study,
} from '../study';
import type { ReportContext } from './context';
import type { DataReferences } from './data-sheet';
import type { Content, Reference, SheetPlan } from './plan';
import { cellOf, rowOf } from './references';
import { exactCriterion, needEscape } from './criteria';
import { guardedFormula, notReckoned } from './guarded';
import { SheetDraft } from './sheet-draft';
import { howWidth } from './styles';

/** One row of cells per group, first to last event year. */
export interface GroupRows {
  readonly evictions: Reference;
  readonly tenancies: Reference;
  /** How many counts (with their tenancies) an event year lacks; not 0 means that its rate cannot be reckoned. */
  readonly missing: Reference;
  readonly rates: Reference;
  readonly low: Reference;
  readonly high: Reference;
}

export interface YearsReferences {
  readonly eventYears: Reference;
  readonly intervention: GroupRows;
  readonly control: GroupRows;
  /** Counts of control organisations that serve several areas; null where every control serves one. */
  readonly shared: {
    readonly organisation: Reference;
    readonly year: Reference;
    readonly count: Reference;
    /** Rows of counts, columns of event years: how many times a count enters that year. */
    readonly uses: Reference;
  } | null;
  /** Evictions of each included area, one row of event years each; null where there are too many to list. */
  readonly areas: Readonly<Record<Group, readonly AreaRow[]>> | null;
}

/** One area's counts by event year: blank where there is none. */
export interface AreaRow {
  readonly area: string;
  readonly evictions: Reference;
}

/** The first column of event years: labels and units stand left of it, in this sheet and in Effect. */
export const firstYearColumn = 2;

/** Event years: counts and tenancies added up by event year, with rates, exact limits and what is missing. */
export function yearsSheet(
  study: Study,
  data: DataReferences,
  context: ReportContext,
  confidence: Reference,
): { plan: SheetPlan; references: YearsReferences } {
  const t = context.texts.years;
  const years = eventYears(study.options);
  const draft = new SheetDraft('years', context.names, [46, 22, ...years.map(() => 11), 12, 3, howWidth]);
  const noteColumn = firstYearColumn + years.length + 2;
  draft.title(t.title);
  draft.paragraph(1, noteColumn, t.introduction, 'note');

  draft.put(3, 0, [[t.eventYear, '']], 'headerLeft');
  const yearRow = draft.put(3, firstYearColumn, [[...years]], 'header');
  draft.headerBar(3, firstYearColumn + years.length, 2);
  draft.cell(3, noteColumn, t.how, 'headerCaption');
  context.name('event_years', yearRow);

  let row = 4;
  const rowsOfGroup = (group: Group): GroupRows => {
    const rows = putGroup(draft, study, data, context, group, row, yearRow, confidence, noteColumn);
    row += 8;
    return rows;
  };
  const intervention = rowsOfGroup('intervention');
  const control = rowsOfGroup('control');
  context.name('intervention_rates', intervention.rates);
  context.name('control_rates', control.rates);
  for (const [group, { evictions, missing }] of [
    ['intervention', intervention],
    ['control', control],
  ] as const) {
    context.name(`${group}_evictions`, evictions);
    context.name(`${group}_missing`, missing);
  }

  const shared = putShared(draft, study, data, context, row, yearRow);
  row = shared ? shared.uses.row + shared.uses.rows + 1 : row + 3;
  const areas = putAreas(draft, study, data, context, row, yearRow);

  const plan = draft.plan({
    frozenRows: 4,
    page: {
      orientation: 'landscape',
      footer: context.footer,
      titleRows: { row: 0, rows: 4 },
      isOnePage: false,
    },
    tabColor: '#9E9E9E',
  });
  return { plan, references: { eventYears: yearRow, intervention, control, shared, areas } };
}

function putGroup(
  draft: SheetDraft,
  study: Study,
  data: DataReferences,
  context: ReportContext,
  group: Group,
  row: number,
  yearRow: Reference,
  confidence: Reference,
  noteColumn: number,
): GroupRows {
  const { texts } = context;
  const t = texts.years;
  const label = texts.groups[group];
  const columns = Array.from({ length: yearRow.columns }, (_, index) => index);
  const inRow = (offset: number): Reference => ({ ...yearRow, row: row + offset });
  const [evictions, tenancies, missing, rates, low, high] = [1, 2, 3, 4, 5, 6].map(inRow) as [
    Reference,
    Reference,
    Reference,
    Reference,
    Reference,
    Reference,
  ];
  const at = (reference: Reference, index: number): string => draft.at(cellOf(reference, 0, index));
  const year = (index: number): string => at(yearRow, index);

  draft.cell(row, 0, texts.groupAreas[group], 'heading');
  const sums =
    (column: Reference) =>
    (index: number): Content => ({
      formula: `=SUMIFS(${draft.at(column)},${draft.at(data.group)},"${label}",${draft.at(data.eventYear)},${year(index)})`,
    });
  const { pooled } = data;
  const lookUp = (index: number): Content => ({
    formula: `=INDEX(${draft.at(pooled![group])},MATCH(${year(index)},${draft.at(pooled!.eventYear)},0))`,
  });
  const tail = `(1-${draft.at(confidence)})/2`;
  const line = (
    offset: number,
    text: string,
    unit: string,
    content: (index: number) => Content,
    note: string,
  ): void => {
    draft.put(row + offset, 0, [[text, unit]]);
    draft.put(row + offset, firstYearColumn, [columns.map(content)]);
    if (note !== '') draft.note(row + offset, noteColumn, note);
  };
  line(1, t.evictions, t.unitCount, sums(data.evictions), t.evictionsNote);
  line(
    2,
    t.tenancies,
    t.unitCount,
    pooled ? lookUp : sums(data.tenancies!),
    pooled ? t.pooledNote : t.tenanciesNote,
  );
  line(
    3,
    t.missing,
    t.unitMissing,
    (i) => ({ formula: `=${missingCounts(draft, study, data, context, group, year(i))}` }),
    t.missingNote,
  );
  // A blank is not 0: with a count missing or too many, the year has no rate.
  const complete = (i: number, formula: string): Content => ({
    formula: `=IF(${at(missing, i)}=0,${guardedFormula(formula)},"${notReckoned}")`,
  });
  line(4, t.rate, t.unitRate, (i) => complete(i, `1000*${at(evictions, i)}/${at(tenancies, i)}`), t.rateNote);
  line(
    5,
    t.low,
    t.unitRate,
    (i) =>
      complete(
        i,
        `IF(${at(evictions, i)}=0,0,1000*CHISQ.INV(${tail},2*MAX(1,${at(evictions, i)}))/2/${at(tenancies, i)})`,
      ),
    t.limitNote,
  );
  line(
    6,
    t.high,
    t.unitRate,
    (i) => complete(i, `1000*CHISQ.INV(1-${tail},2*${at(evictions, i)}+2)/2/${at(tenancies, i)}`),
    '',
  );
  draft.style({ ...evictions, rows: 3 }, 'count');
  draft.style({ ...rates, rows: 3 }, 'rate');
  return { evictions, tenancies, missing, rates, low, high };
}

/**
 * Expected counts of a group less those that are there as numbers, with their tenancies. Where tenancies are
 * pooled every area must be included: they cannot be divided.
 */
function missingCounts(
  draft: SheetDraft,
  study: Study,
  data: DataReferences,
  context: ReportContext,
  group: Group,
  year: string,
): string {
  const { included, organisations, area } = data.programmes;
  const isIncluded = `${draft.at(included)},"${context.texts.yes}"`;
  const perArea = organisations[group];
  const isPooled = study.tables.pooledTenancies.length > 0;
  const expected = perArea
    ? isPooled
      ? `SUM(${draft.at(perArea)})`
      : `SUMIFS(${draft.at(perArea)},${isIncluded})`
    : isPooled
      ? `COUNTA(${draft.at(area)})`
      : `COUNTIFS(${isIncluded})`;
  const withTenancies = data.tenancies ? `,${draft.at(data.tenancies)},">0"` : '';
  const present = `COUNTIFS(${draft.at(data.group)},"${context.texts.groups[group]}",${draft.at(data.eventYear)},${year},${draft.at(data.evictions)},">=0"${withTenancies})`;
  return `${expected}-${present}`;
}

function putShared(
  draft: SheetDraft,
  study: Study,
  data: DataReferences,
  context: ReportContext,
  row: number,
  yearRow: Reference,
): YearsReferences['shared'] {
  const t = context.texts.years;
  const counts = sharedControls(study);
  draft.cell(row, 0, t.shared, 'heading');
  if (counts.length === 0) {
    draft.cell(row + 1, 0, t.noShared, 'caption');
    return null;
  }
  draft.paragraph(row + 1, firstYearColumn + yearRow.columns + 2, t.sharedNote, 'note');
  draft.cell(row + 2, 0, t.organisation, 'headerLeft');
  draft.cell(row + 2, 1, t.year, 'header');
  draft.put(row + 2, firstYearColumn, [yearRowContents(draft, yearRow)], 'header');
  draft.cell(row + 2, firstYearColumn + yearRow.columns, t.evictions, 'header');
  const first = row + 3;
  const found = foundSharedFormulas(draft, data, yearRow, first, context, counts);
  const formulas =
    study.tables.programmes.length > mostAreasInDetail
      ? toldSharedFormulas(draft, data, yearRow, first, found)
      : found;
  const labels = draft.put(
    first,
    0,
    counts.map(({ organisation, year }): Content[] => [organisation, year]),
  );
  const cells = counts.map((each, index) => formulas(each, index));
  const uses = draft.put(
    first,
    firstYearColumn,
    cells.map((each) => each.uses),
    'count',
  );
  const count = draft.put(
    first,
    firstYearColumn + yearRow.columns,
    cells.map((each) => [each.count]),
    'count',
  );
  draft.style({ ...labels, column: 1, columns: 1 }, 'year');
  context.name('shared_counts', count);
  return { organisation: { ...labels, columns: 1 }, year: { ...labels, column: 1, columns: 1 }, count, uses };
}

interface SharedCount {
  readonly organisation: string;
  readonly year: number;
}

/** How many times a shared count enters each event year, and the count; `index` counts the rows from `first`. */
type SharedFormulas = (shared: SharedCount, index: number) => { uses: Content[]; count: Content };

/** The rows of a count are found by its organisation and year. */
function foundSharedFormulas(
  draft: SheetDraft,
  data: DataReferences,
  yearRow: Reference,
  first: number,
  context: ReportContext,
  counts: readonly SharedCount[],
): SharedFormulas {
  const isSpecial = needEscape(counts.map(({ organisation }) => organisation));
  return (_, index) => {
    const organisation = exactCriterion(`$A${first + index + 1}`, isSpecial);
    const year = `$B${first + index + 1}`;
    const where = `${draft.at(data.group)},"${context.texts.groups.control}",${draft.at(data.organisation)},${organisation},${draft.at(data.year)},${year}`;
    // The same count stands once for every area that the organisation serves: all must agree.
    const uses = `COUNTIFS(${where})`;
    const mean = `SUMIFS(${draft.at(data.evictions)},${where})/MAX(1,${uses})`;
    const agree = `COUNTIFS(${where},${draft.at(data.evictions)},${mean})=${uses}`;
    return {
      uses: Array.from({ length: yearRow.columns }, (__, i): Content => ({
        formula: `=COUNTIFS(${where},${draft.at(data.eventYear)},${draft.at(cellOf(yearRow, 0, i))})`,
      })),
      count: { formula: `=IF(${agree},${mean},"${notReckoned}")` },
    };
  };
}

/** More rows than this of one count are found, not told: a formula takes 8,192 characters. */
const mostRowsTold = 35;

/**
 * Where there are many areas, finding takes the square of their number. So the rows are told, beside a check that
 * they still are the organisation's, of that year: the table may have been sorted.
 */
function toldSharedFormulas(
  draft: SheetDraft,
  data: DataReferences,
  yearRow: Reference,
  first: number,
  found: SharedFormulas,
): SharedFormulas {
  const inColumn = (column: Reference) => {
    const cellAt = draft.cellsAt(column, 'column');
    return (rows: readonly number[]): string[] => rows.map(cellAt);
  };
  const evictionsIn = inColumn(data.evictions);
  const organisationsIn = inColumn(data.organisation);
  const yearsIn = inColumn(data.year);
  const eventYearsIn = inColumn(data.eventYear);
  const headers = Array.from({ length: yearRow.columns }, (_, i) => draft.at(cellOf(yearRow, 0, i), 'row'));
  return (shared, index) => {
    const rows = data.rowsOfControl(shared.organisation, shared.year);
    if (rows.length > mostRowsTold) return found(shared, index);
    const row = first + index + 1;
    const evictions = evictionsIn(rows);
    const organisations = organisationsIn(rows);
    const years = yearsIn(rows);
    const eventYears = eventYearsIn(rows);
    const areAlike = rows.map(
      (_, i) => `(${organisations[i]!}=$A${row})*(${years[i]!}=$B${row})*(${evictions[i]!}=${evictions[0]!})`,
    );
    return {
      uses: headers.map((year): Content => ({
        formula: inOnePiece`=${eventYears.map((eventYear) => `(${eventYear}=${year})`).join('+')}`,
      })),
      count: {
        formula: inOnePiece`=IF(AND(COUNT(${evictions.join(',')})=${rows.length},${areAlike.join(',')}),${evictions[0]!},"${notReckoned}")`,
      },
    };
  };
}

/** Every year of every organisation that is the control of more than one area. */
function sharedControls(study: Study): SharedCount[] {
  const included = new Set(includedProgrammes(study).map((programme) => programme.area));
  const controls = study.tables.counts.filter(
    (count) => count.group === 'control' && included.has(count.area),
  );
  const served = new Map<string, { readonly areas: Set<string>; readonly years: Set<number> }>();
  for (const { organisation, area, year } of controls) {
    const known = served.get(organisation);
    if (!known) served.set(organisation, { areas: new Set([area]), years: new Set([year]) });
    else {
      known.areas.add(area);
      known.years.add(year);
    }
  }
  return [...served]
    .filter(([, { areas }]) => areas.size > 1)
    .sort(([a], [b]) => a.localeCompare(b, 'da'))
    .flatMap(([organisation, { years }]) =>
      [...years].sort((a, b) => a - b).map((year) => ({ organisation, year })),
    );
}

function yearRowContents(draft: SheetDraft, yearRow: Reference): Content[] {
  return Array.from({ length: yearRow.columns }, (_, i) => ({
    formula: `=${draft.at(cellOf(yearRow, 0, i))}`,
  }));
}

/** Evictions of every area, found by formula among the area's own rows; blank where there is no count. */
function putAreas(
  draft: SheetDraft,
  study: Study,
  data: DataReferences,
  context: ReportContext,
  row: number,
  yearRow: Reference,
): YearsReferences['areas'] {
  const t = context.texts.years;
  const programmes = includedProgrammes(study);
  draft.cell(row, 0, t.areas, 'heading');
  if (programmes.length > mostAreasInDetail) {
    draft.cell(row + 1, 0, t.tooManyAreas, 'caption');
    return null;
  }
  draft.put(row + 1, 0, [[t.area, t.group]], 'headerLeft');
  draft.put(row + 1, firstYearColumn, [yearRowContents(draft, yearRow)], 'header');
  const lines = programmes.flatMap(({ area }) => groups.map((group) => ({ area, group })));
  draft.put(
    row + 2,
    0,
    lines.map(({ area, group }): Content[] => [area, context.texts.groups[group]]),
  );
  const cells = lines.map(({ area, group }) => {
    const rows = data.rowsOf(area, group)!;
    const part = (column: Reference): string => draft.at({ ...rowOf(column, rows.first), rows: rows.count });
    return Array.from({ length: yearRow.columns }, (_, i): Content => {
      const where = `${part(data.eventYear)},${draft.at(cellOf(yearRow, 0, i))},${part(data.evictions)},">=0"`;
      return { formula: `=IF(COUNTIFS(${where})=0,"",SUMIFS(${part(data.evictions)},${where}))` };
    });
  });
  const body = draft.put(row + 2, firstYearColumn, cells, 'count');
  context.name('areas_by_year', body);
  const rowsOf = (group: Group): AreaRow[] =>
    lines.flatMap((line, index) =>
      line.group === group ? [{ area: line.area, evictions: rowOf(body, index) }] : [],
    );
  return { intervention: rowsOf('intervention'), control: rowsOf('control') };
}
