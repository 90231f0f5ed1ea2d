import { oneAtATime } from '../../src/taskpane/one-at-a-time';

test('what is asked while work is done waits, and only the last of it is done', async () => {
  const done: number[] = [];
  let finish: () => void = () => undefined;
  const ask = oneAtATime(async (input: number) => {
    await new Promise<void>((resolve) => (finish = resolve));
    done.push(input);
  });
  for (const input of [1, 2, 3, 4]) ask(input);
  for (const expected of [[1], [1, 4]]) {
    finish();
    await new Promise(setImmediate);
    expect(done).toEqual(expected);
  }
  ask(5);
  finish();
  await new Promise(setImmediate);
  expect(done).toEqual([1, 4, 5]);
});
