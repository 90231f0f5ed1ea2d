import { didEffect, leaveOneOut } from '../../src/stats';
import { expectClose, expectStatsError } from './support';

const eventYears = [-1, 0, 1];
const area = (evictions: number[], control: number[]) => ({
  intervention: { evictions, tenancies: [100, 100, 200] },
  control: { evictions: control, tenancies: [1000, 1000, 1000] },
});

describe('leave-one-area-out', () => {
  it('gives the effect of the other areas for each area', () => {
    const areas = [
      area([9, 8, 4], [50, 50, 50]),
      area([5, 5, 9], [40, 30, 20]),
      area([7, 6, 6], [10, 10, 10]),
    ];
    const without = leaveOneOut(eventYears, areas, 1, 'linear');
    const expected = didEffect(
      { eventYears, interventionRates: [60, 55, 37.5], controlRates: [25, 20, 15] },
      1,
      'linear',
    );
    expect(without).toHaveLength(3);
    expectClose(without[0]!, expected);
  });

  it('needs two areas', () => {
    expectStatsError(() => leaveOneOut(eventYears, [area([1, 1, 1], [1, 1, 1])], 1), 'too-few', 'areas');
  });
});
