import { catalogue } from '../../src/functions/catalogue';
import { examples, exampleSheet } from '../../src/functions/examples';
import { expectClose } from '../stats/support';
import { call, shown } from './support';

const asRaw = (argument: unknown): unknown => (Array.isArray(argument) ? [argument] : argument);
const asColumn = (argument: unknown): unknown =>
  Array.isArray(argument) ? argument.map((cell: unknown) => [cell]) : argument;

function expectResult(actual: unknown, expected: unknown, within?: number): void {
  if (Array.isArray(expected)) {
    expect(actual).toHaveLength(expected.length);
    expected.forEach((one, i) => expectResult((actual as unknown[])[i], one, within));
  } else if (typeof expected === 'number' && within !== undefined) {
    expect(Math.abs((actual as number) - expected)).toBeLessThan(within);
  } else if (typeof expected === 'number') expectClose(actual as number, expected);
  else expect(actual).toBe(expected);
}

/** Functions declared to spill give rows; an example states a single value plainly. */
function plain(result: unknown): unknown {
  return Array.isArray(result) && result.length === 1 && (result[0] as unknown[]).length === 1
    ? (result[0] as unknown[])[0]
    : result;
}

describe('examples', () => {
  it('hold every function', () => {
    expect(new Set(examples.map((example) => example.id))).toEqual(new Set(catalogue.map((one) => one.id)));
  });

  it.each(examples.map((example) => [exampleSheet(example).formula, example]))(
    '%s gives R’s result',
    (_, example) => {
      expectResult(
        plain(shown(call(example.id, example.arguments.map(asRaw)))),
        example.result,
        example.within,
      );
    },
  );

  const spillsByCell = ['EVICTION_RATE', 'RATE_CI', 'EVENT_YEAR'];
  it.each(
    examples
      .filter((example) => !spillsByCell.includes(example.id))
      .map((example) => [exampleSheet(example).formula, example]),
  )('%s gives the same for columns', (_, example) => {
    expectResult(
      plain(shown(call(example.id, example.arguments.map(asColumn)))),
      example.result,
      example.within,
    );
  });

  it.each(examples.map((example) => [exampleSheet(example).formula, example]))(
    '%s leaves its arguments as they were',
    (_, example) => {
      const raw = example.arguments.map((one) =>
        Array.isArray(one) ? Object.freeze([Object.freeze([...one])]) : one,
      );
      expectResult(plain(shown(call(example.id, Object.freeze(raw)))), example.result, example.within);
    },
  );

  it('are spelt for the language', () => {
    const example = examples.find((one) => one.id === 'DID_TABLE')!;
    expect(exampleSheet(example).formula).toBe('=SV.DID_TABLE(A1:E1,A2:E2,A3:E3,,FALSE)');
    expect(exampleSheet(example, 'da').formula).toBe('=SV.DID_TABLE(A1:E1;A2:E2;A3:E3;;FALSK)');
    expect(exampleSheet(example).rows[0]).toEqual([-2, -1, 0, 1, 2]);
    const money = examples.find((one) => one.id === 'SAVINGS')!;
    expect(exampleSheet(money, 'da').formula).toBe('=SV.SAVINGS(2,3969738062174457;54156,2)');
  });
});
