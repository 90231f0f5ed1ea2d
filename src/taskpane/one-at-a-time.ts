/** The same work, done one at a time: of what is asked meanwhile only the last is done after it. */
export function oneAtATime<Input>(work: (input: Input) => Promise<void>): (input: Input) => void {
  let next: { readonly input: Input } | null = null;
  let isBusy = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    while (next !== null) {
      const { input } = next;
      next = null;
      await work(input);
    }
    isBusy = false;
  };
  return (input) => {
    next = { input };
    if (!isBusy) void run();
  };
}
