/** As many names as a sentence can hold. */
const mostNamed = 8;

/** `Nord, Syd, Øst … and 480 more`: the first names, and how many are left out. */
export function listed(names: readonly string[], more: (number: number) => string, between = ', '): string {
  const left = names.length - mostNamed;
  if (left <= 1) return names.join(between);
  return `${names.slice(0, mostNamed).join(between)} … ${more(left)}`;
}
