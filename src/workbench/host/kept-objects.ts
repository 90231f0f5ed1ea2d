/** Objects that office.js keeps between requests, by the names that it got for them. */
import type { HostObject, Keeper } from './objects/object';

export class KeptObjects implements Keeper {
  readonly #objects = new Map<string, HostObject>();
  readonly #names = new Map<HostObject, string>();
  #last = 0;

  get size(): number {
    return this.#objects.size;
  }

  keep(object: HostObject): void {
    if (this.#names.has(object)) return;
    this.#last += 1;
    const name = `kept-${this.#last}`;
    this.#objects.set(name, object);
    this.#names.set(object, name);
  }

  get(name: string): HostObject | undefined {
    return this.#objects.get(name);
  }

  nameOf(object: HostObject): string | undefined {
    return this.#names.get(object);
  }

  forget(name: string): void {
    const object = this.#objects.get(name);
    this.#objects.delete(name);
    if (object !== undefined) this.#names.delete(object);
  }

  forgetAll(): void {
    this.#objects.clear();
    this.#names.clear();
  }
}
