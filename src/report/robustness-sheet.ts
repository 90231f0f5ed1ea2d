import { canLeaveAreasOut, eventYears, trends, type Study } from '../study';
import type { Trend } from '../stats';
import type { ReportContext } from './context';
import type { DataReferences } from './data-sheet';
import { caseFormulas, usesOf, type CaseFormulas, type EffectCase } from './effect-case';
import { fixedTrend } from './effect-formulas';
import { effectChoices } from './effect-sheet';
import { guarded, guardedFormula, notReckoned } from './guarded';
import { putLeaveOneOut } from './leave-one-out-rows';
import type { ReportReferences } from './method-sheet';
import type { Content, Reference, SheetPlan } from './plan';
import { cellOf } from './references';
import { robustnessCells } from './robustness-cells';
import { fixed, percent, sentence } from './sentence';
import { SheetDraft } from './sheet-draft';
import { putSmallestDetectable } from './smallest-detectable-rows';
import { colors, howWidth } from './styles';
import { putTornado, tornadoRows } from './tornado';
import { YearTable } from './year-table';
import { firstYearColumn } from './years-sheet';

/** An effect and its limits in cells; a row each, or one cell each. */
export interface EffectRows {
  readonly effect: Reference;
  readonly low: Reference;
  readonly high: Reference;
}

const chartRow = 8;
const chartRows = 18;
const tornadoRow = chartRow + chartRows + 1;

/**
 * Robustness: how far the result stands with other trends, another start, an area less; how much chance and a
 * bent trend could explain; what moves the result most.
 */
export function robustnessSheet(
  study: Study,
  data: DataReferences,
  references: ReportReferences,
  context: ReportContext,
): SheetPlan {
  // Workings stand below everything that is to be read, and how far that reaches is known when it is composed.
  const trial = compose(study, data, references, { ...context, name: () => undefined }, 10_000);
  return compose(study, data, references, context, trial.lastRow + 1).plan;
}

function compose(
  study: Study,
  data: DataReferences,
  references: ReportReferences,
  context: ReportContext,
  workingsRow: number,
): { readonly plan: SheetPlan; readonly lastRow: number } {
  const t = context.texts.robustness;
  const years = eventYears(study.options);
  const draft = new SheetDraft('robustness', context.names, [46, 22, ...years.map(() => 13), 13, howWidth]);
  const tableRow = tornadoRow + tornadoRows(study);
  const table = new YearTable(draft, context, 'robustness', years, firstYearColumn, tableRow);
  const workings = new YearTable(draft, context, 'robustness', years, firstYearColumn, workingsRow);
  const yearRow = putHeader(draft, table, references, context);
  workings.heading(t.workings, t.workingsNote);
  const scale = {
    z: `NORM.S.INV(1-(1-${draft.at(effectChoices.confidence)})/2)`,
    overdispersion: draft.at(effectChoices.overdispersion),
  };
  const source = references.years;
  const studyCase: EffectCase = {
    rows: { intervention: source.intervention, control: source.control },
    trend: draft.at(effectChoices.trend),
    yearRow,
    sharedUses: usesOf(draft, source.shared, years[0]!),
  };
  const formulasOf = (each: EffectCase, k: number, label: string): CaseFormulas =>
    caseFormulas(draft, workings, context, source, each, k, label, scale);

  const byTrend = putTrends(table, context, studyCase, formulasOf);
  const bend = putTrendBend(table, context, references);
  const placebo = putPlacebo(draft, table, workings, context, references, studyCase, scale);
  const detectable = putSmallestDetectable(draft, table, workings, references, context, scale.z);
  const withoutArea = canLeaveAreasOut(study)
    ? putLeaveOneOut(draft, table, workings, study, data, references, context, studyCase, formulasOf)
    : null;
  if (!withoutArea) {
    table.heading(t.withoutArea);
    const pooled = study.tables.pooledTenancies.length > 0;
    draft.cell(table.row, 0, pooled ? t.withoutAreaPooled : t.withoutAreaNumber, 'caption');
    table.row += 2;
  }
  putOverdispersion(draft, table, references, context);
  putTornado(draft, workings, study, data, references, context, {
    byTrend,
    withoutArea,
    row: tornadoRow,
    chart: { row: chartRow, column: 0, rows: chartRows, columns: table.noteColumn },
  });
  putTop(draft, context);
  putSentences(draft, table, context, references, { byTrend, bend, placebo, detectable });
  const plan = draft.plan({
    frozenRows: 1,
    page: {
      orientation: 'landscape',
      footer: context.footer,
      titleRows: { row: tableRow, rows: 1 },
      isOnePage: false,
    },
    tabColor: colors.control,
  });
  return { plan, lastRow: table.row };
}

function putHeader(
  draft: SheetDraft,
  table: YearTable,
  references: ReportReferences,
  context: ReportContext,
): Reference {
  const t = context.texts.effect;
  draft.put(table.row, 0, [[t.eventYear, '']], 'headerLeft');
  const contents = table.years.map((_, i): Content => ({
    formula: `=${draft.at(cellOf(references.years.eventYears, 0, i))}`,
  }));
  const yearRow = draft.put(table.row, table.firstColumn, [contents], 'header');
  draft.cell(table.row, table.allColumn, '', 'header');
  draft.cell(table.row, table.noteColumn, t.how, 'headerCaption');
  table.row += 1;
  return yearRow;
}

/** The effect under each trend, with its interval, in every year after the start. */
function putTrends(
  table: YearTable,
  context: ReportContext,
  study: EffectCase,
  formulasOf: (each: EffectCase, k: number, label: string) => CaseFormulas,
): Readonly<Record<Trend, EffectRows>> {
  const t = context.texts.robustness;
  table.heading(t.trends, t.trendsNote);
  const rows = trends.map((trend) => {
    const word = context.texts.trends[trend];
    const byYear = new Map(
      table.after.map((k) => [
        k,
        formulasOf({ ...study, trend: fixedTrend(trend) }, k, `${t.trend} ${word}, ${t.year} ${k}`),
      ]),
    );
    const line = (label: string, part: keyof CaseFormulas, name: string): Reference =>
      table.line({
        label,
        unit: context.texts.effect.unitPoints,
        content: (year) => guarded(byYear.get(year)![part]),
        style: part === 'effect' ? 'strongShare' : 'share',
        name: `trend_${trend}_${name}`,
      });
    const effect = line(`${t.trend} ${word}`, 'effect', 'effect');
    return [trend, { effect, low: line(t.low, 'low', 'low'), high: line(t.high, 'high', 'high') }] as const;
  });
  table.row += 1;
  return Object.fromEntries(rows) as Record<Trend, EffectRows>;
}

/** How much the trend would have to bend every year for nothing to be left of the effect. */
function putTrendBend(table: YearTable, context: ReportContext, { effect }: ReportReferences): Reference {
  const t = context.texts.robustness;
  table.heading(t.bend, t.bendNote);
  const row = table.line({
    label: t.breakdownBend,
    unit: t.unitBend,
    content: (k) => guarded(`ABS(${table.at(effect.effect, k)})/${(k * (k + 1)) / 2}`),
    style: 'share',
    name: 'breakdown_bend',
  });
  table.row += 1;
  return row;
}

/** The same method one year earlier, when there was no programme; null without two years before year 0. */
function putPlacebo(
  draft: SheetDraft,
  table: YearTable,
  workings: YearTable,
  context: ReportContext,
  references: ReportReferences,
  study: EffectCase,
  scale: { readonly z: string; readonly overdispersion: string },
): EffectRows | null {
  const t = context.texts.robustness;
  table.heading(t.placebo, t.placeboNote);
  if (table.years[0]! > -2) {
    draft.cell(table.row, 0, t.placeboTooShort, 'caption');
    table.row += 2;
    return null;
  }
  // Year 0 becomes year 1: the columns stay where they are and their years are counted one further.
  const pretended = table.years.filter((year) => year <= 0).map((year) => year + 1);
  const shifted = new YearTable(draft, context, 'robustness', pretended, firstYearColumn, workings.row);
  const yearRow = shifted.line({
    label: t.placeboYears,
    unit: '',
    content: (year) => ({ formula: `=${table.at(study.yearRow, year - 1)}+1` }),
    style: 'year',
    years: pretended,
  });
  const uses = usesOf(draft, references.years.shared, pretended[0]!);
  // The rows reach over all years; what the pretended table needs of them ends at year 0.
  const cut = (reference: Reference): Reference => ({ ...reference, columns: pretended.length });
  const rowsOf = ({ evictions, tenancies, rates }: EffectCase['rows']['control']) => ({
    evictions: cut(evictions),
    tenancies: cut(tenancies),
    rates: cut(rates),
  });
  const each: EffectCase = {
    ...study,
    yearRow,
    rows: { intervention: rowsOf(study.rows.intervention), control: rowsOf(study.rows.control) },
    sharedUses: uses,
  };
  const formulas = caseFormulas(draft, shifted, context, references.years, each, 1, t.placebo, scale);
  workings.row = shifted.row;
  const line = (label: string, part: keyof CaseFormulas, name: string): Reference => {
    const reference = table.line({
      label,
      unit: context.texts.effect.unitPoints,
      content: () => guarded(formulas[part]),
      style: part === 'effect' ? 'strongShare' : 'share',
      years: [0],
    });
    const cell = cellOf(reference, 0, -table.years[0]!);
    context.name(name, cell);
    return cell;
  };
  const rows = {
    effect: line(t.placeboEffect, 'effect', 'placebo_effect'),
    low: line(t.low, 'low', 'placebo_low'),
    high: line(t.high, 'high', 'placebo_high'),
  };
  table.row += 1;
  return rows;
}

/**
 * Pearson's chi-square of areas × event years over its degrees of freedom. Each area's part is
 * sum of count² / year total, over the area's total.
 */
function putOverdispersion(
  draft: SheetDraft,
  table: YearTable,
  { years }: ReportReferences,
  context: ReportContext,
): void {
  const t = context.texts.robustness;
  table.heading(t.overdispersion, t.overdispersionNote);
  const areas = years.areas?.intervention ?? [];
  const cells = { total: table.firstColumn, part: table.firstColumn + 1 };
  let formula = `"${notReckoned}"`;
  if (years.areas) {
    const totals = draft.at(years.intervention.evictions);
    draft.put(table.row, 0, [[context.texts.years.area, '']], 'headerLeft');
    draft.put(table.row, cells.total, [[context.texts.years.evictions, t.part]], 'header');
    table.row += 1;
    const body = draft.put(
      table.row,
      0,
      areas.map(({ area, evictions }, index): Content[] => {
        const counts = draft.at(evictions);
        const total = draft.at({
          sheet: 'robustness',
          row: table.row + index,
          column: cells.total,
          rows: 1,
          columns: 1,
        });
        // A year without any eviction is left out: it is 0 in every area.
        const part = `IF(${total}=0,0,SUMPRODUCT(${counts}^2/(${totals}+(${totals}=0)))/${total})`;
        return [
          area,
          '',
          { formula: `=IF(COUNT(${counts})=${evictions.columns},SUM(${counts}),"${notReckoned}")` },
          guarded(part),
        ];
      }),
    );
    const column = (index: number): Reference => ({ ...body, column: index, columns: 1 });
    draft.style(column(cells.total), 'count');
    draft.style(column(cells.part), 'probability');
    table.row += areas.length;
    const [total, part] = [draft.at(column(cells.total)), draft.at(column(cells.part))];
    const chiSquare = `SUM(${totals})*(SUM(${part})-1)`;
    const freedom = `((COUNTIFS(${total},">0")-1)*(COUNTIFS(${totals},">0")-1))`;
    const complete = `COUNT(${total})=${areas.length}`;
    formula = guardedFormula(`IF(${complete},IF(${freedom}>0,MAX(1,${chiSquare}/${freedom}),NA()),NA())`);
  } else {
    draft.cell(table.row, 0, t.overdispersionTooMany, 'caption');
    table.row += 1;
  }
  const { row, column } = robustnessCells.overdispersion;
  draft.put(row, 0, [[t.overdispersion, t.unitFactor]]);
  draft.cell(row, column, { formula: `=${formula}` }, 'number');
  draft.cell(row, column + 1, t.overdispersionUse, 'caption');
  context.name('overdispersion', robustnessCells.overdispersion);
  table.row += 1;
}

function putTop(draft: SheetDraft, context: ReportContext): void {
  const t = context.texts.robustness;
  const { power } = robustnessCells;
  draft.title(t.title);
  draft.cell(power.row - 1, 0, t.overview, 'heading');
  draft.put(power.row, 0, [[t.power, t.unitShare]]);
  draft.input(draft.cell(power.row, power.column, 0.8, 'inputShare'), 'power');
  draft.cell(power.row, power.column + 1, t.powerNote, 'caption');
  draft.validation({
    range: power,
    rule: { kind: 'decimal', from: 0.5, to: 0.99 },
    message: t.powerHelp,
  });
}

/** Whether the finding hangs on the trend, and what chance and the years before say of the method. */
function putSentences(
  draft: SheetDraft,
  table: YearTable,
  context: ReportContext,
  { effect }: ReportReferences,
  rows: {
    readonly byTrend: Readonly<Record<Trend, EffectRows>>;
    readonly bend: Reference;
    readonly placebo: EffectRows | null;
    readonly detectable: Reference;
  },
): void {
  const t = context.texts.robustness;
  const year = table.after.at(-1)!;
  const all = trends.map((trend) => table.at(rows.byTrend[trend].effect, year)).join(',');
  const [now, low, high] = [effect.effect, effect.effectLow, effect.effectHigh].map((row) =>
    table.at(row, year),
  ) as [string, string, string];
  const detectable = draft.at(rows.detectable);
  const values = {
    year: String(year),
    least: fixed(`100*MIN(${all})`, 1),
    most: fixed(`100*MAX(${all})`, 1),
    effect: fixed(`100*${now}`, 1),
    low: fixed(`100*${low}`, 1),
    high: fixed(`100*${high}`, 1),
    bend: fixed(`100*${table.at(rows.bend, year)}`, 1),
    confidence: percent(draft.at(effectChoices.confidence)),
    power: percent(draft.at(robustnessCells.power)),
    detectable: percent(`ROUND(${detectable},3)`),
    ...(rows.placebo && {
      placebo: fixed(`100*${draft.at(rows.placebo.effect)}`, 1),
      placeboLow: fixed(`100*${draft.at(rows.placebo.low)}`, 1),
      placeboHigh: fixed(`100*${draft.at(rows.placebo.high)}`, 1),
    }),
  };
  const finding = `IF(COUNT(${all})=${trends.length},${sentence(t.sentenceTrends, values)},${sentence(t.sentenceNoTrends, values)})`;
  const chosen = `IF(ISNUMBER(${low}),${sentence(t.sentenceChosen, values)},"")`;
  draft.paragraph(1, table.noteColumn, { formula: `=${finding}&${chosen}` }, 'finding', [
    `${t.sentenceTrends}${t.sentenceChosen}`,
    `${t.sentenceNoTrends}${t.sentenceChosen}`,
  ]);
  const cautions = [
    `IF(ISNUMBER(${now}),${sentence(t.sentenceBend, values)},"")`,
    ...(rows.placebo
      ? [`IF(ISNUMBER(${draft.at(rows.placebo.low)}),${sentence(t.sentencePlacebo, values)},"")`]
      : []),
    `IF(ISNUMBER(${detectable}),${sentence(t.sentenceDetectable, values)},${sentence(t.sentenceNotDetectable, values)})`,
  ];
  draft.paragraph(2, table.noteColumn, { formula: `=${cautions.join('&')}` }, 'caution', [
    `${t.sentenceBend}${rows.placebo ? t.sentencePlacebo : ''}${t.sentenceDetectable}`,
  ]);
}
