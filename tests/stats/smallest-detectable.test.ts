import { smallestDetectable } from '../../src/stats';
import { expectClose, expectStatsError, reference } from './support';

describe('smallest detectable effect', () => {
  it.each(reference.smallestDetectable)('is R’s root for design $design', ({ design, result }) => {
    const [rate, tenancies, controlRate, controlTenancies, yearsBefore, yearsAfter, confidence, power] =
      design as [number, number, number, number, number, number, number, number];
    const compute = (): number =>
      smallestDetectable({
        rate,
        tenancies,
        controlRate,
        controlTenancies,
        yearsBefore,
        yearsAfter,
        confidence,
        power,
      });
    if (result === null) expectStatsError(compute, 'not-detectable');
    else expectClose(compute(), result);
  });

  it('looks at three years before and two after, with a confidence of 0.95 and a power of 0.8, unless told', () => {
    const design = { rate: 10.3, tenancies: 5442, controlRate: 5.3, controlTenancies: 51222 };
    expectClose(smallestDetectable(design), reference.smallestDetectable[0]!.result!);
  });

  it('refuses impossible designs, naming the argument', () => {
    const design = { rate: 10, tenancies: 1000, controlRate: 10, controlTenancies: 1000 };
    expectStatsError(() => smallestDetectable({ ...design, rate: 0 }), 'not-positive', 'rate');
    expectStatsError(() => smallestDetectable({ ...design, power: 1 }), 'not-a-share', 'power');
    expectStatsError(() => smallestDetectable({ ...design, tenancies: NaN }), 'missing', 'tenancies');
  });
});
