const most = 20_000;

/**
 * The same function with a memory for what it gave: tables repeat the same few names in every row. The memory is
 * emptied when it has grown, so that it never holds a whole file.
 */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    if (known.size >= most) known.clear();
    const result = work(text);
    known.set(text, result);
    return result;
  };
}
