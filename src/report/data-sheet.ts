import {
  groups,
  inOnePiece,
  mostAreasInDetail,
  placeName,
  type EvictionCount,
  type Group,
  type Study,
} from '../study';
import type { ReportContext } from './context';
import type { Content, Reference, SheetPlan, StyleName } from './plan';
import { exactLookup, needEscape } from './criteria';
import { columnOf } from './references';
import { SheetDraft } from './sheet-draft';

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
  /** The rows that hold the counts of an area's group. */
  readonly rowsOf: (
    area: string,
    group: Group,
  ) => { readonly first: number; readonly count: number } | undefined;
  /** The rows that hold a control organisation's counts of a year: one for each area that it serves. */
  readonly rowsOfControl: (organisation: string, year: number) => readonly number[];
  readonly programmes: {
    readonly area: Reference;
    readonly firstFullYear: Reference;
    /** For the control areas null when tenancies are pooled. */
    readonly tenancies: { readonly intervention: Reference; readonly control: Reference | null };
    readonly hours: Reference;
    readonly included: Reference;
    /** Organisations counted per area, where some area has more than one; otherwise null. */
    readonly organisations: Readonly<Record<Group, Reference | null>>;
  };
  readonly costs: CostColumns | null;
  /** Pooled tenancies: event year, intervention, control. */
  readonly pooled: {
    readonly eventYear: Reference;
    readonly intervention: Reference;
    readonly control: Reference;
  } | null;
}

/** The costs of an eviction, one row each. */
export interface CostColumns {
  readonly source: Reference;
  readonly amount: Reference;
  /** What is known of published estimates; null where none is one. */
  readonly published: {
    readonly year: Reference;
    readonly payer: Reference;
    readonly grade: Reference;
  } | null;
  /** Where each was read. */
  readonly place: Reference;
}

/** Where the first table's heading stands: below the title and what the sheet says about itself. */
const firstRow = 4;

/**
 * Area data: every number that was read, with where it was read, and nothing else. The tables stand under
 * each other, the longest last, so that the sheet prints on the width of a page.
 */
export function dataSheet(
  study: Study,
  context: ReportContext,
): { plan: SheetPlan; references: DataReferences } {
  const t = context.texts.data;
  const isPooled = study.tables.pooledTenancies.length > 0;
  // The columns between the area and the long texts; pooled tenancies have a table of their own.
  // One of them is as wide as the longest word of a header, the hours.
  const numbers = isPooled ? [13, 13, 19, 13] : [13, 13, 13, 19, 13];
  const columns = numbers.length + 3;
  const draft = new SheetDraft('data', context.names, [44, ...numbers, 38, 38]);
  draft.title(t.title);
  draft.paragraph(1, columns, t.introduction, 'note');
  draft.paragraph(2, columns, context.texts.inputNote, 'note');
  const stack = new TableStack(draft, context, firstRow);
  const programmes = putProgrammes(stack, study, context);
  const costs = putCosts(stack, study, context);
  const pooled = putPooledTenancies(stack, study, context);
  // The counts go on over several pages.
  const countsHeader = stack.nextBodyRow - 1;
  const counts = putCounts(stack, study, context, programmes);
  const plan = draft.plan({
    frozenRows: 1,
    page: {
      orientation: 'landscape',
      footer: context.footer,
      titleRows: { row: countsHeader, rows: 1 },
      isOnePage: false,
    },
    tabColor: '#9E9E9E',
  });
  return { plan, references: { ...counts, programmes, costs, pooled } };
}

/** Puts tables under each other, each with its heading, header row, Excel table and looks. */
class TableStack {
  constructor(
    readonly draft: SheetDraft,
    private readonly context: ReportContext,
    private row: number,
  ) {}

  /** The row of the first cell below the next table's header. */
  get nextBodyRow(): number {
    return this.row + 2;
  }

  /** Gives the reference of each column's cells, without the header. */
  add(
    name: string,
    title: string,
    columns: readonly { readonly header: string; readonly style?: StyleName }[],
    rows: readonly (readonly Content[])[],
  ): Reference[] {
    const { draft } = this;
    draft.cell(this.row, 0, title, 'heading');
    const header = draft.put(this.row + 1, 0, [columns.map((column) => column.header)]);
    for (const [index, { style }] of columns.entries()) {
      const isText =
        style === undefined || style === 'caption' || style === 'wrapped' || style === 'leftYear';
      draft.style(
        columnOf(header, index),
        style === 'caption' ? 'headerCaption' : isText ? 'headerLeft' : 'header',
      );
    }
    const body = draft.put(this.row + 2, 0, rows);
    for (const [index, { style }] of columns.entries()) if (style) draft.style(columnOf(body, index), style);
    draft.table({
      name: this.context.tableName(name),
      range: { ...body, row: this.row + 1, rows: rows.length + 1 },
    });
    this.row += rows.length + 4;
    return columns.map((_, index) => columnOf(body, index));
  }
}

const tenanciesRule = { kind: 'whole', from: 1, to: null } as const;
const amountRule = { kind: 'decimal', from: 0, to: null } as const;

interface ProgrammeColumns {
  readonly area: Reference;
  readonly firstFullYear: Reference;
  /** For the control areas null when tenancies are pooled. */
  readonly tenancies: { readonly intervention: Reference; readonly control: Reference | null };
  readonly hours: Reference;
  readonly included: Reference;
  readonly organisations: Readonly<Record<Group, Reference | null>>;
}

function putProgrammes(stack: TableStack, study: Study, context: ReportContext): ProgrammeColumns {
  const t = context.texts.data;
  const excluded = new Set(study.options.exclude);
  const isPooled = study.tables.pooledTenancies.length > 0;
  const organisationsOf = organisationCounts(study);
  const several = groups.filter((group) =>
    study.tables.programmes.some(({ area }) => organisationsOf(area, group) > 1),
  );
  const columns = stack.add(
    'Programmes',
    t.programmes,
    [
      { header: t.area },
      { header: t.firstFullYear, style: 'inputYear' },
      { header: t.tenancies, style: 'inputCount' },
      ...(isPooled ? [] : [{ header: t.controlTenancies, style: 'inputCount' } as const]),
      { header: t.weeklyHours, style: 'inputHours' },
      { header: t.included, style: isPooled ? 'right' : 'input' },
      ...several.map((group) => ({ header: t.organisations[group], style: 'count' }) as const),
      { header: t.source, style: 'caption' },
    ],
    study.tables.programmes.map((programme) => [
      programme.area,
      programme.firstFullYear,
      programme.tenancies,
      ...(isPooled ? [] : [programme.controlTenancies]),
      programme.weeklyHours,
      excluded.has(programme.area) ? context.texts.no : context.texts.yes,
      ...several.map((group) => organisationsOf(programme.area, group)),
      [programme.place, ...(programme.typed ? [programme.typed] : [])].map(placeName).join('; '),
    ]),
  );
  const [area, firstFullYear, intervention] = columns as [Reference, Reference, Reference];
  const control = isPooled ? null : columns[3]!;
  const [hours, included] = columns.slice(isPooled ? 3 : 4) as [Reference, Reference];
  const { yes, no } = context.texts;
  stack.draft.validation(
    isPooled
      ? { range: included, rule: { kind: 'list', choices: [yes] }, message: t.includedPooledHelp }
      : { range: included, rule: { kind: 'list', choices: [yes, no] }, message: t.includedHelp },
  );
  for (const range of control ? [intervention, control] : [intervention])
    stack.draft.validation({ range, rule: tenanciesRule, message: t.tenanciesHelp });
  stack.draft.validation({ range: hours, rule: amountRule, message: t.weeklyHoursHelp });
  const years = { kind: 'whole', from: 1900, to: 2200 } as const;
  stack.draft.validation({ range: firstFullYear, rule: years, message: t.firstFullYearHelp });
  const counted = (group: Group): Reference | null => {
    const index = several.indexOf(group);
    return index < 0 ? null : columns[(isPooled ? 5 : 6) + index]!;
  };
  const areas = study.tables.programmes.map((programme) => [programme.area]);
  const typed = { firstFullYear, tenancies: intervention, controlTenancies: control, hours, included };
  for (const [what, column] of Object.entries(typed))
    if (column) stack.draft.inputColumn(column, what, areas);
  const organisations = { intervention: counted('intervention'), control: counted('control') };
  return { area, firstFullYear, tenancies: { intervention, control }, hours, included, organisations };
}

/** Something of each area's group. */
type ByGroup<Item> = Readonly<Record<Group, Map<string, Item>>>;

/** How many organisations are counted per area and group. */
function organisationCounts(study: Study): (area: string, group: Group) => number {
  const names: ByGroup<Set<string>> = { intervention: new Map(), control: new Map() };
  for (const { area, group, organisation } of study.tables.counts) {
    const known = names[group].get(area);
    if (known) known.add(organisation);
    else names[group].set(area, new Set([organisation]));
  }
  return (area, group) => names[group].get(area)?.size ?? 0;
}

function putCosts(stack: TableStack, study: Study, context: ReportContext): DataReferences['costs'] {
  const { costs } = study.tables;
  if (costs.length === 0) return null;
  const t = context.texts.data;
  const arePublished = costs.some(({ published }) => published !== undefined);
  const columns = stack.add(
    'Costs',
    t.costs,
    [
      { header: t.costSource, style: 'wrapped' },
      { header: t.amount, style: 'inputMoney' },
      ...(arePublished
        ? ([
            { header: t.published, style: 'year' },
            { header: t.payer, style: 'right' },
            { header: t.grade, style: 'right' },
          ] as const)
        : []),
      { header: t.source, style: 'caption' },
    ],
    costs.map(({ source, amount, published, place }): Content[] => [
      source,
      amount,
      ...(arePublished
        ? [published?.year ?? null, published ? t.payers[published.payer] : null, published?.grade ?? null]
        : []),
      placeName(place),
    ]),
  );
  const [source, amount, year, payer, grade] = columns as [
    Reference,
    Reference,
    Reference,
    Reference,
    Reference,
  ];
  stack.draft.validation({ range: amount, rule: amountRule, message: t.amountHelp });
  stack.draft.inputColumn(
    amount,
    'cost',
    costs.map((cost) => [cost.source]),
  );
  return {
    source,
    amount,
    published: arePublished ? { year, payer, grade } : null,
    place: columns.at(-1)!,
  };
}

function putPooledTenancies(
  stack: TableStack,
  study: Study,
  context: ReportContext,
): DataReferences['pooled'] {
  const { pooledTenancies } = study.tables;
  if (pooledTenancies.length === 0) return null;
  const { texts } = context;
  const years = [...new Set(pooledTenancies.map(({ eventYear }) => eventYear))].sort((a, b) => a - b);
  const number = (eventYear: number, group: Group): Content =>
    pooledTenancies.find((each) => each.eventYear === eventYear && each.group === group)?.tenancies ?? null;
  const source = pooledTenancies[0]!.place.source;
  const [eventYear, intervention, control] = stack.add(
    'Tenancies',
    texts.data.pooledTenancies,
    [
      { header: texts.data.eventYear, style: 'leftYear' },
      { header: texts.groups.intervention, style: 'inputCount' },
      { header: texts.groups.control, style: 'inputCount' },
      { header: texts.data.source, style: 'caption' },
    ],
    years.map((year) => [year, number(year, 'intervention'), number(year, 'control'), source]),
  ) as [Reference, Reference, Reference];
  for (const range of [intervention, control])
    stack.draft.validation({ range, rule: tenanciesRule, message: texts.data.tenanciesHelp });
  stack.draft.inputColumn(
    intervention,
    'pooled',
    years.map((year) => ['intervention', year]),
  );
  stack.draft.inputColumn(
    control,
    'pooled',
    years.map((year) => ['control', year]),
  );
  return { eventYear, intervention, control };
}

type CountReferences = Omit<DataReferences, 'programmes' | 'costs' | 'pooled'>;

function putCounts(
  stack: TableStack,
  study: Study,
  context: ReportContext,
  programmes: ProgrammeColumns,
): CountReferences {
  const { draft } = stack;
  const { texts } = context;
  const t = texts.data;
  const isPooled = study.tables.pooledTenancies.length > 0;
  const counts = sortedCounts(study);
  const areas = study.tables.programmes.map(({ area }) => area);
  const isSpecial = needEscape(areas);
  // Looking every count's programme up takes the square of their number. Where there are many it is told instead,
  // beside a check that the table has not been sorted since.
  const told = new Map(areas.length > mostAreasInDetail ? areas.map((area, index) => [area, index]) : []);
  const first = stack.nextBodyRow;
  /** How a count's row writes the cell of its programme in a column. */
  const ofProgrammeIn = (column: Reference) => {
    const whole = draft.at(column);
    const cellAt = draft.cellsAt(column);
    return (row: number, at: number | undefined): string =>
      at === undefined
        ? `INDEX(${whole},MATCH(${exactLookup(`$A${row}`, isSpecial)},${draft.at(programmes.area)},0))`
        : cellAt(at);
  };
  const { tenancies: tenancyColumns } = programmes;
  const nameOf = ofProgrammeIn(programmes.area);
  const includedOf = ofProgrammeIn(programmes.included);
  const firstFullYearOf = ofProgrammeIn(programmes.firstFullYear);
  const tenanciesOf = {
    intervention: ofProgrammeIn(tenancyColumns.intervention),
    control: tenancyColumns.control && ofProgrammeIn(tenancyColumns.control),
  };
  const contents = counts.map((count, index): Content[] => {
    const row = first + index + 1;
    const at = told.get(count.area);
    const isSame = at === undefined ? '' : `$A${row}=${nameOf(row, at)}`;
    const isIncluded = `${includedOf(row, at)}="${texts.yes}"`;
    const counts = isSame ? `AND(${isSame},${isIncluded})` : isIncluded;
    const eventYear = {
      formula: inOnePiece`=IFERROR(IF(${counts},$C${row}-${firstFullYearOf(row, at)}+1,""),"")`,
    };
    const ofArea = tenanciesOf[count.group]?.(row, at) ?? null;
    const looked = ofArea && isSame ? `IF(${isSame},${ofArea},"")` : ofArea;
    const tenancies = count.tenancies ?? (looked === null ? null : { formula: inOnePiece`=${looked}` });
    const { area, year, evictions, organisation } = count;
    const group = texts.groups[count.group];
    const place = placeName(count.place);
    // Written out: a list that another is spread into has room for twice as many, a hundred thousand times.
    return isPooled
      ? [area, group, year, evictions, eventYear, organisation, place]
      : [area, group, year, evictions, tenancies, eventYear, organisation, place];
  });
  const columns = stack.add(
    'Counts',
    t.counts,
    [
      { header: t.area },
      { header: t.group },
      { header: t.year, style: 'year' },
      { header: t.evictions, style: 'inputCount' },
      ...(isPooled ? [] : [{ header: t.tenancies, style: 'inputCount' } as const]),
      { header: t.eventYear, style: 'year' },
      { header: t.organisation, style: 'caption' },
      { header: t.source, style: 'caption' },
    ],
    contents,
  );
  const [area, group, year, evictions] = columns as [Reference, Reference, Reference, Reference];
  const [eventYear, organisation] = columns.slice(isPooled ? 4 : 5) as [Reference, Reference];
  const whole = { kind: 'whole', from: 0, to: null } as const;
  draft.validation({ range: evictions, rule: whole, message: t.evictionsHelp });
  const tenancies = isPooled ? null : columns[4]!;
  // A copy with small counts masked finds them by these names.
  context.name('counts_area', area);
  context.name('counts_group', group);
  context.name('counts_year', year);
  context.name('counts_evictions', evictions);
  context.name('counts_event_year', eventYear);
  context.name('counts_organisation', organisation);
  const rows = counts.map((count) => [count.area, count.group, count.organisation, count.year]);
  draft.inputColumn(evictions, 'evictions', rows);
  if (tenancies) {
    draft.validation({ range: tenancies, rule: tenanciesRule, message: t.tenanciesHelp });
    draft.inputColumn(tenancies, 'yearlyTenancies', rows);
  }
  return {
    area,
    group,
    organisation,
    year,
    evictions,
    tenancies,
    eventYear,
    rowsOf: rowsByAreaAndGroup(counts),
    rowsOfControl: rowsByControl(counts),
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

function rowsByAreaAndGroup(counts: readonly EvictionCount[]): DataReferences['rowsOf'] {
  const rows: ByGroup<{ first: number; count: number }> = { intervention: new Map(), control: new Map() };
  counts.forEach(({ area, group }, index) => {
    const found = rows[group].get(area);
    if (found) found.count += 1;
    else rows[group].set(area, { first: index, count: 1 });
  });
  return (area, group) => rows[group].get(area);
}

function rowsByControl(counts: readonly EvictionCount[]): DataReferences['rowsOfControl'] {
  const rows = new Map<string, Map<number, number[]>>();
  counts.forEach(({ group, organisation, year }, index) => {
    if (group !== 'control') return;
    const ofOrganisation = rows.get(organisation) ?? new Map<number, number[]>();
    rows.set(organisation, ofOrganisation);
    const found = ofOrganisation.get(year);
    if (found) found.push(index);
    else ofOrganisation.set(year, [index]);
  });
  return (organisation, year) => rows.get(organisation)?.get(year) ?? [];
}
