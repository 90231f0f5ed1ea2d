import type { EngineEvents } from './engine';

type Listeners = { [Name in keyof EngineEvents]: Set<(event: EngineEvents[Name]) => void> };

/** Passes events of the engine to whoever subscribed. */
export class Emitter {
  readonly #listeners: Listeners = {
    selection: new Set(),
    cells: new Set(),
    sheets: new Set(),
    objects: new Set(),
    calculated: new Set(),
  };

  on<Name extends keyof EngineEvents>(name: Name, listener: (event: EngineEvents[Name]) => void): () => void {
    this.#listeners[name].add(listener);
    return () => void this.#listeners[name].delete(listener);
  }

  emit<Name extends keyof EngineEvents>(name: Name, event: EngineEvents[Name]): void {
    for (const listener of [...this.#listeners[name]]) listener(event);
  }
}
