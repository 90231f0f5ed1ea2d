import { eventYears, type Group, type Study } from '../study';
import type { ReportContext } from './context';
import { putCharts, type DrawnRows } from './effect-charts';
import { trendLevel, type GroupAddresses } from './effect-formulas';
import { putPoisson } from './effect-poisson';
import { putSimulatedEffect, putSimulatedInputs, simulatedRows } from './simulated-effect';
import type { DataReferences } from './data-sheet';
import { putVariance, type EffectVariance } from './effect-variance';
import { guarded } from './guarded';
import type { Content, Reference, SheetPlan } from './plan';
import { cellOf } from './references';
import { fixed, percent, sentence } from './sentence';
import { SheetDraft } from './sheet-draft';
import { colors, howWidth } from './styles';
import { YearTable } from './year-table';
import { robustnessCells } from './robustness-cells';
import { firstYearColumn, type YearsReferences } from './years-sheet';

/** What Cost savings and Method build on: rows with a column for every event year; those up to 0 may be empty. */
export interface EffectReferences {
  /** How many inputs of the simulation have changed since; null without simulated figures. */
  readonly simulationChanges: Reference | null;
  readonly effect: Reference;
  readonly effectLow: Reference;
  readonly effectHigh: Reference;
  readonly prevented: Reference;
  readonly preventedLow: Reference;
  readonly preventedHigh: Reference;
  readonly expectedFall: Readonly<Record<Group, Reference>>;
  readonly actualFall: Readonly<Record<Group, Reference>>;
  readonly a: Reference;
  readonly b: Reference;
}

/** Choices stand at fixed cells, so that sheets composed earlier can refer to them. */
export const effectChoices = {
  trend: choice(5),
  confidence: choice(6),
  /** Whether the intervals are widened: yes or no. */
  widened: choice(7),
  /** The factor that they are widened by. */
  overdispersion: choice(8),
};

function choice(row: number): Reference {
  return { sheet: 'effect', row, column: firstYearColumn, rows: 1, columns: 1 };
}

const chartRow = 10;
const chartRows = 18;
const tableRow = chartRow + chartRows + 1;

/** Effect: observed and expected levels, falls, effect with its interval, Poisson estimate, both figures. */
export function effectSheet(
  study: Study,
  data: DataReferences,
  source: YearsReferences,
  context: ReportContext,
): { plan: SheetPlan; references: EffectReferences } {
  const t = context.texts.effect;
  const years = eventYears(study.options);
  const draft = new SheetDraft('effect', context.names, [46, 22, ...years.map(() => 11), 13, howWidth]);
  const table = new YearTable(draft, context, 'effect', years, firstYearColumn, tableRow);
  draft.title(t.title);
  putChoices(draft, study, context);
  const yearRow = putHeader(draft, table, source, context);
  const addresses = {
    intervention: groupAddresses(draft, table, yearRow, source, 'intervention'),
    control: groupAddresses(draft, table, yearRow, source, 'control'),
  };
  const intervention = putLevels(table, source, context, 'intervention', addresses.intervention);
  const control = putLevels(table, source, context, 'control', addresses.control);
  table.row += 1;

  const fallsIntervention = putFalls(table, context, 'intervention', intervention);
  const fallsControl = putFalls(table, context, 'control', control);
  const effect = table.line({
    label: t.effect,
    unit: t.unitPoints,
    content: (year) =>
      guarded(`${table.at(fallsIntervention.beyond, year)}-${table.at(fallsControl.beyond, year)}`),
    style: 'strongShare',
    note: t.effectNote,
    name: 'effect',
  });
  const fillUncertainty = table.reserve(6);
  const z = `NORM.S.INV(1-(1-${draft.at(effectChoices.confidence)})/2)`;
  table.row += 1;
  const { simulation } = context;
  const fillSimulated = simulation ? table.reserve(simulatedRows) : null;
  putPoisson(draft, table, source, context, z);
  table.row += 1;
  const variance = putVariance(draft, table, source, context, addresses);
  let interval: Interval | undefined;
  fillUncertainty(() => {
    interval = putInterval(draft, table, source, context, { effect, variance, base: intervention.rates, z });
  });
  const { low, high, prevented, preventedLow, preventedHigh } = interval!;
  let simulationChanges: Reference | null = null;
  if (simulation) {
    table.row += 1;
    const choices = { trend: draft.at(effectChoices.trend), confidence: draft.at(effectChoices.confidence) };
    const changes = putSimulatedInputs(draft, table, study, data, source, context, simulation, choices);
    fillSimulated!(() => putSimulatedEffect(draft, table, context, simulation, changes));
    simulationChanges = changes;
  }

  putSentences(draft, table, context, { effect, low, high, prevented });
  const columns = table.noteColumn + 1;
  const place = { row: chartRow, rows: chartRows, columns, split: 1 + Math.ceil(years.length / 3) };
  const titles = putChartTitles(draft, table, context, intervention, control, { effect, low, high });
  const drawn = putDrawnRows(table, context, { intervention, control });
  putCharts(draft, context, yearRow, drawn.intervention, drawn.control, place, titles);
  return {
    plan: draft.plan({
      frozenRows: 1,
      page: {
        orientation: 'landscape',
        footer: context.footer,
        titleRows: { row: tableRow, rows: 1 },
        isOnePage: false,
      },
      tabColor: colors.intervention,
    }),
    references: {
      simulationChanges,
      effect,
      effectLow: low,
      effectHigh: high,
      prevented,
      preventedLow,
      preventedHigh,
      expectedFall: { intervention: fallsIntervention.expected, control: fallsControl.expected },
      actualFall: { intervention: fallsIntervention.actual, control: fallsControl.actual },
      a: fallsIntervention.beyond,
      b: fallsControl.beyond,
    },
  };
}

/**
 * The rows that the figures draw: those above again, with #N/A in place of a dash. Excel draws any text, a dash too,
 * as 0; #N/A is a gap. They are the only cells of a report that may show an error, which `sv_drawn` tells.
 */
function putDrawnRows(
  table: YearTable,
  context: ReportContext,
  levels: Readonly<Record<Group, DrawnRows>>,
): Readonly<Record<Group, DrawnRows>> {
  const t = context.texts.effect;
  table.row += 1;
  table.heading(t.drawn, t.drawnNote);
  const first = table.row;
  const rowsOf = (group: Group): DrawnRows => {
    const again = (label: string, from: Reference, years = table.years): Reference =>
      table.line({
        label: `${context.texts.groupAreas[group]}: ${label}`,
        unit: t.unitRate,
        content: (year) => ({
          formula: `=IF(ISNUMBER(${table.at(from, year)}),${table.at(from, year)},NA())`,
        }),
        style: 'rate',
        years,
      });
    const { rates, expected, low, high } = levels[group];
    return {
      rates: again(t.observed, rates),
      expected: again(t.expected, expected, [0, ...table.after]),
      // Only the intervention areas' limits are drawn.
      low: group === 'intervention' ? again(t.limitLow, low) : low,
      high: group === 'intervention' ? again(t.limitHigh, high) : high,
    };
  };
  const drawn = { intervention: rowsOf('intervention'), control: rowsOf('control') };
  context.name('drawn', { ...drawn.intervention.rates, row: first, rows: table.row - first });
  return drawn;
}

/** What each figure shows, in a cell that the figure's title follows. */
function putChartTitles(
  draft: SheetDraft,
  table: YearTable,
  context: ReportContext,
  intervention: DrawnRows,
  control: DrawnRows,
  rows: { readonly effect: Reference; readonly low: Reference; readonly high: Reference },
): { readonly rates: Reference; readonly expected: Reference } {
  const t = context.texts.effect;
  const [first, last] = [table.years[0]!, table.years.at(-1)!];
  const rate = (row: Reference, year: number): string => table.at(row, year);
  const ends = [intervention, control].flatMap(({ rates }) => [rate(rates, first), rate(rates, last)]);
  const [effect, low, high] = [rows.effect, rows.low, rows.high].map((row) => table.at(row, last)) as [
    string,
    string,
    string,
  ];
  const values = {
    year: String(last),
    ...Object.fromEntries(
      ['interventionFirst', 'interventionLast', 'controlFirst', 'controlLast'].map((name, index) => [
        name,
        fixed(ends[index]!, 1),
      ]),
    ),
    points: fixed(`100*ABS(${effect})`, 1),
    low: fixed(`100*${low}`, 1),
    high: fixed(`100*${high}`, 1),
  };
  const say = (template: string): string => sentence(template, values);
  const rates = `IF(COUNT(${ends.join(',')})=4,${say(t.titleRates)},${say(t.chartRates)})`;
  const direction = `IF(${effect}>=0,${say(t.titleMore)},${say(t.titleLess)})`;
  const expected = `IF(ISNUMBER(${low}),${direction},${say(t.chartExpected)})`;
  table.row += 1;
  table.heading(t.chartTitles);
  const put = (formula: string): Reference => {
    table.row += 1;
    return draft.cell(table.row - 1, 0, { formula: `=${formula}` }, 'caption');
  };
  return { rates: put(rates), expected: put(expected) };
}

function putChoices(draft: SheetDraft, study: Study, context: ReportContext): void {
  const t = context.texts.effect;
  const words = context.texts.trends;
  const { trend, confidence, widened, overdispersion } = effectChoices;
  const { yes, no } = context.texts;
  const factor = draft.at(robustnessCells.overdispersion);
  draft.cell(trend.row - 1, 0, t.choices, 'heading');
  draft.cell(trend.row - 1, firstYearColumn + 1, context.texts.inputNote, 'caption');
  draft.put(trend.row, 0, [
    [t.trend, '', words[study.options.trend]],
    [t.confidence, '', study.options.confidence],
    [t.widened, '', study.options.overdispersion ? yes : no],
    [
      t.overdispersion,
      '',
      { formula: `=IF(${draft.at(widened)}="${yes}",IF(ISNUMBER(${factor}),${factor},1),1)` },
    ],
  ]);
  draft.put(
    trend.row,
    firstYearColumn + 1,
    [[t.trendNote], [t.confidenceNote], [t.widenedNote], [t.overdispersionNote]],
    'caption',
  );
  draft.style(trend, 'input');
  draft.style(confidence, 'inputShare');
  draft.style(widened, 'input');
  draft.input(trend, 'trend');
  draft.input(confidence, 'confidence');
  draft.input(widened, 'widened');
  draft.style(overdispersion, 'number');
  const choices = [words.compound, words.linear, words.none];
  draft.validation({ range: trend, rule: { kind: 'list', choices }, message: t.trendHelp });
  draft.validation({
    range: confidence,
    rule: { kind: 'decimal', from: 0.5, to: 0.999 },
    message: t.confidenceHelp,
  });
  draft.validation({
    range: widened,
    rule: { kind: 'list', choices: [yes, no] },
    message: t.widenedHelp,
  });
  context.name('interval_widened', widened);
  context.name('interval_factor', overdispersion);
  context.name('trend', trend);
  context.name('confidence', confidence);
}

function putHeader(
  draft: SheetDraft,
  table: YearTable,
  source: YearsReferences,
  context: ReportContext,
): Reference {
  const t = context.texts.effect;
  draft.put(table.row, 0, [[t.eventYear, '']], 'headerLeft');
  const years = table.years.map((_, i): Content => ({
    formula: `=${draft.at(cellOf(source.eventYears, 0, i))}`,
  }));
  const yearRow = draft.put(table.row, table.firstColumn, [years], 'header');
  draft.cell(table.row, table.allColumn, t.allYears, 'header');
  draft.cell(table.row, table.noteColumn, t.how, 'headerCaption');
  table.row += 1;
  return yearRow;
}

/** How formulas find a group's cells; rates are those of Event years, which this sheet shows again. */
function groupAddresses(
  draft: SheetDraft,
  table: YearTable,
  yearRow: Reference,
  source: YearsReferences,
  group: Group,
): GroupAddresses {
  const { rates, tenancies } = source[group];
  const upTo0 = { columns: 1 - table.years[0]! };
  return {
    first: table.years[0]!,
    trend: draft.at(effectChoices.trend),
    rate: (year) => table.at(rates, year),
    year: (year) => table.at(yearRow, year),
    tenancies: (year) => table.at(tenancies, year),
    ratesUpTo0: draft.at({ ...rates, ...upTo0 }),
    yearsUpTo0: draft.at({ ...yearRow, ...upTo0 }),
  };
}

/** Observed rates with their limits, and the level that the trend leads to from year 0 on. */
function putLevels(
  table: YearTable,
  source: YearsReferences,
  context: ReportContext,
  group: Group,
  addresses: GroupAddresses,
): DrawnRows {
  const t = context.texts.effect;
  const isFirst = group === 'intervention';
  const line = (
    label: string,
    content: (year: number) => Content,
    note: string,
    years: readonly number[],
  ): Reference =>
    table.line({
      label: `${context.texts.groupAreas[group]}: ${label}`,
      unit: t.unitRate,
      content,
      style: 'rate',
      years,
      ...(isFirst && note !== '' ? { note } : {}),
    });
  const copy =
    (from: Reference) =>
    (year: number): Content => ({ formula: `=${table.at(from, year)}` });
  const expected = (year: number): Content => guarded(trendLevel(addresses, year));
  return {
    rates: line(t.observed, copy(source[group].rates), t.observedNote, table.years),
    expected: line(t.expected, expected, t.expectedNote, [0, ...table.after]),
    low: line(t.limitLow, copy(source[group].low), t.limitNote, table.years),
    high: line(t.limitHigh, copy(source[group].high), '', table.years),
  };
}

interface Falls {
  readonly expected: Reference;
  readonly actual: Reference;
  readonly beyond: Reference;
}

function putFalls(table: YearTable, context: ReportContext, group: Group, levels: DrawnRows): Falls {
  const t = context.texts.effect;
  const area = context.texts.groupAreas[group];
  const isFirst = group === 'intervention';
  const base = table.at(levels.rates, 0);
  const fall = (label: string, row: Reference, note: string, name: string): Reference =>
    table.line({
      label: `${area}: ${label}`,
      unit: t.unitShare,
      content: (year) => guarded(`1-${table.at(row, year)}/${base}`),
      style: 'share',
      name,
      ...(isFirst ? { note } : {}),
    });
  const expected = fall(t.expectedFall, levels.expected, t.expectedFallNote, `expected_fall_${group}`);
  const actual = fall(t.actualFall, levels.rates, t.actualFallNote, `actual_fall_${group}`);
  const beyond = table.line({
    label: isFirst ? t.a : t.b,
    unit: t.unitPoints,
    content: (year) => guarded(`${table.at(actual, year)}-${table.at(expected, year)}`),
    style: 'share',
    name: isFirst ? 'a' : 'b',
    ...(isFirst ? { note: t.beyondNote } : {}),
  });
  return { expected, actual, beyond };
}

interface Interval {
  readonly low: Reference;
  readonly high: Reference;
  readonly prevented: Reference;
  readonly preventedLow: Reference;
  readonly preventedHigh: Reference;
}

/** Limits of the effect and of the evictions prevented: estimate ± normal quantile · standard error. */
function putInterval(
  draft: SheetDraft,
  table: YearTable,
  source: YearsReferences,
  context: ReportContext,
  from: {
    readonly effect: Reference;
    readonly variance: EffectVariance;
    readonly base: Reference;
    readonly z: string;
  },
): Interval {
  const t = context.texts.effect;
  const { effect, variance, z } = from;
  const phi = draft.at(effectChoices.overdispersion);
  const base = table.at(from.base, 0);
  const error = table.line({
    label: t.standardError,
    unit: t.unitPoints,
    content: (year) => guarded(`SQRT(${phi}*${table.at(variance.total, year)})`),
    style: 'share',
    note: t.standardErrorNote,
  });
  const ofEffect =
    (sign: '+' | '-') =>
    (year: number): Content =>
      guarded(`${table.at(effect, year)}${sign}${z}*${table.at(error, year)}`);
  const effectLine = { unit: t.unitPoints, style: 'share' } as const;
  const low = table.line({
    ...effectLine,
    label: t.low,
    content: ofEffect('-'),
    note: t.intervalNote,
    name: 'effect_low',
  });
  const high = table.line({ ...effectLine, label: t.high, content: ofEffect('+'), name: 'effect_high' });

  const preventedLine = { unit: t.unitPrevented, style: 'number' } as const;
  const prevented = table.line({
    ...preventedLine,
    label: t.prevented,
    content: (year) => guarded(`${table.at(effect, year)}*${base}`),
    note: t.preventedNote,
    name: 'prevented',
  });
  // Prevented = effect · r(0), and r(0) varies too: its count enters both, so their covariance counts.
  const preventedError = (year: number): string => {
    const [share, derivative] = [table.at(effect, year), table.at(variance.inIntervention.get(year)!, 0)];
    const count = table.at(source.intervention.evictions, 0);
    return `${base}*SQRT(${phi}*(${table.at(variance.total, year)}+2*${derivative}*${share}+${share}^2/${count}))`;
  };
  const ofPrevented =
    (sign: '+' | '-') =>
    (year: number): Content =>
      guarded(`${table.at(prevented, year)}${sign}${z}*${preventedError(year)}`);
  const preventedLow = table.line({
    ...preventedLine,
    label: t.preventedLow,
    content: ofPrevented('-'),
    note: t.preventedIntervalNote,
    name: 'prevented_low',
  });
  const preventedHigh = table.line({
    ...preventedLine,
    label: t.preventedHigh,
    content: ofPrevented('+'),
    name: 'prevented_high',
  });
  return { low, high, prevented, preventedLow, preventedHigh };
}

/** The finding in one sentence, and how far to trust it; both follow the cells. */
function putSentences(
  draft: SheetDraft,
  table: YearTable,
  context: ReportContext,
  rows: {
    readonly effect: Reference;
    readonly low: Reference;
    readonly high: Reference;
    readonly prevented: Reference;
  },
): void {
  const t = context.texts.effect;
  const year = table.after.at(-1)!;
  const [effect, low, high] = [
    table.at(rows.effect, year),
    table.at(rows.low, year),
    table.at(rows.high, year),
  ];
  const values = {
    year: String(year),
    points: fixed(`100*ABS(${effect})`, 1),
    low: fixed(`100*${low}`, 1),
    high: fixed(`100*${high}`, 1),
    confidence: percent(draft.at(effectChoices.confidence)),
    prevented: fixed(table.at(rows.prevented, year), 1),
  };
  const say = (template: string): string => sentence(template, values);
  const moreOrLess = `IF(${effect}>0,${say(t.sentenceMore)},${say(t.sentenceLess)})`;
  const known = `IF(ROUND(1000*${effect},0)=0,${say(t.sentenceSame)},${moreOrLess})`;
  // An effect never stands without its interval.
  const stated = `IF(ISNUMBER(${low}),${known},${say(t.sentenceNotStated)})`;
  const finding = `=IF(ISNUMBER(${effect}),${stated},${say(t.sentenceNone)})`;
  draft.paragraph(1, table.noteColumn, { formula: finding }, 'finding', [
    ...[t.sentenceMore, t.sentenceLess, t.sentenceSame, t.sentenceNotStated, t.sentenceNone],
  ]);
  const chance = `IF(${low}>0,${say(t.sentenceAbove)},IF(${high}<0,${say(t.sentenceBelow)},${say(t.sentenceContains0)}))`;
  const caution = `=IF(ISNUMBER(${low}),${chance},IF(ISNUMBER(${effect}),"",${say(t.sentenceNoInterval)}))`;
  draft.paragraph(2, table.noteColumn, { formula: caution }, 'caution', [
    ...[t.sentenceContains0, t.sentenceAbove, t.sentenceBelow, t.sentenceNoInterval],
  ]);
}
