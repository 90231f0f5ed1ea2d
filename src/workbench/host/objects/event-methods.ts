/** office.js registers for an event by calling a method of the object that raises it. */
import type { Desk } from './object';

/** @param names such as `SelectionChangedEvent` */
export function eventMethods(
  ...names: readonly string[]
): Record<string, (target: unknown, args: readonly unknown[], desk: Desk) => void> {
  const methods: ReturnType<typeof eventMethods> = {};
  for (const name of names) {
    methods[`_Register${name}`] = (_target, _args, desk) => count(desk, name, 1);
    methods[`_Unregister${name}`] = (_target, _args, desk) => count(desk, name, -1);
  }
  return methods;
}

function count(desk: Desk, name: string, change: number): void {
  desk.listenedEvents.set(name, (desk.listenedEvents.get(name) ?? 0) + change);
}
