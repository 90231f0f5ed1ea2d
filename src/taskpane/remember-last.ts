/**
 * The same function with a memory of its last answer: as long as what it depends on is the same, the same
 * answer is given. Between two key presses a step asks the same of its study many times.
 */
export function rememberLast<Input, Result>(
  dependsOn: (input: Input) => readonly unknown[],
  compute: (input: Input) => Result,
): (input: Input) => Result {
  let last: { readonly on: readonly unknown[]; readonly result: Result } | null = null;
  return (input) => {
    const on = dependsOn(input);
    if (last === null || on.some((each, index) => !Object.is(each, last!.on[index]))) {
      last = { on, result: compute(input) };
    }
    return last.result;
  };
}
