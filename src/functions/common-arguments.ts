import { checkPositive, checkShare, checkWhole } from '../stats/checks';
import { choice, number, optionalNumber, series } from './argument';
import { trendNames } from './choices';

export const per = optionalNumber('per', 1000, checkPositive);
export const confidence = optionalNumber('confidence', 0.95, checkShare);
export const eventYears = series('event_years');
export const trend = choice('trend', trendNames, 'compound');
/** An event year; that it lies after the start is for the statistics to say. */
export const year = number('year', checkWhole);
/** The five series that describe a study's counts, in the order that every function takes them. */
export const studySeries = [
  eventYears,
  series('intervention_evictions'),
  series('intervention_tenancies'),
  series('control_evictions'),
  series('control_tenancies'),
] as const;
