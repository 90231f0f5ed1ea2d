import {
  eventYears,
  firstOfEachKind,
  includedProgrammes,
  type Finding,
  type PublishedFigure,
  type Study,
} from '../study';
import { describeFinding } from '../texts/describe-finding';
import type { ReportContext } from './context';
import { effectChoices, type EffectReferences } from './effect-sheet';
import type { Content, Reference, SheetPlan } from './plan';
import { publishedFormula } from './published-formulas';
import { columnOf } from './references';
import type { SavingsReferences } from './savings-sheet';
import { SheetDraft, sheetTitle } from './sheet-draft';
import type { YearsReferences } from './years-sheet';

/** Every sheet's cells, for the formulas that recompute printed figures. */
export interface ReportReferences {
  readonly years: YearsReferences;
  readonly effect: EffectReferences;
  readonly savings: SavingsReferences;
}

/** Method: what was chosen and assumed, what was found doubtful, how it is reckoned, and against what it was held. */
export function methodSheet(
  study: Study,
  findings: readonly Finding[],
  references: ReportReferences,
  context: ReportContext,
): SheetPlan {
  const { texts } = context;
  const t = texts.method;
  const draft = new SheetDraft('method', context.names, [58, 90, 11, 14, 15, 28]);
  const columns = 6;
  draft.title(t.title);
  let row = 2;
  const section = (title: string, rows: readonly (readonly [string, Content])[]): void => {
    draft.cell(row, 0, title, 'heading');
    const body = draft.put(
      row + 1,
      0,
      rows.map((each) => [...each]),
    );
    draft.style(columnOf(body, 0), 'wrapped');
    draft.style(columnOf(body, 1), 'wrapped');
    row += rows.length + 2;
  };

  const { options } = study;
  const years = eventYears(options);
  const excluded = options.exclude.length > 0 ? listed(options.exclude, t.andMore) : t.nothing;
  section(t.choices, [
    [t.made, `${context.date}, ${t.productVersion} ${context.version}`],
    [
      t.areas,
      listed(
        includedProgrammes(study).map(({ area }) => area),
        t.andMore,
      ),
    ],
    [t.excluded, excluded],
    [t.window, `${years[0]!} … ${years.at(-1)!}`],
    [t.trend, { formula: `=${draft.at(effectChoices.trend)}` }],
    [t.widened, { formula: `=${draft.at(effectChoices.widened)}` }],
    [t.horizon, t.horizonYears(options.horizonYears)],
    [t.simulated, simulatedWords(context)],
    [t.confidence, { formula: `=${draft.at(effectChoices.confidence)}` }],
  ]);
  draft.style({ row: row - 2, column: 1, rows: 1, columns: 1 }, 'leftShare');
  section(t.reckoned, t.reckonedRows);
  section(t.assumptions, t.assumptionRows);

  draft.cell(row, 0, t.warnings, 'heading');
  row += 1;
  if (findings.length === 0) {
    draft.cell(row, 0, t.noWarnings, 'note');
    row += 2;
  } else {
    draft.put(row, 0, [[t.where, t.what]], 'headerLeft');
    const body = draft.put(
      row + 1,
      0,
      firstOfEachKind(findings, mostOfAKind).map((finding): Content[] => {
        const { problem, remedy, where } = describeFinding(finding, context.language);
        return [where === '' ? t.everywhere : where, [problem, remedy].join(' ').trim()];
      }),
      'wrapped',
    );
    context.name('remarks', columnOf(body, 1));
    row += body.rows + 2;
  }
  section(t.sources, t.sourceRows);
  if (study.published.length > 0)
    row = putPublished(draft, study.published, references, context, row, columns);
  return draft.plan({
    frozenRows: 1,
    page: { orientation: 'landscape', footer: context.footer, titleRows: sheetTitle, isOnePage: false },
    tabColor: '#9E9E9E',
  });
}

/** As many of a kind as somebody reads on paper: a study of thousands of areas may have thousands. */
const mostOfAKind = 100;

/** A list that a person still reads: the rest of it stands in Area data. */
const mostNames = 60;

function listed(names: readonly string[], andMore: (number: number) => string): string {
  const rest = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return rest > 0 ? `${shown} ${andMore(rest)}` : shown;
}

function simulatedWords({ simulation, texts, language }: ReportContext): string {
  const t = texts.method;
  if (!simulation) return t.notSimulated;
  const { draws, seed } = simulation.figures;
  return t.simulatedHow(draws.toLocaleString(language), seed, simulation.at);
}

/** Each printed figure beside the recomputed one, and why some cannot agree. */
function putPublished(
  draft: SheetDraft,
  published: readonly PublishedFigure[],
  references: ReportReferences,
  context: ReportContext,
  row: number,
  columns: number,
): number {
  const t = context.texts.method;
  draft.cell(row, 0, t.published, 'heading');
  draft.paragraph(row + 1, columns, t.publishedNote, 'note');
  draft.put(row + 2, 0, [[t.figure, t.why]], 'headerLeft');
  draft.put(row + 2, 2, [[t.printed, t.recomputed, t.agrees]], 'header');
  draft.cell(row + 2, 5, t.unit, 'headerCaption');
  const first = row + 3;
  const body = draft.put(
    first,
    0,
    published.map((figure, index): Content[] => {
      const [printed, recomputed] = [`$C$${first + index + 1}`, `$D$${first + index + 1}`];
      const agrees = `ABS(ROUND(${recomputed}/${figure.printedTo},0)*${figure.printedTo}-${printed})<${figure.printedTo / 1000}`;
      return [
        t.figureName(figure.id),
        figure.contradiction ? t.contradictions[figure.contradiction] : '',
        figure.printed,
        {
          formula: `=IFERROR(${publishedFormula(figure, references, (reference) => draft.at(reference))},"–")`,
        },
        {
          formula: `=IF(ISNUMBER(${recomputed}),IF(${agrees},"${context.texts.yes}","${context.texts.no}"),"–")`,
        },
        t.units[figure.unit],
      ];
    }),
  );
  const column = (index: number): Reference => columnOf(body, index);
  for (const [index, figure] of published.entries()) {
    const decimals = figure.printedTo < 1 ? 'rate' : 'money';
    draft.style({ ...column(2), row: first + index, rows: 1 }, decimals);
  }
  draft.style(column(1), 'wrapped');
  draft.style(column(3), 'number');
  draft.style(column(4), 'right');
  draft.style(column(5), 'caption');
  return first + published.length + 1;
}
