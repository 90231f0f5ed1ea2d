import { groups, placeName, type EvictionCount, type Study } from '../study';
import type { Content, Reference, SheetPlan } from './plan';
import { columnOf } from './references';
import { SheetDraft } from './sheet-draft';
import type { ReportContext } from './context';

/** Where later sheets find the data: one column each, or one cell per item. */
export interface DataReferences {
  readonly area: Reference;
  readonly group: Reference;
  readonly organisation: Reference;
  readonly year: Reference;
  readonly evictions: Reference;
  /** Null when tenancies are pooled over the areas. */
  readonly tenancies: Reference | null;
  readonly eventYear: Reference;
  /** Per area and group, the rows that hold its counts. */
  readonly rowsOf: ReadonlyMap<string, { readonly first: number; readonly count: number }>;
  readonly programmes: {
    readonly area: Reference;
    readonly tenancies: Reference;
    readonly hours: Reference;
    readonly included: Reference;
  };
  readonly costs: { readonly source: Reference; readonly amount: Reference } | null;
  /** Pooled tenancies: event year, intervention, control. */
  readonly pooled: {
    readonly eventYear: Reference;
    readonly intervention: Reference;
    readonly control: Reference;
  } | null;
}

export function areaGroupKey(area: string, group: string): string {
  return `${group} ${area}`;
}

const headerRow = 5;

/** Area data: every number that was read, with where it was read, and nothing else. */
export function dataSheet(
  study: Study,
  context: ReportContext,
): { plan: SheetPlan; references: DataReferences } {
  const { texts, names, tableName } = context;
  const t = texts.data;
  const isPooled = study.tables.pooledTenancies.length > 0;
  const countColumns = isPooled ? 7 : 8;
  const side = countColumns + 1;
  const widths = [
    ...(isPooled ? [26, 11, 32, 9, 11, 9, 34] : [26, 11, 32, 9, 11, 11, 9, 34]),
    3,
    40,
    14,
    14,
    14,
    14,
    11,
    34,
  ];
  const draft = new SheetDraft('data', names, widths);
  draft.cell(0, 0, t.title, 'title');
  draft.paragraph(1, countColumns, t.introduction, 'note', 2);
  draft.paragraph(2, countColumns, context.texts.inputNote, 'note', 1);

  const programmes = putProgrammes(draft, study, context, side);
  const counts = putCounts(draft, study, context, isPooled, programmes);
  let row = headerRow + study.tables.programmes.length + 3;
  const costs = putCosts(draft, study, context, row, side);
  if (costs) row += study.tables.costs.length + 4;
  const pooled = isPooled ? putPooledTenancies(draft, study, context, row, side) : null;

  draft.table({ name: tableName('Counts'), range: counts.table });
  const plan = draft.plan({
    frozenRows: headerRow + 1,
    page: { orientation: 'landscape', footer: context.footer, titleRows: headerRow + 1 },
    tabColor: '#9E9E9E',
  });
  return {
    plan,
    references: { ...counts.columns, rowsOf: counts.rowsOf, programmes, costs, pooled },
  };
}

interface ProgrammeColumns {
  readonly area: Reference;
  readonly firstFullYear: Reference;
  readonly tenancies: Reference;
  readonly hours: Reference;
  readonly included: Reference;
}

function putProgrammes(
  draft: SheetDraft,
  study: Study,
  context: ReportContext,
  column: number,
): ProgrammeColumns {
  const t = context.texts.data;
  const { programmes } = study.tables;
  draft.cell(headerRow - 1, column, t.programmes, 'heading');
  const header = [
    t.area,
    t.firstFullYear,
    t.tenancies,
    t.controlTenancies,
    t.weeklyHours,
    t.included,
    t.source,
  ];
  draft.put(headerRow, column, [header], 'header');
  draft.style({ row: headerRow, column, rows: 1, columns: 1 }, 'headerLeft');
  const excluded = new Set(study.options.exclude);
  const body = draft.put(
    headerRow + 1,
    column,
    programmes.map((programme): Content[] => [
      programme.area,
      programme.firstFullYear,
      programme.tenancies,
      programme.controlTenancies,
      programme.weeklyHours,
      excluded.has(programme.area) ? context.texts.no : context.texts.yes,
      placeName(programme.place),
    ]),
  );
  const [area, firstFullYear, tenancies, , hours, included, source] = header.map((_, index) =>
    columnOf(body, index),
  ) as [Reference, Reference, Reference, Reference, Reference, Reference, Reference];
  draft.style(firstFullYear, 'inputYear');
  draft.style({ ...tenancies, columns: 2 }, 'inputCount');
  draft.style(hours, 'inputHours');
  draft.style(included, 'input');
  draft.style(source, 'note');
  draft.validation({
    range: included,
    rule: { kind: 'list', choices: [context.texts.yes, context.texts.no] },
    message: t.includedHelp,
  });
  draft.validation({
    range: firstFullYear,
    rule: { kind: 'whole', from: 1900, to: 2200 },
    message: t.firstFullYearHelp,
  });
  draft.table({
    name: context.tableName('Programmes'),
    range: { ...body, row: headerRow, rows: programmes.length + 1 },
  });
  return { area, firstFullYear, tenancies, hours, included };
}

function putCounts(
  draft: SheetDraft,
  study: Study,
  context: ReportContext,
  isPooled: boolean,
  programmes: ProgrammeColumns,
) {
  const t = context.texts.data;
  const counts = sortedCounts(study);
  const header = [
    t.area,
    t.group,
    t.organisation,
    t.year,
    t.evictions,
    ...(isPooled ? [] : [t.tenancies]),
    t.eventYear,
    t.source,
  ];
  const column = (name: string): number => header.indexOf(name);
  draft.cell(headerRow - 1, 0, t.counts, 'heading');
  draft.put(headerRow, 0, [header], 'header');
  draft.style({ row: headerRow, column: 0, rows: 1, columns: 3 }, 'headerLeft');
  const body = draft.put(
    headerRow + 1,
    0,
    counts.map((count, index) => {
      const row = headerRow + 2 + index;
      const match = `MATCH($A${row},${draft.at(programmes.area)},0)`;
      const programmeTenancies = `INDEX(${draft.at({ ...programmes.tenancies, column: programmes.tenancies.column + (count.group === 'control' ? 1 : 0) })},${match})`;
      const eventYear = `IF(INDEX(${draft.at(programmes.included)},${match})="${context.texts.yes}",$D${row}-INDEX(${draft.at(programmes.firstFullYear)},${match})+1,"")`;
      return [
        count.area,
        context.texts.groups[count.group],
        count.organisation,
        count.year,
        count.evictions,
        ...(isPooled ? [] : [count.tenancies ?? { formula: `=${programmeTenancies}` }]),
        { formula: `=${eventYear}` },
        placeName(count.place),
      ];
    }),
  );
  const at = (name: string): Reference => columnOf(body, column(name));
  draft.style(at(t.year), 'year');
  draft.style(at(t.evictions), 'inputCount');
  if (!isPooled) draft.style(at(t.tenancies), 'inputCount');
  draft.style(at(t.eventYear), 'year');
  draft.style(at(t.source), 'note');
  draft.validation({
    range: at(t.evictions),
    rule: { kind: 'whole', from: 0, to: null },
    message: t.evictionsHelp,
  });
  return {
    table: { ...body, row: headerRow, rows: counts.length + 1 },
    rowsOf: rowsByAreaAndGroup(counts),
    columns: {
      area: at(t.area),
      group: at(t.group),
      organisation: at(t.organisation),
      year: at(t.year),
      evictions: at(t.evictions),
      tenancies: isPooled ? null : at(t.tenancies),
      eventYear: at(t.eventYear),
    },
  };
}

/** In the order of the programmes; within an area intervention first, then by organisation and year. */
function sortedCounts(study: Study): EvictionCount[] {
  const order = new Map(study.tables.programmes.map((programme, index) => [programme.area, index]));
  const groupOrder = { intervention: 0, control: 1 };
  return [...study.tables.counts].sort(
    (a, b) =>
      (order.get(a.area) ?? 0) - (order.get(b.area) ?? 0) ||
      groupOrder[a.group] - groupOrder[b.group] ||
      a.organisation.localeCompare(b.organisation, 'da') ||
      a.year - b.year,
  );
}

function rowsByAreaAndGroup(counts: readonly EvictionCount[]) {
  const rows = new Map<string, { first: number; count: number }>();
  for (const [index, { area, group }] of counts.entries()) {
    const key = areaGroupKey(area, group);
    const found = rows.get(key);
    if (found) found.count += 1;
    else rows.set(key, { first: index, count: 1 });
  }
  return rows;
}

function putCosts(draft: SheetDraft, study: Study, context: ReportContext, row: number, column: number) {
  const { costs } = study.tables;
  if (costs.length === 0) return null;
  const t = context.texts.data;
  draft.cell(row, column, t.costs, 'heading');
  draft.put(row + 1, column, [[t.costSource, t.amount, t.source]], 'header');
  draft.style({ row: row + 1, column, rows: 1, columns: 1 }, 'headerLeft');
  const body = draft.put(
    row + 2,
    column,
    costs.map(({ source, amount, place }): Content[] => [source, amount, placeName(place)]),
  );
  draft.style(columnOf(body, 0), 'wrapped');
  draft.style(columnOf(body, 1), 'inputMoney');
  draft.style(columnOf(body, 2), 'note');
  draft.table({ name: context.tableName('Costs'), range: { ...body, row: row + 1, rows: costs.length + 1 } });
  return { source: columnOf(body, 0), amount: columnOf(body, 1) };
}

function putPooledTenancies(
  draft: SheetDraft,
  study: Study,
  context: ReportContext,
  row: number,
  column: number,
) {
  const t = context.texts.data;
  const { pooledTenancies } = study.tables;
  const years = [...new Set(pooledTenancies.map(({ eventYear }) => eventYear))].sort((a, b) => a - b);
  const number = (eventYear: number, group: string): Content =>
    pooledTenancies.find((each) => each.eventYear === eventYear && each.group === group)?.tenancies ?? null;
  draft.cell(row, column, t.pooledTenancies, 'heading');
  draft.put(
    row + 1,
    column,
    [[t.eventYear, ...groups.map((group) => context.texts.groups[group])]],
    'header',
  );
  const body = draft.put(
    row + 2,
    column,
    years.map((year): Content[] => [year, ...groups.map((group) => number(year, group))]),
  );
  draft.style(columnOf(body, 0), 'year');
  draft.style({ ...body, column: column + 1, columns: 2 }, 'inputCount');
  draft.table({
    name: context.tableName('Tenancies'),
    range: { ...body, row: row + 1, rows: years.length + 1 },
  });
  const [eventYear, intervention, control] = [columnOf(body, 0), columnOf(body, 1), columnOf(body, 2)];
  return { eventYear, intervention, control };
}
