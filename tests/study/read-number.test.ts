import fc from 'fast-check';
import { readNumber, readYear } from '../../src/study/read-number';

describe('readNumber', () => {
  test.each([
    ['5498', 5498, false],
    ['5.498', 5498, true],
    ['5,498', 5498, true],
    ['1.234.567', 1234567, false],
    ['48 791', 48791, false],
    ["48'791", 48791, false],
    ['53.600 kr.', 53600, true],
    ['DKK 53,600', 53600, true],
    ['53600 kr', 53600, false],
    ['-3', -3, false],
    ['−3', -3, false],
    ['2.5', 2.5, false],
    ['0.498', 0.498, false],
    ['1.234,50', 1234.5, false],
    ['1,234.50', 1234.5, false],
    ['1000,-', 1000, false],
  ])('reads %s as the whole number %d (doubtful: %s)', (text, value, doubtful) => {
    expect(readNumber(text, 'whole')).toEqual({ value, doubtful });
  });

  test.each([
    ['11,3', 11.3, false],
    ['18.5', 18.5, false],
    ['7,500', 7.5, true],
    [',5', 0.5, false],
  ])('reads %s as the decimal number %d (doubtful: %s)', (text, value, doubtful) => {
    expect(readNumber(text, 'decimal')).toEqual({ value, doubtful });
  });

  test.each(['', 'x', 'ca. 5', '5-6', '1.23.456', '12,34,5', '1e5', 'NaN', '.', '-', '5 %', '1..2'])(
    'does not take %j for a number',
    (text) => {
      expect(readNumber(text, 'whole')).toBeNull();
    },
  );

  test('reads back any whole number as Danish and English write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('da', 'en'), (number, language) => {
        expect(readNumber(number.toLocaleString(language), 'whole')?.value).toBe(number);
      }),
    );
  });

  test('reads back any decimal number with the sign that the language uses', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom('.', ','), (hundredths, sign) => {
        const text = (hundredths / 100).toFixed(2).replace('.', sign);
        expect(readNumber(text, 'decimal')?.value).toBeCloseTo(hundredths / 100, 10);
      }),
    );
  });

  test('gives a number or null for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('whole' as const, 'decimal' as const), (text, expected) => {
        const read = readNumber(text, expected);
        expect(read === null || Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});

describe('readYear', () => {
  test.each([
    [2014, 2014],
    [18264, 1950],
    [40179, 2010],
    [40543.75, 2010],
    [40544, 2011],
    [91313, 2150],
    ['2014', 2014],
    [' 2014 ', 2014],
    ['2014-01-01', 2014],
    ['01.01.2014', 2014],
    ['31-12-2014', 2014],
  ])('reads %j', (content, year) => {
    expect(readYear(content)).toBe(year);
  });
  test.each([2014.5, 14, 18263, 91314, '14', 'i år', '20145', ''])(
    'does not take %j for a year',
    (content) => {
      expect(readYear(content)).toBeNull();
    },
  );
});
