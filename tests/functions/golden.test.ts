import { catalogue, namespace } from '../../src/functions/catalogue';

/**
 * What saved workbooks rely on. A line may be added, and an optional argument (in brackets) may be appended
 * to a line; any other change breaks formulas that users have typed.
 */
const frozen = [
  'EVICTION_RATE(evictions, tenancies, [per])',
  'RATE_CI(evictions, tenancies, [confidence], [per])',
  'EVENT_YEAR(year, first_full_year)',
  'EVENT_SERIES(years, values, first_full_year, [from], [to])',
  'EXPECTED_RATE(event_years, rates, year, [trend])',
  'EXPECTED_FALL(event_years, rates, year, [trend])',
  'ACTUAL_FALL(event_years, rates, year)',
  'FALL_BEYOND_TREND(event_years, rates, year, [trend])',
  'DID_EFFECT(event_years, intervention_rates, control_rates, year, [trend])',
  'DID_TABLE(event_years, intervention_rates, control_rates, [trend], [headers])',
  'DID_CI(event_years, intervention_evictions, intervention_tenancies, control_evictions, control_tenancies, year, [trend], [confidence], [method], [draws], [seed])',
  'DID_PROBABILITY(event_years, intervention_evictions, intervention_tenancies, control_evictions, control_tenancies, year, [trend], [threshold], [draws], [seed])',
  'DID_POISSON(event_years, intervention_evictions, intervention_tenancies, control_evictions, control_tenancies, [year], [confidence])',
  'MIN_DETECTABLE(rate, tenancies, control_rate, control_tenancies, [years_before], [years_after], [confidence], [power])',
  'PREVENTED(effect, base_rate, [tenancies])',
  'HOURS_PER_1000(hours_per_week, tenancies)',
  'PROGRAMME_COST(annual_cost, hours_per_week, [full_time_hours])',
  'SAVINGS(prevented, cost_per_eviction)',
  'NET_RESULT(prevented, cost_per_eviction, programme_cost, [municipal_saving_per_eviction])',
  'BREAK_EVEN(programme_cost, prevented, cost_per_eviction, [basis])',
  'BREAK_EVEN_EVICTIONS(programme_cost, cost_per_eviction, [municipal_saving_per_eviction])',
  'PAYBACK_YEARS(costs, savings)',
];

it('keeps the namespace, names and argument order that saved workbooks rely on', () => {
  const now = catalogue.map(({ id, arguments: args }) => {
    const names = args.map(({ name, optional }) => (optional ? `[${name}]` : name));
    return `${id}(${names.join(', ')})`;
  });
  expect(now).toEqual(frozen);
  expect(namespace).toBe('SV');
});

it('has all required arguments before the optional ones', () => {
  for (const { arguments: args } of catalogue) {
    const kinds = args.map((one) => one.optional);
    expect(kinds).toEqual([...kinds].sort());
  }
});
