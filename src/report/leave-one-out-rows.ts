import { includedProgrammes, type Group, type Study } from '../study';
import type { ReportContext } from './context';
import type { DataReferences } from './data-sheet';
import type { CaseFormulas, CaseRows, EffectCase } from './effect-case';
import { guarded } from './guarded';
import type { ReportReferences } from './method-sheet';
import type { Content, Reference } from './plan';
import { columnOf, rowOf } from './references';
import { quoted } from './sentence';
import type { SheetDraft } from './sheet-draft';
import type { EffectRows } from './robustness-sheet';
import type { YearTable } from './year-table';

/**
 * The effect of the last year with each area left out in turn. What each of these is reckoned from stands among
 * the workings: the pooled counts, tenancies and rates without the area.
 *
 * @returns columns: one cell per area
 */
export function putLeaveOneOut(
  draft: SheetDraft,
  table: YearTable,
  workings: YearTable,
  study: Study,
  data: DataReferences,
  references: ReportReferences,
  context: ReportContext,
  studyCase: EffectCase,
  formulasOf: (each: EffectCase, k: number, label: string) => CaseFormulas,
): EffectRows {
  const t = context.texts.robustness;
  const { years } = references;
  const last = table.after.at(-1)!;
  const areas = includedProgrammes(study).map(({ area }) => area);
  const shared = years.shared;
  const formulas = areas.map((area, index) => {
    const rowsOf = (group: Group): CaseRows =>
      putRowsWithout(workings, draft, data, references, context, area, index, group);
    const rows = { intervention: rowsOf('intervention'), control: rowsOf('control') };
    const members = sharedControlsOf(study, area);
    const sharedUses =
      shared && studyCase.sharedUses
        ? (year: number): string => {
            const uses = studyCase.sharedUses!(year);
            if (members.length === 0) return uses;
            const isMember = members
              .map((name) => `(${draft.at(shared.organisation)}=${quoted(name)})`)
              .join('+');
            const start = draft.at(rowOf(data.programmes.firstFullYear, programmeRow(study, area)));
            const inYear = `(${draft.at(shared.year)}-${start}+1=${table.at(studyCase.yearRow, year)})`;
            return `(${uses}-(${isMember})*${inYear})`;
          }
        : null;
    return formulasOf({ ...studyCase, rows, sharedUses }, last, `${t.without} ${area}`);
  });

  table.heading(`${t.withoutArea}, ${t.year} ${last}`, t.withoutAreaNote);
  draft.put(table.row, 0, [[t.leftOut, context.texts.effect.unitPoints]], 'headerLeft');
  draft.put(table.row, table.firstColumn, [[t.effect, t.lowShort, t.highShort]], 'header');
  table.row += 1;
  const body = draft.put(
    table.row,
    0,
    areas.map((area, index): Content[] => {
      const { effect, low, high } = formulas[index]!;
      return [area, '', guarded(effect), guarded(low), guarded(high)];
    }),
  );
  table.row += areas.length + 1;
  const [effect, low, high] = [0, 1, 2].map((i) => columnOf(body, table.firstColumn + i)) as [
    Reference,
    Reference,
    Reference,
  ];
  draft.style(effect, 'strongShare');
  draft.style({ ...low, columns: 2 }, 'share');
  return { effect, low, high };
}

/** The pooled counts, tenancies and rates of a group less those of one area. */
function putRowsWithout(
  workings: YearTable,
  draft: SheetDraft,
  data: DataReferences,
  { years }: ReportReferences,
  context: ReportContext,
  area: string,
  index: number,
  group: Group,
): CaseRows {
  const t = context.texts;
  const total = years[group];
  const own = years.areas![group][index]!.evictions;
  const part = data.rowsOf(area, group)!;
  const inArea = (column: Reference): string => draft.at({ ...rowOf(column, part.first), rows: part.count });
  const label = (what: string): string => `${t.robustness.without} ${area}: ${t.groups[group]}, ${what}`;
  const line = (what: string, unit: string, style: 'count' | 'rate', formula: (year: number) => string) =>
    workings.line({
      label: label(what),
      unit,
      content: (year) => guarded(formula(year)),
      style,
      years: workings.years,
    });
  const evictions = line(t.years.evictions.toLocaleLowerCase(), t.years.unitCount, 'count', (year) => {
    // An area that counts nowhere cannot be left out: then its cells are blank, and this is a dash.
    return `${workings.at(total.evictions, year)}-${workings.at(own, year)}`;
  });
  const tenancies = line(t.years.tenancies.toLocaleLowerCase(), t.years.unitCount, 'count', (year) => {
    const sum = `SUMIFS(${inArea(data.tenancies!)},${inArea(data.eventYear)},${workings.at(years.eventYears, year)})`;
    return `${workings.at(total.tenancies, year)}-${sum}`;
  });
  const rates = line(
    t.years.rate.toLocaleLowerCase(),
    t.years.unitRate,
    'rate',
    // The pooled rate is a dash where a count is missing, and so is this one then.
    (year) =>
      `1000*${workings.at(evictions, year)}/${workings.at(tenancies, year)}+0*${workings.at(total.rates, year)}`,
  );
  return { evictions, tenancies, rates };
}

/** The control organisations of an area that serve other areas too. */
function sharedControlsOf(study: Study, area: string): readonly string[] {
  const included = new Set(includedProgrammes(study).map((programme) => programme.area));
  const controls = study.tables.counts.filter(
    (count) => count.group === 'control' && included.has(count.area),
  );
  const own = new Set(
    controls.filter((count) => count.area === area).map(({ organisation }) => organisation),
  );
  return [...own].filter((name) =>
    controls.some((count) => count.organisation === name && count.area !== area),
  );
}

function programmeRow(study: Study, area: string): number {
  return study.tables.programmes.findIndex((programme) => programme.area === area);
}
