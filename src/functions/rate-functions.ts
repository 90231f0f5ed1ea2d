import { checkWhole } from '../stats/checks';
import { eventSeries, eventYear, evictionRate, rateLimits, StatsError } from '../stats';
import { describeError } from './argument-error';
import { block, cellNumber, line, number, optionalNumber, series } from './argument';
import { CellError, type CellValue, errorIn, isBlank } from './cell';
import { define } from './definition';
import { confidence, per } from './common-arguments';
import { cellByCell } from './spill';

export const rateFunctions = [
  define(
    'EVICTION_RATE',
    'matrix',
    [block('evictions'), block('tenancies'), per],
    ([evictions, tenancies, base], texts) =>
      cellByCell(
        [
          ['evictions', evictions],
          ['tenancies', tenancies],
        ],
        texts,
        ([count, homes]) => evictionRate(count!, homes!, base),
      ),
  ),

  define(
    'RATE_CI',
    'matrix',
    [block('evictions'), block('tenancies'), confidence, per],
    ([evictions, tenancies, level, base], texts) =>
      cellByCell(
        [
          ['evictions', evictions],
          ['tenancies', tenancies],
        ],
        texts,
        ([count, homes]) => {
          const { lower, upper } = rateLimits(count!, homes!, level, base);
          return [lower, upper];
        },
      )
        .flat()
        .map((limits) => (limits instanceof CellError ? [limits, limits] : limits)),
  ),

  define('EVENT_YEAR', 'matrix', [block('year'), block('first_full_year')], ([years, firsts], texts) =>
    cellByCell(
      [
        ['year', years],
        ['first_full_year', firsts],
      ],
      texts,
      ([year, first]) => eventYear(year!, first!),
    ),
  ),

  define(
    'EVENT_SERIES',
    'matrix',
    [
      series('years'),
      line('values'),
      number('first_full_year', checkWhole),
      optionalNumber('from', -2, checkWhole),
      optionalNumber('to', 2, checkWhole),
    ],
    ([years, values, first, from, to], texts) => {
      const positions = eventSeries(
        years,
        values.map((_, i) => i),
        first,
        from,
        to,
      );
      const row = positions.map((position, i): CellValue => {
        const cell = values[position];
        try {
          if (!isBlank(cell)) return errorIn(cell) ?? cellNumber(cell, 'values', texts, position + 1);
          throw new StatsError('missing', { argument: 'values', eventYear: from + i });
        } catch (error) {
          return describeError(error, texts);
        }
      });
      return [row];
    },
  ),
] as const;
