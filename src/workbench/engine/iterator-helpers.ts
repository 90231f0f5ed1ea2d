/**
 * Univer calls iterator helpers (`map.keys().some(…)`), which Node has only from version 22 on. Import this
 * before it.
 */
const helpers: Record<string, (this: Iterable<unknown>, visit: (item: unknown) => unknown) => unknown> = {
  some(visit) {
    for (const item of this) if (visit(item)) return true;
    return false;
  },
  every(visit) {
    for (const item of this) if (!visit(item)) return false;
    return true;
  },
  find(visit) {
    for (const item of this) if (visit(item)) return item;
    return undefined;
  },
  forEach(visit) {
    for (const item of this) visit(item);
  },
  *map(visit) {
    for (const item of this) yield visit(item);
  },
  *filter(visit) {
    for (const item of this) if (visit(item)) yield item;
  },
  toArray() {
    return [...this];
  },
};

const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())) as object;
for (const [name, value] of Object.entries(helpers)) {
  if (name in iteratorPrototype) continue;
  Object.defineProperty(iteratorPrototype, name, { value, writable: true, configurable: true });
}

export {};
