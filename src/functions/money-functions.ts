import {
  breakEvenEvictions,
  breakEvenPerEviction,
  breakEvenTotal,
  hoursPer1000,
  netResult,
  paybackYears,
  prevented,
  programmeCost,
  savings,
  StatsError,
} from '../stats';
import { checkNotNegative, checkPositive } from '../stats/checks';
import { block, choice, cellNumber, number, optionalNumber, series } from './argument';
import { basisNames } from './choices';
import { define } from './definition';

const preventedEvictions = number('prevented');
const costPerEviction = number('cost_per_eviction', checkNotNegative);
const cost = number('programme_cost', checkNotNegative);
const municipalSaving = optionalNumber('municipal_saving_per_eviction', 0);

export const moneyFunctions = [
  define(
    'PREVENTED',
    'scalar',
    [
      number('effect'),
      number('base_rate', checkNotNegative),
      optionalNumber('tenancies', 1000, checkPositive),
    ],
    ([effect, baseRate, tenancies]) => prevented(effect, baseRate, tenancies),
  ),
  define(
    'HOURS_PER_1000',
    'scalar',
    [block('hours_per_week'), block('tenancies')],
    ([hours, tenancies], texts) => {
      const numbers = (cells: typeof hours, name: 'hours_per_week' | 'tenancies'): number[] => {
        const flat = cells.flat();
        return flat.map((cell, i) => cellNumber(cell, name, texts, flat.length > 1 ? i + 1 : undefined));
      };
      return hoursPer1000(numbers(hours, 'hours_per_week'), numbers(tenancies, 'tenancies'));
    },
  ),
  define(
    'PROGRAMME_COST',
    'scalar',
    [
      number('annual_cost', checkNotNegative),
      number('hours_per_week', checkNotNegative),
      optionalNumber('full_time_hours', 37, checkPositive),
    ],
    ([annual, hours, fullTime]) => programmeCost(annual, hours, fullTime),
  ),
  define('SAVINGS', 'scalar', [preventedEvictions, costPerEviction], ([count, each]) => savings(count, each)),
  define(
    'NET_RESULT',
    'scalar',
    [preventedEvictions, costPerEviction, cost, municipalSaving],
    ([count, each, spent, municipal]) => netResult(count, each, spent, municipal),
  ),
  define(
    'BREAK_EVEN',
    'scalar',
    [cost, preventedEvictions, costPerEviction, choice('basis', basisNames, 'eviction')],
    ([spent, count, each, basis]) => {
      if (basis === 'eviction') return breakEvenPerEviction(spent, count, each);
      // Where nothing is prevented no municipal saving is the answer, in total no more than per eviction.
      if (count <= 0) throw new StatsError('nothing-prevented', { argument: 'prevented', value: count });
      return breakEvenTotal(spent, count, each);
    },
  ),
  define(
    'BREAK_EVEN_EVICTIONS',
    'scalar',
    [cost, costPerEviction, municipalSaving],
    ([spent, each, municipal]) => breakEvenEvictions(spent, each, municipal),
  ),
  define('PAYBACK_YEARS', 'scalar', [series('costs'), series('savings')], ([costs, saved]) =>
    paybackYears(costs, saved),
  ),
] as const;
