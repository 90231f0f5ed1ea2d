import { readOptions } from '../../src/study';

describe('study.json', () => {
  test.each([
    ['from', -20],
    ['to', 20],
    ['confidence', 0.5],
    ['confidence', 0.999],
  ])('takes %s of %d', (option, value) => {
    const { options, findings } = readOptions(JSON.stringify({ [option]: value }), 'study.json');
    expect(findings).toEqual([]);
    expect(options).toMatchObject({ [option]: value });
  });

  test.each([
    ['from', -21, '-20 … -1'],
    ['from', -1e9, '-20 … -1'],
    ['to', 21, '1 … 20'],
    ['confidence', 0.49, '0.5 … 0.999'],
    ['confidence', 0.9999, '0.5 … 0.999'],
  ])('does not take %s of %d', (option, value, expected) => {
    const { findings } = readOptions(JSON.stringify({ [option]: value }), 'study.json');
    expect(findings).toMatchObject([
      { code: 'option-invalid', details: { option, expected, found: String(value) } },
    ]);
  });
});
