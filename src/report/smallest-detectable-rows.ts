import type { Group } from '../study';
import type { ReportContext } from './context';
import { guarded, guardedFormula } from './guarded';
import type { ReportReferences } from './method-sheet';
import type { Content, Reference } from './plan';
import { cellOf } from './references';
import { robustnessCells } from './robustness-cells';
import type { SheetDraft } from './sheet-draft';
import type { YearTable } from './year-table';

/** Newton's steps double the correct digits; near the edge of what can be detected they go slower. */
const steps = 24;

/**
 * The smallest reduction that would be told from chance with the power in `robustnessCells`, from the evictions
 * up to year 0. The equation -log(1-d) = z · standard error at d has no closed form, so the workings hold
 * Newton's steps for t = -log(1-d), from 0.
 */
export function putSmallestDetectable(
  draft: SheetDraft,
  table: YearTable,
  workings: YearTable,
  { years }: ReportReferences,
  context: ReportContext,
  z: string,
): Reference {
  const t = context.texts.robustness;
  const before = 1 - table.years[0]!;
  const after = table.after.length;
  const value = (label: string, formula: string): string => {
    workings.line({
      label,
      unit: '',
      content: () => guarded(formula),
      style: 'derivative',
      years: [table.years[0]!],
    });
    return draft.at({
      sheet: 'robustness',
      row: workings.row - 1,
      column: workings.firstColumn,
      rows: 1,
      columns: 1,
    });
  };
  const perYear = (group: Group): string => {
    const upTo0 = (row: Reference): string => draft.at({ ...row, columns: before });
    const { evictions, rates } = years[group];
    const complete = `COUNT(${upTo0(rates)})=${before}`;
    return value(
      `${t.detectable}: ${t.perYearBefore}, ${context.texts.groups[group]}`,
      `IF(${complete},SUM(${upTo0(evictions)})/${before},NA())`,
    );
  };
  const [intervention, control] = [perYear('intervention'), perYear('control')];
  const fixedPart = value(
    `${t.detectable}: ${t.fixedPart}`,
    `1/(${intervention}*${before})+(1/${before}+1/${after})/${control}`,
  );
  const growing = value(`${t.detectable}: ${t.growingPart}`, `1/(${intervention}*${after})`);
  const quantiles = value(
    `${t.detectable}: ${t.quantiles}`,
    `${z}+NORM.S.INV(${draft.at(robustnessCells.power)})`,
  );

  draft.put(workings.row, 0, [[`${t.detectable}: ${t.newton}`, '']], 'headerLeft');
  draft.put(workings.row, workings.firstColumn, [[t.stepFrom, t.stepTo]], 'header');
  workings.row += 1;
  const first = workings.row;
  const at = (index: number, column: number): Reference => ({
    sheet: 'robustness',
    row: first + index,
    column: workings.firstColumn + column,
    rows: 1,
    columns: 1,
  });
  const body = Array.from({ length: steps }, (_, index): Content[] => {
    const from: Content = index === 0 ? 0 : { formula: `=${draft.at(at(index - 1, 1))}` };
    const now = draft.at(at(index, 0));
    const grown = `${growing}*EXP(${now})`;
    const error = `${quantiles}*SQRT(${fixedPart}+${grown})`;
    const rise = `(1-${quantiles}^2*${grown}/(2*${error}))`;
    // Where the gap no longer closes there is no such reduction.
    return [from, guarded(`IF(${rise}>0,${now}+(${error}-${now})/${rise},NA())`)];
  });
  draft.put(first, workings.firstColumn, body, 'derivative');
  workings.row += steps;

  table.heading(t.detectable, t.detectableNote);
  const [now, next] = [draft.at(at(steps - 1, 0)), draft.at(at(steps - 1, 1))];
  const closed = `ABS(${next}-${now})<=0.00000000001*${next}`;
  const line = table.line({
    label: t.detectableLabel,
    unit: t.unitShare,
    content: () => ({ formula: `=${guardedFormula(`IF(${closed},1-EXP(-1*${next}),NA())`)}` }),
    style: 'strongShare',
    years: [table.years[0]!],
  });
  const cell = cellOf(line, 0, 0);
  context.name('smallest_detectable', cell);
  table.row += 1;
  return cell;
}
