import { readOptions } from '../../src/study';

describe('study.json', () => {
  test.each([
    ['from', -20, 'from'],
    ['to', 20, 'to'],
    ['confidence', 0.5, 'confidence'],
    ['confidence', 0.999, 'confidence'],
    ['horizon_years', 30, 'horizonYears'],
    ['start_up_years', 0, 'startUpYears'],
    ['discount_rate', 0.2, 'discountRate'],
    ['programme_cost_range', 0.9, 'programmeCostRange'],
  ])('takes %s of %d', (option, value, field) => {
    const { options, findings } = readOptions(JSON.stringify({ [option]: value }), 'study.json');
    expect(findings).toEqual([]);
    expect(options).toMatchObject({ [field]: value });
  });

  test.each([
    ['from', -21, '-20 … -1'],
    ['from', -1e9, '-20 … -1'],
    ['to', 21, '1 … 20'],
    ['confidence', 0.49, '0.5 … 0.999'],
    ['confidence', 0.9999, '0.5 … 0.999'],
    ['horizon_years', 31, '1 … 30'],
    ['start_up_years', 1.5, '0 … 10'],
    ['discount_rate', -0.01, '0 … 0.2'],
    ['programme_cost_range', 1, '0 … 0.9'],
  ])('does not take %s of %d', (option, value, expected) => {
    const { findings } = readOptions(JSON.stringify({ [option]: value }), 'study.json');
    expect(findings).toMatchObject([
      { code: 'option-invalid', details: { option, expected, found: String(value) } },
    ]);
  });
});
