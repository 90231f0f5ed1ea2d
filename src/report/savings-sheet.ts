import { eventYears, type Study } from '../study';
import type { ReportContext } from './context';
import type { CostColumns, DataReferences } from './data-sheet';
import { effectChoices, type EffectReferences } from './effect-sheet';
import { guarded, guardedFormula, notReckoned } from './guarded';
import type { Content, Reference, SheetPlan, StyleName } from './plan';
import { cellOf } from './references';
import { fixed, percent, sentence, thousands } from './sentence';
import { horizonColumns, putHorizon } from './savings-horizon';
import { SheetDraft, sheetTitle } from './sheet-draft';
import { putSimulatedMoney } from './simulated-money';
import { colors, howWidth } from './styles';
import { firstYearColumn } from './years-sheet';

/** What Method builds on: single cells, and rows with a column for every year after the start. */
export interface SavingsReferences {
  readonly hoursPer1000: Reference;
  readonly totalTenancies: Reference;
  readonly annualCost: Reference;
  readonly fullTimeHours: Reference;
  readonly programmeCost: Reference;
  /** How far the programme cost may lie from what was reckoned, as a share. */
  readonly programmeCostRange: Reference;
  readonly municipalSaving: Reference;
  readonly costPerEviction: Reference;
  readonly savings: Reference;
  readonly breakEvenTotal: Reference;
  readonly breakEvenPerEviction: Reference;
}

const valueColumn = firstYearColumn;
const chartRow = 4;
const chartRows = 16;

/** Cost savings: what prevention costs, what an eviction costs, and what is left or missing each year. */
export function savingsSheet(
  study: Study,
  data: DataReferences,
  effect: EffectReferences,
  context: ReportContext,
): { plan: SheetPlan; references: SavingsReferences } {
  const t = context.texts.savings;
  const years = eventYears(study.options).filter((year) => year > 0);
  const firstYear = study.options.from;
  const noteColumn = valueColumn + Math.max(horizonColumns, years.length);
  const draft = new SheetDraft('savings', context.names, [
    46,
    22,
    ...Array.from({ length: noteColumn - valueColumn }, () => 14),
    howWidth,
  ]);
  draft.title(t.title);

  let row = chartRow + chartRows + 1;
  const heading = (text: string): void => {
    draft.cell(row, 0, text, 'heading');
    row += 1;
  };
  const single = (
    label: string,
    unit: string,
    content: Content,
    style: StyleName,
    note: string,
    name?: string,
  ): Reference => {
    draft.put(row, 0, [[label, unit]]);
    const reference = draft.cell(row, valueColumn, content, style);
    if (note !== '') draft.note(row, noteColumn, note);
    if (name) context.name(name, reference);
    row += 1;
    return reference;
  };
  const { included, hours, tenancies } = data.programmes;
  const yes = `"${context.texts.yes}"`;
  const totalOf = (column: Reference): string => {
    const where = `${draft.at(included)},${yes}`;
    // A blank is not 0: the total stands only when every included area has a number.
    const complete = `COUNTIFS(${where})=COUNTIFS(${where},${draft.at(column)},">=0")`;
    return `IF(${complete},SUMIFS(${draft.at(column)},${where}),"${notReckoned}")`;
  };

  draft.note(row, noteColumn, context.texts.inputNote);
  heading(t.programme);
  const totalHours = single(
    t.totalHours,
    t.unitHoursWeek,
    { formula: `=${totalOf(hours)}` },
    'hours',
    t.totalHoursNote,
  );
  const totalTenancies = single(
    t.totalTenancies,
    t.unitTenancies,
    { formula: `=${totalOf(tenancies.intervention)}` },
    'count',
    t.totalTenanciesNote,
  );
  const hoursPer1000 = single(
    t.hoursPer1000,
    t.unitHoursPer1000,
    guarded(`1000*${draft.at(totalHours)}/${draft.at(totalTenancies)}`),
    'number',
    t.hoursPer1000Note,
    'hours_per_1000',
  );
  const annualCost = single(
    t.annualCost,
    t.unitMoneyPer1000,
    study.options.annualCostPer1000,
    'inputMoney',
    t.annualCostNote,
  );
  const fullTimeHours = single(
    t.fullTimeHours,
    t.unitHoursWeek,
    study.options.fullTimeHours,
    'inputHours',
    t.fullTimeHoursNote,
  );
  const programmeCost = single(
    t.programmeCost,
    t.unitMoneyPer1000,
    guarded(`${draft.at(annualCost)}*${draft.at(hoursPer1000)}/${draft.at(fullTimeHours)}`),
    'strongMoney',
    t.programmeCostNote,
    'programme_cost',
  );
  const programmeCostRange = single(
    t.programmeCostRange,
    t.unitShare,
    study.options.programmeCostRange,
    'inputShare',
    t.programmeCostRangeNote,
  );
  draft.validation({
    range: programmeCostRange,
    rule: { kind: 'decimal', from: 0, to: 0.9 },
    message: t.programmeCostRangeHelp,
  });
  row += 1;

  heading(t.costs);
  const { costs } = data;
  const costPerEviction = single(
    t.costPerEviction,
    t.unitMoneyPerEviction,
    costs ? guarded(`AVERAGE(${draft.at(costs.amount)})`) : notReckoned,
    'strongMoney',
    costs ? t.costPerEvictionNote : t.noCosts,
    'cost_per_eviction',
  );
  if (costs) {
    single(t.lowestCost, t.unitMoneyPerEviction, { formula: `=MIN(${draft.at(costs.amount)})` }, 'money', '');
    single(
      t.highestCost,
      t.unitMoneyPerEviction,
      { formula: `=MAX(${draft.at(costs.amount)})` },
      'money',
      '',
    );
    row = putEstimates(draft, context, costs, row, noteColumn);
  }
  const municipal = single(
    t.municipalSaving,
    t.unitMoneyPerEviction,
    study.options.municipalSaving,
    'inputMoney',
    t.municipalSavingNote,
    'municipal_saving_per_eviction',
  );
  const others = single(t.othersSaving, t.unitMoneyPerEviction, null, 'inputMoney', t.othersSavingNote);
  draft.input(annualCost, 'annualCost');
  draft.input(fullTimeHours, 'fullTimeHours');
  draft.input(programmeCostRange, 'programmeCostRange');
  draft.input(municipal, 'municipalSaving');
  draft.input(others, 'othersSaving');
  draft.validation({
    range: others,
    rule: { kind: 'decimal', from: 0, to: null },
    message: t.municipalSavingHelp,
  });
  draft.validation({
    range: municipal,
    rule: { kind: 'decimal', from: 0, to: null },
    message: t.municipalSavingHelp,
  });
  draft.validation({
    range: annualCost,
    rule: { kind: 'decimal', from: 0, to: null },
    message: t.annualCostNote,
  });
  draft.validation({
    range: fullTimeHours,
    rule: { kind: 'decimal', from: 1, to: 168 },
    message: t.fullTimeHoursNote,
  });
  row += 1;

  draft.put(row, 0, [[t.perYear, '']], 'headerLeft');
  draft.headerBar(row, valueColumn + years.length, noteColumn - valueColumn - years.length);
  const header = draft.put(row, valueColumn, [years.map((year): Content => `${t.year} ${year}`)], 'header');
  draft.cell(row, noteColumn, t.how, 'headerCaption');
  row += 1;
  const effectCell = (reference: Reference, year: number): string =>
    draft.at(cellOf(reference, 0, year - firstYear));
  const line = (
    label: string,
    unit: string,
    formula: (year: number, index: number) => Content,
    style: StyleName,
    note: string,
    name?: string,
  ): Reference => {
    draft.put(row, 0, [[label, unit]]);
    const reference = draft.put(row, valueColumn, [years.map(formula)], style);
    if (note !== '') draft.note(row, noteColumn, note);
    if (name)
      for (const [index, year] of years.entries())
        context.name(`${name}_${year}`, cellOf(reference, 0, index));
    row += 1;
    return reference;
  };
  const at = (reference: Reference, index: number): string => draft.at(cellOf(reference, 0, index));
  const [cost, price] = [draft.at(programmeCost), draft.at(costPerEviction)];

  const copy =
    (reference: Reference) =>
    (year: number): Content => ({ formula: `=${effectCell(reference, year)}` });
  const prevented = line(t.prevented, t.unitPrevented, copy(effect.prevented), 'number', t.preventedNote);
  const preventedLow = line(t.low, t.unitPrevented, copy(effect.preventedLow), 'number', t.intervalNote);
  const preventedHigh = line(t.high, t.unitPrevented, copy(effect.preventedHigh), 'number', '');
  const times =
    (reference: Reference) =>
    (_: number, i: number): Content =>
      guarded(`${at(reference, i)}*${price}`);
  const savings = line(
    t.savings,
    t.unitMoneyPer1000,
    times(prevented),
    'strongMoney',
    t.savingsNote,
    'savings',
  );
  const savingsLow = line(t.low, t.unitMoneyPer1000, times(preventedLow), 'money', t.savingsIntervalNote);
  const savingsHigh = line(t.high, t.unitMoneyPer1000, times(preventedHigh), 'money', '');
  const ofPayer =
    (perEviction: Reference) =>
    (_: number, i: number): Content => ({
      formula: `=IF(ISNUMBER(${draft.at(perEviction)}),${guardedFormula(`${at(prevented, i)}*${draft.at(perEviction)}`)},"${t.unknown}")`,
    });
  const municipalSavings = line(
    t.municipalSavings,
    t.unitMoneyPer1000,
    ofPayer(municipal),
    'money',
    t.municipalSavingsNote,
  );
  const costLine = line(t.programmeCost, t.unitMoneyPer1000, () => ({ formula: `=${cost}` }), 'money', '');
  const net = line(
    t.net,
    t.unitMoneyPer1000,
    (_, i) => guarded(`${at(savings, i)}+N(${at(municipalSavings, i)})-${cost}`),
    'strongMoney',
    t.netNote,
    'net',
  );
  const netOf =
    (number: Reference) =>
    (_: number, i: number): Content =>
      guarded(`${at(number, i)}*(${price}+N(${draft.at(municipal)}))-${cost}`);
  const netLow = line(t.low, t.unitMoneyPer1000, netOf(preventedLow), 'money', t.savingsIntervalNote);
  const netHigh = line(t.high, t.unitMoneyPer1000, netOf(preventedHigh), 'money', '');
  const breakEvenTotal = line(
    t.breakEvenTotal,
    t.unitMoneyPer1000,
    (_, i) => guarded(`${cost}-${at(savings, i)}`),
    'money',
    t.breakEvenTotalNote,
    'break_even_total',
  );
  const perEviction =
    (number: Reference) =>
    (_: number, i: number): Content =>
      guarded(`IF(${at(number, i)}>0,(${cost}-${at(number, i)}*${price})/${at(number, i)},"${t.none}")`);
  const breakEvenPerEviction = line(
    t.breakEvenPerEviction,
    t.unitMoneyPerEviction,
    perEviction(prevented),
    'strongMoney',
    t.breakEvenPerEvictionNote,
    'break_even_per_eviction',
  );
  line(t.low, t.unitMoneyPerEviction, perEviction(preventedHigh), 'money', t.breakEvenIntervalNote);
  line(
    t.high,
    t.unitMoneyPerEviction,
    (_, i) =>
      guarded(
        `IF(${at(preventedLow, i)}>0,(${cost}-${at(preventedLow, i)}*${price})/${at(preventedLow, i)},"${t.noLimit}")`,
      ),
    'money',
    '',
  );
  row += 1;

  row = putPayers(
    draft,
    context,
    years,
    row,
    noteColumn,
    { savings, municipalSavings, net, costLine },
    ofPayer(others),
  );
  row = putHorizon(draft, study, context, row, valueColumn, noteColumn, {
    prevented: draft.at(cellOf(prevented, 0, years.length - 1)),
    preventedLow: draft.at(cellOf(preventedLow, 0, years.length - 1)),
    preventedHigh: draft.at(cellOf(preventedHigh, 0, years.length - 1)),
    price,
    municipal: draft.at(municipal),
    cost,
  });
  const { simulationChanges } = effect;
  if (context.simulation && simulationChanges) {
    row = putSimulatedMoney(draft, context, context.simulation, years, row, valueColumn, noteColumn, {
      changes: simulationChanges,
      costs,
      costPerEviction,
      programmeCost,
      programmeCostRange,
      municipal,
    });
  }
  const titleCell = putChartTitle(draft, context, row, years.at(-1)!, {
    savings: at(savings, years.length - 1),
    cost,
  });

  draft.chart({
    name: context.chartName('Savings'),
    kind: 'column',
    title: titleCell,
    categories: header,
    series: [
      {
        name: t.savings,
        values: savings,
        color: colors.intervention,
        dash: 'solid',
        weight: 0,
        marker: 'none',
      },
      {
        name: t.programmeCost,
        values: costLine,
        color: colors.cost,
        dash: 'solid',
        weight: 0,
        marker: 'none',
      },
    ],
    categoryTitle: t.yearAxis,
    valueTitle: t.moneyAxis,
    valueFormat: '#,##0',
    anchor: { row: chartRow, column: 0, rows: chartRows, columns: noteColumn },
  });
  putSentences(draft, context, noteColumn, {
    index: years.length - 1,
    year: years.at(-1)!,
    prevented,
    preventedLow,
    preventedHigh,
    savings,
    savingsLow,
    savingsHigh,
    net,
    netLow,
    netHigh,
    programmeCost,
    breakEvenPerEviction,
    municipal,
  });
  const plan = draft.plan({
    frozenRows: 1,
    page: { orientation: 'landscape', footer: context.footer, titleRows: sheetTitle, isOnePage: false },
    tabColor: colors.cost,
  });
  const references = {
    hoursPer1000,
    totalTenancies,
    annualCost,
    fullTimeHours,
    programmeCost,
    programmeCostRange,
    municipalSaving: municipal,
    costPerEviction,
    savings,
    breakEvenTotal,
    breakEvenPerEviction,
  };
  return { plan, references };
}

/** More estimates than anybody weighs against each other stand in Area data alone. */
const mostEstimates = 12;

/** Each estimate with its source; of published ones also when, whose cost it is and how well founded. */
function putEstimates(
  draft: SheetDraft,
  context: ReportContext,
  costs: CostColumns,
  firstRow: number,
  noteColumn: number,
): number {
  const t = context.texts.savings;
  const { published } = costs;
  const number = Math.min(costs.amount.rows, mostEstimates);
  const at = (column: Reference, index: number): string => draft.at(cellOf(column, index, 0));
  for (let index = 0; index < number; index++) {
    const row = firstRow + index;
    // Long titles run on over the column of units, which is that of the lines above.
    draft.cell(row, 0, { formula: `="   "&${at(costs.source, index)}` });
    draft.cell(row, valueColumn, { formula: `=${at(costs.amount, index)}` }, 'money');
    const read = at(costs.place, index);
    const note = published
      ? `IF(${at(published.grade, index)}="",${read},${sentence(t.estimateNote, {
          year: `IF(${at(published.year, index)}="","${t.noYear}",${at(published.year, index)})`,
          payer: at(published.payer, index),
          grade: at(published.grade, index),
        })})`
      : read;
    draft.cell(row, noteColumn, { formula: `=${note}` }, 'how');
  }
  let row = firstRow + number;
  const left = costs.amount.rows - number;
  if (left > 0) {
    draft.cell(row, 0, t.moreEstimates(left), 'caption');
    row += 1;
  }
  if (published) {
    draft.cell(row, 0, t.gradeNote, 'caption');
    row += 1;
  }
  return row;
}

/** What the figure shows, in a cell that its title follows. */
function putChartTitle(
  draft: SheetDraft,
  context: ReportContext,
  row: number,
  year: number,
  from: { readonly savings: string; readonly cost: string },
): Reference {
  const t = context.texts.savings;
  const values = {
    year: String(year),
    savings: thousands(from.savings),
    cost: thousands(from.cost),
    gap: thousands(`ABS(${from.savings}-${from.cost})`),
  };
  const gap = `IF(${from.savings}>=${from.cost},${sentence(t.titleSurplus, values)},${sentence(t.titleDeficit, values)})`;
  const title = `IF(COUNT(${from.savings},${from.cost})=2,${sentence(t.titleSavings, values)}&${gap},${sentence(t.chart, values)})`;
  draft.cell(row, 0, context.texts.effect.chartTitles, 'heading');
  return draft.cell(row + 1, 0, { formula: `=${title}` }, 'caption');
}

/** Who gains and who pays, each by itself. */
function putPayers(
  draft: SheetDraft,
  context: ReportContext,
  years: readonly number[],
  firstRow: number,
  noteColumn: number,
  from: {
    readonly savings: Reference;
    readonly municipalSavings: Reference;
    readonly net: Reference;
    readonly costLine: Reference;
  },
  others: (year: number, index: number) => Content,
): number {
  const t = context.texts.savings;
  let row = firstRow;
  draft.put(row, 0, [[t.payers, '']], 'headerLeft');
  draft.headerBar(row, valueColumn + years.length, noteColumn - valueColumn - years.length);
  draft.put(row, valueColumn, [years.map((year): Content => `${t.year} ${year}`)], 'header');
  draft.cell(row, noteColumn, t.how, 'headerCaption');
  const at = (reference: Reference, index: number): string => draft.at(cellOf(reference, 0, index));
  const line = (label: string, content: (year: number, index: number) => Content, note = ''): Reference => {
    row += 1;
    draft.put(row, 0, [[label, t.unitMoneyPer1000]]);
    if (note !== '') draft.note(row, noteColumn, note);
    return draft.put(row, valueColumn, [years.map(content)], 'money');
  };
  line(
    t.payerHousing,
    (_, i) => guarded(`${at(from.savings, i)}-${at(from.costLine, i)}`),
    t.payerHousingNote,
  );
  line(t.payerMunicipality, (_, i) => ({ formula: `=${at(from.municipalSavings, i)}` }));
  const othersLine = line(t.payerOthers, others, t.payerOthersNote);
  const all = line(
    t.payerAll,
    (_, i) => guarded(`${at(from.net, i)}+N(${at(othersLine, i)})`),
    t.payerAllNote,
  );
  draft.style(all, 'strongMoney');
  return row + 2;
}

interface SentenceCells {
  readonly index: number;
  readonly year: number;
  readonly prevented: Reference;
  readonly preventedLow: Reference;
  readonly preventedHigh: Reference;
  readonly savings: Reference;
  readonly savingsLow: Reference;
  readonly savingsHigh: Reference;
  readonly net: Reference;
  readonly netLow: Reference;
  readonly netHigh: Reference;
  readonly programmeCost: Reference;
  readonly breakEvenPerEviction: Reference;
  readonly municipal: Reference;
}

/** What it comes to in the last year, and from which municipal saving on it pays. */
function putSentences(
  draft: SheetDraft,
  context: ReportContext,
  columns: number,
  cells: SentenceCells,
): void {
  const t = context.texts.savings;
  const at = (reference: Reference): string => draft.at(cellOf(reference, 0, cells.index));
  const [prevented, savings, net, perEviction] = [
    cells.prevented,
    cells.savings,
    cells.net,
    cells.breakEvenPerEviction,
  ].map(at) as [string, string, string, string];
  const values = {
    year: String(cells.year),
    prevented: fixed(`ABS(${prevented})`, 1),
    preventedLow: fixed(at(cells.preventedLow), 1),
    preventedHigh: fixed(at(cells.preventedHigh), 1),
    savings: thousands(`ABS(${savings})`),
    savingsLow: thousands(at(cells.savingsLow)),
    savingsHigh: thousands(at(cells.savingsHigh)),
    cost: thousands(draft.at(cells.programmeCost)),
    net: thousands(`ABS(${net})`),
    netLow: thousands(at(cells.netLow)),
    netHigh: thousands(at(cells.netHigh)),
    perEviction: thousands(`ABS(${perEviction})`),
    municipal: thousands(draft.at(cells.municipal)),
    confidence: percent(draft.at(effectChoices.confidence)),
  };
  const effect = `IF(${prevented}>=0,${sentence(t.sentencePrevented, values)},${sentence(t.sentenceMoreEvictions, values)})`;
  const withMunicipality = `IF(ISNUMBER(${draft.at(cells.municipal)}),${sentence(t.sentenceMunicipal, values)},${sentence(t.sentenceAlone, values)})`;
  const result = `IF(${net}>=0,${sentence(t.sentenceSurplus, values)},${sentence(t.sentenceDeficit, values)})`;
  const isReckoned = `COUNT(${net},${at(cells.preventedLow)},${at(cells.preventedHigh)})=3`;
  draft.paragraph(
    1,
    columns,
    {
      formula: `=IF(${isReckoned},${effect}&${withMunicipality}&${result},${sentence(t.sentenceNone, values)})`,
    },
    'finding',
    [
      ...[t.sentencePrevented, t.sentenceMoreEvictions].flatMap((start) =>
        [t.sentenceAlone, t.sentenceMunicipal].map((middle) => `${start}${middle}${t.sentenceDeficit}`),
      ),
      t.sentenceNone,
    ],
  );
  const breakEven = `IF(ISNUMBER(${perEviction}),IF(${perEviction}>0,${sentence(t.sentenceBreakEven, values)},${sentence(t.sentencePays, values)}),${sentence(t.sentenceNoBreakEven, values)})`;
  const doubt = `IF(${at(cells.preventedLow)}<=0,${sentence(t.sentenceNoLimit, values)},"")`;
  const caution = { formula: `=IF(${isReckoned},${breakEven}&${doubt},"")` };
  const sayings = [t.sentenceBreakEven, t.sentenceNoBreakEven].map((start) => `${start}${t.sentenceNoLimit}`);
  draft.paragraph(2, columns, caution, 'caution', sayings);
}
