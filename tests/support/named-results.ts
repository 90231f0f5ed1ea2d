import {
  eventYears,
  groups,
  includedProgrammes,
  type Horizon,
  type Robustness,
  type Study,
  type StudyResults,
} from '../../src/study';

/** The figures of a study under the names that the workbook gives them; null where a cell shows a dash. */
export function namedResults(results: StudyResults): Map<string, number | null> {
  const named = new Map<string, number | null>();
  for (const year of results.years) {
    const k = year.year;
    named.set(`sv_expected_fall_intervention_${k}`, year.expectedFallIntervention);
    named.set(`sv_expected_fall_control_${k}`, year.expectedFallControl);
    named.set(`sv_actual_fall_intervention_${k}`, year.actualFallIntervention);
    named.set(`sv_actual_fall_control_${k}`, year.actualFallControl);
    named.set(`sv_a_${k}`, year.a);
    named.set(`sv_b_${k}`, year.b);
    named.set(`sv_effect_${k}`, year.effect);
    named.set(`sv_effect_low_${k}`, year.effectLow);
    named.set(`sv_effect_high_${k}`, year.effectHigh);
    named.set(`sv_prevented_${k}`, year.prevented);
    named.set(`sv_prevented_low_${k}`, year.preventedLow);
    named.set(`sv_prevented_high_${k}`, year.preventedHigh);
    named.set(`sv_savings_${k}`, year.savings);
    named.set(`sv_net_${k}`, year.net);
    named.set(`sv_break_even_total_${k}`, year.breakEvenTotal);
    named.set(`sv_break_even_per_eviction_${k}`, year.breakEvenPerEviction);
  }
  named.set('sv_cost_per_eviction', results.costPerEviction);
  named.set('sv_hours_per_1000', results.hoursPer1000);
  named.set('sv_programme_cost', results.programmeCost);
  named.set('sv_poisson_reduction', results.poisson?.reduction ?? null);
  named.set('sv_poisson_low', results.poisson?.reductionLower ?? null);
  named.set('sv_poisson_high', results.poisson?.reductionUpper ?? null);
  return named;
}

/** The same for several years. */
export function namedHorizon(horizon: Horizon): Map<string, number | null> {
  return new Map([
    ['sv_present_value', horizon.presentValue],
    ['sv_present_value_low', horizon.presentValueLow],
    ['sv_present_value_high', horizon.presentValueHigh],
    ['sv_payback_years', horizon.paybackYears],
  ]);
}

/** The same for the Robustness sheet; areas left out have no names. */
export function namedRobustness(robustness: Robustness): Map<string, number | null> {
  const named = new Map<string, number | null>();
  for (const [trend, years] of Object.entries(robustness.trends))
    for (const [index, { effect, low, high }] of years.entries()) {
      named.set(`sv_trend_${trend}_effect_${index + 1}`, effect);
      named.set(`sv_trend_${trend}_low_${index + 1}`, low);
      named.set(`sv_trend_${trend}_high_${index + 1}`, high);
    }
  for (const [index, bend] of robustness.breakdownBend.entries())
    named.set(`sv_breakdown_bend_${index + 1}`, bend);
  if (robustness.placebo) {
    named.set('sv_placebo_effect', robustness.placebo.effect);
    named.set('sv_placebo_low', robustness.placebo.low);
    named.set('sv_placebo_high', robustness.placebo.high);
  }
  named.set('sv_overdispersion', robustness.overdispersion);
  named.set('sv_smallest_detectable', robustness.smallestDetectable);
  return named;
}

/** What the user has chosen, and what follows from it alone. */
export function namedChoices({ options }: Study, robustness: Robustness): Map<string, number | null> {
  return new Map([
    ['sv_confidence', options.confidence],
    ['sv_municipal_saving_per_eviction', options.municipalSaving],
    ['sv_interval_factor', options.overdispersion ? (robustness.overdispersion ?? 1) : 1],
  ]);
}

/** The rows of cells under one name; a name that the workbook of this study lacks is left out. */
export function namedRows(
  study: Study,
  { aligned, rates }: StudyResults,
): readonly (readonly [string, readonly (readonly (number | null)[])[]])[] {
  const years = eventYears(study.options);
  const areas = includedProgrammes(study).flatMap(({ area, firstFullYear }) =>
    groups.map((group) =>
      years.map((year) => {
        const own = study.tables.counts.filter(
          (count) => count.area === area && count.group === group && count.year - firstFullYear + 1 === year,
        );
        return own.length === 0 ? null : own.reduce((sum, { evictions }) => sum + evictions, 0);
      }),
    ),
  );
  return [
    ['sv_event_years', [years]],
    ['sv_intervention_rates', [rates.interventionRates]],
    ['sv_control_rates', [rates.controlRates]],
    ['sv_intervention_evictions', [aligned.intervention.evictions]],
    ['sv_control_evictions', [aligned.control.evictions]],
    ['sv_intervention_missing', [years.map(() => 0)]],
    ['sv_control_missing', [years.map(() => 0)]],
    ['sv_areas_by_year', areas],
  ];
}
