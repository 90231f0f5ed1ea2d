const most = 20_000;

/**
 * The same function with a memory for what it gave: tables repeat the same few names in every row. The memory is
 * emptied when it has grown, so that it never holds a whole file; and where it has hardly been of use, because every
 * row names another, it is left alone for a while: to look there costs more than the work.
 */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  let [found, leftAlone] = [0, 0];
  return (text) => {
    if (leftAlone > 0) {
      leftAlone -= 1;
      return work(text);
    }
    const before = known.get(text);
    if (before !== undefined || known.has(text)) {
      found += 1;
      return before as Result;
    }
    if (known.size >= most) {
      known.clear();
      leftAlone = found < most ? 10 * most : 0;
      found = 0;
    }
    const result = work(text);
    known.set(text, result);
    return result;
  };
}
