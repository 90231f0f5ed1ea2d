import { overdispersion } from '../../src/stats';
import { expectClose, expectStatsError, reference } from './support';

describe('overdispersion', () => {
  it('is R’s Pearson chi-square over its degrees of freedom, in both groups', () => {
    expectClose(overdispersion(reference.interventionMatrix), reference.overdispersion[0]);
    expectClose(overdispersion(reference.controlMatrix), reference.overdispersion[1]);
  });

  it('is never below 1', () => {
    expect(
      overdispersion([
        [10, 20],
        [20, 40],
      ]),
    ).toBe(1);
  });

  it('leaves out areas and years without any event', () => {
    const matrix = [
      [31, 0, 35],
      [4, 0, 8],
      [0, 0, 0],
    ];
    expectClose(
      overdispersion(matrix),
      overdispersion([
        [31, 35],
        [4, 8],
      ]),
    );
  });

  it('needs two areas and two years with events, and whole counts', () => {
    expectStatsError(() => overdispersion([[1, 2, 3]]), 'too-few');
    expectStatsError(() => overdispersion([]), 'too-few');
    expectStatsError(
      () =>
        overdispersion([
          [1, 2],
          [1, NaN],
        ]),
      'missing',
    );
    expectStatsError(() => overdispersion([[1, 2], [1]]), 'different-lengths');
  });
});
