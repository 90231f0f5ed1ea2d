import { formatNumber } from '../../../src/workbench/page/number-format';

describe('numbers on an axis', () => {
  test.each([
    [1234.5, undefined, 'en-US', '1,234.5'],
    [1234.5, '0.0', 'da-DK', '1234,5'],
    [130245, '#,##0 "kr."', 'da-DK', '130.245 kr.'],
    [0.2329, '0.0 %', 'da-DK', '23,3 %'],
    [-5, '0;-0', 'en-US', '−5'],
    [2, '0.00##', 'en-US', '2.00'],
    [7, '[Red]0', 'en-US', '7'],
  ])('%d under %s in %s is %s', (value, format, locale, shown) => {
    expect(formatNumber(value, format, locale)).toBe(shown);
  });
});
