import { placeboEffect } from '../../src/stats';
import { expectClose, expectStatsError, reference, reportRates, trends } from './support';

describe('placebo effect', () => {
  it.each(trends)('is what R finds when the programme begins a year early (%s trend)', (trend) => {
    expectClose(placeboEffect(reportRates, trend), reference.placebo[trend]);
  });

  it('needs two years before year 0', () => {
    const rates = { eventYears: [-1, 0], interventionRates: [1, 1], controlRates: [1, 1] };
    expectStatsError(() => placeboEffect(rates), 'no-year-before');
  });
});
