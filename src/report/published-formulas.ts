import type { Group, PublishedFigure } from '../study';
import type { ReportReferences } from './method-sheet';
import type { Reference } from './plan';
import { cellOf } from './references';

type Address = (reference: Reference) => string;

/** The formula that recomputes a printed figure from the sheets' own cells, in the unit in which it is printed. */
export function publishedFormula(
  figure: PublishedFigure,
  references: ReportReferences,
  address: Address,
): string {
  const formula = formulaOf(figure.id, references, address);
  return figure.unit === 'percent' || figure.unit === 'points' ? `100*${formula}` : formula;
}

function formulaOf(id: string, { years, effect, savings }: ReportReferences, address: Address): string {
  const first = -2;
  const inYear = (row: Reference, year: number): string => address(cellOf(row, 0, year - first));
  const inYearAfter = (row: Reference, year: number): string => address(cellOf(row, 0, year - 1));
  const rate = (group: Group, year: number): string => inYear(years[group].rates, year);
  const byYear: Readonly<Record<string, (year: number) => string>> = {
    rate_intervention: (year) => rate('intervention', year),
    rate_control: (year) => rate('control', year),
    expected_fall_intervention: (year) => inYear(effect.expectedFall.intervention, year),
    expected_fall_control: (year) => inYear(effect.expectedFall.control, year),
    actual_fall_intervention: (year) => inYear(effect.actualFall.intervention, year),
    actual_fall_control: (year) => inYear(effect.actualFall.control, year),
    effect: (year) => inYear(effect.effect, year),
    prevented: (year) => inYear(effect.prevented, year),
    savings: (year) => inYearAfter(savings.savings, year),
    break_even_total: (year) => inYearAfter(savings.breakEvenTotal, year),
    break_even_per_eviction: (year) => inYearAfter(savings.breakEvenPerEviction, year),
    A: (year) => inYear(effect.a, year),
    B: (year) => inYear(effect.b, year),
  };
  // The report prints weekly hours that give another result than its own figures need.
  const hoursAsPrinted = `(1000*48.5/${address(savings.totalTenancies)})`;
  const costOf = (hours: string): string =>
    `(${address(savings.annualCost)}*${hours}/${address(savings.fullTimeHours)})`;
  const single: Readonly<Record<string, string>> = {
    slope_intervention: `(${rate('intervention', 0)}-${rate('intervention', first)})/2`,
    slope_control: `(${rate('control', 0)}-${rate('control', first)})/2`,
    actual_fall_intervention_1_formula: inYear(effect.actualFall.intervention, 1),
    cost_per_eviction: address(savings.costPerEviction),
    hours_per_1000_45: address(savings.hoursPer1000),
    hours_per_1000_48_5: hoursAsPrinted,
    programme_cost_45: address(savings.programmeCost),
    programme_cost_8: costOf('8'),
    programme_cost_48_5: costOf(hoursAsPrinted),
  };
  const found = single[id];
  if (found !== undefined) return found;
  const match = /^(.+?)_?(-?\d)$/.exec(id);
  const formula = match ? byYear[match[1]!] : undefined;
  if (!formula) throw new Error(`No formula recomputes the published figure ${id}.`);
  return formula(Number(match![2]));
}
